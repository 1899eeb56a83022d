import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { decodeBase64 } from './foreign-text.ts';

/** One `-----BEGIN …-----` … `-----END …-----`. */
export interface PemBlock {
  readonly label: string;
  /** `Proc-Type` and `DEK-Info` of a key encrypted in OpenSSL's old way (RFC 1421); empty for all others. */
  readonly headers: readonly string[];
  /** Base64 lines, without blanks. */
  readonly body: readonly string[];
}

/** The block as RFC 7468 (and, for headers, RFC 1421) lays it out. */
export function blockLines({ label, headers, body }: PemBlock): string[] {
  return [
    `-----BEGIN ${label}-----`,
    ...(headers.length === 0 ? [] : [...headers, '']),
    ...body,
    `-----END ${label}-----`,
  ];
}

/** @returns undefined when the content may be taken for what the label says */
type Check = (bytes: Buffer, pem: string) => 'damaged' | 'unreadable' | undefined;

const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;

const isDer: Check = (bytes) => (isOneDerValue(bytes, [SEQUENCE]) ? undefined : 'damaged');

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['PRIVATE KEY', derReadBy(createPrivateKey)],
  ['RSA PRIVATE KEY', derReadBy(createPrivateKey)],
  ['EC PRIVATE KEY', derReadBy(createPrivateKey)],
  ['PUBLIC KEY', derReadBy(createPublicKey)],
  ['RSA PUBLIC KEY', derReadBy(createPublicKey)],
  ['CERTIFICATE', derReadBy((pem) => new X509Certificate(pem))],
  ['X509 CERTIFICATE', derReadBy((pem) => new X509Certificate(pem))],
  // OpenSSL appends its trust settings as a second DER value.
  ['TRUSTED CERTIFICATE', (_bytes, pem) => readBy((text) => new X509Certificate(text), pem)],
  ['ENCRYPTED PRIVATE KEY', isDer],
  ['DSA PRIVATE KEY', isDer],
  ['DSA PARAMETERS', isDer],
  ['DH PARAMETERS', isDer],
  ['X9.42 DH PARAMETERS', isDer],
  // A curve is named by its object identifier, or spelled out as a sequence.
  [
    'EC PARAMETERS',
    (bytes) => (isOneDerValue(bytes, [OBJECT_IDENTIFIER, SEQUENCE]) ? undefined : 'damaged'),
  ],
  ['CERTIFICATE REQUEST', isDer],
  ['NEW CERTIFICATE REQUEST', isDer],
  ['X509 CRL', isDer],
  ['PKCS7', isDer],
  ['CMS', isDer],
  ['OPENSSH PRIVATE KEY', (bytes) => (isOpensshKey(bytes) ? undefined : 'damaged')],
]);

const PROBLEMS = {
  damaged: 'that is cut short or damaged',
  unreadable: 'that does not parse',
} as const;

/**
 * Checks the content of a block: by node:crypto where it reads such blocks without a passphrase, otherwise by structure.
 * A label that is not known has to hold DER.
 *
 * @returns what is wrong, a phrase for the log that holds no text of the block but a well-known label; or undefined
 */
export function describeBlockProblem(block: PemBlock): string | undefined {
  const name = describeLabel(block.label);
  if (block.body.length === 0) return `${name} without content`;
  const bytes = decodeBase64(block.body.join(''));
  if (bytes === undefined) return `${name} whose body is not base64`;
  const problem =
    block.headers.length > 0
      ? checkEncrypted(bytes, block.headers)
      : (CHECKS.get(block.label) ?? isDer)(bytes, `${blockLines(block).join('\n')}\n`);
  return problem && `${name} ${PROBLEMS[problem]}`;
}

/** @returns the label with its article, for labels that are well known; any other could be anything */
function describeLabel(label: string): string {
  if (!CHECKS.has(label)) return 'a PEM block';
  if (label === 'CERTIFICATE') return 'a certificate';
  return `${/^(?:[AEIOX]|RSA)/.test(label) ? 'an' : 'a'} ${label} block`;
}

/** Whether the bytes are exactly one DER or BER value (ITU-T X.690, 8.1: tag, length, content) with one of the tags. */
export function isOneDerValue(bytes: Uint8Array, tags: readonly number[]): boolean {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || !tags.includes(tag)) return false;
  if (first < 0x80) return bytes.length === 2 + first;
  // CMS that was written as a stream has no length; two zero bytes end it.
  if (first === 0x80) return bytes.length >= 4 && bytes.at(-1) === 0 && bytes.at(-2) === 0;
  const lengthBytes = bytes.subarray(2, 2 + (first & 0x7f));
  const length = lengthBytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return bytes.length === 2 + (first & 0x7f) + length;
}

function derReadBy(read: (pem: string) => unknown): Check {
  return (bytes, pem) => isDer(bytes, pem) ?? readBy(read, pem);
}

function readBy(read: (pem: string) => unknown, pem: string): 'unreadable' | undefined {
  try {
    read(pem);
    return undefined;
  } catch {
    // OpenSSL's message is not passed on.
    return 'unreadable';
  }
}

/** Encrypted content has no structure but, in CBC mode, whole cipher blocks, which are as long as the header's vector. */
function checkEncrypted(bytes: Buffer, headers: readonly string[]): 'damaged' | undefined {
  const vector = headers.map((header) => /-CBC,([0-9A-Fa-f]+)$/.exec(header)?.[1]).find(Boolean);
  return vector !== undefined && bytes.length % (vector.length / 2) !== 0 ? 'damaged' : undefined;
}

/** The layout in OpenSSH's PROTOCOL.key: magic, three strings, a count, then that many strings and one more. */
function isOpensshKey(bytes: Buffer): boolean {
  const magic = 'openssh-key-v1\0';
  if (bytes.toString('latin1', 0, magic.length) !== magic) return false;
  let offset = magic.length;
  const skipStrings = (count: number): void => {
    for (let index = 0; index < count && offset <= bytes.length; index += 1) {
      offset += 4 + readLength(bytes, offset);
    }
  };
  skipStrings(3);
  const keyCount = readLength(bytes, offset);
  offset += 4;
  skipStrings(keyCount + 1);
  // Ciphers that authenticate append their tag.
  return offset <= bytes.length;
}

function readLength(bytes: Buffer, offset: number): number {
  return offset + 4 <= bytes.length ? bytes.readUInt32BE(offset) : Number.POSITIVE_INFINITY;
}
