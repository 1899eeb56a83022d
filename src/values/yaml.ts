import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { JsonNode, JsonResult } from './json.ts';

const MOST_NODES = 100_000;

/**
 * Reads a YAML document (YAML 1.2.2, core schema) into the shape of JSON, numbers by their source text. Anchors and aliases
 * are followed; keys are texts.
 */
export function parseYaml(text: string): JsonResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    if (error.code === 'DUPLICATE_KEY') {
      return { kind: 'duplicate-key', line, column: col, value: { kind: 'null' } };
    }
    return {
      kind: 'invalid',
      line,
      column: col,
      reason: error.code.toLowerCase().replaceAll('_', ' '),
    };
  }
  const budget = { nodes: MOST_NODES };
  const value = toNode(document.contents, document, budget);
  return budget.nodes < 0
    ? { kind: 'invalid', line: 1, column: 1, reason: 'the aliases stand for too many values' }
    : { kind: 'json', value };
}

function toNode(node: Node | null, document: Document, budget: { nodes: number }): JsonNode {
  budget.nodes -= 1;
  if (node === null || budget.nodes < 0) return { kind: 'null' };
  if (isAlias(node)) return toNode(node.resolve(document) ?? null, document, budget);
  if (isMap(node)) {
    return {
      kind: 'object',
      members: node.items.map(({ key, value }) => ({
        key: isScalar(key) ? (key.source ?? String(key.value)) : '',
        value: toNode(value as Node | null, document, budget),
      })),
    };
  }
  if (isSeq(node)) {
    return {
      kind: 'array',
      items: node.items.map((item) => toNode(item as Node | null, document, budget)),
    };
  }
  return isScalar(node) ? scalarNode(node.value, node.source) : { kind: 'null' };
}

function scalarNode(value: unknown, source: string | undefined): JsonNode {
  if (value === null || value === undefined) return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number' || typeof value === 'bigint') {
    return { kind: 'number', source: source ?? String(value) };
  }
  return { kind: 'string', value: String(value) };
}
