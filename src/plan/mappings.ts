import type { Place, Problem } from '../reporting/problem.ts';
import type { InputLine } from './input-reader.ts';
import { parseSource, type RequestedSource, sourceKey } from './source.ts';
import { parseTarget, type Roots, type Target, type TargetKind } from './target.ts';

/** One source with its target, and the line that asked for it. */
export interface Mapping extends RequestedSource {
  readonly target: Target;
  readonly place: Place;
}

/** What the lines of a list are read with. */
export interface MappingContext {
  readonly roots: Roots;
  /** Replaces `{environment}`; undefined where no environment is known. */
  readonly environment: string | undefined;
  /** Region of sources that name none; undefined where none is known. */
  readonly region: string | undefined;
}

/**
 * Reads lines `SOURCE => PATH`.
 *
 * @param problems receives one problem for each thing that is wrong in a line; the line is then left out
 */
export function readMappings(
  kind: TargetKind,
  lines: readonly InputLine[],
  context: MappingContext,
  problems: Problem[],
): Mapping[] {
  return lines.flatMap((line) => {
    const found = problems.length;
    const mapping = readMapping(kind, line, context, problems);
    return mapping === undefined || problems.length > found ? [] : [mapping];
  });
}

function readMapping(
  kind: TargetKind,
  { text, place }: InputLine,
  context: MappingContext,
  problems: Problem[],
): Mapping | undefined {
  const parts = text.split('=>').map((part) => part.trim());
  const [left = '', right = ''] = parts;
  const misshapen = whyMisshapen(parts, left, right);
  if (misshapen !== undefined) {
    problems.push({ place, message: misshapen, fix: 'Write SOURCE => PATH' });
    return undefined;
  }
  const replaced = fillIn(text, context.environment);
  if (replaced !== undefined) problems.push({ place, ...replaced });
  if (replaced !== undefined) return undefined;

  const environment = context.environment ?? '';
  const source = parseSource(left.replaceAll('{environment}', environment), context.region);
  const target = parseTarget(kind, right.replaceAll('{environment}', environment), context.roots);
  if (source.kind === 'problem') problems.push({ place, ...source.problem });
  if (target.kind === 'problem') {
    problems.push({ place, message: target.message, fix: target.fix });
  }
  if (source.kind === 'problem' || target.kind === 'problem') return undefined;
  return { ...source.requested, target: target.target, place };
}

function whyMisshapen(parts: readonly string[], left: string, right: string): string | undefined {
  if (parts.length === 1) return '"=>" is missing between source and path';
  if (parts.length > 2) return '"=>" stands in the line more than once';
  if (left === '') return 'the source is missing before "=>"';
  if (right === '') return 'the path is missing after "=>"';
  if (/^[A-Za-z_][A-Za-z0-9_]*=/.test(left)) return '"NAME=" before a source is not supported yet';
  return undefined;
}

function fillIn(text: string, environment: string | undefined): Omit<Problem, 'place'> | undefined {
  const unknown = [...text.matchAll(/\{[^{}]*\}/g)].find(([braces]) => braces !== '{environment}');
  if (unknown !== undefined) {
    return { message: `${unknown[0]} is not replaced by anything`, fix: 'Write {environment}' };
  }
  if (environment === undefined && text.includes('{environment}')) {
    return {
      message: '{environment} is used, but no environment is named',
      fix: 'Name it: environment: staging',
    };
  }
  return undefined;
}

/**
 * Finds targets that two lines write in different ways: two sources for one file, one file of two kinds, or a file that
 * another target needs as a folder.
 *
 * @returns the mappings without repetitions of the same source for the same target; problems for the rest
 */
export function separateTargets(mappings: readonly Mapping[], problems: Problem[]): Mapping[] {
  const byPath = new Map<string, Mapping>();
  for (const mapping of mappings) {
    const { target, source, place } = mapping;
    const earlier = byPath.get(target.path);
    if (earlier === undefined) {
      byPath.set(target.path, mapping);
    } else if (
      earlier.target.kind !== target.kind ||
      sourceKey(earlier.source) !== sourceKey(source)
    ) {
      problems.push({
        place,
        message: `${target.shown} is already the target of ${earlier.place.input}, line ${earlier.place.line}`,
        fix: 'Name one source for each target',
      });
    }
  }
  const separate = [...byPath.values()];
  for (const { target, place } of separate) {
    const inside = separate.find((other) => other.target.path.startsWith(`${target.path}/`));
    if (inside === undefined) continue;
    problems.push({
      place,
      message: `${target.shown} is a file here, and a folder in ${inside.place.input}, line ${inside.place.line}`,
      fix: 'Choose another path for one of them',
    });
  }
  return separate;
}
