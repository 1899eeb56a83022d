import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEnvText } from '../../../src/values/env-text.ts';
import { CERTIFICATE_CHAIN, OPENSSH_KEY } from './pem-fixtures.ts';

const NOTHING = { badLines: [], found: undefined };

describe('lines', () => {
  it.each([
    ['an empty text', '', []],
    ['blank lines and comments', '\n \t\n# A=1\n  # "\n\r\n', []],
    [
      'assignments',
      'A=1\nB_2=2\n_c=3',
      [
        ['A', 1],
        ['B_2', 2],
        ['_c', 3],
      ],
    ],
    [
      'export',
      'export A=1\n\texport\tB=2\nexport=3\nexport =4',
      [
        ['A', 1],
        ['B', 2],
        ['export', 3],
        ['export', 4],
      ],
    ],
    [
      'blanks around the name',
      '  A =1\n\tB\t=2',
      [
        ['A', 1],
        ['B', 2],
      ],
    ],
    [
      'CRLF',
      '# c\r\nA=1\r\n\r\nB=2\r\n',
      [
        ['A', 2],
        ['B', 4],
      ],
    ],
    ['a byte order mark', '\uFEFFA=1', [['A', 1]]],
    [
      'the same name twice',
      'A=1\nA=2',
      [
        ['A', 1],
        ['A', 2],
      ],
    ],
    [
      'a quoted value over lines',
      'A="x\n\n# y\n z" # end\nB=2',
      [
        ['A', 1],
        ['B', 5],
      ],
    ],
    [
      'a quote that docker takes as text, twice',
      'A="x\nB=y"\nC=3',
      [
        ['A', 1],
        ['C', 3],
      ],
    ],
    [
      'a quote that nothing closes',
      'A="x\nB=\'y\nC=`z\nD=4',
      [
        ['A', 1],
        ['B', 2],
        ['C', 3],
        ['D', 4],
      ],
    ],
    [
      'a quote that closes before other text',
      `A='x' y\nB=2`,
      [
        ['A', 1],
        ['B', 2],
      ],
    ],
    [
      'an escaped double quote',
      'A="x\\"\ny"\nB=2',
      [
        ['A', 1],
        ['B', 3],
      ],
    ],
    [
      'an escaped backslash before the quote',
      'A="x\\\\"\nB="y"',
      [
        ['A', 1],
        ['B', 2],
      ],
    ],
    [
      'a backslash before a single quote',
      `A='C:\\dir\\' #'.\nB='y'`,
      [
        ['A', 1],
        ['B', 2],
      ],
    ],
    [
      'a PEM in quotes',
      `KEY="${CERTIFICATE_CHAIN}"\nB=2`,
      [
        ['KEY', 1],
        ['B', 22],
      ],
    ],
  ])('reads %s', (_name, text, expected) => {
    const { entries, ...rest } = parseEnvText(text);
    expect(entries.map(({ name, line }) => [name, line])).toEqual(expected);
    expect(rest).toEqual(NOTHING);
  });

  it.each([
    ['a word', 'A=1\nhunter2\nB=2', [2], undefined],
    ['export of a name', 'export A', [1], undefined],
    ['bad names', 'A=1\n1A=1\na-b=1\na.b=1\n=1\nA+=1', [2, 3, 4, 5, 6], undefined],
    ['a colon', 'A=1\nKEY: v', [2], undefined],
    ['NUL in a value', 'A=1\nB=x\0', [2], undefined],
    ['NUL in a comment', '# \0', [1], undefined],
    ['NUL in a quoted value', 'A="x\ny\0\nz"\nB=1', [2], undefined],
    ['lines after a quote that nothing closes', 'A="x\ny', [2], undefined],
    [
      'a PEM without quotes',
      `A=1\nKEY=${CERTIFICATE_CHAIN.slice(0, 92)}\n-----END CERTIFICATE-----`,
      [3, 4],
      'an env file with a PEM block that is not in quotes',
    ],
    ['YAML', 'KEY: v\nA=1', [1], 'YAML'],
    ['a JSON array', '[\n"A=1"\n]', [1, 2, 3], 'JSON'],
    ['JSON cut short', '{"A": 1,', [1], 'JSON that does not parse'],
    ['a public SSH key', 'ssh-rsa AAAAB3NzaC1yc2EAAAA= me', [1], 'a public SSH key'],
    ['an OpenSSH key', OPENSSH_KEY, [1, 2, 3, 4, 5, 7], 'a PEM block'],
    ['base64 that looks like a name', 'c2VjcmV0IHBhc3N3b3JkIHg=\n', [1], 'base64'],
    ['base64 over lines', 'c2VjcmV0IHBhc3N3b3JkIHg2\nc2VjcmV0IHBhc3N3b3JkIHg=', [1, 2], 'base64'],
  ])('reports %s', (_name, text, badLines, found) => {
    expect(parseEnvText(text)).toMatchObject({ badLines, found });
  });

  it.each([
    ['a PEM block', CERTIFICATE_CHAIN],
    ['base64', 'c2VjcmV0IHBhc3N3b3JkIHg='],
  ])('takes no part of %s for a name', (_name, text) => {
    expect(parseEnvText(text).entries).toEqual([]);
  });
});

describe('values', () => {
  it.each([
    ['nothing', '', ''],
    ['a word', 'x', 'x'],
    ['blanks around', '  x y\t', 'x y'],
    ['an equals sign', 'a=b=', 'a=b='],
    ['a number sign', 'a#b', 'a#b'],
    ['a comment', 'a#b # c', 'a#b'],
    ['a number sign alone', '#x', '#x'],
    ['single quotes', `'a "b" \\n # c' # d`, 'a "b" \\n # c'],
    ['backticks', '`a\'b"`', 'a\'b"'],
    ['double quotes', '"a\\nb\\rc\\td \\" \\\\"', 'a\nb\rc\\td \\" \\\\'],
    ['blanks in quotes', `' x '`, ' x '],
    ['blanks before the quote', ` 'x'`, 'x'],
    ['a comment right after the quote', `'x'#c`, 'x'],
    ['a quoted value over lines', '"a\n  b\n"', 'a\n  b\n'],
    ['a quoted value over CRLF lines', '"a\r\nb"', 'a\nb'],
    ['a quote that nothing closes', '"a # b', '"a # b'],
    ['other text after the quote', `'a' b`, `'a' b`],
  ])('takes %s as npm dotenv does', (_name, written, value) => {
    const { entries, badLines } = parseEnvText(`A=${written}\nB=2`);
    expect(entries.map((entry) => entry.value)).toEqual([value, '2']);
    expect(entries[0]?.readings).toContain(value);
    expect(badLines).toEqual([]);
  });

  it.each([
    ['docker: quotes are text', `'x'`, `'x'`],
    ['docker: blanks are text', ' x ', ' x '],
    ['docker: a comment is text', 'x #y', 'x #y'],
    ['docker: the first line of a quoted value', '"x\ny"', '"x'],
    ['docker: a later line of a quoted value', '"x\nB=y"', 'y"'],
    ['node, ruby: any # begins a comment', 'x#y', 'x'],
    ['node: the next quote ends the value', '"x"y"', 'x'],
    ['node: \\n only', '"a\\nb\\rc"', 'a\nb\\rc'],
    ['node: no carriage return', '"a\rb"', 'ab'],
    ['python: carriage return to line feed', '"a\rb"', 'a\nb'],
    ['a lone carriage return as a line end', 'a\rb', 'a\nb'],
    ['compose, python, php: \\t', '"a\\tb\\n\\\\n"', 'a\tb\n\\n'],
    ['compose: single quotes', `'it\\'s \\\\ x'`, `it's \\\\ x`],
    ['compose: $$', '"a$$b"', 'a$b'],
    ['compose: \\$', '"a\\$b"', 'a$b'],
    ['a default of a variable that is not set', '"${PW:-hunter2}"', 'hunter2'],
    ['a variable that is not set', 'a${PW}b', 'ab'],
    ['python: single quotes', `'a\\\\b\\'c'`, `a\\b'c`],
    ['ruby: \\n stays', '"a\\nb\\"c\\d"', 'a\\nb"cd'],
    ['go: \\n expands, other backslashes go', '"a\\nb\\"c\\td"', 'a\nb"ctd'],
    ['shell: joined quotes', `'it'\\''s'`, `it's`],
    ['shell: joined words', `"it"'s'\\ x`, `its x`],
    ['shell: escapes in double quotes', '"a\\$b\\`c\\nd\\\\"', 'a$b`c\\nd\\'],
    ['shell: a joined line', '"a\\\nb"', 'ab'],
    ['systemd: backslash without quotes', 'a\\b', 'ab'],
    ['quotes around a value whose end is escaped', '"C:\\dir\\"', 'C:\\dir\\'],
  ])('%s', (_name, written, reading) => {
    expect(parseEnvText(`A=${written}`).entries[0]?.readings).toContain(reading);
  });

  it('gives no reading twice', () => {
    expect(parseEnvText('A=x').entries).toEqual([
      { name: 'A', line: 1, value: 'x', readings: ['x'] },
    ]);
  });
});

describe('any text', () => {
  const NAME = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,10}$/);
  const HOSTILE = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'\'"`\\#$ {}=\tnrAB\n\r'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });
  const oneOfEach = (value: fc.Arbitrary<string>) =>
    fc.array(fc.tuple(NAME, value), { minLength: 1 });

  it.each<[string, RegExp, (value: string) => string]>([
    ['in docker raw form', /[\0\n\r]/, (value) => value],
    ['in single quotes', /[\0\r']/, (value) => `'${value}'`],
    ['in double quotes', /[\0\r]/, (value) => `"${value.replaceAll(/[\\"]/g, '\\$&')}"`],
  ])('holds planted values %s', (_name, impossible, write) => {
    const values = HOSTILE.filter((value) => !impossible.test(value));
    fc.assert(
      fc.property(oneOfEach(values), (pairs) => {
        const { entries, badLines } = parseEnvText(
          pairs.map(([name, value]) => `${name}=${write(value)}\n`).join(''),
        );
        const readings = new Set(entries.flatMap((entry) => entry.readings));
        expect(badLines).toEqual([]);
        expect(pairs.filter(([, value]) => !readings.has(value))).toEqual([]);
      }),
    );
  });

  it('never throws and reports lines that exist', () => {
    const text = fc
      .array(fc.oneof(HOSTILE, fc.constantFrom('A=', 'export B="', '\0', '-----BEGIN ', '{"')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (content) => {
        const { entries, badLines } = parseEnvText(content);
        const count = content.split('\n').length;
        const numbers = [...badLines, ...entries.map((entry) => entry.line)];
        expect(numbers.filter((line) => line < 1 || line > count)).toEqual([]);
        expect(entries.filter((entry) => !entry.readings.includes(entry.value))).toEqual([]);
      }),
    );
  });

  it('is the same with LF and CRLF', () => {
    const lines = fc.array(
      fc.oneof(
        HOSTILE,
        fc.tuple(NAME, HOSTILE).map((pair) => pair.join('=')),
      ),
    );
    fc.assert(
      fc.property(lines, (written) => {
        const text = written.join('\n').replaceAll('\r', '');
        const summary = (content: string) => {
          const { entries, badLines } = parseEnvText(content);
          return {
            badLines,
            entries: entries.map(({ name, line, value }) => ({ name, line, value })),
          };
        };
        expect(summary(text.replaceAll('\n', '\r\n'))).toEqual(summary(text));
      }),
    );
  });
});
