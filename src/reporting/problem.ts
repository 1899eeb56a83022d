import { ActionError } from './action-error.ts';

/**
 * Where a problem comes from, as the person who wrote the workflow sees it: an input of the step and, for an input
 * that is a list, the line in it.
 */
export interface Place {
  /** Name of the input as `action.yml` spells it. */
  readonly input: string;
  /** 1-based line within the input's value; absent where the input is a single value. */
  readonly line?: number;
  /** The line, or the value, as it was written. */
  readonly text?: string;
}

/** One thing that is wrong, told to the person who reads the log. Holds no value of any source. */
export interface Problem {
  readonly place?: Place;
  /** What is wrong, a sentence without a final full stop. */
  readonly message: string;
  /** What to do about it, an imperative sentence without a final full stop, or YAML or JSON to paste. */
  readonly fix?: string;
}

/** Everything that is wrong at one stage, reported at once. */
export class ProblemReport extends ActionError {
  override readonly name = 'ProblemReport';
  readonly problems: readonly Problem[];

  /** @param summary the first line of the report, for example "The inputs cannot be used" */
  constructor(summary: string, problems: readonly Problem[]) {
    super(formatProblems(summary, problems));
    this.problems = problems;
  }
}

/** The text of a report: the summary, then each problem with its place, its text and its fix on lines of their own. */
export function formatProblems(summary: string, problems: readonly Problem[]): string {
  return [`${summary}:`, ...problems.map(formatProblem)].join('\n');
}

function formatProblem({ place, message, fix }: Problem): string {
  const lines = [`- ${place === undefined ? '' : `${formatPlace(place)}: `}${message}`];
  if (place?.text !== undefined) lines.push(`    ${place.text}`);
  if (fix !== undefined) lines.push(...fix.split('\n').map((line) => `    ${line}`));
  return lines.join('\n');
}

function formatPlace({ input, line }: Place): string {
  return line === undefined ? input : `${input}, line ${line}`;
}
