import { type CST, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml';
import {
  changedNode,
  type DocumentFault,
  dollarOffset,
  type OpenedDocument,
  readsBackWrong,
  type Slot,
  type SlotChange,
  type Splice,
  spliced,
} from './document.ts';
import { editBlock } from './yaml-block.ts';
import { sameDocuments } from './yaml-comparison.ts';
import { configurationOf, isMergeKey } from './yaml-configuration.ts';
import { doubleQuoted, escapedText, flowText } from './yaml-scalar.ts';
import { parseYaml, type YamlFault } from './yaml-text.ts';

export interface YamlSlot extends Slot {
  readonly scalar: Scalar.Parsed;
}

/**
 * A YAML file of one or more documents: every scalar that is a text and no key is a slot.
 *
 * @param isStrict whether what the framework refuses is a fault: keys that a mapping has twice, a merge of a text
 */
export function openYaml(text: string, isStrict: boolean): OpenedDocument {
  const { documents, faults } = parseYaml(text);
  if (faults.length > 0)
    return { kind: 'faults', faults: faults.map((fault) => explain(fault, text)) };

  const walk = new Walk(text, isStrict);
  for (const document of documents) walk.visit(document.contents, []);
  if (walk.faults.length > 0) return { kind: 'faults', faults: walk.faults };

  const { slots } = walk;
  return {
    kind: 'document',
    document: {
      slots,
      isPlainText: false,
      configuration: configurationOf(documents[0]),
      refuses,
      spelling: escapedText,
      write: (changes) => {
        const result = spliced(text, splicesOf(text, slots, changes));
        const intended = new Map(
          slots.flatMap((slot) => {
            const change = changes.get(slot);
            return change === undefined ? [] : [[slot.scalar, changedNode(underTag(slot, change))]];
          }),
        );
        const after = parseYaml(result);
        if (after.faults.length > 0 || !sameDocuments(documents, after.documents, intended)) {
          throw readsBackWrong();
        }
        return result;
      },
    },
  };
}

/** Collects the slots in the order of the file. */
class Walk {
  readonly slots: YamlSlot[] = [];
  readonly faults: DocumentFault[] = [];
  private readonly text: string;
  private readonly isStrict: boolean;

  constructor(text: string, isStrict: boolean) {
    this.text = text;
    this.isStrict = isStrict;
  }

  visit(node: unknown, path: readonly string[]): void {
    if (isAlias(node)) return;
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) this.visit(item, [...path, String(index)]);
    } else if (isMap(node)) {
      this.visitMap(node, path);
    } else if (isScalar(node) && typeof node.value === 'string') {
      this.addSlot(node as Scalar.Parsed, node.value, path);
    }
  }

  private visitMap(map: YAMLMap, path: readonly string[]): void {
    const keys = new Set<string>();
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '?';
      const isMerge = isMergeKey(key);
      if (isScalar(key) && !isMerge) {
        if (keys.has(name)) this.refuse(key, 'a mapping has this key twice');
        keys.add(name);
      }
      if (isMerge && isScalar(value)) {
        this.refuse(
          value,
          'only mappings can be merged with <<, and this is a text when the file is loaded',
        );
      }
      this.visit(value, [...path, name]);
    }
  }

  private refuse({ range }: Scalar, message: string): void {
    if (!this.isStrict) return;
    const fix = 'Mend the file: the framework cannot load it';
    this.faults.push({ code: 'yaml_syntax', offset: range?.[0] ?? 0, message, fix });
  }

  private addSlot(scalar: Scalar.Parsed, text: string, path: readonly string[]): void {
    const { text: file } = this;
    const [start, end] = scalar.range;
    const token = scalar.srcToken;
    const from = token?.type === 'block-scalar' ? end - token.source.length : start;
    this.slots.push({
      scalar,
      text,
      path,
      offsetOf: (index) => dollarOffset(text, index, file.slice(from, end), from),
    });
  }
}

/** A tag decides how its scalar is read, in place of the quotes. */
function refuses({ scalar }: YamlSlot, change: SlotChange): string | undefined {
  if (scalar.tag === undefined || change.kind === 'text') return undefined;
  const { kind } = change.node;
  if (scalar.tag.startsWith('tag:yaml.org')) return `its tag makes it a text, and this is ${kind}`;
  return kind === 'null' ? 'null under a tag would be read as a text' : undefined;
}

/** Under a tag of CloudFormation a number is read as its text. */
function underTag({ scalar }: YamlSlot, change: SlotChange): SlotChange {
  const node = changedNode(change);
  const isTagged = scalar.tag !== undefined;
  if (isTagged && node.kind === 'number') return { kind: 'text', text: node.source, edits: [] };
  if (isTagged && node.kind === 'boolean') {
    return { kind: 'text', text: String(node.value), edits: [] };
  }
  return change;
}

function splicesOf(
  text: string,
  slots: readonly YamlSlot[],
  changes: ReadonlyMap<Slot, SlotChange>,
): readonly Splice[] {
  return slots.flatMap((slot) => {
    const change = changes.get(slot);
    return change === undefined ? [] : [spliceOf(text, slot, underTag(slot, change))];
  });
}

function spliceOf(text: string, { scalar, text: cooked }: YamlSlot, change: SlotChange): Splice {
  const [start, end] = scalar.range;
  const token = scalar.srcToken;
  const written = change.kind === 'text' ? doubleQuoted(change.text) : flowText(change.node);
  if (token?.type !== 'block-scalar') return { start, end, text: written };

  const bodyStart = end - token.source.length;
  if (change.kind === 'text' && change.edits.length > 0) {
    const body = editBlock(token, cooked, change.edits);
    if (body !== undefined) return { start: bodyStart, end, text: body };
  }
  return {
    start,
    end: start + lengthOfContent(text.slice(start, end)),
    text: written + comment(token),
  };
}

/** Without the line breaks at the end, which stay in the file. */
function lengthOfContent(block: string): number {
  return block.replace(/(?:\r?\n[ \t]*)+$/, '').length;
}

/** The comment behind `|` or `>`, with the blanks before it. */
function comment({ props }: CST.BlockScalar): string {
  const index = props.findIndex(({ type }) => type === 'comment');
  if (index === -1) return '';
  const sources = props.map((prop) => ('source' in prop ? prop.source : ''));
  return sources.slice(index - 1, index + 1).join('');
}

function explain({ offset, code }: YamlFault, text: string): DocumentFault {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = text.slice(lineStart).split('\n', 1);
  const isUnquoted = /\$\{+\s*[a-z]/.test(line);
  return {
    code: 'yaml_syntax',
    offset,
    message: `this is not valid YAML (${code})`,
    fix: isUnquoted
      ? 'Put quotes around the variable: within [ ] and { }, and where it contains ": " or " #", YAML reads the brackets itself'
      : 'Mend the file',
  };
}
