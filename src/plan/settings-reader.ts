import type { Problem } from '../reporting/problem.ts';
import type {
  ListName,
  MappingRequest,
  MappingsName,
  PlacedText,
  Settings,
  TextName,
} from './settings.ts';

/**
 * Turns settings into values of their types. What is wrong is collected in `problems`, so that one report can hold it
 * all; the method then returns its default.
 */
export class SettingsReader {
  readonly problems: Problem[];
  readonly #settings: Settings;

  constructor(settings: Settings, problems: Problem[]) {
    this.#settings = settings;
    this.problems = problems;
  }

  /** The text with its place; undefined where the setting is not given. */
  placed(name: TextName): PlacedText | undefined {
    return this.#settings.texts[name];
  }

  text(name: TextName): string | undefined {
    return this.placed(name)?.text;
  }

  /** The value where it matches, undefined where the setting is not given or, with a problem, does not match. */
  matching(name: TextName, pattern: RegExp, message: string, fix: string): string | undefined {
    const given = this.placed(name);
    if (given === undefined || pattern.test(given.text)) return given?.text;
    this.problems.push({ place: given.place, message, fix });
    return undefined;
  }

  /** `true` or `false`, in any case. */
  boolean(name: TextName, fallback: boolean): boolean {
    return this.choice(name, ['true', 'false'], fallback ? 'true' : 'false') === 'true';
  }

  /** One of the options, which are lower-case, in any case. */
  choice<Option extends string>(
    name: TextName,
    options: readonly Option[],
    fallback: Option,
  ): Option {
    const given = this.placed(name);
    return given === undefined ? fallback : this.chosen(name, given, options, fallback);
  }

  /** The same for a text that stands elsewhere, such as the format of one file. */
  chosen<Option extends string>(
    name: string,
    { text, place }: PlacedText,
    options: readonly Option[],
    fallback: Option,
  ): Option {
    const option = options.find((candidate) => candidate === text.toLowerCase());
    if (option !== undefined) return option;
    this.problems.push({
      place,
      message: `the value of ${name} is not one of ${options.join(', ')}`,
      fix: `Write ${name}: ${fallback}, or leave it out`,
    });
    return fallback;
  }

  /** A whole number within the bounds, both included. */
  integer(name: TextName, bounds: { least: number; most: number; fallback: number }): number {
    const given = this.placed(name);
    if (given === undefined) return bounds.fallback;
    const value = /^\d{1,9}$/.test(given.text) ? Number(given.text) : Number.NaN;
    if (value >= bounds.least && value <= bounds.most) return value;
    this.problems.push({
      place: given.place,
      message: `the value is no whole number from ${bounds.least} to ${bounds.most}`,
      fix: `Write ${name}: ${bounds.fallback}, or leave it out`,
    });
    return bounds.fallback;
  }

  /** The items of a list; none where it is not given. */
  list(name: ListName): readonly PlacedText[] {
    return this.#settings.lists[name] ?? [];
  }

  /** What a list of mappings asks for; nothing where it is not given. */
  mappings(name: MappingsName): readonly MappingRequest[] {
    return this.#settings.mappings[name] ?? [];
  }
}
