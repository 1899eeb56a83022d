import type { Problem } from '../reporting/problem.ts';
import { readMappingLine } from './mapping-line.ts';
import { nearestName } from './nearest-name.ts';
import {
  type ListName,
  type MappingRequest,
  type MappingsName,
  type PlacedText,
  SETTING_NAMES,
  SETTINGS,
  type Settings,
  type TextName,
} from './settings.ts';

/** Inputs as the runner passes them, by the name in `action.yml`; an input that is not given is absent or empty. */
export type InputValues = Readonly<Record<string, string>>;

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

/** The settings that the inputs give. */
export interface ReadInputs {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

/** Reads the inputs by the form of each; a typo in a name is a problem, any other unknown name a warning. */
export function readInputs(inputs: InputValues): ReadInputs {
  const problems: Problem[] = [];
  const warnings: string[] = [];
  const texts: Partial<Record<TextName, PlacedText>> = {};
  const lists: Partial<Record<ListName, PlacedText[]>> = {};
  const mappings: Partial<Record<MappingsName, MappingRequest[]>> = {};
  for (const name of SETTING_NAMES) {
    const value = inputs[name] ?? '';
    if (value.trim() === '') continue;
    switch (SETTINGS[name]) {
      case 'text':
        texts[name as TextName] = {
          text: value.trim(),
          place: { input: name, text: value.trim() },
        };
        break;
      case 'list':
        lists[name as ListName] = linesOf(name, value);
        break;
      case 'mappings':
        mappings[name as MappingsName] = linesOf(name, value).flatMap(
          (line) => readMappingLine(name as MappingsName, line, problems) ?? [],
        );
        break;
    }
  }
  judgeUnknown(Object.keys(inputs), problems, warnings);
  return { settings: { texts, lists, mappings }, problems, warnings };
}

/** One item a line; blank lines and lines that begin with `#` are skipped. */
function linesOf(input: string, value: string): PlacedText[] {
  return value
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ text: line.trim(), line: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
    .map(({ text, line }) => ({ text, place: { input, line, text } }));
}

/** The runner passes inputs that the action does not know on, with no more than a warning. */
function judgeUnknown(names: readonly string[], problems: Problem[], warnings: string[]): void {
  const known: readonly string[] = SETTING_NAMES;
  for (const name of names) {
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
}
