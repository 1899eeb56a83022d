import { describe, expect, it } from '@jest/globals';
import {
  type DecodeResult,
  decodeEnvFile,
  decodeFile,
  decodePemFile,
} from '../../../src/values/decode.ts';
import { CERTIFICATE_CHAIN } from './pem-fixtures.ts';

const DECODERS = {
  'env-file': (value: string) => decodeEnvFile(value, '/source'),
  'pem-file': (value: string) => decodePemFile(Buffer.from(value), '/source'),
} as const;

const decode = (kind: keyof typeof DECODERS, value: string): DecodeResult => DECODERS[kind](value);

const text = (name: string, value: string): object => ({ kind: 'text', name, text: value });

describe('an env file', () => {
  it.each<[string, string, string, string[]]>([
    [
      'byte for byte',
      '\uFEFF# c\r\nA = "x"  \r\nexport B=2\r\n',
      '\uFEFF# c\r\nA = "x"  \r\nexport B=2\r\n',
      ['A', 'B'],
    ],
    ['with a last newline', 'A=1\nB=2', 'A=1\nB=2\n', ['A', 'B']],
    ['with each name once', 'A=1\nB=2\nA=3\n', 'A=1\nB=2\nA=3\n', ['A', 'B']],
    ['even where it is empty', '', '', []],
  ])('is copied %s', (_, value, bytes, names) => {
    expect(decode('env-file', value)).toMatchObject({
      kind: 'decoded',
      bytes: Buffer.from(bytes),
      names,
    });
  });

  it('is masked as each of its readers takes it', () => {
    const { maskables } = { maskables: [], ...decode('env-file', 'A="s3cret"\nB=plain') };
    expect(maskables).toEqual(
      expect.arrayContaining([text('A', '"s3cret"'), text('A', 's3cret'), text('B', 'plain')]),
    );
  });

  const lines = (count: number): string => 's3cret!\n'.repeat(count);
  const NOT = 'neither blank, nor a comment, nor NAME=value';
  it.each<[string, string, string, string]>([
    [
      'one bad line',
      'A=1\ns3cret\n',
      `holds no env file: line 2 is ${NOT}`,
      'Mend the stored text',
    ],
    [
      'bad lines',
      's3cret\nA=1\ns3cret',
      `holds no env file: lines 1, 3 are ${NOT}`,
      'Mend the stored text',
    ],
    [
      'ten bad lines',
      lines(10),
      `holds no env file: lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 are ${NOT}`,
      'Mend the stored text',
    ],
    [
      'many bad lines',
      lines(12),
      `holds no env file: lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more are ${NOT}`,
      'Mend the stored text',
    ],
  ])('with %s is told by the numbers of the lines', (_, value, message, fix) => {
    expect(decode('env-file', value)).toEqual({
      kind: 'malformed',
      problem: { message: `/source ${message}`, fix },
    });
  });

  it('that is a PEM is sent to pem-files', () => {
    expect(decode('env-file', CERTIFICATE_CHAIN)).toEqual({
      kind: 'malformed',
      problem: {
        message: expect.stringMatching(
          /^\/source holds no env file: .*; it looks like a PEM block$/,
        ),
        fix: 'Name it in pem-files instead',
      },
    });
  });

  it('that is JSON is told so', () => {
    expect(decode('env-file', '{"a":"s3cret"}')).toMatchObject({
      problem: {
        message: expect.stringMatching(/; it looks like .*JSON/),
        fix: 'Mend the stored text',
      },
    });
  });
});

describe('a PEM file', () => {
  it('is repaired, and masked repaired and as it is stored', () => {
    const stored = CERTIFICATE_CHAIN.replaceAll('\n', '\\n');
    expect(decode('pem-file', stored)).toEqual({
      kind: 'decoded',
      bytes: Buffer.from(CERTIFICATE_CHAIN),
      names: [],
      maskables: [
        { kind: 'pem', text: CERTIFICATE_CHAIN },
        { kind: 'text', text: stored },
      ],
    });
  });

  it.each([['A=s3cret'], ['{"a":"s3cret"}'], ['s3cret'], ['']])(
    'is not %j, of which nothing is told',
    (value) => {
      const decoded = decode('pem-file', value);
      expect(decoded).toMatchObject({
        kind: 'malformed',
        problem: {
          message: expect.stringMatching(/^\/source holds no PEM that can be used: found ./),
          fix: expect.stringMatching(/./),
        },
      });
      expect(JSON.stringify(decoded)).not.toContain('s3cret');
    },
  );
});

describe('a plain file', () => {
  it.each<[string, Uint8Array, object[]]>([
    ['text', Buffer.from('no newline ä'), [{ kind: 'text', text: 'no newline ä' }]],
    [
      'an env file, whose values are masked too',
      Buffer.from('A=s3cret'),
      [{ kind: 'text', text: 'A=s3cret' }, text('A', 's3cret')],
    ],
    ['bytes, which no log can show', Buffer.from([0xff, 0x00]), []],
    ['nothing', Buffer.from(''), [{ kind: 'text', text: '' }]],
  ])('is copied byte for byte: %s', (_, bytes, maskables) => {
    expect(decodeFile(bytes)).toEqual({ kind: 'decoded', bytes, names: [], maskables });
  });
});
