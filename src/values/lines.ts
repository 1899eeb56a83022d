import type { SourceProblem } from '../reporting/source-problems.ts';

const MOST_LINES_TOLD = 10;

/** Lines of a stored env text that are none: their numbers, and what the text looks like, never a line itself. */
export function explainBadLines(
  name: string,
  lines: readonly number[],
  found: string | undefined,
): SourceProblem {
  const told = lines.slice(0, MOST_LINES_TOLD).join(', ');
  const more = lines.length > MOST_LINES_TOLD ? ` and ${lines.length - MOST_LINES_TOLD} more` : '';
  const are = lines.length === 1 ? `line ${told} is` : `lines ${told}${more} are`;
  const what = found === undefined ? '' : `; it looks like ${found}`;
  return {
    message: `${name} holds no env file: ${are} neither blank, nor a comment, nor NAME=value${what}`,
    fix: found === 'a PEM block' ? 'Name it in pem-files instead' : 'Mend the stored text',
  };
}
