import { visit } from 'jsonc-parser';
import { type JsonNode, parseJson } from '../values/json.ts';
import {
  changedNode,
  dollarOffset,
  type OpenedDocument,
  readsBackWrong,
  type Slot,
  type SlotChange,
  type Splice,
  sameNode,
  spliced,
} from './document.ts';

const BOM = '\uFEFF';

interface JsonSlot extends Slot {
  readonly start: number;
  readonly end: number;
}

/** A JSON file: every string that is no key is a slot. */
export function openJson(text: string): OpenedDocument {
  const bom = text.startsWith(BOM) ? BOM : '';
  const body = text.slice(bom.length);
  const parsed = parseJson(body);
  if (parsed.kind === 'invalid') {
    const offset = offsetOf(text, parsed.line, parsed.column);
    const message = `this is not valid JSON: ${parsed.reason}`;
    return {
      kind: 'faults',
      faults: [{ code: 'json_syntax', offset, message, fix: 'Mend the file' }],
    };
  }
  const slots = findSlots(body, bom.length);
  return {
    kind: 'document',
    document: {
      slots,
      isPlainText: false,
      configuration: parsed.value,
      refuses: () => undefined,
      spelling: (value) => JSON.stringify(value).slice(1, -1),
      write: (changes) => write(text, bom, slots, parsed.value, changes),
    },
  };
}

function findSlots(body: string, shift: number): readonly JsonSlot[] {
  const slots: JsonSlot[] = [];
  visit(body, {
    onLiteralValue: (value, offset, length, _line, _column, pathOf) => {
      if (typeof value !== 'string') return;
      const start = offset + shift;
      const source = body.slice(offset, offset + length);
      slots.push({
        text: value,
        path: value.includes('$') ? pathOf().map(String) : [],
        start,
        end: start + length,
        offsetOf: (index) => dollarOffset(value, index, source, start),
      });
    },
  });
  return slots;
}

function write(
  text: string,
  bom: string,
  slots: readonly JsonSlot[],
  before: JsonNode,
  changes: ReadonlyMap<Slot, SlotChange>,
): string {
  const splices = slots.flatMap((slot): Splice[] => {
    const change = changes.get(slot);
    if (change === undefined) return [];
    return [{ start: slot.start, end: slot.end, text: jsonText(changedNode(change)) }];
  });
  const result = spliced(text, splices);
  const after = parseJson(result.slice(bom.length));
  const nodes = slots
    .map((slot) => changes.get(slot))
    .map((change) => change && changedNode(change));
  if (after.kind === 'invalid' || !sameNode(intended(before, nodes.values()), after.value)) {
    throw readsBackWrong();
  }
  return result;
}

/** JSON with a blank behind each comma and colon. */
function jsonText(node: JsonNode): string {
  switch (node.kind) {
    case 'array':
      return `[${node.items.map(jsonText).join(', ')}]`;
    case 'object':
      return `{${node.members.map(({ key, value }) => `${JSON.stringify(key)}: ${jsonText(value)}`).join(', ')}}`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.source;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

/** The document with its strings, in their order, replaced where there is a change for them. */
function intended(node: JsonNode, changes: Iterator<JsonNode | undefined>): JsonNode {
  switch (node.kind) {
    case 'string':
      return changes.next().value ?? node;
    case 'array':
      return { kind: 'array', items: node.items.map((item) => intended(item, changes)) };
    case 'object':
      return {
        kind: 'object',
        members: node.members.map(({ key, value }) => ({ key, value: intended(value, changes) })),
      };
    case 'number':
    case 'boolean':
    case 'null':
      return node;
  }
}

/** The offset of a 1-based line and column, counted without the byte order mark. */
function offsetOf(text: string, line: number, column: number): number {
  let start = text.startsWith(BOM) ? 1 : 0;
  for (let left = line - 1; left > 0; left -= 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
