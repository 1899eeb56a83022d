import { backslashBefore, escapeLineBreaks } from './escape.ts';
import { entry, type WriteResult } from './write-result.ts';

/** What single quotes cannot hold; a last backslash would escape the closing quote. */
const NEEDS_DOUBLE_QUOTES = /['\n\r]|\\$/;

/**
 * Docker Compose (`--env-file`, `env_file`): nothing is expanded in single quotes, `$` and C-like
 * escapes in double quotes. Rules: the `dotenv` package of compose-go.
 */
export function writeCompose(name: string, value: string): WriteResult {
  return NEEDS_DOUBLE_QUOTES.test(value)
    ? entry(name, `"${escapeLineBreaks(backslashBefore(/[\\"$]/g, value))}"`)
    : entry(name, `'${value}'`);
}
