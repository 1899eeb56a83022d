import type { JsonNode } from '../values/json.ts';
import type { Replacement, Rewriting } from './chain.ts';
import type { Piece, Variable } from './grammar.ts';
import { joinSegments, type ReaderPolicy, type Segment } from './hazard.ts';
import { Refusal } from './problem.ts';

/** A part of a text that another takes the place of; offsets in the text before. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a text becomes. */
export type Substitution =
  | { readonly kind: 'same' }
  /** Another text; `edits` lead to it where nothing else had to change. */
  | { readonly kind: 'text'; readonly text: string; readonly edits: readonly TextEdit[] }
  /** Something that is no text, where the variable was the whole of it. */
  | { readonly kind: 'node'; readonly node: JsonNode };

/**
 * Puts the values into one text of a template.
 *
 * @param isPlainText whether the file has no structure: then a variable is never the whole of its text
 * @throws Refusal, Pending
 */
export function substitute(
  text: string,
  pieces: readonly Piece[],
  replacements: ReadonlyMap<Piece, Replacement>,
  policy: ReaderPolicy,
  isPlainText: boolean,
): Substitution {
  const [only] = pieces;
  const whole = pieces.length === 1 && only !== undefined ? replacements.get(only) : undefined;
  if (whole?.kind === 'value' && !isPlainText && isWhole(only, text)) {
    return wholeValue(whole.node, text, policy);
  }
  const segments = pieces.flatMap((piece, index) =>
    segmentsOf(piece, text, replacements, policy, pieces[index + 1]),
  );
  const joined = joinSegments(
    segments.map(({ segment }) => segment),
    policy,
  );
  if (joined === text) return { kind: 'same' };
  const plain = segments.map(({ segment }) => segment.text).join('');
  const edits = segments.flatMap(({ segment, start, end }) =>
    segment.text === text.slice(start, end) ? [] : [{ start, end, text: segment.text }],
  );
  return { kind: 'text', text: joined, edits: plain === joined ? edits : [] };
}

function isWhole(piece: Piece | undefined, text: string): boolean {
  return piece?.kind === 'variable' && piece.dollar === 0 && piece.end === text.length;
}

function wholeValue(node: JsonNode, text: string, policy: ReaderPolicy): Substitution {
  const safe = withSafeTexts(node, policy);
  if (safe.kind !== 'string') return { kind: 'node', node: safe };
  return {
    kind: 'text',
    text: safe.value,
    edits: [{ start: 0, end: text.length, text: safe.value }],
  };
}

/** The framework scans every text within an object or a list on its own. */
function withSafeTexts(node: JsonNode, policy: ReaderPolicy): JsonNode {
  switch (node.kind) {
    case 'string':
      return { kind: 'string', value: literalText(node.value, policy) };
    case 'array':
      return { kind: 'array', items: node.items.map((item) => withSafeTexts(item, policy)) };
    case 'object':
      return {
        kind: 'object',
        members: node.members.map(({ key, value }) => ({
          key,
          value: withSafeTexts(value, policy),
        })),
      };
    case 'number':
    case 'boolean':
    case 'null':
      return node;
  }
}

/** A text that the reader takes for this value. */
export function literalText(value: string, policy: ReaderPolicy): string {
  return joinSegments([{ kind: 'value', text: value }], policy);
}

interface Placed {
  readonly segment: Segment;
  readonly start: number;
  readonly end: number;
}

function segmentsOf(
  piece: Piece,
  text: string,
  replacements: ReadonlyMap<Piece, Replacement>,
  policy: ReaderPolicy,
  next: Piece | undefined,
): readonly Placed[] {
  const { start, end } = piece;
  const source = text.slice(start, end);
  switch (piece.kind) {
    case 'text':
      return [{ start, end, segment: { kind: 'text', text: source, read: source } }];
    case 'escape':
      return [{ start, end, segment: { kind: 'text', text: source, read: piece.decoded } }];
    case 'backslashes': {
      // Before a value they are text of their own; versions without escapes keep all of them.
      const isBeforeValue = next !== undefined && replacements.get(next)?.kind === 'value';
      const isHalved = policy.consumer === 'serverless' || policy.consumer === 'v3';
      const value = isHalved ? piece.decoded : source;
      return isBeforeValue
        ? [{ start, end, segment: { kind: 'value', text: value } }]
        : [{ start, end, segment: { kind: 'text', text: source, read: piece.decoded } }];
    }
    case 'fault':
      return [{ start, end, segment: { kind: 'variable', text: source } }];
    case 'variable':
      return variableSegments(piece, source, replacements.get(piece));
  }
}

function variableSegments(
  { start, dollar, end }: Variable,
  source: string,
  replacement: Replacement | undefined,
): readonly Placed[] {
  if (replacement === undefined || replacement.kind === 'keep') {
    return [{ start, end, segment: { kind: 'variable', text: source } }];
  }
  const dollars = source.slice(0, dollar - start);
  if (replacement.kind === 'variable') {
    return [{ start, end, segment: { kind: 'variable', text: dollars + replacement.text } }];
  }
  return [
    { start, end: dollar, segment: { kind: 'value', text: dollars } },
    { start: dollar, end, segment: { kind: 'value', text: embeddedText(replacement.node) } },
  ];
}

function embeddedText(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.source;
    case 'boolean':
      return String(node.value);
    case 'array':
      return node.items.map(embeddedText).join(',');
    case 'object':
      throw notText(
        'an object',
        'Read it as text with ssm(raw):/name, or let the variable be the whole value',
      );
    case 'null':
      throw notText('null', 'Let the variable be the whole value, or give another fallback');
  }
}

function notText(kind: string, fix: string): Refusal {
  return new Refusal('non_string_in_string', `${kind} cannot be a part of a text`, fix);
}

/** How values are written into variables that the framework goes on with (section "fallback chains"). */
export function rewritingFor(policy: ReaderPolicy, isPlainText: boolean): Rewriting {
  return {
    isReadOn: policy.consumer !== 'none',
    isRaw: isPlainText,
    literal: (value) => {
      const escaped = literalText(value, policy).replace(
        /[^A-Za-z0-9_./ -]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      return `"${escaped}"`;
    },
  };
}
