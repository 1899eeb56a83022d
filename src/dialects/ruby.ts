import { backslashBefore } from './escape.ts';
import { guardedQuotes } from './guarded-quotes.ts';
import { entry, unrepresentable, type WriteResult } from './write-result.ts';

/**
 * Ruby's dotenv 3. Nothing is expanded in single quotes; where their own kind is inside, the
 * reader's expression falls back to its unquoted branch, which strips the outer pair but knows no
 * comment and no second line. Rules: `parser.rb` and `substitutions/` of bkeepers/dotenv.
 */
export function writeRuby(name: string, value: string): WriteResult {
  if (value.includes('\r')) return unrepresentable('it contains a carriage return');
  const singleQuotes = !value.includes("'") || !/[#\n]/.test(value);
  return singleQuotes
    ? entry(name, guardedQuotes("'", value))
    : entry(name, guardedQuotes('"', escapeDollars(backslashBefore(/[\\"]/g, value))));
}

/**
 * Escapes each `$`. The reader takes the backslash before `$(` away only where a whole command
 * follows, and does not look for commands inside one: so of nested ones the outermost is escaped.
 */
function escapeDollars(text: string): string {
  let commandEnd = 0;
  return text.replaceAll('$', (dollar, at: number) => {
    if (text[at + 1] !== '(') return `\\${dollar}`;
    const end = at < commandEnd ? undefined : endOfCommand(text, at + 1);
    if (end === undefined) return dollar;
    commandEnd = end;
    return `\\${dollar}`;
  });
}

/** The place after the bracket that closes the one at `open`; none where a pair inside is empty. */
function endOfCommand(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text.startsWith('()', at)) return undefined;
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}
