import { commonWords } from './common-words.ts';
import { hasFewDigits, isQuoted, pemParts, textParts } from './parts.ts';

/** What is known about a secret when it is to be masked. Without a name it is not reported as unmasked. */
export type Maskable =
  /** A variable's value or a plain file's text; several readings of one variable are several Maskables of one name. */
  | { readonly kind: 'text'; readonly name?: string; readonly text: string }
  /** PEM blocks, of which only the body is secret. */
  | { readonly kind: 'pem'; readonly name?: string; readonly text: string };

export interface MaskingRules {
  /** Texts that are no secrets whatever their case: the environment's name, the regions. */
  readonly neverMask: readonly string[];
  /** Names whose values are no secrets. */
  readonly unmaskedNames: readonly string[];
}

export interface Masks {
  /**
   * To be registered with the runner one by one. No duplicates, and none with CR or LF: the runner registers each line
   * of what it is given, however short. What a workflow command must escape is the caller's work.
   */
  readonly values: readonly string[];
  /** Names of which at least one reading that is not empty stays as it is in the log, sorted, no duplicates. */
  readonly unmasked: readonly string[];
}

/** Shorter values stand in too many log lines by chance. */
const MIN_CHARACTERS = 4;

const SHORT_NUMBER = /^[+-]?[0-9]{0,5}\.?[0-9]{0,5}$/;
const JSON_PUNCTUATION = /^[\s{}[\],:"]*$/;
/** Also with the quote, the comma or the literal `\n` that stands beside it in an env text or in JSON. */
const PEM_BOUNDARY = /^["'`]*-----(?:BEGIN|END) [^-]*-----(?:\\[rn]|["'`,])*$/;
/** The headers of an encrypted key (RFC 1421): the algorithm and the salt, which open nothing. */
const PEM_HEADER = /^(?:Proc-Type|DEK-Info):/;

/**
 * Chooses what the runner is to mask. A value is taken apart (see `parts.ts`), and of its parts those are left that hide
 * something: not blank, at least 4 characters, no number of fewer than 6 digits, no PEM header, no JSON punctuation, no
 * common word and none of `neverMask`. Blanks and quotes around a part do not count, since the runner masks what is
 * inside them too (trim and TrimDoubleQuotes in its ValueEncoders).
 */
export function collectMasks(maskables: readonly Maskable[], rules: MaskingRules): Masks {
  const words = new Set([...commonWords, ...rules.neverMask].map((word) => word.toLowerCase()));
  const unmaskedNames = new Set(rules.unmaskedNames);

  const values = new Set<string>();
  const readings: { name: string; masks: readonly string[] }[] = [];
  for (const { kind, name, text } of maskables) {
    const parts = kind === 'pem' ? pemParts(text) : textParts(text);
    const masks = parts.filter((part) => hidesSomething(part, words));
    if (name !== undefined && bare(text) !== '') readings.push({ name, masks });
    if (name === undefined || !unmaskedNames.has(name)) {
      for (const mask of masks) values.add(mask);
    }
  }

  // Known only at the end: the value of a name in unmaskedNames is masked where another name has the same value.
  const unmasked = readings.filter(
    ({ masks }) => masks.length === 0 || masks.some((mask) => !values.has(mask)),
  );
  return { values: [...values], unmasked: [...new Set(unmasked.map(({ name }) => name))].sort() };
}

function hidesSomething(part: string, words: ReadonlySet<string>): boolean {
  const core = bare(part);
  return (
    hasCharacters(core, MIN_CHARACTERS) &&
    !(SHORT_NUMBER.test(core) && hasFewDigits(core)) &&
    !words.has(core.toLowerCase()) &&
    !JSON_PUNCTUATION.test(core) &&
    !PEM_BOUNDARY.test(core) &&
    !PEM_HEADER.test(core)
  );
}

/** The text without blanks and pairs of quotes around it. */
function bare(text: string): string {
  let core = text.trim();
  while (isQuoted(core)) core = core.slice(1, -1).trim();
  return core;
}

/** Characters as a person counts them: code points. */
function hasCharacters(text: string, count: number): boolean {
  return text.length >= 2 * count || [...text].length >= count;
}
