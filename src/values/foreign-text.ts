import { parseAssignment } from './env-assignment.ts';

/** A phrase for the log that says what a text is. Holds nothing of the text. */
export type TextKind =
  | 'an empty value'
  | 'JSON'
  | 'JSON that does not parse'
  | 'XML or HTML'
  | 'a PuTTY key'
  | 'a public SSH key'
  | 'a PGP block'
  | 'base64'
  | 'an env file'
  | 'YAML'
  | 'a PEM block';

const SSH_KEY_TYPE =
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d{3}|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)[ \t]+AAAA/;

/** Shorter words of the same characters are more likely a name, a password or an assignment without a value. */
const SHORTEST_BASE64 = 24;

/** What to look for, the most telling first: the first test that holds names the text. */
const TESTS: readonly (readonly [TextKind, (text: string, firstLine: string) => boolean])[] = [
  ['an empty value', (text) => text === ''],
  ['JSON', isJson],
  ['JSON that does not parse', (text) => /^\{\s*"/.test(text) || /^\[\s*[{"]/.test(text)],
  ['XML or HTML', (text) => /^<[A-Za-z?!]/.test(text)],
  ['a PuTTY key', (text) => text.startsWith('PuTTY-User-Key-File-')],
  [
    'a public SSH key',
    (text) => SSH_KEY_TYPE.test(text) || text.startsWith('---- BEGIN SSH2 PUBLIC KEY'),
  ],
  ['a PGP block', (text) => text.startsWith('-----BEGIN PGP ')],
  ['base64', (text) => isBase64(text)],
  ['an env file', (text, firstLine) => isEnvFile(text, firstLine)],
  ['YAML', (text) => /^[ \t]*[\w."'-]+:[ \t]+[|>][-+\d]*[ \t]*$/m.test(text)],
  ['a PEM block', (text) => /^[ \t]*-----BEGIN [^\n]*-----/m.test(text)],
  ['YAML', (_text, firstLine) => /^(?:---|[A-Za-z_][\w.-]*:(?:[ \t].*)?)$/.test(firstLine)],
];

/**
 * Says what a text is when it is not what its source should hold.
 *
 * @returns undefined when the text has no known shape
 */
export function describeText(text: string): TextKind | undefined {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const firstLine = trimmed.split(/\r\n?|\n/).find((line) => !/^\s*(?:#.*)?$/.test(line)) ?? '';
  return TESTS.find(([, test]) => test(trimmed, firstLine))?.[0];
}

/**
 * Whether a line is an assignment that makes its text an env file. openssl writes `subject=…` and the like above the
 * certificates that it prints, so these tell nothing.
 */
export function isEnvLine(line: string): boolean {
  const name = parseAssignment(line)?.name;
  return name !== undefined && !/^(?:subject|issuer|serial|notBefore|notAfter)$/.test(name);
}

/** @returns the bytes that base64 text over one or more lines stands for, or undefined when it is no such text */
export function decodeBase64(text: string): Buffer | undefined {
  const compact = text.replaceAll(/\s/g, '');
  const isWhole = /^[A-Za-z0-9+/]+={0,2}$/.test(compact) && compact.length % 4 === 0;
  return isWhole ? Buffer.from(compact, 'base64') : undefined;
}

function isBase64(text: string): boolean {
  // Blanks within a line make words of it.
  return text.length >= SHORTEST_BASE64 && !/[ \t]/.test(text) && decodeBase64(text) !== undefined;
}

function isEnvFile(text: string, firstLine: string): boolean {
  return (
    isEnvLine(firstLine) ||
    (parseAssignment(firstLine) !== undefined && !text.includes('-----BEGIN '))
  );
}

function isJson(text: string): boolean {
  if (!/^[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
