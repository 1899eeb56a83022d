import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  X509Certificate,
} from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PemResult, readPem } from '../../../src/values/pem.ts';
import {
  CERTIFICATE_CHAIN,
  CERTIFICATE_REQUEST,
  DH_PARAMETERS,
  EC_PARAMETERS_AND_KEY,
  ENCRYPTED_OPENSSH_KEY,
  ENCRYPTED_RSA_KEY,
  OPENSSH_KEY,
  PKCS7,
  PKCS12_CONTENT,
  TRIPLE_DES_RSA_KEY,
  TRUSTED_CERTIFICATE,
} from './pem-fixtures.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed25519 = generateKeyPairSync('ed25519');
const pem = <T extends string>(type: T) => ({ type, format: 'pem' }) as const;

const RSA_PKCS1 = rsa.privateKey.export(pem('pkcs1')).toString();
const RSA_PKCS8 = rsa.privateKey.export(pem('pkcs8')).toString();
const EC_SEC1 = ec.privateKey.export(pem('sec1')).toString();
const ENCRYPTED_PKCS8 = rsa.privateKey
  .export({ ...pem('pkcs8'), cipher: 'aes-256-cbc', passphrase: 'throw-away' })
  .toString();
const PUBLIC_KEY = rsa.publicKey.export(pem('spki')).toString();

/** Name, PEM, the labels of its blocks. None has text outside of its blocks. */
const PLAIN_PEMS: [string, string, string[]][] = [
  ['RSA, PKCS#1', RSA_PKCS1, ['RSA PRIVATE KEY']],
  ['RSA, PKCS#8', RSA_PKCS8, ['PRIVATE KEY']],
  ['RSA, encrypted PKCS#8', ENCRYPTED_PKCS8, ['ENCRYPTED PRIVATE KEY']],
  ['RSA, public', PUBLIC_KEY, ['PUBLIC KEY']],
  ['RSA, public PKCS#1', rsa.publicKey.export(pem('pkcs1')).toString(), ['RSA PUBLIC KEY']],
  ['EC, SEC1', EC_SEC1, ['EC PRIVATE KEY']],
  ['EC, PKCS#8', ec.privateKey.export(pem('pkcs8')).toString(), ['PRIVATE KEY']],
  ['EC, public', ec.publicKey.export(pem('spki')).toString(), ['PUBLIC KEY']],
  ['Ed25519, PKCS#8', ed25519.privateKey.export(pem('pkcs8')).toString(), ['PRIVATE KEY']],
  ['Ed25519, public', ed25519.publicKey.export(pem('spki')).toString(), ['PUBLIC KEY']],
  ['a chain', CERTIFICATE_CHAIN, ['CERTIFICATE', 'CERTIFICATE']],
  [
    'a key and its chain',
    RSA_PKCS8 + CERTIFICATE_CHAIN,
    ['PRIVATE KEY', 'CERTIFICATE', 'CERTIFICATE'],
  ],
  ['an OpenSSH key', OPENSSH_KEY, ['OPENSSH PRIVATE KEY']],
  ['an encrypted OpenSSH key', ENCRYPTED_OPENSSH_KEY, ['OPENSSH PRIVATE KEY']],
  ['RSA, encrypted with AES in the old way', ENCRYPTED_RSA_KEY, ['RSA PRIVATE KEY']],
  ['RSA, encrypted with 3DES in the old way', TRIPLE_DES_RSA_KEY, ['RSA PRIVATE KEY']],
  ['EC with parameters', EC_PARAMETERS_AND_KEY, ['EC PARAMETERS', 'EC PRIVATE KEY']],
  ['a trusted certificate', TRUSTED_CERTIFICATE, ['TRUSTED CERTIFICATE']],
  ['a certificate request', CERTIFICATE_REQUEST, ['CERTIFICATE REQUEST']],
  ['PKCS#7', PKCS7, ['PKCS7']],
  ['DH parameters', DH_PARAMETERS, ['DH PARAMETERS']],
  [
    'a label of its own with DER in it',
    PKCS7.replaceAll('PKCS7', 'SOMETHING NEW'),
    ['SOMETHING NEW'],
  ],
];

const base64 = (text: string) => Buffer.from(text).toString('base64');
const lines = (text: string) => text.trimEnd().split('\n');

describe('a PEM that is right', () => {
  it.each(PLAIN_PEMS)('%s comes back as it is', (_name, text, labels) => {
    expect(readPem(text)).toEqual({ kind: 'pem', text, repairs: [], labels });
    expect(readPem(Buffer.from(text))).toEqual({ kind: 'pem', text, repairs: [], labels });
  });

  it.each([
    ['text of openssl pkcs12', PKCS12_CONTENT],
    [
      'a comment and blank lines between blocks',
      `# the key\n${EC_SEC1}\n\n# the chain\n${CERTIFICATE_CHAIN}`,
    ],
    [
      'openssl x509 -dates',
      `notBefore=Jan  1 00:00:00 2026 GMT\nsubject=/CN=x\n${CERTIFICATE_CHAIN}`,
    ],
    ['a backslash and n in the text between blocks', `friendlyName: c:\\new\n${CERTIFICATE_CHAIN}`],
    ['lines of 76 characters', rewrap(RSA_PKCS8, 76)],
    ['lines of 48 characters', rewrap(RSA_PKCS8, 48)],
    ['explanatory text after the last block', `${CERTIFICATE_CHAIN}# end\n`],
  ])('keeps %s', (_name, text) => {
    expect(readPem(text)).toMatchObject({ kind: 'pem', text, repairs: [] });
  });
});

describe('repairs', () => {
  it.each<[string, string, string, string[]]>([
    [
      'literal line ends and no line break',
      RSA_PKCS1,
      lines(RSA_PKCS1).join('\\n'),
      ['literal \\n', 'missing last newline'],
    ],
    [
      'literal line ends, last newline real',
      RSA_PKCS1,
      `${lines(RSA_PKCS1).join('\\n')}\n`,
      ['literal \\n'],
    ],
    ['literal CRLF', RSA_PKCS1, RSA_PKCS1.replaceAll('\n', '\\r\\n'), ['literal \\n']],
    [
      'literal line ends escaped twice',
      RSA_PKCS1,
      RSA_PKCS1.replaceAll('\n', '\\\\n'),
      ['literal \\n'],
    ],
    ['CRLF', CERTIFICATE_CHAIN, CERTIFICATE_CHAIN.replaceAll('\n', '\r\n'), ['CRLF']],
    ['CR', CERTIFICATE_CHAIN, CERTIFICATE_CHAIN.replaceAll('\n', '\r'), ['CR']],
    ['a byte order mark', EC_SEC1, `\uFEFF${EC_SEC1}`, ['byte order mark']],
    ['no last newline', EC_SEC1, EC_SEC1.trimEnd(), ['missing last newline']],
    [
      'spaces for line breaks',
      RSA_PKCS8,
      RSA_PKCS8.replaceAll('\n', ' '),
      ['missing last newline', 'blanks around lines', 'lost line breaks'],
    ],
    [
      'line breaks removed',
      RSA_PKCS8,
      RSA_PKCS8.replaceAll('\n', ''),
      ['missing last newline', 'lost line breaks'],
    ],
    [
      'line breaks of a chain removed',
      CERTIFICATE_CHAIN,
      CERTIFICATE_CHAIN.replaceAll('\n', ''),
      ['missing last newline', 'lost line breaks'],
    ],
    ['the body on one line', RSA_PKCS8, rewrap(RSA_PKCS8, 10_000), ['lost line breaks']],
    [
      'line breaks of an OpenSSH key removed',
      OPENSSH_KEY,
      OPENSSH_KEY.replaceAll('\n', ''),
      ['missing last newline', 'lost line breaks'],
    ],
    [
      'line breaks of an encrypted key removed',
      ENCRYPTED_RSA_KEY,
      ENCRYPTED_RSA_KEY.replaceAll('\n', ''),
      ['missing last newline', 'lost line breaks'],
    ],
    [
      'other line lengths in an encrypted key',
      ENCRYPTED_RSA_KEY,
      rewrap(ENCRYPTED_RSA_KEY, 60),
      ['lost line breaks'],
    ],
    [
      'no blank line after the headers',
      ENCRYPTED_RSA_KEY,
      ENCRYPTED_RSA_KEY.replace('\n\n', '\n'),
      ['blank lines'],
    ],
    ['indentation', EC_SEC1, EC_SEC1.replaceAll(/^(?=.)/gm, '    '), ['blanks around lines']],
    ['blanks at line ends', EC_SEC1, EC_SEC1.replaceAll('\n', ' \t\n'), ['blanks around lines']],
    [
      'blanks on the line between blocks',
      `${EC_SEC1}\n${CERTIFICATE_CHAIN}`,
      `${EC_SEC1}  \n${CERTIFICATE_CHAIN}`,
      ['blanks around lines'],
    ],
    ['blank lines around', EC_SEC1, `\n \n${EC_SEC1}\n\n`, ['blank lines']],
    ['every line break doubled', EC_SEC1, EC_SEC1.replaceAll('\n', '\n\n'), ['blank lines']],
    ['single quotes', EC_SEC1, `'${EC_SEC1}'`, ['surrounding quotes']],
    [
      'a JSON string',
      EC_SEC1,
      `${JSON.stringify(EC_SEC1)}\n`,
      ['literal \\n', 'surrounding quotes'],
    ],
    ['base64 on one line', RSA_PKCS1, base64(RSA_PKCS1), ['base64 around the PEM']],
    [
      'base64 on many lines',
      RSA_PKCS1,
      `${base64(RSA_PKCS1).replaceAll(/(.{76})/g, '$1\n')}\n`,
      ['base64 around the PEM'],
    ],
    [
      'quoted base64 of a JSON string',
      RSA_PKCS1,
      `"${base64(JSON.stringify(RSA_PKCS1))}"`,
      ['surrounding quotes', 'base64 around the PEM', 'literal \\n'],
    ],
    [
      'CRLF with text between blocks',
      PKCS12_CONTENT,
      PKCS12_CONTENT.replaceAll('\n', '\r\n'),
      ['CRLF'],
    ],
  ])('%s', (_name, text, damaged, repairs) => {
    expect(readPem(damaged)).toMatchObject({ kind: 'pem', text, repairs });
  });

  it('gives node:crypto what it reads', () => {
    const flat = (text: string) => mendedText(text.replaceAll('\n', ' '));
    expect(createPrivateKey(flat(RSA_PKCS1)).equals(rsa.privateKey)).toBe(true);
    expect(createPrivateKey(flat(EC_SEC1)).equals(ec.privateKey)).toBe(true);
    expect(createPublicKey(flat(PUBLIC_KEY)).equals(rsa.publicKey)).toBe(true);
    expect(new X509Certificate(flat(CERTIFICATE_CHAIN)).subject).toBe('CN=throw-away.example');
    const decrypted = createPrivateKey({ key: flat(ENCRYPTED_PKCS8), passphrase: 'throw-away' });
    expect(decrypted.equals(rsa.privateKey)).toBe(true);
  });

  type Damage = (text: string) => string;
  const anyOf = (...damages: Damage[]) => fc.constantFrom<Damage>((text) => text, ...damages);
  const mangled = fc
    .tuple(
      fc.constantFrom(...PLAIN_PEMS.map(([, text]) => text)),
      anyOf(
        (text) => text.trimEnd(),
        (text) => `\n\n${text}\n`,
        (text) => text.replaceAll('\n', '\n\n'),
      ),
      anyOf(
        (text) => text.replaceAll(/^/gm, '  '),
        (text) => text.replaceAll('\n', ' \t\n'),
      ),
      anyOf(
        (text) => text.replaceAll('\n', '\r\n'),
        (text) => text.replaceAll('\n', '\r'),
        (text) => text.replaceAll('\n', '\\n'),
        (text) => text.replaceAll('\n', '\\r\\n'),
        (text) => text.replaceAll('\n', '  '),
        (text) => text.replaceAll('\n', ''),
      ),
      anyOf(
        (text) => `'${text}'`,
        (text) => ` "${text}"\n`,
      ),
      anyOf(
        base64,
        (text) => base64(text).replaceAll(/(.{64})/g, '$1\n'),
        (text) => base64(text).replaceAll(/(.{64})/g, '$1\\n'),
      ),
      anyOf(
        (text) => `"${text}"`,
        (text) => `\uFEFF${text}\r\n`,
      ),
    )
    .map(([text, ...damages]) => ({
      text,
      damaged: damages.reduce((damaged, damage) => damage(damaged), text),
    }));

  it('mends any of the certain damages together', () => {
    fc.assert(
      fc.property(mangled, ({ text, damaged }) => {
        const result = readPem(damaged);
        expect(result.kind === 'pem' && withoutGaps(result.text)).toBe(withoutGaps(text));
        expect(
          result.kind === 'pem' && (result.repairs.length === 0) === (damaged === result.text),
        ).toBe(true);
        expect(readPem(mendedText(damaged))).toMatchObject({
          text: mendedText(damaged),
          repairs: [],
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is no PEM', () => {
  const body = lines(RSA_PKCS8).slice(1, -1).join('\n');
  const block = (label: string, content: string) =>
    `-----BEGIN ${label}-----\n${content}\n-----END ${label}-----\n`;

  it.each([
    ['', 'an empty value'],
    [' \n', 'an empty value'],
    ['DB_HOST=db\nDB_PASSWORD=x', 'an env file'],
    [`# secrets\nKEY="${RSA_PKCS8}"\n`, 'an env file'],
    [`subject=x`, 'an env file'],
    [`${RSA_PKCS8}DB_HOST=db\n`, 'an env file with a PEM block in it'],
    ['{"key": 1}', 'JSON'],
    [JSON.stringify({ key: RSA_PKCS8 }), 'JSON'],
    ['{"key": 1', 'JSON that does not parse'],
    [`key: |\n${RSA_PKCS8.replaceAll(/^(?=.)/gm, '  ')}`, 'YAML'],
    [`${RSA_PKCS8}key: |\n  text\n`, 'YAML'],
    ['key: value\n', 'YAML'],
    ['<html></html>', 'XML or HTML'],
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEtx me@host', 'a public SSH key'],
    ['PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none', 'a PuTTY key'],
    [block('PGP PRIVATE KEY BLOCK', 'Version: x\n\nlQ'), 'a PGP block'],
    [base64('no key at all, just words'), 'base64 that holds no PEM'],
    [body, 'base64 that holds no PEM'],
    ['hunter2', 'text that is not PEM'],
    [RSA_PKCS8.replaceAll('-----', '----'), 'text that is not PEM'],
    [RSA_PKCS8.replace('KEY-----', 'KEY----'), 'a PEM without its BEGIN line'],
    [block('private key', body), 'a PEM whose BEGIN line is malformed'],
    [`${EC_SEC1}${block('private key', body)}`, 'a PEM with a BEGIN or END line that is malformed'],
    [lines(RSA_PKCS8).slice(0, -1).join('\n'), 'a PEM without its END line'],
    [base64(lines(RSA_PKCS8).slice(0, -1).join('\n')), 'a PEM without its END line'],
    [lines(RSA_PKCS8).slice(1).join('\n'), 'a PEM without its BEGIN line'],
    [
      RSA_PKCS8.replace('END PRIVATE', 'END RSA PRIVATE'),
      'a PEM whose BEGIN and END lines do not agree',
    ],
    [`key: ${RSA_PKCS8}`, 'YAML'],
    [`"\n${RSA_PKCS8}",\n`, 'a PEM inside of other syntax'],
    [`the key ${RSA_PKCS8}`, 'a PEM with other text on its BEGIN or END line'],
    [`${RSA_PKCS8.trimEnd()} # mine\n`, 'a PEM with other text on its BEGIN or END line'],
    [block('CERTIFICATE', ''), 'a certificate without content'],
    [block('RSA PRIVATE KEY', 'not base64!'), 'an RSA PRIVATE KEY block whose body is not base64'],
    [block('MY OWN', 'not base64!'), 'a PEM block whose body is not base64'],
    [block('MY OWN', 'AAAA'), 'a PEM block that is cut short or damaged'],
    [block('PRIVATE KEY', body.slice(0, 129)), 'a PRIVATE KEY block that is cut short or damaged'],
    [block('EC PARAMETERS', 'BggqhkjOPQMB'), 'an EC PARAMETERS block that is cut short or damaged'],
    [block('CERTIFICATE', body), 'a certificate that does not parse'],
    [block('PRIVATE KEY', 'MAA='), 'a PRIVATE KEY block that does not parse'],
    [block('PUBLIC KEY', 'MAA='), 'a PUBLIC KEY block that does not parse'],
    [block('TRUSTED CERTIFICATE', 'MAA='), 'a TRUSTED CERTIFICATE block that does not parse'],
    [
      block('OPENSSH PRIVATE KEY', 'MAA='),
      'an OPENSSH PRIVATE KEY block that is cut short or damaged',
    ],
    [
      [...lines(OPENSSH_KEY).slice(0, 3), '-----END OPENSSH PRIVATE KEY-----'].join('\n'),
      'an OPENSSH PRIVATE KEY block that is cut short or damaged',
    ],
    [
      ENCRYPTED_RSA_KEY.replace(/.{4}(?=\n-----END)/, ''),
      'an RSA PRIVATE KEY block that is cut short or damaged',
    ],
    [
      ENCRYPTED_RSA_KEY.replace('DEK-Info', 'DEK-Other'),
      'an RSA PRIVATE KEY block whose body is not base64',
    ],
  ])('%#: says what was found', (text, found) => {
    expect(readPem(text)).toEqual({
      kind: 'not-pem',
      found,
      fix: expect.stringMatching(/^[A-Z].*[^.]$/),
    });
  });

  it.each([
    [
      'DER',
      rsa.publicKey.export({ type: 'spki', format: 'der' }),
      'DER, the binary form of a key or certificate',
    ],
    ['UTF-16', Buffer.from(`\uFEFF${EC_SEC1}`, 'utf16le'), 'bytes that are no UTF-8 text'],
  ])('tells %s', (_name, bytes, found) => {
    expect(readPem(bytes)).toMatchObject({ kind: 'not-pem', found });
  });

  it('never throws, and tells nothing of the text', () => {
    const marker = 'Zq7Zq7';
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '-----BEGIN ',
        '-----END ',
        '-----',
        'PRIVATE KEY',
        marker,
        '\n',
        '\\n',
        '"',
        'A=',
        '{',
        ...PLAIN_PEMS.map(([, text]) => text),
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces), fc.boolean(), (parts, encoded) => {
        const text = encoded ? base64(parts.join('')) : parts.join('');
        const result = readPem(text);
        expect(result.kind === 'pem' || isPhrase(result)).toBe(true);
        expect(result.kind === 'not-pem' && JSON.stringify(result).includes(marker)).toBe(false);
      }),
    );
  });

  it('never throws on bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => ['pem', 'not-pem'].includes(readPem(bytes).kind)),
    );
  });
});

/** A phrase of words that the code knows: it begins in a known way and holds no character that only a value brings. */
function isPhrase({ found }: PemResult & { kind: 'not-pem' }): boolean {
  return /^(?:an? |text |base64 |JSON|XML|YAML)[A-Za-z0-9, -]*$/.test(found) || found === 'JSON';
}

function mendedText(damaged: string): string {
  const result = readPem(damaged);
  return result.kind === 'pem' ? result.text : '';
}

/** Doubled line breaks leave a blank line between blocks, where it does no harm. */
function withoutGaps(text: string): string {
  return text.replaceAll(/-----\n+-----/g, '-----\n-----');
}

function rewrap(text: string, width: number): string {
  const [, begin, body, end] =
    /^(.*-----\n(?:.*\n.*\n\n)?)([A-Za-z0-9+/=\n]+)(-----END.*\n)$/.exec(text) ?? [];
  const base = (body ?? '').replaceAll('\n', '');
  return `${begin}${base.replaceAll(new RegExp(`(.{1,${width}})`, 'g'), '$1\n')}${end}`;
}
