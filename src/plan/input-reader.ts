import leven from 'leven';
import type { Place, Problem } from '../reporting/problem.ts';

/** Inputs as the runner passes them, by the name in `action.yml`; an input that is not given is absent or empty. */
export type InputValues = Readonly<Record<string, string>>;

/** A line of a list input that is neither blank nor a comment, trimmed. */
export interface InputLine {
  readonly text: string;
  readonly place: Place;
}

/**
 * The inputs among the variables of a step: the runner passes each as `INPUT_` and its upper-cased name with `_` for
 * blanks; a hyphen stays (actions/runner, `Handler.cs`).
 */
export function inputsOf(variables: Readonly<Record<string, string | undefined>>): InputValues {
  const inputs: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith('INPUT_') && value !== undefined) {
      inputs[name.slice('INPUT_'.length).toLowerCase()] = value;
    }
  }
  return inputs;
}

/**
 * Turns inputs into values of their types. What is wrong is collected in `problems`, so that one report can hold it
 * all; the method then returns its default.
 */
export class InputReader {
  readonly problems: Problem[] = [];
  readonly #inputs: InputValues;

  constructor(inputs: InputValues) {
    this.#inputs = inputs;
  }

  /** The trimmed value; undefined where the input is not given. */
  text(name: string): string | undefined {
    return this.#inputs[name]?.trim() || undefined;
  }

  /** The value where it matches, undefined where the input is not given or, with a problem, does not match. */
  matching(name: string, pattern: RegExp, message: string, fix: string): string | undefined {
    const text = this.text(name);
    if (text === undefined || pattern.test(text)) return text;
    this.problems.push({ place: { input: name, text }, message, fix });
    return undefined;
  }

  /** `true` or `false`, in any case. */
  boolean(name: string, fallback: boolean): boolean {
    return this.choice(name, ['true', 'false'], String(fallback)) === 'true';
  }

  /** One of the options, which are lower-case, in any case. */
  choice<Option extends string>(
    name: string,
    options: readonly Option[],
    fallback: Option,
  ): Option {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const chosen = options.find((option) => option === text.toLowerCase());
    if (chosen !== undefined) return chosen;
    this.problems.push({
      place: { input: name, text },
      message: `the value is not one of ${options.join(', ')}`,
      fix: `Write ${name}: ${fallback}, or leave it out`,
    });
    return fallback;
  }

  /** A whole number within the bounds, both included. */
  integer(name: string, bounds: { least: number; most: number; fallback: number }): number {
    const text = this.text(name);
    if (text === undefined) return bounds.fallback;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= bounds.least && value <= bounds.most) return value;
    this.problems.push({
      place: { input: name, text },
      message: `the value is no whole number from ${bounds.least} to ${bounds.most}`,
      fix: `Write ${name}: ${bounds.fallback}, or leave it out`,
    });
    return bounds.fallback;
  }

  /** The lines of a list: one item a line; blank lines and lines that begin with `#` are skipped. */
  lines(name: string): InputLine[] {
    return (this.#inputs[name] ?? '')
      .split(/\r\n|\r|\n/)
      .map((line, index) => ({ text: line.trim(), line: index + 1 }))
      .filter(({ text }) => text !== '' && !text.startsWith('#'))
      .map(({ text, line }) => ({ text, place: { input: name, line, text } }));
  }
}

/** What is said of inputs that the action does not know: a typo is a problem, any other name a warning. */
export interface UnknownInputs {
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

/** Judges the names of the given inputs: the runner passes unknown ones on with no more than a warning. */
export function findUnknownInputs(inputs: InputValues, known: readonly string[]): UnknownInputs {
  const problems: Problem[] = [];
  const warnings: string[] = [];
  for (const name of Object.keys(inputs)) {
    if (known.includes(name)) continue;
    const near = nearestName(name, known);
    if (near === undefined) {
      warnings.push(`This action has no input "${name}"; it is ignored.`);
    } else {
      problems.push({
        place: { input: name },
        message: 'this action has no such input',
        fix: `Write ${near}`,
      });
    }
  }
  return { problems, warnings };
}

function nearestName(name: string, known: readonly string[]): string | undefined {
  const plain = name.replaceAll(/[ _]/g, '-');
  const most = Math.max(1, Math.floor(plain.length / 4));
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: leven(plain, candidate) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return nearest?.candidate;
}
