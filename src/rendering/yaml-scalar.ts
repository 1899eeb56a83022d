import type { JsonNode } from '../values/json.ts';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

// What YAML 1.1 readers refuse or take for a line break, besides quote and backslash; a surrogate without its other half.
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped.
  /["\\\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text as a double-quoted scalar on one line, which YAML 1.1 and 1.2 read alike in every place. */
export function doubleQuoted(text: string): string {
  return `"${escapedText(text)}"`;
}

/** The same without the quotes. */
export function escapedText(text: string): string {
  return text.replace(UNPRINTABLE, (unit) => ESCAPES.get(unit) ?? numericEscape(unit));
}

/** Whether a text can stand in a block scalar as it is, its line breaks aside. */
export function isPrintable(text: string): boolean {
  return escapedText(text).replaceAll('\\\\', '\\').replaceAll('\\"', '"') === text;
}

function numericEscape(unit: string): string {
  const code = unit.charCodeAt(0).toString(16);
  return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
}

/** A value in flow style, with every text and key in quotes. */
export function flowText(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return doubleQuoted(node.value);
    case 'array':
      return `[${node.items.map(flowText).join(', ')}]`;
    case 'object':
      return `{${node.members.map(({ key, value }) => `${doubleQuoted(key)}: ${flowText(value)}`).join(', ')}}`;
    case 'number':
      return numberText(node.source);
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

/** A YAML 1.1 reader takes an exponent for one only behind a dot, and with a sign. */
function numberText(source: string): string {
  return source.replace(
    /^(-?\d+)(\.\d+)?[eE]([+-]?)(\d+)$/,
    (_, integer: string, fraction = '.0', sign: string, exponent: string) =>
      `${integer}${fraction}e${sign === '' ? '+' : sign}${exponent}`,
  );
}
