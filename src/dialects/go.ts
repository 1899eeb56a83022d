import { backslashBefore, escapeLineBreaks } from './escape.ts';
import { entry, unrepresentable, type WriteResult } from './write-result.ts';

/** A quote, comment or blank that an unquoted value cannot begin with, a line break, a comment. */
const NEEDS_QUOTES = /^['"#\s\u0085]|[\n\r]|[\s\u0085]#/;

const EMPTY_EXPANSION = `\${0}`;

/**
 * joho/godotenv 1.5. It takes a backslash before the closing quote for an escape, escaped or not,
 * so a value that ends in one can only be unquoted. It trims all quotes from the end of a quoted
 * value, so an empty expansion has to follow a quote there. Rules: its `parser.go`.
 */
export function writeGo(name: string, value: string): WriteResult {
  if (!value.endsWith('\\')) {
    const end = value.endsWith('"') ? EMPTY_EXPANSION : '';
    return entry(name, `"${escapeLineBreaks(backslashBefore(/[\\"$]/g, value))}${end}"`);
  }
  return NEEDS_QUOTES.test(value)
    ? unrepresentable('it ends with a backslash and contains what needs quotes')
    : entry(name, backslashBefore(/\$/g, value));
}
