/** A command that a step gives the runner by printing a line. */
export interface WorkflowCommand {
  /** Lower case. */
  name: string;
  /** Unescaped. */
  properties: Record<string, string>;
  /** Unescaped, not trimmed. */
  data: string;
}

/** The order counts: `%25` comes last, so that `%250A` becomes the text `%0A` and no line break. */
const DATA_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const;
const PROPERTY_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
] as const;
const OLD_ESCAPES = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
] as const;

function decode(text: string, escapes: readonly (readonly [string, string])[]): string {
  return escapes.reduce((result, [escaped, plain]) => result.replaceAll(escaped, plain), text);
}

/**
 * Reads one line of a step's output as a command, in either spelling: `::name key=value::data` at
 * the start of the line (blanks before it are allowed), or the old `##[name key=value]data`
 * anywhere in it.
 * Source: actions/runner, `Runner.Common/ActionCommand.cs`.
 * @param known the names that are commands, in lower case.
 * @returns undefined for a line that is ordinary output.
 */
export function parseCommand(
  line: string,
  known: ReadonlySet<string>,
): WorkflowCommand | undefined {
  return parseCurrent(line.trimStart(), known) ?? parseOld(line, known);
}

function parseCurrent(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  if (!line.startsWith('::')) return undefined;
  const end = line.indexOf('::', 2);
  if (end < 0) return undefined;
  const { name, properties } = splitHead(line.slice(2, end), ',', PROPERTY_ESCAPES);
  if (!known.has(name)) return undefined;
  return { name, properties, data: decode(line.slice(end + 2), DATA_ESCAPES) };
}

function parseOld(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return undefined;
  const { name, properties } = splitHead(line.slice(start + 3, end), ';', OLD_ESCAPES);
  if (!known.has(name)) return undefined;
  return { name, properties, data: decode(line.slice(end + 1), OLD_ESCAPES) };
}

function splitHead(
  head: string,
  separator: string,
  escapes: readonly (readonly [string, string])[],
): { name: string; properties: Record<string, string> } {
  const blank = head.indexOf(' ');
  if (blank < 0) return { name: head.toLowerCase(), properties: {} };
  const properties: Record<string, string> = {};
  for (const property of head
    .slice(blank + 1)
    .trim()
    .split(separator)) {
    const equals = property.indexOf('=');
    const value = property.slice(equals + 1);
    if (equals > 0 && value !== '') properties[property.slice(0, equals)] = decode(value, escapes);
  }
  return { name: head.slice(0, blank).toLowerCase(), properties };
}
