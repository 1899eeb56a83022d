import { parameterName } from './recorded.ts';

/** A template to render, of a size that is known. */
export interface RenderCase {
  readonly lines: number;
  readonly references: number;
  readonly files: Readonly<Record<string, string>>;
}

/** The file that the cases render. */
export const TEMPLATE = 'serverless.yml';

const SIZES = [
  [2_000, 300],
  [20_000, 3_000],
] as const;
// A function of the template: one name, and this many lines more.
const LINES_PER_FUNCTION = 10;

/** `serverless.yml` of 2,000 and of 20,000 lines, whose functions read each parameter once. */
export function renderCases(): RenderCase[] {
  return SIZES.map(([lines, references]) => ({
    lines,
    references,
    files: { [TEMPLATE]: template(lines, references) },
  }));
}

function template(lines: number, references: number): string {
  const functions = Math.floor(lines / LINES_PER_FUNCTION);
  const each = Math.ceil(references / functions);
  let next = 0;
  const texts = Array.from({ length: functions }, (_, index) => {
    const variables = Array.from({ length: LINES_PER_FUNCTION - 4 }, (__, at) => {
      const isReference = at < each && next < references;
      const value = isReference ? `\${ssm:${parameterName(next++)}}` : `plain value ${at}`;
      return `      VARIABLE_${at}: ${value}`;
    });
    const head = [`  function${index}:`, `    handler: src/function${index}.handler`];
    return [...head, '    memorySize: 256', '    environment:', ...variables].join('\n');
  });
  return `service: bench\nfunctions:\n${texts.join('\n')}\n`;
}
