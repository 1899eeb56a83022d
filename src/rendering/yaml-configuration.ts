import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { JsonNode } from '../values/json.ts';
import { parseYaml } from './yaml-text.ts';

type Members = Map<string, JsonNode>;

/**
 * A YAML file as the framework loads it: aliases and merge keys followed, CloudFormation's short tags written out,
 * variables still in their texts. Of several documents the first.
 *
 * @returns undefined where it is no YAML
 */
export function readConfiguration(text: string): JsonNode | undefined {
  const { documents, faults } = parseYaml(text);
  return faults.length > 0 ? undefined : configurationOf(documents[0]);
}

/** The same of a document that is parsed already. */
export function configurationOf(document: Document.Parsed | undefined): JsonNode {
  if (document === undefined) return { kind: 'null' };
  return new Conversion(document).node(document.contents);
}

/** Converts each node once, so that an alias is its anchor's very node. */
class Conversion {
  private readonly document: Document.Parsed;
  private readonly known = new Map<Node, JsonNode>();

  constructor(document: Document.Parsed) {
    this.document = document;
  }

  node(node: unknown): JsonNode {
    if (isAlias(node)) return this.node(node.resolve(this.document));
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return { kind: 'null' };
    const known = this.known.get(node);
    if (known !== undefined) return known;
    // An alias within its own anchor: the framework refuses it, and null ends the way here.
    this.known.set(node, { kind: 'null' });
    const value = this.tagged(node.tag, this.content(node));
    this.known.set(node, value);
    return value;
  }

  private content(node: unknown): JsonNode {
    if (isMap(node)) {
      const members: Members = new Map();
      this.addMembers(node, members);
      return { kind: 'object', members: [...members].map(([key, value]) => ({ key, value })) };
    }
    if (isSeq(node)) return { kind: 'array', items: node.items.map((item) => this.node(item)) };
    return isScalar(node) ? scalarNode(node) : { kind: 'null' };
  }

  private addMembers(map: YAMLMap, members: Members): void {
    const merged: Members = new Map();
    for (const pair of map.items) {
      if (!isPair(pair)) continue;
      if (isMergeKey(pair.key)) this.merge(pair.value, merged);
      else if (isScalar(pair.key)) members.set(String(pair.key.value), this.node(pair.value));
    }
    for (const [key, value] of merged) if (!members.has(key)) members.set(key, value);
  }

  private merge(value: unknown, merged: Members): void {
    const target = isAlias(value) ? value.resolve(this.document) : value;
    if (isSeq(target)) {
      for (const item of target.items) this.merge(item, merged);
      return;
    }
    const node = this.node(target);
    if (node.kind !== 'object') return;
    for (const { key, value: member } of node.members) {
      if (!merged.has(key)) merged.set(key, member);
    }
  }

  private tagged(tag: string | undefined, value: JsonNode): JsonNode {
    if (tag === undefined || !/^![A-Za-z]/.test(tag)) return value;
    const name = tag.slice(1);
    const key = ['Ref', 'Condition'].includes(name) ? name : `Fn::${name}`;
    return { kind: 'object', members: [{ key, value }] };
  }
}

/** `<<`, which is a key like any other in quotes. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

function scalarNode({ value }: Scalar): JsonNode {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', value };
    case 'number':
      return { kind: 'number', source: String(value) };
    case 'boolean':
      return { kind: 'boolean', value };
    default:
      return { kind: 'null' };
  }
}
