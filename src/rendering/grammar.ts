import type { JsonNode } from '../values/json.ts';

/** What surrounds a variable. `${{ }}` is what `provider.variableSyntax` made of it in versions 1 and 2. */
export type Delimiters = '${ }' | '${{ }}';

/** The brackets of one variable, without the dollar sign: `{ }`, `{{ }}`, or `< >` of `$<ssm:…>`. */
export interface Brackets {
  readonly open: string;
  readonly close: string;
}

/** A text in which variables stand: the address or one of the params of a source. Blanks around it are cut off. */
export interface Phrase {
  /** Offsets in the scanned text, with the quotes where there are any. */
  readonly start: number;
  readonly end: number;
  readonly parts: readonly (string | Variable)[];
}

/** `type(params):address`, such as `ssm(raw):/db/password` or `self:custom.stage`. */
export interface CallSource {
  readonly kind: 'call';
  readonly start: number;
  readonly end: number;
  /** As it is written. */
  readonly text: string;
  readonly type: string;
  readonly params: readonly Phrase[];
  readonly address?: Phrase;
}

/** A fallback that is written out: a quoted string, a number, `true`, `false` or `null`. */
export interface LiteralSource {
  readonly kind: 'literal';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: JsonNode;
}

export type VariableSource = CallSource | LiteralSource;

/** `${source, source, …}`. */
export interface Variable {
  readonly kind: 'variable';
  /** The first of the dollar signs before the bracket: version 3 swallows all of them. */
  readonly start: number;
  /** The dollar sign that the bracket follows. */
  readonly dollar: number;
  readonly end: number;
  readonly brackets: Brackets;
  readonly sources: readonly VariableSource[];
}

/** Why a text that begins like a variable is none. */
export interface Fault {
  readonly code: 'syntax' | 'bad_literal';
  readonly message: string;
  readonly fix: string;
}

/** What a text consists of, in its order and without gaps. */
export type Piece =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  /**
   * Backslashes that version 3 reads: an odd run makes the `${` behind it a text, and `decoded` is that text up to the
   * dollar sign; an even run stands for half as many backslashes.
   */
  | {
      readonly kind: 'escape' | 'backslashes';
      readonly start: number;
      readonly end: number;
      readonly decoded: string;
    }
  | Variable
  /** A variable with an error in it, up to the bracket that seems to close it. */
  | {
      readonly kind: 'fault';
      readonly start: number;
      readonly end: number;
      /** Where the error is. */
      readonly at: number;
      readonly fault: Fault;
    };

const LEGACY_REGION = /^ssm\.([a-z0-9-]+)$/;

/** Whether a source reads from SSM: `ssm:…`, or `ssm.REGION:…` of version 1. */
export function isSsm(source: VariableSource): source is CallSource {
  return source.kind === 'call' && (source.type === 'ssm' || LEGACY_REGION.test(source.type));
}

/** The region in `ssm.REGION`. */
export function legacyRegion(type: string): string | undefined {
  return LEGACY_REGION.exec(type)?.[1];
}

/** The variables within a source's params and address, not those within these. */
export function nestedVariables(source: VariableSource): readonly Variable[] {
  if (source.kind === 'literal') return [];
  const phrases = source.address === undefined ? source.params : [...source.params, source.address];
  return phrases.flatMap(({ parts }) => parts.filter((part) => typeof part !== 'string'));
}

/** Whether SSM is read anywhere in a source, at any depth. */
export function mentionsSsm(source: VariableSource): boolean {
  return isSsm(source) || nestedVariables(source).some(({ sources }) => sources.some(mentionsSsm));
}
