import { formatPlace, type Place, type Problem } from '../reporting/problem.ts';
import { parseSource } from './parse-source.ts';
import type { MappingRequest, MappingsName } from './settings.ts';
import { type RequestedSource, requestName, sourceKey } from './source.ts';
import {
  type FileStyle,
  isFileTarget,
  parseFileTarget,
  type Roots,
  type Target,
  type TargetKind,
} from './target.ts';
import { isOutputName, isVariableName, takesOver } from './variable-names.ts';

export const NAME_TRANSFORMATIONS = ['none', 'uppercase', 'lowercase'] as const;

/** How the name of a parameter below a path, or a JSON key, becomes a variable's name. */
export interface Naming {
  readonly transformation: (typeof NAME_TRANSFORMATIONS)[number];
  /** The names that are taken, beside the renamed ones; absent: all. */
  readonly only?: readonly string[];
  /** New names by the old ones, as they are before or after the transformation. */
  readonly rename: Readonly<Record<string, string>>;
}

/** One source with its target, and the place that asked for it. */
export interface Mapping extends RequestedSource {
  readonly target: Target;
  /** `NAME=`: the value is taken whole. */
  readonly name?: string;
  readonly naming: Naming;
  readonly place: Place;
}

/** What requests are resolved with. */
export interface MappingContext {
  readonly roots: Roots;
  /** Replaces `{environment}`; undefined where no environment is known. */
  readonly environment: string | undefined;
  /** Region of sources that name none; undefined where none is known. */
  readonly region: string | undefined;
  /** Mode and format of a file, by the request and the settings of the step. */
  readonly styleOf: (request: MappingRequest) => FileStyle;
  /** Names that `outputs` may not use. */
  readonly reservedOutputs: readonly string[];
  readonly namingOf: (request: MappingRequest) => Naming;
}

/** The kind of target that each list names. */
const KINDS: Record<MappingsName, TargetKind> = {
  'env-files': 'env-file',
  'pem-files': 'pem-file',
  files: 'file',
  'env-vars': 'env-var',
  outputs: 'output',
};

type Wrong = Omit<Problem, 'place'>;

/**
 * Resolves what a list asks for.
 *
 * @param problems receives everything that is wrong; a request with a problem is left out
 */
export function resolveMappings(
  list: MappingsName,
  requests: readonly MappingRequest[],
  context: MappingContext,
  problems: Problem[],
): Mapping[] {
  return requests.flatMap((request) => {
    const resolved = resolveMapping(KINDS[list], request, context);
    if (!Array.isArray(resolved)) return [resolved];
    problems.push(...resolved.map((wrong) => ({ place: request.place, ...wrong })));
    return [];
  });
}

function resolveMapping(
  kind: TargetKind,
  request: MappingRequest,
  context: MappingContext,
): Mapping | Wrong[] {
  const { place, name, source: sourceText, path } = request;
  const braces = [sourceText, path ?? ''].flatMap((text) => whyNotFilledIn(text, context));
  if (braces.length > 0) return braces.slice(0, 1);

  const fillIn = (text: string): string =>
    text.replaceAll('{environment}', context.environment ?? '');
  const source = parseSource(fillIn(sourceText), context.region);
  const target = resolveTarget(kind, request, fillIn(path ?? ''), context);
  const naming = context.namingOf(request);
  const wrong: Wrong[] = [
    ...(source.kind === 'problem' ? [source.problem] : whyNoPath(kind, name, source.requested)),
    ...('message' in target ? [target] : []),
    ...whyNoName(kind, name, context.reservedOutputs),
    ...whyNoNaming(naming, name),
  ];
  if (wrong.length > 0 || source.kind === 'problem' || 'message' in target) return wrong;
  return { ...source.requested, target, naming, place, ...(name === undefined ? {} : { name }) };
}

function resolveTarget(
  kind: TargetKind,
  request: MappingRequest,
  path: string,
  { styleOf, roots }: MappingContext,
): Target | Wrong {
  const name = request.name ?? '';
  if (kind === 'env-var') return { kind, shown: 'variables of the job' };
  if (kind === 'output') return { kind, name, shown: `output ${name}` };
  const parsed = parseFileTarget(kind, path, styleOf(request), roots);
  return parsed.kind === 'target' ? parsed.target : { message: parsed.message, fix: parsed.fix };
}

function whyNotFilledIn(text: string, { environment }: MappingContext): Wrong[] {
  const unknown = [...text.matchAll(/\{[^{}]*\}/g)].find(([braces]) => braces !== '{environment}');
  if (unknown !== undefined) {
    return [{ message: `${unknown[0]} is not replaced by anything`, fix: 'Write {environment}' }];
  }
  if (environment !== undefined || !text.includes('{environment}')) return [];
  return [
    {
      message: '{environment} is used, but no environment is named',
      fix: 'Name it: environment: staging',
    },
  ];
}

function whyNoPath(
  kind: TargetKind,
  name: string | undefined,
  { source }: RequestedSource,
): Wrong[] {
  if (source.kind !== 'path') return [];
  if (kind !== 'env-file' && kind !== 'env-var') {
    return [
      {
        message: 'a path holds many parameters, and this target takes one value',
        fix: 'Name one parameter, or use env-files or env-vars',
      },
    ];
  }
  if (name === undefined) return [];
  return [
    {
      message: '"NAME=" names one value, and a path holds many parameters',
      fix: 'Leave "NAME=" out, or name one parameter',
    },
  ];
}

function whyNoName(
  kind: TargetKind,
  name: string | undefined,
  reservedOutputs: readonly string[],
): Wrong[] {
  if (name === undefined) return [];
  if (name === '') {
    return [{ message: 'the name is missing before "="', fix: 'Write NAME=SOURCE' }];
  }
  if (kind === 'output') {
    if (!isOutputName(name)) {
      return [
        { message: `${name} is no name of an output`, fix: 'Write for example database-url' },
      ];
    }
    if (!reservedOutputs.includes(name)) return [];
    return [{ message: `${name} is an output of the action itself`, fix: 'Choose another name' }];
  }
  if (!isVariableName(name)) {
    return [{ message: `${name} is no name of a variable`, fix: 'Write for example DATABASE_URL' }];
  }
  return kind === 'env-var' && takesOver(name) ? [refusedName(name)] : [];
}

/** Why a variable of the job may not have this name. */
export function refusedName(name: string): Wrong {
  return {
    message: `${name} may not be set: it decides what the later steps run, or as whom`,
    fix: 'Choose another name, or write the value to an env file',
  };
}

function whyNoNaming({ rename, only }: Naming, name: string | undefined): Wrong[] {
  const bad = Object.values(rename).filter((to) => !isVariableName(to));
  const wrong = bad.map((to) => ({
    message: `rename: ${to} is no name of a variable`,
    fix: 'Write for example DATABASE_URL',
  }));
  if (name === undefined || (only === undefined && Object.keys(rename).length === 0)) return wrong;
  return [
    ...wrong,
    {
      message: '"only" and "rename" have no place beside "NAME=", which names one value',
      fix: 'Leave out one of them',
    },
  ];
}

/**
 * Finds targets that two mappings write in different ways: two sources for one output or one file that is written whole,
 * one file of two kinds, or a file that another target needs as a folder. An env file may have several sources.
 *
 * @returns the mappings without repetitions; problems for the rest
 */
export function separateTargets(mappings: readonly Mapping[], problems: Problem[]): Mapping[] {
  const byTarget = new Map<string, Mapping[]>();
  for (const mapping of mappings) {
    const key = keyOfTarget(mapping);
    const earlier = byTarget.get(key) ?? [];
    const [first] = earlier;
    const same = earlier.findIndex((other) => isSame(other, mapping));
    if (same >= 0) {
      // Of the same line with and without "?", the one that demands the source holds.
      if (!mapping.optional) byTarget.set(key, earlier.with(same, mapping));
      continue;
    }
    if (first === undefined || canShare(first.target, mapping.target)) {
      byTarget.set(key, [...earlier, mapping]);
      if (first !== undefined) problems.push(...findOtherStyle(first, mapping));
      continue;
    }
    problems.push({
      place: mapping.place,
      message: `${mapping.target.shown} is already the target of ${formatPlace(first.place)}`,
      fix: 'Name one source for each target',
    });
  }
  const separate = [...byTarget.values()].flat();
  problems.push(...findFilesAsFolders(separate));
  return separate;
}

function keyOfTarget({ target }: Mapping): string {
  switch (target.kind) {
    case 'env-var':
      return 'variables';
    case 'output':
      return `output ${target.name}`;
    default:
      return target.path;
  }
}

function isSame(one: Mapping, other: Mapping): boolean {
  return (
    one.target.kind === other.target.kind &&
    one.name === other.name &&
    sourceKey(one.source) === sourceKey(other.source) &&
    JSON.stringify(one.naming) === JSON.stringify(other.naming) &&
    requestName(one) === requestName(other)
  );
}

function canShare(one: Target, other: Target): boolean {
  return one.kind === other.kind && (one.kind === 'env-file' || one.kind === 'env-var');
}

/** A file has one dialect and one mode, also where its path is spelled in two ways. */
function findOtherStyle(first: Mapping, { target, place }: Mapping): Problem[] {
  const isSameStyle =
    !isFileTarget(first.target) ||
    !isFileTarget(target) ||
    (first.target.format === target.format && first.target.mode === target.mode);
  if (isSameStyle) return [];
  return [
    {
      place,
      message: `${target.shown} has another format or mode in ${formatPlace(first.place)}`,
      fix: 'Name the file once, with all its sources',
    },
  ];
}

function findFilesAsFolders(mappings: readonly Mapping[]): Problem[] {
  const files = mappings.flatMap(({ target, place }) =>
    isFileTarget(target) ? [{ target, place }] : [],
  );
  return files.flatMap(({ target, place }) => {
    const folder = `${target.path}/`;
    const inside = files.find((other) => other.target.path.startsWith(folder));
    if (inside === undefined) return [];
    return [
      {
        place,
        message: `${target.shown} is a file here, and a folder in ${formatPlace(inside.place)}`,
        fix: 'Choose another path for one of them',
      },
    ];
  });
}
