import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RenderContext } from '../../src/rendering/context.ts';
import { ensureServerless, readWithServerless, type ServerlessResult } from '../rig/serverless.ts';
import { fileReader, type RunResult, run, storeOf } from '../unit/rendering/rendering-fixtures.ts';
import {
  ENVIRONMENT,
  FILES,
  HEAD,
  OPTIONS,
  OUTPUTS,
  PARAMETERS,
  textWithVariables,
} from '../unit/rendering/template-arbitraries.ts';
import { written } from '../unit/rendering/yaml-styles.ts';

const EXAMPLES = join(import.meta.dirname, '../fixtures/serverless-examples');
const RANDOM_CASES = 2000;

const CONTEXT: Partial<RenderContext> = {
  options: new Map(Object.entries(OPTIONS)),
  env: (name) => ENVIRONMENT[name],
  readFile: fileReader(FILES),
};

interface Comparison {
  readonly text: string;
  readonly ours: RunResult;
  /** What the framework makes of the original, with SSM. */
  readonly original: ServerlessResult;
  /** What it makes of the rendered file, with SSM switched off. */
  readonly after: ServerlessResult;
}

/** Renders each text and has the framework read it before and after. */
async function compare(
  texts: readonly string[],
  overrides: Partial<RenderContext>,
): Promise<readonly Comparison[]> {
  const runs = texts.map((text) => ({
    text,
    ours: run(text, storeOf(PARAMETERS), 'yaml', { ...CONTEXT, ...overrides }),
  }));
  const setting = {
    file: 'serverless.yml',
    options: OPTIONS,
    env: ENVIRONMENT,
    files: FILES,
    outputs: OUTPUTS,
  };
  const results = await readWithServerless(
    runs.flatMap(({ text, ours: { rendering } }) => [
      { ...setting, text, parameters: PARAMETERS },
      {
        ...setting,
        text: rendering.kind === 'rendered' ? rendering.text : text,
        parameters: null,
      },
    ]),
  );
  return runs.map((each, index) => {
    const [original, after] = results.slice(2 * index, 2 * index + 2);
    if (original === undefined || after === undefined) throw new Error('a result is missing');
    return { ...each, original, after };
  });
}

/** A key for what came out, or that nothing could. */
function outcome(result: ServerlessResult): string {
  return 'error' in result ? 'error' : JSON.stringify(result.configuration);
}

/** What the renderer refuses though the framework reads it: the two things that cannot be written. */
const UNWRITABLE = ['hazard', 'unsupported_chain'];

function codesOf({ rendering }: RunResult): readonly string[] {
  return rendering.kind === 'problems' ? rendering.problems.map(({ code }) => code) : [];
}

describe('Serverless Framework 3', () => {
  beforeAll(async () => {
    await ensureServerless();
  }, 300_000);

  const examples = readdirSync(EXAMPLES).map((name) => ({
    name,
    text: readFileSync(join(EXAMPLES, name), 'utf8'),
  }));
  // Not as files: git would mend their line breaks.
  const withCrlf = examples.map(({ name, text }) => ({
    name: `${name} with CRLF and no last line break`,
    text: text.trimEnd().replaceAll('\n', '\r\n'),
  }));

  it('has a dozen examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(12);
  });

  it.each([...examples, ...withCrlf])(
    'reads $name, rendered, as it reads the original',
    async ({ text }) => {
      const [comparison] = await compare([text], {});
      expect(comparison?.ours.rendering).toMatchObject({ kind: 'rendered' });
      expect(comparison?.original).not.toHaveProperty('error');
      expect(comparison && outcome(comparison.after)).toBe(
        comparison && outcome(comparison.original),
      );
    },
  );

  it('reads random files, rendered, as it reads the originals, and asks SSM for no more', async () => {
    const cases = fc.sample(fc.tuple(textWithVariables, fc.nat(6)), RANDOM_CASES);
    const texts = cases.map(([text, style]) => `${HEAD}t:\n  a: ${written(text, style, '    ')}\n`);
    const comparisons = await compare(texts, { consumer: 'v3', dollar: 'escape' });
    const wrong = comparisons.filter(({ text, ours, original, after }) => {
      const codes = codesOf(ours);
      if ('error' in original) return codes.length === 0 && !('error' in after);
      if (codes.length > 0) return !codes.every((code) => UNWRITABLE.includes(code));
      // Behind a source of CloudFormation, which only the framework reads, values are put in for the case of need.
      const asked = ours.requests.filter((request) => !original.requests.includes(request.name));
      return (
        outcome(after) !== outcome(original) || (asked.length > 0 && !text.includes('${cf:st.'))
      );
    });
    expect(wrong.map(({ text }) => text.slice(HEAD.length))).toEqual([]);
    const rendered = comparisons.filter(({ ours }) => ours.rendering.kind === 'rendered');
    expect(rendered.length).toBeGreaterThan(RANDOM_CASES / 2);
  }, 120_000);
});
