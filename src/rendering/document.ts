import type { JsonNode } from '../values/json.ts';
import type { ProblemCode } from './problem.ts';
import type { Substitution } from './substitution.ts';

/** A text of a file in which variables may stand: a scalar, a JSON string, the whole of a text file. */
export interface Slot {
  /** As its reader sees it: unescaped, folded, joined. */
  readonly text: string;
  /** Keys and indices that lead to it; empty in a text file. */
  readonly path: readonly string[];
  /** Where a dollar sign of `text` stands in the file; the beginning of the slot where that is not known. */
  offsetOf(index: number): number;
}

/** A change to one slot. */
export type SlotChange = Exclude<Substitution, { kind: 'same' }>;

/** A file whose texts can be changed without a change to any byte around them. */
export interface TemplateDocument {
  readonly slots: readonly Slot[];
  /** Whether it has no structure: stored values are put in as they are. */
  readonly isPlainText: boolean;
  /** What `self:` reads in it. */
  readonly configuration: JsonNode;
  /** Why a slot cannot become what a change says; undefined where it can. */
  refuses(slot: Slot, change: SlotChange): string | undefined;
  /** How a text that is put in stands in the file: with its escapes, without quotes. */
  spelling(text: string): string;
  /**
   * The file with its changes.
   *
   * @throws Error where the file then does not read as intended, which is an error of this program
   */
  write(changes: ReadonlyMap<Slot, SlotChange>): string;
}

/** Why a file is no template, and where. */
export interface DocumentFault {
  readonly code: Extract<ProblemCode, 'yaml_syntax' | 'json_syntax'>;
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

export type OpenedDocument =
  | { readonly kind: 'document'; readonly document: TemplateDocument }
  | { readonly kind: 'faults'; readonly faults: readonly DocumentFault[] };

/** A part of a file that another takes the place of. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts splices, in the order of the file, into its text. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let index = 0;
  for (const splice of splices) {
    parts.push(text.slice(index, splice.start), splice.text);
    index = splice.end;
  }
  parts.push(text.slice(index));
  return parts.join('');
}

/** Thrown where a written file does not read back as intended. Says nothing of its content. */
export function readsBackWrong(): Error {
  return new Error('A rendered file does not read back as intended');
}

/** Whether two values are equal; numbers as a reader computes them. */
export function sameNode(left: JsonNode, right: JsonNode): boolean {
  if (left.kind === 'number' && right.kind === 'number') {
    return Number(left.source) === Number(right.source);
  }
  if (left.kind === 'array' && right.kind === 'array') {
    const { items } = right;
    return (
      left.items.length === items.length &&
      left.items.every((item, index) => isSameAt(item, items[index]))
    );
  }
  if (left.kind === 'object' && right.kind === 'object') {
    const { members } = right;
    return (
      left.members.length === members.length &&
      left.members.every(({ key, value }, index) => {
        const other = members[index];
        return key === other?.key && isSameAt(value, other.value);
      })
    );
  }
  if (left.kind === 'string' && right.kind === 'string') return left.value === right.value;
  if (left.kind === 'boolean' && right.kind === 'boolean') return left.value === right.value;
  return left.kind === 'null' && right.kind === 'null';
}

function isSameAt(left: JsonNode, right: JsonNode | undefined): boolean {
  return right !== undefined && sameNode(left, right);
}

/** What a change makes of a slot. */
export function changedNode(change: SlotChange): JsonNode {
  return change.kind === 'node' ? change.node : { kind: 'string', value: change.text };
}

/** Finds dollar signs of a cooked text in its source, where both have as many. */
export function dollarOffset(cooked: string, index: number, source: string, start: number): number {
  if (dollarCount(cooked) !== dollarCount(source)) return start;
  const offset = nthDollar(source, dollarCount(cooked.slice(0, index)));
  return offset === -1 ? start : start + offset;
}

export function dollarCount(text: string): number {
  return text.split('$').length - 1;
}

/** The offset of a dollar sign of which there are `before` in front, or -1. */
export function nthDollar(text: string, before: number): number {
  let offset = text.indexOf('$');
  for (let left = before; left > 0 && offset !== -1; left -= 1) {
    offset = text.indexOf('$', offset + 1);
  }
  return offset;
}
