import { ActionError } from './action-error.ts';

/** A place in the step's `with:`: an input and, for an input that is a list, the line in it. */
export interface InputPlace {
  /** Name of the input as `action.yml` spells it. */
  readonly input: string;
  /** 1-based line within the input's value; absent where the input is a single value. */
  readonly line?: number;
  /** The line, or the value, as it was written. */
  readonly text?: string;
}

/** A place in a file of the repository; line and column are 1-based. */
export interface FilePlace {
  /** Relative to the workspace. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What was written there. */
  readonly text?: string;
}

/** Where a problem comes from, as the person who wrote the workflow sees it. */
export type Place = InputPlace | FilePlace;

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
    super([`${summary}:`, ...problems.map(formatProblem)].join('\n'));
    this.problems = problems;
  }
}

/** A problem with its place, and what was written there and the fix on lines of their own. */
function formatProblem({ place, message, fix }: Problem): string {
  const lines = [`- ${place === undefined ? '' : `${formatPlace(place)}: `}${message}`];
  if (place?.text !== undefined) lines.push(`    ${place.text}`);
  if (fix !== undefined) lines.push(...fix.split('\n').map((line) => `    ${line}`));
  return lines.join('\n');
}

/** A place in words: `env-files, line 2`, or `.github/fetch-secrets.yml:12:5`, which editors and terminals can open. */
export function formatPlace(place: Place): string {
  if ('file' in place) return `${place.file}:${place.line}:${place.column}`;
  return place.line === undefined ? place.input : `${place.input}, line ${place.line}`;
}
