import type { Place } from '../reporting/problem.ts';

/**
 * The settings of a step by name, in the order of `action.yml`, with the form of their values: `text` one value, `list`
 * one item a line, `mappings` lines that say what is fetched and where it goes. Each may be given as an input or, `environment`
 * and `config` aside, as a key of the manifest.
 */
export const SETTINGS = {
  environment: 'text',
  config: 'text',
  'env-files': 'mappings',
  'pem-files': 'mappings',
  files: 'mappings',
  'env-vars': 'mappings',
  outputs: 'mappings',
  render: 'list',
  'render-options': 'list',
  'env-format': 'text',
  'file-mode': 'text',
  'name-transformation': 'text',
  'role-to-assume': 'list',
  'aws-region': 'text',
  audience: 'text',
  'role-session-name': 'text',
  'role-duration-seconds': 'text',
  'session-policy': 'text',
  'role-session-tags': 'text',
  'export-credentials': 'text',
  'allowed-account-ids': 'list',
  'on-missing-token': 'text',
  'on-conflict': 'text',
  'on-unavailable': 'text',
  placeholders: 'list',
  'unmasked-names': 'list',
  'max-attempts': 'text',
  'timeout-seconds': 'text',
  cleanup: 'text',
  summary: 'text',
} as const satisfies Record<string, 'text' | 'list' | 'mappings'>;

export type SettingName = keyof typeof SETTINGS;
type NamesOf<Form> = {
  [Name in SettingName]: (typeof SETTINGS)[Name] extends Form ? Name : never;
}[SettingName];
export type TextName = NamesOf<'text'>;
export type ListName = NamesOf<'list'>;
export type MappingsName = NamesOf<'mappings'>;

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** A text with the place where it was written. */
export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}

/** How variables get their names, and which are taken: the keys of a source in the manifest. */
export interface NamingRequest {
  readonly transformation?: string;
  readonly only?: readonly string[];
  readonly rename?: Readonly<Record<string, string>>;
}

/** What one line, or one entry of the manifest, asks for; nothing of it is checked yet. */
export interface MappingRequest {
  readonly place: Place;
  /** The text that is the source, such as `/platform/{environment}/env`. */
  readonly source: string;
  /** `NAME=` before it. */
  readonly name?: string;
  /** The path of a target that is a file. */
  readonly path?: string;
  readonly naming?: NamingRequest;
  /** How the file is written, where it is not by the settings of the step. */
  readonly format?: string;
  readonly mode?: string;
}

/** The settings as they were given, by the inputs or by the manifest; what was not given is absent. */
export interface Settings {
  readonly texts: Partial<Record<TextName, PlacedText>>;
  readonly lists: Partial<Record<ListName, readonly PlacedText[]>>;
  readonly mappings: Partial<Record<MappingsName, readonly MappingRequest[]>>;
}

/** Settings of which each that the first gives replaces that of the second whole. */
export function overlay(first: Settings, second: Settings): Settings {
  return {
    texts: { ...second.texts, ...first.texts },
    lists: { ...second.lists, ...first.lists },
    mappings: { ...second.mappings, ...first.mappings },
  };
}
