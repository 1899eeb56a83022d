import { escapeLineBreaks } from './escape.ts';
import { guardedQuotes } from './guarded-quotes.ts';
import { entry, unrepresentable, type WriteResult } from './write-result.ts';

/** What begins a comment, or ends a line for `$` in a JavaScript regular expression. */
const COMMENT_OR_LINE_END = /[#\n\u2028\u2029]/;

/** A backslash and a letter that together would be expanded inside double quotes. */
const LITERAL_ESCAPE = /\\[nr]/;

/**
 * The npm package dotenv, versions 16 to 18. It knows three kinds of quotes and no escape for any
 * of them; only `\n` and `\r` are expanded, and only in double quotes. A raw carriage return
 * becomes a line feed. Rules: `lib/main.js` of motdotla/dotenv.
 */
export function writeDotenv(name: string, value: string): WriteResult {
  const quoted = value.includes('\r')
    ? doubleQuoted(value)
    : (asItIs(value) ?? doubleQuoted(value));
  return quoted === undefined ? unrepresentable(reason(value)) : entry(name, quoted);
}

function asItIs(value: string): string | undefined {
  if (!value.includes("'")) return guardedQuotes("'", value);
  if (!value.includes('`')) return guardedQuotes('`', value);
  if (!value.includes('"') && !LITERAL_ESCAPE.test(value)) return guardedQuotes('"', value);
  return stripsOuterPair(value) ? guardedQuotes("'", value) : undefined;
}

function doubleQuoted(value: string): string | undefined {
  if (LITERAL_ESCAPE.test(value)) return undefined;
  const body = escapeLineBreaks(value);
  return !body.includes('"') || stripsOuterPair(body) ? guardedQuotes('"', body) : undefined;
}

/**
 * Whether quotes around `body` are stripped although it contains the same kind: the reader's
 * expression then falls back to its unquoted branch, which takes the text up to a comment or the
 * end of the line and strips one outer pair.
 */
function stripsOuterPair(body: string): boolean {
  return !COMMENT_OR_LINE_END.test(body);
}

function reason(value: string): string {
  return LITERAL_ESCAPE.test(value)
    ? 'it needs double quotes, and contains a backslash before an n or r'
    : 'it needs double quotes, and contains them together with a # or a line separator';
}
