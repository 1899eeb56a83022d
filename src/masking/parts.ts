import { type JsonNode, parseJson } from '../values/json.ts';

const LINE_BREAK = /[\r\n]/;
const LITERAL_LINE_BREAK = /(?:\\r)?\\n/;

/**
 * How often a value is unwrapped: quotes around JSON, in JSON a string that is JSON again, in it a URL with a password.
 * Real values need two or three; without a bound 64 KB of quotes would be 32,768 values.
 */
const MAX_LAYERS = 4;

/** A number with fewer digits is a port, a count, a year: it stands in too many log lines. */
const MIN_DIGITS = 6;

/**
 * The strings in which a secret text can come to light in a log, which is written line by line: itself, its lines, its
 * JSON leaves, what stands in its quotes or between its literal `\n`, the passwords of its URLs, the body lines of its
 * PEM blocks. None contains CR or LF. Some hide nothing (blank ones, brackets), some come twice: the caller chooses.
 */
export function textParts(text: string): readonly string[] {
  const parts: string[] = [];
  addText(text, 0, parts);
  return parts;
}

/** The body lines of each PEM block of the text; of a text without a block, its lines. */
export function pemParts(text: string): readonly string[] {
  return text.includes(PEM_BEGIN) ? pemBodyLines(text) : textParts(text);
}

/** Has a number fewer than 6 digits, those of decimals and of the exponent counted? */
export function hasFewDigits(number: string): boolean {
  return number.replace(/[^0-9]/g, '').length < MIN_DIGITS;
}

/** Does the text stand in a pair of one kind of quotes? */
export function isQuoted(text: string): boolean {
  const first = text.charAt(0);
  return text.length >= 2 && `"'\``.includes(first) && text.endsWith(first);
}

function addText(text: string, layer: number, parts: string[]): void {
  const trimmed = text.trim();
  if (trimmed === '') return;
  const isOneLine = !LINE_BREAK.test(trimmed);
  if (isOneLine) parts.push(trimmed);
  if (isOneLine && trimmed !== text && !LINE_BREAK.test(text)) parts.push(text);
  const json = layer < MAX_LAYERS ? jsonDocument(trimmed) : undefined;
  if (json !== undefined) addLeaves(json, layer + 1, parts);
  else if (isOneLine) unwrapLine(trimmed, layer, parts);
  else unwrapLines(trimmed, layer, parts);
}

function unwrapLines(text: string, layer: number, parts: string[]): void {
  for (const line of text.split(LINE_BREAK)) addText(line.trim(), layer, parts);
  if (layer === MAX_LAYERS) return;
  if (isQuoted(text)) addText(text.slice(1, -1), layer + 1, parts);
  for (const body of pemBodyLines(text)) parts.push(body);
}

function unwrapLine(line: string, layer: number, parts: string[]): void {
  if (layer === MAX_LAYERS) return;
  if (isQuoted(line)) addText(line.slice(1, -1), layer + 1, parts);
  for (const password of urlPasswords(line)) addText(password, layer + 1, parts);
  for (const body of pemBodyLines(line)) parts.push(body);
  if (!line.includes('\\n')) return;
  for (const part of line.split(LITERAL_LINE_BREAK)) addText(part, layer + 1, parts);
}

function jsonDocument(text: string): JsonNode | undefined {
  if (!text.startsWith('{') && !text.startsWith('[')) return undefined;
  const result = parseJson(text);
  return result.kind === 'invalid' ? undefined : result.value;
}

function addLeaves(node: JsonNode, layer: number, parts: string[]): void {
  switch (node.kind) {
    case 'object':
      for (const { value } of node.members) addLeaves(value, layer, parts);
      break;
    case 'array':
      for (const item of node.items) addLeaves(item, layer, parts);
      break;
    case 'string':
      addText(node.value, layer, parts);
      break;
    case 'number':
      if (!hasFewDigits(node.source)) parts.push(node.source);
      break;
    case 'boolean':
    case 'null':
      break;
  }
}

/** RFC 3986: these end an authority, or cannot stand in a URL and so are what stands around it. */
const AUTHORITY_END = /[/?#\s"<>`]/g;
const SCHEME_END = /[A-Za-z0-9+.-]/;

/** The passwords of the URLs in a line, as written and, where that differs, percent-decoded. */
function urlPasswords(line: string): string[] {
  const passwords: string[] = [];
  for (let at = line.indexOf('://'); at >= 0; at = line.indexOf('://', at + 3)) {
    if (!SCHEME_END.test(line.charAt(at - 1))) continue;
    AUTHORITY_END.lastIndex = at + 3;
    const authority = line.slice(at + 3, AUTHORITY_END.exec(line)?.index);
    const userinfo = authority.slice(0, Math.max(0, authority.lastIndexOf('@')));
    const colon = userinfo.indexOf(':');
    if (colon < 0) continue;
    const password = userinfo.slice(colon + 1);
    passwords.push(password);
    if (password.includes('%')) passwords.push(percentDecoded(password));
  }
  return passwords;
}

/** Sequences that are no percent-encoded UTF-8 stay as they are. */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (sequence) => {
    try {
      return decodeURIComponent(sequence);
    } catch {
      return sequence;
    }
  });
}

const PEM_BEGIN = '-----BEGIN ';
const PEM_END = '-----END ';
const PEM_DASHES = '-----';

/** The lines between the header and the footer of each PEM block (RFC 7468), without the headers of RFC 1421. */
function pemBodyLines(text: string): string[] {
  const lines: string[] = [];
  let begin = text.indexOf(PEM_BEGIN);
  while (begin >= 0) {
    const dashes = text.indexOf(PEM_DASHES, begin + PEM_BEGIN.length);
    if (dashes < 0) break;
    const bodyStart = dashes + PEM_DASHES.length;
    const end = text.indexOf(PEM_END, bodyStart);
    for (const line of bodyLines(text.slice(bodyStart, end < 0 ? undefined : end)))
      lines.push(line);
    begin = end < 0 ? -1 : text.indexOf(PEM_BEGIN, end);
  }
  return lines;
}

function bodyLines(body: string): string[] {
  const lines = body
    .split(/(?:\\r)?\\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [only, ...others] = lines;
  if (only === undefined || others.length > 0) return lines.filter((line) => !line.includes(':'));
  // Line breaks that became blanks on the way: what was a line is a word now.
  return only
    .replace(/(?:Proc-Type|DEK-Info): *\S+/g, '')
    .trim()
    .split(/\s+/);
}
