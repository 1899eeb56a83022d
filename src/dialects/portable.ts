import { entry, unrepresentable, type WriteResult } from './write-result.ts';

/** Why a value fits neither kind of quotes; the first that holds is told. */
const OBSTACLES: readonly (readonly [RegExp, string])[] = [
  [/'/, 'it contains a single quote together with a double quote, backslash, dollar or backtick'],
  [/\n/, 'it contains a line break together with a double quote, backslash, dollar or backtick'],
  [/\\\\/, 'it contains two backslashes in a row'],
  [/\\$/, 'it ends with a backslash'],
  [/\$\{/, 'it contains a dollar before an opening brace'],
];

/**
 * What single quotes hold in every reader. Two backslashes, a last one and `${` are read in another
 * way by python-dotenv; `="` can be the start of a value of several lines to phpdotenv.
 */
function fitsSingleQuotes(value: string): boolean {
  return !/['\n]|\\\\|\\$|\$\{|="/.test(value);
}

/** What double quotes hold in every reader, line breaks as they are. */
function fitsDoubleQuotes(value: string): boolean {
  return !/["\\$`]/.test(value);
}

/**
 * Only spellings that every reader which knows quotes takes for the same value: Compose, npm
 * dotenv, Node, python-dotenv, Ruby's dotenv, phpdotenv, godotenv, shells, systemd. The raw readers
 * (docker run, kubectl) share only what needs no quotes.
 */
export function writePortable(name: string, value: string): WriteResult {
  if (value.includes('\r')) return unrepresentable('it contains a carriage return');
  if (fitsSingleQuotes(value)) return entry(name, `'${value}'`);
  // In double quotes the last line would end with `="`: to phpdotenv the start of a further value.
  if (value.includes('\n') && value.endsWith('=')) {
    return unrepresentable('it contains a line break and ends with an equals sign');
  }
  if (fitsDoubleQuotes(value)) return entry(name, `"${value}"`);
  const obstacle = OBSTACLES.find(([pattern]) => pattern.test(value));
  return unrepresentable(obstacle?.[1] ?? 'it contains an equals sign before a double quote');
}
