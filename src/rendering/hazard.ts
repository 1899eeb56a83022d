import type { Consumer, DollarPolicy } from './context.ts';
import type { Delimiters, Piece } from './grammar.ts';
import { Refusal } from './problem.ts';
import { scan } from './scan.ts';

/** What a text is made of once values are put in. */
export type Segment =
  /** Of the template, with what version 3 reads in it: its escapes decoded. */
  | { readonly kind: 'text'; readonly text: string; readonly read: string }
  /** A variable that the framework resolves. */
  | { readonly kind: 'variable'; readonly text: string }
  /** A value, to be read as it is. */
  | { readonly kind: 'value'; readonly text: string };

/** How the texts of a template are read after it was rendered, and what is done about it. */
export interface ReaderPolicy {
  readonly consumer: Consumer;
  readonly dollar: DollarPolicy;
  readonly delimiters: Delimiters;
}

/**
 * Joins segments to a text in which the reader sees the template's variables and the values as they are.
 *
 * @throws Refusal (`hazard`) where it would see something else
 */
export function joinSegments(segments: readonly Segment[], policy: ReaderPolicy): string {
  const merged = mergeValues(segments);
  if (policy.consumer === 'none' || policy.dollar === 'verbatim') {
    return merged.map(({ text }) => text).join('');
  }
  const escaped = policy.dollar === 'escape' ? merged.map(withEscapes) : merged;
  const text = escaped.map((segment) => segment.text).join('');
  if (isReadByV3(text, merged, policy) && isReadByV4(text, merged, policy)) return text;
  throw new Refusal(
    'hazard',
    'its value, put here, would be read by the framework as a variable or an escape',
    policy.dollar === 'escape'
      ? 'Version 3 has no spelling for it: store another value, or set dollar=verbatim in render-options'
      : 'Store another value, or set in render-options dollar=verbatim (as the framework would do), dollar=escape with consumer=v3, or consumer=none',
  );
}

/** Values that stand side by side are one: the escapes of one depend on the other. */
function mergeValues(segments: readonly Segment[]): readonly Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    if (segment.kind === 'value' && last?.kind === 'value') {
      merged[merged.length - 1] = { kind: 'value', text: last.text + segment.text };
    } else if (segment.text !== '') {
      merged.push(segment);
    }
  }
  return merged;
}

/** The escapes of version 3: an odd run of backslashes makes `${` a text. */
function withEscapes(segment: Segment, index: number, segments: readonly Segment[]): Segment {
  if (segment.kind !== 'value') return segment;
  const following = segments
    .slice(index + 1, index + 3)
    .map(({ text }) => text)
    .join('');
  let text = segment.text.replace(/(\\*)\$\{/g, (_, run: string) => `${run}${run}\\\${`);
  if (following.startsWith('{')) {
    text = text.replace(/(\\*)\$$/, (_, run: string) => `${run}${run}\\$`);
  }
  if (/^\\*\$\{/.test(following)) {
    text = text.replace(/\\+$/, (run) => run + run);
  }
  return { kind: 'value', text };
}

/** Texts and variables in turn, as a reader finds them. */
type Found = readonly { readonly kind: 'text' | 'variable'; readonly text: string }[];

function isReadByV3(text: string, segments: readonly Segment[], policy: ReaderPolicy): boolean {
  if (policy.consumer === 'v4') return true;
  const intended = segments.map((segment): Found[number] => ({
    kind: segment.kind === 'variable' ? 'variable' : 'text',
    text: segment.kind === 'text' ? segment.read : segment.text,
  }));
  return describe(intended) === describe(foundByV3(text, policy.delimiters));
}

function foundByV3(text: string, delimiters: Delimiters): Found {
  return scan(text, delimiters).map((piece) => foundPiece(piece, text));
}

function foundPiece(piece: Piece, text: string): Found[number] {
  const source = text.slice(piece.start, piece.end);
  switch (piece.kind) {
    case 'text':
      return { kind: 'text', text: source };
    case 'escape':
    case 'backslashes':
      return { kind: 'text', text: piece.decoded };
    case 'variable':
    case 'fault':
      return { kind: 'variable', text: source };
  }
}

/** A key that is equal for equal readings. */
function describe(found: Found): string {
  const parts: { kind: string; text: string }[] = [];
  for (const { kind, text } of found) {
    const last = parts.at(-1);
    if (kind === 'text' && last?.kind === 'text') last.text += text;
    else if (text !== '') parts.push({ kind, text });
  }
  return JSON.stringify(parts);
}

/**
 * Version 4 has no escapes and finds variables by a pattern: none may come up that the template does not have. The
 * pattern here is wider than its own, so that it errs on the side of a refusal.
 */
function isReadByV4(text: string, segments: readonly Segment[], policy: ReaderPolicy): boolean {
  if (policy.consumer === 'v3') return true;
  const own = segments.map((segment) => (segment.kind === 'value' ? '\n' : segment.text)).join('');
  return countForV4(text, policy.delimiters) === countForV4(own, policy.delimiters);
}

function countForV4(text: string, delimiters: Delimiters): number {
  const last = text.lastIndexOf('}');
  const pattern =
    delimiters === '${ }'
      ? /\$\{\s*[a-z][\w.-]*\s*(?:\(|:(?!:))/g
      : /\$\{\{\s*[a-z][\w.-]*\s*[(:]/g;
  return [...text.matchAll(pattern)].filter(({ index }) => index < last).length;
}
