import { isUtf8 } from 'node:buffer';
import { type Mapping, refusedName } from '../plan/mappings.ts';
import { requestName, type Source } from '../plan/source.ts';
import { takesOver } from '../plan/variable-names.ts';
import type { SourceProblem } from '../reporting/source-problems.ts';
import { explainUnfilled } from '../reporting/source-problems.ts';
import type { Found, FoundMember, FoundPath } from '../stores/outcome.ts';
import { parseDockerEnvText } from './docker-env-text.ts';
import { parseEnvText } from './env-text.ts';
import { type JsonNode, type JsonResult, jsonLeaves } from './json.ts';
import { explainBadLines } from './lines.ts';
import { type NamedValue, nameVariables } from './naming.ts';
import { findKey, parseStructured, type Structure, structureOf, textOf } from './structured.ts';

/** A value after `#key`: its text, and its structure where it has one. */
export interface TakenValue {
  readonly kind: 'value';
  readonly text: string;
  readonly node?: JsonNode;
}

export type Taken<Value> =
  | Value
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong'; readonly problems: readonly SourceProblem[] };

const wrong = (...problems: SourceProblem[]): Taken<never> => ({ kind: 'wrong', problems });

/**
 * Takes the one value that a mapping asks for.
 *
 * @param isWhole whether the value is taken as it is, so that JSON in it need not even be right
 */
export async function takeValue(
  mapping: Mapping,
  found: Found,
  placeholders: readonly string[],
  isWhole: boolean,
): Promise<Taken<TakenValue>> {
  const { source, key } = mapping;
  const name = requestName(mapping);
  const text = textIn(found);
  if (text === undefined) {
    return wrong({
      message: `${name} holds bytes that are no text in UTF-8`,
      fix: 'Write it to a file: files',
    });
  }
  const structure = structureOf(source, text);
  const parsed = structure === undefined ? undefined : await parseStructured(structure, text);
  const node = parsed?.kind === 'json' ? parsed.value : undefined;
  const isTakenWhole = isWhole && key === undefined;
  const never = findUnfilled(
    source,
    text,
    isTakenWhole ? node : undefined,
    undefined,
    placeholders,
  );
  if (never.length > 0) return wrong(...never);
  if (isTakenWhole) return { kind: 'value', text };
  if (parsed !== undefined && parsed.kind !== 'json') {
    return wrong(explainUnparsed(name, structure, parsed));
  }
  if (key === undefined) return { kind: 'value', text, ...(node === undefined ? {} : { node }) };
  if (node === undefined) {
    return wrong({
      message: `${name} asks for a key, but the value is no JSON object`,
      fix: 'Leave "#KEY" out, or store a JSON object',
    });
  }
  const inner = findKey(node, key);
  if (inner === undefined) return { kind: 'missing' };
  const taken = textOf(inner);
  const unfilled = findUnfilled(source, taken, isWhole ? inner : undefined, key, placeholders);
  return unfilled.length > 0 ? wrong(...unfilled) : { kind: 'value', text: taken, node: inner };
}

function textIn({ bytes, isBinary }: Found): string | undefined {
  return isBinary === true || !isUtf8(bytes) ? undefined : Buffer.from(bytes).toString('utf8');
}

function explainUnparsed(
  name: string,
  structure: Structure | undefined,
  parsed: Exclude<JsonResult, { kind: 'json' }>,
): SourceProblem {
  const reason =
    parsed.kind === 'invalid'
      ? parsed.reason
      : `${parsed.key === undefined ? 'a key' : `the key ${parsed.key}`} stands in one object twice`;
  return {
    message: `${name} holds ${structure === 'yaml' ? 'YAML' : 'JSON'} that does not parse: line ${parsed.line}, column ${parsed.column}: ${reason}`,
    fix: 'Mend the stored text',
  };
}

/**
 * Finds placeholders that were never filled in: the whole value, or leaves of a JSON value.
 *
 * @param node absent where leaves do not count, since not all of them may be taken
 */
export function findUnfilled(
  source: Source,
  text: string,
  node: JsonNode | undefined,
  key: string | undefined,
  placeholders: readonly string[],
): SourceProblem[] {
  if (source.kind === 'file') return [];
  if (isPlaceholder(text, placeholders)) return [explainUnfilled(source, key)];
  if (node?.kind !== 'object' && node?.kind !== 'array') return [];
  const prefix = key === undefined ? '' : `${key}.`;
  return [...jsonLeaves(node)]
    .filter((leaf) => isPlaceholder(leaf.text, placeholders))
    .map(({ path }) => explainUnfilled(source, prefix + path));
}

/** Variables of one source. */
export interface TakenVariables {
  readonly kind: 'variables';
  readonly variables: readonly NamedValue[];
}

/** Turns a value, or all values below a path, into variables by the rules of the README, "How a value becomes variables". */
export async function takeVariables(
  mapping: Mapping,
  found: Found | FoundPath,
  placeholders: readonly string[],
): Promise<Taken<TakenVariables>> {
  if (found.kind === 'found-path') return takeMembers(mapping, found, placeholders);
  const isWhole = mapping.name !== undefined;
  const value = await takeValue(mapping, found, placeholders, isWhole);
  return value.kind === 'value' ? variablesIn(mapping, value, placeholders) : value;
}

/** The variables of a value that was taken: whole where the mapping has a name, else by its structure. */
export function variablesIn(
  mapping: Mapping,
  value: TakenValue,
  placeholders: readonly string[],
): Taken<TakenVariables> {
  const { source, key, name } = mapping;
  if (name !== undefined) return named(mapping, [{ name, value: value.text }], false);
  const { node, text } = value;
  if (node === undefined || node.kind === 'string') return takeEnvText(mapping, text);
  if (node.kind !== 'object') {
    return wrong({
      message: `${requestName(mapping)} holds no object, so it has no names for variables`,
      fix: 'Write NAME=SOURCE',
    });
  }
  const members = node.members.map((member) => ({
    name: member.key,
    value: textOf(member.value),
    key: member.key,
    node: member.value,
  }));
  const prefix = key === undefined ? '' : `${key}.`;
  return named(mapping, members, true, (member) =>
    source.kind === 'file'
      ? []
      : [...jsonLeaves(member.node, member.key)]
          .filter((leaf) => isPlaceholder(leaf.text, placeholders))
          .map(({ path }) => explainUnfilled(source, prefix + path)),
  );
}

function takeMembers(
  mapping: Mapping,
  { members }: FoundPath,
  placeholders: readonly string[],
): Taken<TakenVariables> {
  const { source } = mapping;
  if (source.kind !== 'path') return { kind: 'missing' };
  const values = members.map((member) => ({
    name: relativeName(member, source.path),
    value: Buffer.from(member.bytes).toString('utf8'),
    parameter: { kind: 'parameter', name: member.name, region: source.region } as const,
  }));
  return named(mapping, values, true, ({ value, parameter }) =>
    isPlaceholder(value, placeholders) ? [explainUnfilled(parameter)] : [],
  );
}

/** The name below the path, levels joined by `_`. */
function relativeName({ name }: FoundMember, path: string): string {
  const prefix = path === '/' ? '/' : `${path}/`;
  return (name.startsWith(prefix) ? name.slice(prefix.length) : name).replaceAll('/', '_');
}

/** Stored env text is read by the rules of the dialect that it is written in: docker's has no quotes, the others have. */
function takeEnvText(mapping: Mapping, text: string): Taken<TakenVariables> {
  const { target } = mapping;
  const { entries, badLines, found } = parseEnvText(text);
  const docker =
    target.kind === 'env-file' && target.format === 'docker' ? parseDockerEnvText(text) : undefined;
  const bad = docker?.badLines ?? badLines;
  if (badLines.length > 0 || bad.length > 0) {
    const lines = badLines.length > 0 ? badLines : bad;
    return wrong(
      explainBadLines(requestName(mapping), lines, badLines.length > 0 ? found : undefined),
    );
  }
  const readings = Map.groupBy(entries, ({ name }) => name);
  const values = (docker?.variables ?? entries).map(({ name, value }) => ({
    name,
    value,
    readings: readings.get(name)?.flatMap((entry) => entry.readings) ?? [value],
  }));
  // A name that stands there twice has its last value, as for every reader.
  return named(mapping, [...new Map(values.map((value) => [value.name, value])).values()], false);
}

/** @param whyUnfilled tells of a value that is taken whether it was never filled in */
function named<Value extends NamedValue>(
  mapping: Mapping,
  values: readonly Value[],
  isTransformed: boolean,
  whyUnfilled: (value: Value) => readonly SourceProblem[] = () => [],
): Taken<TakenVariables> {
  const { target, naming } = mapping;
  const { variables, wrong: misnamed } = nameVariables(values, naming, isTransformed);
  const request = requestName(mapping);
  const problems = [
    ...misnamed.map(({ message, fix }) => ({ message: `${request} ${message}`, fix })),
    ...variables
      .filter(({ name }) => target.kind === 'env-var' && takesOver(name))
      .map(({ name }) => refusedName(name)),
    ...variables.flatMap(whyUnfilled),
  ];
  return problems.length > 0 ? wrong(...problems) : { kind: 'variables', variables };
}

/** Whether a whole value means "created, never filled in". */
export function isPlaceholder(text: string, placeholders: readonly string[]): boolean {
  return placeholders.includes(text.trim());
}
