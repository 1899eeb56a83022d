import { decodeBase64, describeText } from './foreign-text.ts';
import { isOneDerValue } from './pem-block.ts';
import { readPemLayout } from './pem-layout.ts';

export type PemResult =
  | {
      readonly kind: 'pem';
      /** The PEM; exactly the source when `repairs` is empty. */
      readonly text: string;
      /** Names of what was mended, for the log, for example `CRLF`. */
      readonly repairs: readonly string[];
      /** Of each block in order, for example `CERTIFICATE`. */
      readonly labels: readonly string[];
    }
  | {
      readonly kind: 'not-pem';
      /** What the source holds instead, a phrase for the log that holds nothing of the source. */
      readonly found: string;
      /** An imperative sentence without a final full stop. */
      readonly fix?: string;
    };

/** Something around or inside a whole PEM that cannot be part of it, and the text without it. */
interface Wrapping {
  readonly repair: string;
  readonly undo: (text: string) => string;
}

const BASE64_AROUND = 'base64 around the PEM';

const WRAPPINGS: readonly Wrapping[] = [
  { repair: 'byte order mark', undo: (text) => text.replace(/^\uFEFF/, '') },
  { repair: 'literal \\n', undo: (text) => text.replaceAll(/(?:\\{1,2}r)?\\{1,2}n/g, '\n') },
  { repair: 'CRLF', undo: (text) => text.replaceAll('\r\n', '\n') },
  { repair: 'CR', undo: (text) => text.replaceAll('\r', '\n') },
  { repair: 'surrounding quotes', undo: removeQuotes },
  { repair: BASE64_AROUND, undo: decodePem },
];

/** Base64 around quotes around literal line ends is the deepest that one careless step after another makes. */
const ROUNDS = 4;

const FIXES: ReadonlyMap<string, string> = new Map([
  ['an env file', 'Name the source in `env-files`, or store the PEM alone in a source of its own'],
  ['JSON', 'Store the PEM alone in a source of its own'],
  ['a public SSH key', 'Store the private key, the file whose first line is a BEGIN line'],
  ['a PuTTY key', 'Export it as an OpenSSH key with PuTTYgen and store that'],
  ['an empty value', 'Store the PEM file as it is'],
]);

const DEFAULT_FIX =
  'Store the PEM file as it is, from its BEGIN line to its END line, or name the source in `files` to write it byte for byte';

/**
 * Reads a PEM (RFC 7468) of one or more blocks and mends what can be mended in one way only. Each block is checked: by
 * node:crypto where it can, by structure where it is encrypted or unknown to node:crypto. Never throws.
 *
 * @param source bytes, or text
 */
export function readPem(source: Uint8Array | string): PemResult {
  const original = typeof source === 'string' ? source : decodeUtf8(source);
  if (original === undefined) return describeBytes(source);

  const untouched = readPemLayout(original);
  if (untouched.kind === 'pem' && untouched.repairs.length === 0) return untouched;

  const { text, repairs } = unwrap(original);
  const layout = readPemLayout(text);
  if (layout.kind === 'pem') {
    return { ...layout, repairs: [...new Set([...repairs, ...layout.repairs])] };
  }
  return notPem(describe(original, text, repairs) ?? layout.found);
}

function unwrap(original: string): { text: string; repairs: string[] } {
  const repairs: string[] = [];
  let text = original;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { repair, undo } of WRAPPINGS) {
      const unwrapped = undo(text);
      if (unwrapped !== text) repairs.push(repair);
      text = unwrapped;
    }
  }
  return { text, repairs };
}

function removeQuotes(text: string): string {
  return /^(['"])(.*)\1$/s.exec(text.trim())?.[2] ?? text;
}

function decodePem(text: string): string {
  const decoded = decodeBase64(text)?.toString('utf8');
  return decoded?.includes('-----BEGIN ') ? decoded : text;
}

/** @returns what the text is when that tells more than what is wrong with it as PEM */
function describe(original: string, text: string, repairs: readonly string[]): string | undefined {
  const kind =
    (repairs.includes(BASE64_AROUND) ? undefined : describeText(original)) ?? describeText(text);
  if (kind === 'a PEM block') return undefined;
  return kind === 'base64' ? 'base64 that holds no PEM' : kind;
}

function notPem(found: string): PemResult {
  return { kind: 'not-pem', found, fix: FIXES.get(found) ?? DEFAULT_FIX };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function describeBytes(source: Uint8Array | string): PemResult {
  const isDer = typeof source !== 'string' && isOneDerValue(source, [0x30]);
  return notPem(
    isDer ? 'DER, the binary form of a key or certificate' : 'bytes that are no UTF-8 text',
  );
}
