import type { Problem } from '../reporting/problem.ts';
import type { MappingRequest, MappingsName, PlacedText } from './settings.ts';

/** The form of a line, by the list that it stands in. */
const FORMS: Record<MappingsName, { form: string; hasPath: boolean; name: 'no' | 'may' | 'must' }> =
  {
    'env-files': { form: '[NAME=]SOURCE => PATH', hasPath: true, name: 'may' },
    'pem-files': { form: 'SOURCE => PATH', hasPath: true, name: 'no' },
    files: { form: 'SOURCE => PATH', hasPath: true, name: 'no' },
    'env-vars': { form: '[NAME=]SOURCE', hasPath: false, name: 'may' },
    outputs: { form: 'NAME=SOURCE', hasPath: false, name: 'must' },
  };

/**
 * Takes a line of a list apart: `NAME=`, source, path.
 *
 * @param problems receives what is wrong with the line's form
 * @returns undefined where something is
 */
export function readMappingLine(
  list: MappingsName,
  { text, place }: PlacedText,
  problems: Problem[],
): MappingRequest | undefined {
  const { form, hasPath, name: naming } = FORMS[list];
  const [left = '', ...paths] = text.split('=>').map((part) => part.trim());
  const { name, source } = takeName(left);
  const message = hasPath
    ? whyMisplacedPath(left, paths)
    : paths.length > 0
      ? `"=>" has no place in ${list}: these have no path`
      : undefined;
  const problem = message ?? whyMisplacedName(name, naming) ?? whyNoSource(source);
  if (problem !== undefined) {
    problems.push({ place, message: problem, fix: `Write ${form}` });
    return undefined;
  }
  const [path] = paths;
  return {
    place,
    source,
    ...(name === undefined ? {} : { name }),
    ...(path === undefined ? {} : { path }),
  };
}

/**
 * Takes `NAME=` off. A source begins with `/` or with a word and a colon, so that what stands before a `=` without either
 * is a name.
 */
export function takeName(left: string): { name?: string; source: string } {
  const [, name, source] = /^([^/:=]*)=(.*)$/.exec(left) ?? [];
  return name === undefined || source === undefined
    ? { source: left }
    : { name: name.trim(), source: source.trim() };
}

function whyMisplacedPath(left: string, paths: readonly string[]): string | undefined {
  if (paths.length === 0) return '"=>" is missing between source and path';
  if (paths.length > 1) return '"=>" stands in the line more than once';
  if (left === '') return 'the source is missing before "=>"';
  return paths[0] === '' ? 'the path is missing after "=>"' : undefined;
}

function whyMisplacedName(
  name: string | undefined,
  naming: 'no' | 'may' | 'must',
): string | undefined {
  if (naming === 'no' && name !== undefined) return 'a file that is written whole has no "NAME="';
  if (naming === 'must' && name === undefined) return '"NAME=" is missing before the source';
  return name === '' ? 'the name is missing before "="' : undefined;
}

function whyNoSource(source: string): string | undefined {
  return source === '' ? 'the source is missing' : undefined;
}
