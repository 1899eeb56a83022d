import { backslashBefore, escapeLineBreaks } from './escape.ts';
import { entry, type WriteResult } from './write-result.ts';

/** The default value of a variable without a name: here a dollar, here nothing. */
const DOLLAR = `\${:-$}`;
const NOTHING = `\${:-}`;

/**
 * python-dotenv, with the interpolation that is its default. It expands `${…}` in single quotes
 * too, where a default value is the one spelling that stands for `$` itself. Rules: `parser.py` and
 * `variables.py` of theskumar/python-dotenv.
 */
export function writePython(name: string, value: string): WriteResult {
  const text = value.replaceAll(/\$(?=\{)/g, () => DOLLAR);
  if (!/['\\\n\r]/.test(text)) return entry(name, `'${text}'`);
  // An empty expansion keeps a last backslash off the closing quote: the parser takes the two for
  // an escaped quote where another quote follows in the file.
  const end = value.endsWith('\\') ? NOTHING : '';
  return entry(name, `"${escapeLineBreaks(backslashBefore(/[\\"]/g, text))}${end}"`);
}
