import { entry, unrepresentable, type WriteResult } from './write-result.ts';

/** What an unquoted value cannot have: a comment, a further line, a quote or a blank at its edge. */
const NEEDS_QUOTES = /[#\n]|^['"`\s]|\s$/;

/**
 * `node --env-file` and `util.parseEnv`, Node 20 and 24: three quotes, no escapes, except that
 * `\n` in double quotes is a line feed; every carriage return is deleted. Rules:
 * `src/node_dotenv.cc` of nodejs/node.
 */
export function writeNode(name: string, value: string): WriteResult {
  if (value.includes('\r')) return unrepresentable('it contains a carriage return');
  if (!value.includes("'")) return entry(name, `'${value}'`);
  if (!value.includes('`')) return entry(name, `\`${value}\``);
  if (!value.includes('"') && !value.includes('\\n')) return entry(name, `"${value}"`);
  if (!NEEDS_QUOTES.test(value)) return entry(name, value);
  return unrepresentable('it needs quotes and contains every kind of quote that could hold it');
}
