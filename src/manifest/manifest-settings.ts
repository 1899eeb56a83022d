import { readMappingLine, takeName } from '../plan/mapping-line.ts';
import type {
  ListName,
  MappingRequest,
  MappingsName,
  PlacedText,
  Settings,
  TextName,
} from '../plan/settings.ts';
import { SETTINGS } from '../plan/settings.ts';
import type { Problem } from '../reporting/problem.ts';
import type { ManifestData, SourceData } from './schema.ts';
import type { PlaceOf } from './yaml-positions.ts';

type Path = readonly PropertyKey[];

/** The settings that a manifest gives, with the place of each. */
export function readManifestSettings(
  data: ManifestData,
  placeOf: PlaceOf,
  problems: Problem[],
): Settings {
  const texts: Partial<Record<TextName, PlacedText>> = {};
  const lists: Partial<Record<ListName, readonly PlacedText[]>> = {};
  const values = data as Readonly<Record<string, string | string[] | undefined>>;
  for (const [name, form] of Object.entries(SETTINGS)) {
    const value = values[name];
    if (value === undefined || value === '' || form === 'mappings') continue;
    // A map of options; lines of options are a list like any other.
    if (typeof value === 'object' && !Array.isArray(value)) continue;
    if (form === 'text') {
      texts[name as TextName] = { text: String(value), place: placeOf([name], String(value)) };
    } else {
      lists[name as ListName] = [value].flat().map((text, index) => ({
        text,
        place: placeOf(Array.isArray(value) ? [name, index] : [name], text),
      }));
    }
  }
  const options = optionLines(data, placeOf);
  if (options !== undefined) lists['render-options'] = options;
  readRegion(data, texts, placeOf, problems);
  return { texts, lists, mappings: readMappings(data, placeOf, problems) };
}

/** A map of options is the same as lines NAME=VALUE. */
function optionLines(
  { 'render-options': options }: ManifestData,
  placeOf: PlaceOf,
): readonly PlacedText[] | undefined {
  if (options === undefined || Array.isArray(options)) return undefined;
  return Object.entries(options).map(([name, value]) => {
    const text = `${name}=${value}`;
    return { text, place: placeOf(['render-options', name], text) };
  });
}

function readRegion(
  { region }: ManifestData,
  texts: Partial<Record<TextName, PlacedText>>,
  placeOf: PlaceOf,
  problems: Problem[],
): void {
  if (region === undefined) return;
  const place = placeOf(['region'], region);
  if (texts['aws-region'] !== undefined) {
    problems.push({
      place,
      message: 'region and aws-region are the same key',
      fix: 'Leave one of them out',
    });
  }
  texts['aws-region'] = { text: region, place };
}

function readMappings(
  data: ManifestData,
  placeOf: PlaceOf,
  problems: Problem[],
): Settings['mappings'] {
  const given = {
    'env-files': readEnvFiles(data, placeOf, problems),
    'pem-files': readWholeFiles('pem-files', data, placeOf, problems),
    files: readWholeFiles('files', data, placeOf, problems),
    'env-vars': data['env-vars']?.map((source, index) =>
      requestOf(source, ['env-vars', index], placeOf),
    ),
    outputs: readOutputs(data, placeOf, problems),
  };
  return Object.fromEntries(Object.entries(given).filter(([, requests]) => requests !== undefined));
}

function readEnvFiles(
  { 'env-files': files }: ManifestData,
  placeOf: PlaceOf,
  problems: Problem[],
): MappingRequest[] | undefined {
  if (files === undefined) return undefined;
  if (Array.isArray(files)) return readLines('env-files', files, placeOf, problems);
  return Object.entries(files).flatMap(([path, file]) => {
    const isDetailed = typeof file === 'object' && !Array.isArray(file);
    const sources = isDetailed ? file.sources : file;
    const at: Path = isDetailed ? ['env-files', path, 'sources'] : ['env-files', path];
    const style = isDetailed
      ? {
          ...(file.format === undefined ? {} : { format: file.format }),
          ...(file.mode === undefined ? {} : { mode: file.mode }),
        }
      : {};
    return [sources].flat().map((source, index) => ({
      ...requestOf(source, Array.isArray(sources) ? [...at, index] : at, placeOf),
      path,
      ...style,
    }));
  });
}

function readWholeFiles(
  list: 'pem-files' | 'files',
  data: ManifestData,
  placeOf: PlaceOf,
  problems: Problem[],
): MappingRequest[] | undefined {
  const files = data[list];
  if (files === undefined) return undefined;
  if (Array.isArray(files)) return readLines(list, files, placeOf, problems);
  return Object.entries(files).map(([path, file]) => {
    const { from, mode } = typeof file === 'string' ? { from: file, mode: undefined } : file;
    return {
      place: placeOf([list, path], from),
      source: from,
      path,
      ...(mode === undefined ? {} : { mode }),
    };
  });
}

function readOutputs(
  { outputs }: ManifestData,
  placeOf: PlaceOf,
  problems: Problem[],
): MappingRequest[] | undefined {
  if (outputs === undefined) return undefined;
  if (Array.isArray(outputs)) return readLines('outputs', outputs, placeOf, problems);
  return Object.entries(outputs).map(([name, source]) => ({
    place: placeOf(['outputs', name], source),
    name,
    source,
  }));
}

function readLines(
  list: MappingsName,
  lines: readonly string[],
  placeOf: PlaceOf,
  problems: Problem[],
): MappingRequest[] {
  return lines.flatMap(
    (text, index) =>
      readMappingLine(list, { text, place: placeOf([list, index], text) }, problems) ?? [],
  );
}

function requestOf(source: SourceData, path: Path, placeOf: PlaceOf): MappingRequest {
  if (typeof source === 'string') return { place: placeOf(path, source), ...takeName(source) };
  const { from, only, rename, 'name-transformation': transformation } = source;
  return {
    place: placeOf(path, from),
    ...takeName(from),
    naming: {
      ...(transformation === undefined ? {} : { transformation }),
      ...(only === undefined ? {} : { only }),
      ...(rename === undefined ? {} : { rename }),
    },
  };
}
