import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Scalar } from 'yaml';
import type { JsonNode } from '../values/json.ts';
import { sameNode } from './document.ts';

/** What scalars are to become. */
type Intended = ReadonlyMap<Scalar, JsonNode>;

/**
 * Whether documents are those of before, in every node, tag and anchor, but for the scalars that were to change and
 * did.
 */
export function sameDocuments(
  before: readonly Document.Parsed[],
  after: readonly Document.Parsed[],
  intended: Intended,
): boolean {
  return (
    before.length === after.length &&
    before.every((document, index) => same(document.contents, after[index]?.contents, intended))
  );
}

function same(before: unknown, after: unknown, intended: Intended): boolean {
  if (isAlias(before)) return isAlias(after) && before.source === after.source;
  if (isPair(before)) {
    return (
      isPair(after) &&
      same(before.key, after.key, intended) &&
      same(before.value, after.value, intended)
    );
  }
  if (isScalar(before)) return sameScalar(before, after, intended);
  if (isSeq(before)) {
    return isSeq(after) && sameProperties(before, after) && sameItems(before, after, intended);
  }
  if (isMap(before)) {
    return isMap(after) && sameProperties(before, after) && sameItems(before, after, intended);
  }
  return before === after;
}

interface Collection {
  readonly items: readonly unknown[];
}

function sameItems(before: Collection, after: Collection, intended: Intended): boolean {
  return (
    before.items.length === after.items.length &&
    before.items.every((item, index) => same(item, after.items[index], intended))
  );
}

function sameScalar(before: Scalar, after: unknown, intended: Intended): boolean {
  const node = intended.get(before);
  if (node === undefined) {
    return isScalar(after) && sameProperties(before, after) && Object.is(before.value, after.value);
  }
  const read = nodeOf(after);
  return read !== undefined && hasProperties(after, before) && sameNode(node, read);
}

interface Properties {
  readonly tag?: string;
  readonly anchor?: string;
}

function sameProperties(before: Properties, after: Properties): boolean {
  return before.tag === after.tag && before.anchor === after.anchor;
}

function hasProperties(node: unknown, properties: Properties): boolean {
  return (isScalar(node) || isSeq(node) || isMap(node)) && sameProperties(properties, node);
}

/** A node that was written by `flowText` or `doubleQuoted`. */
function nodeOf(node: unknown): JsonNode | undefined {
  if (isSeq(node)) {
    const items = node.items.map(nodeOf);
    return items.every((item) => item !== undefined) ? { kind: 'array', items } : undefined;
  }
  if (isMap(node)) {
    const members = node.items.map(({ key, value }) => ({
      key: isScalar(key) && typeof key.value === 'string' ? key.value : undefined,
      value: nodeOf(value),
    }));
    const read = members.filter(
      (member): member is { key: string; value: JsonNode } =>
        member.key !== undefined && member.value !== undefined,
    );
    return read.length === members.length ? { kind: 'object', members: read } : undefined;
  }
  if (!isScalar(node)) return undefined;
  const { value } = node;
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'number') return { kind: 'number', source: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return value === null ? { kind: 'null' } : undefined;
}
