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
// The reader is recursive; an alias may stand within its own anchor.
const MOST_LEVELS = 500;

/**
 * Reads a YAML document (YAML 1.2.2, core schema) into the shape of JSON, numbers by their source text. Anchors and aliases
 * are followed; keys are texts.
 */
export function parseYaml(text: string): JsonResult {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
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
  const budget = { nodes: MOST_NODES, levels: MOST_LEVELS };
  const value = toNode(document.contents, document, budget);
  return budget.nodes < 0
    ? {
        kind: 'invalid',
        line: 1,
        column: 1,
        reason: 'an alias has no anchor, or stands for too much',
      }
    : { kind: 'json', value };
}

interface Budget {
  /** Below 0: the document cannot be read. */
  nodes: number;
  readonly levels: number;
}

function toNode(node: Node | null, document: Document, budget: Budget): JsonNode {
  budget.nodes -= 1;
  if (node === null || budget.nodes < 0) return { kind: 'null' };
  if (isAlias(node)) {
    const anchored = node.resolve(document);
    if (anchored === undefined) budget.nodes = -1;
    return within(budget, (inner) => toNode(anchored ?? null, document, inner));
  }
  if (isMap(node)) {
    return within(budget, (inner) => ({
      kind: 'object',
      members: node.items.map(({ key, value }) => ({
        key: isScalar(key) ? (key.source ?? String(key.value)) : '',
        value: toNode(value as Node | null, document, inner),
      })),
    }));
  }
  if (isSeq(node)) {
    return within(budget, (inner) => ({
      kind: 'array',
      items: node.items.map((item) => toNode(item as Node | null, document, inner)),
    }));
  }
  return isScalar(node) ? scalarNode(node.value, node.source) : { kind: 'null' };
}

/** One level deeper, with what is left of the budget. */
function within(budget: Budget, read: (inner: Budget) => JsonNode): JsonNode {
  const inner = { nodes: budget.levels === 0 ? -1 : budget.nodes, levels: budget.levels - 1 };
  const node = inner.nodes < 0 ? ({ kind: 'null' } as const) : read(inner);
  budget.nodes = inner.nodes;
  return node;
}

function scalarNode(value: unknown, source: string | undefined): JsonNode {
  if (value === null || value === undefined) return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number' || typeof value === 'bigint') {
    return { kind: 'number', source: source ?? String(value) };
  }
  return { kind: 'string', value: String(value) };
}
