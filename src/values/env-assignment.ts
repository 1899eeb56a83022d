/** One `NAME=value` line of an env file before anybody has read the value. */
export interface Assignment {
  readonly name: string;
  /** Everything after the first `=`, as docker's raw dialect takes it. */
  readonly raw: string;
}

const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=(.*)$/s;

/** @returns the assignment on one physical line (without its line end), or undefined when it is none. */
export function parseAssignment(line: string): Assignment | undefined {
  const [, name, raw] = ASSIGNMENT.exec(line) ?? [];
  return name === undefined || raw === undefined ? undefined : { name, raw };
}

/** A value between quotes, as it stands in the file with LF line ends. */
export interface Quoted {
  /** The text between the quotes, nothing unescaped. */
  readonly inner: string;
  readonly quote: string;
}

/**
 * The value as npm dotenv reads it: quotes removed, `\n` and `\r` expanded in double quotes only, without quotes the
 * text before blank + `#`, trimmed. A quote that nothing closes belongs to the value.
 */
export function primaryReading(raw: string, quoted: Quoted | undefined): string {
  if (quoted === undefined) {
    const text = raw.trim();
    return /^['"`]/.test(text) ? text : withoutComment(text, /[ \t]#/);
  }
  return quoted.quote === '"' ? expandLineEnds(quoted.inner) : quoted.inner;
}

/**
 * All that the readers in the field make of one value, without duplicates and in no order that means anything: they
 * disagree on quotes, comments and escapes, and each of their results must be masked.
 *
 * @param raw the physical line (the first one, of a quoted value that spans lines) after its first `=`
 * @param quoted the value between quotes, when a closing quote was found
 */
export function readingsOf(raw: string, quoted: Quoted | undefined): string[] {
  const texts = quoted === undefined ? unquotedTexts(raw) : quotedTexts(quoted);
  const readings = [raw, raw.trim(), primaryReading(raw, quoted), ...texts.flatMap(unescapings)];
  return [...new Set(readings.flatMap(carriageReturnReadings))];
}

function unquotedTexts(raw: string): string[] {
  const text = raw.trim();
  const inner = /^(['"`])(.*)\1$/s.exec(text)?.[2];
  return [
    text,
    withoutComment(text, /#/),
    withoutComment(text, /[ \t]#/),
    joinShellWord(text),
    ...(inner === undefined ? [] : [inner]),
  ];
}

function quotedTexts({ inner, quote }: Quoted): string[] {
  // node ends the value at the next quote, whatever follows.
  const untilNextQuote = inner.split(quote, 1);
  return [inner, ...untilNextQuote, joinShellWord(`${quote}${inner}${quote}`)];
}

function withoutComment(text: string, start: RegExp): string {
  const index = text.search(start);
  return index < 0 ? text : text.slice(0, index).trim();
}

/** How a reader treats a backslash with the character after it: known pairs are replaced, of others `\` stays or goes. */
interface EscapeRule {
  readonly known: Readonly<Record<string, string>>;
  readonly others: 'kept' | 'without-backslash';
}

const CONTROLS = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const SHELL: EscapeRule = {
  known: { '\\': '\\', '"': '"', $: '$', '`': '`', '\n': '' },
  others: 'kept',
};

/** Rules seen in each reader. A reader that shares another's rule has no entry of its own. */
const ESCAPE_RULES: readonly EscapeRule[] = [
  SHELL, // bash, dash and systemd in double quotes
  { known: {}, others: 'without-backslash' }, // bash, dash and systemd without quotes
  { known: { ...CONTROLS, '\\': '\\', '"': '"', $: '$' }, others: 'kept' }, // compose, double quotes
  { known: { "'": "'" }, others: 'kept' }, // compose, single quotes
  { known: { ...CONTROLS, '\\': '\\', "'": "'", '"': '"' }, others: 'kept' }, // python, double quotes
  { known: { '\\': '\\', "'": "'" }, others: 'kept' }, // python, single quotes
  {
    known: { f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '"': '"', $: '$' },
    others: 'kept',
  }, // php
  { known: { n: '\\n', r: '\\r' }, others: 'without-backslash' }, // ruby
  { known: { n: '\n', r: '\r' }, others: 'without-backslash' }, // go, ruby in legacy mode
  { known: CONTROLS, others: 'without-backslash' },
];

function unescapings(text: string): string[] {
  return dollarReadings(text).flatMap((variant) => [
    variant,
    variant.replaceAll('\\n', '\n'),
    expandLineEnds(variant),
    expandLineEnds(variant).replaceAll('\\t', '\t'),
    ...ESCAPE_RULES.map((rule) => resolveEscapes(variant, rule)),
  ]);
}

/**
 * In compose `$$` is a dollar sign; in ruby and go the backslash of `\$` goes although `$` is not expanded. `${NAME:-text}`
 * is `text` when the variable is not set, and `${NAME}` is nothing. What a set variable brings is masked as that variable.
 */
function dollarReadings(text: string): string[] {
  if (!text.includes('$')) return [text];
  return [
    text,
    text.replaceAll('$$', '$'),
    text.replaceAll('\\$', '$'),
    text.replaceAll(/\$\{\w*(?::?-([^{}]*))?\}/g, '$1'),
  ];
}

function resolveEscapes(text: string, { known, others }: EscapeRule): string {
  return text.replace(
    /\\(.)/gs,
    (pair, character: string) => known[character] ?? (others === 'kept' ? pair : character),
  );
}

function expandLineEnds(text: string): string {
  return text.replaceAll('\\n', '\n').replaceAll('\\r', '\r');
}

/** Shells and systemd join the parts of a word: `'it'\''s'` and `"it"'s'` are both `its` with what the quotes hold. */
function joinShellWord(text: string): string {
  return text.replace(
    /'([^']*)'|"([^"\\]*(?:\\.[^"\\]*)*)"|\\(.)/gs,
    (_part, single?: string, double?: string, escaped?: string) =>
      single ?? (double === undefined ? (escaped ?? '') : resolveEscapes(double, SHELL)),
  );
}

/** Some readers turn a carriage return into a line feed, node drops it. */
function carriageReturnReadings(text: string): string[] {
  return text.includes('\r')
    ? [text, text.replaceAll(/\r\n?/g, '\n'), text.replaceAll('\r', '')]
    : [text];
}
