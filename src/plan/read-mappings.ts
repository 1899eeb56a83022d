import { type DialectName, dialectNames } from '../dialects/dialects.ts';
import { ACTION_OUTPUTS } from '../reporting/outputs.ts';
import type { Place, Problem } from '../reporting/problem.ts';
import {
  type Mapping,
  type MappingContext,
  NAME_TRANSFORMATIONS,
  type Naming,
  resolveMappings,
  separateTargets,
} from './mappings.ts';
import type { MappingRequest, MappingsName, PlacedText } from './settings.ts';
import type { SettingsReader } from './settings-reader.ts';
import type { Roots } from './target.ts';

// The owner must be able to read, or the post step could not tell whether somebody changed the file.
const FILE_MODE = /^0?[4-7][0-7]{2}$/;
const DEFAULT_MODE = 0o600;
const BAD_MODE: Omit<Problem, 'place'> = {
  message: 'a mode is three octal digits, and the owner can read',
  fix: 'Write "600", or "644" where processes of other users read the file',
};

/** The settings that say what is fetched and where it goes, templates aside. */
export const MAPPINGS: readonly MappingsName[] = [
  'env-files',
  'pem-files',
  'files',
  'env-vars',
  'outputs',
];

/** What is known before mappings are read. */
export interface MappingSettings {
  readonly roots: Roots;
  readonly environment: string | undefined;
  readonly region: string | undefined;
  /** Of every file that names none. */
  readonly mode: number;
}

/** Reads everything that is fetched for a target of its own. */
export function readMappings(reader: SettingsReader, settings: MappingSettings): Mapping[] {
  const { problems } = reader;
  const context = mappingContext(reader, settings);
  return separateTargets(
    MAPPINGS.flatMap((list) => resolveMappings(list, reader.mappings(list), context, problems)),
    problems,
  );
}

/** Reads `file-mode`. */
export function readFileMode(reader: SettingsReader): number {
  return readMode(reader, reader.placed('file-mode'), DEFAULT_MODE);
}

function mappingContext(
  reader: SettingsReader,
  { mode, ...settings }: MappingSettings,
): MappingContext {
  const format = reader.choice('env-format', dialectNames, 'portable');
  const transformation = reader.choice('name-transformation', NAME_TRANSFORMATIONS, 'none');
  return {
    ...settings,
    reservedOutputs: ACTION_OUTPUTS,
    styleOf: (request) => ({
      mode: readMode(reader, placedIn(request.place, request.mode), mode),
      format: readFormat(reader, placedIn(request.place, request.format), format),
    }),
    namingOf: ({ naming, place }) => readNaming(reader, naming, place, transformation),
  };
}

function placedIn(place: Place, text: string | undefined): PlacedText | undefined {
  return text === undefined ? undefined : { text, place };
}

function readMode(reader: SettingsReader, given: PlacedText | undefined, fallback: number): number {
  if (given === undefined) return fallback;
  if (FILE_MODE.test(given.text)) return Number.parseInt(given.text, 8);
  reader.problems.push({ place: given.place, ...BAD_MODE });
  return fallback;
}

function readFormat(
  reader: SettingsReader,
  given: PlacedText | undefined,
  fallback: DialectName,
): DialectName {
  return given === undefined ? fallback : reader.chosen('format', given, dialectNames, fallback);
}

function readNaming(
  reader: SettingsReader,
  naming: MappingRequest['naming'],
  place: Place,
  fallback: Naming['transformation'],
): Naming {
  const given = placedIn(place, naming?.transformation);
  return {
    transformation:
      given === undefined
        ? fallback
        : reader.chosen('name-transformation', given, NAME_TRANSFORMATIONS, fallback),
    rename: naming?.rename ?? {},
    ...(naming?.only === undefined ? {} : { only: naming.only }),
  };
}
