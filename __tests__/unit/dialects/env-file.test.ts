import { describe, expect, it } from '@jest/globals';
import { type DialectName, dialectNames, dialects } from '../../../src/dialects/dialects.ts';
import { writeEnvFile } from '../../../src/dialects/env-file.ts';

const lineDialects = dialectNames.filter((dialect) => dialect !== 'json');

describe('writeEnvFile', () => {
  it.each(lineDialects)(
    'writes one entry after another, the last with a newline: %s',
    (dialect) => {
      const variables = [
        { name: 'B', value: '1' },
        { name: 'A', value: '' },
      ];
      expect(writeEnvFile(dialect, variables)).toEqual({
        kind: 'text',
        text: 'B=1\nA=\n',
        written: variables,
      });
    },
  );

  it('writes JSON as one object with two blanks', () => {
    const variables = [
      { name: 'B', value: 'a "b"\n' },
      { name: '__proto__', value: '' },
    ];
    const text = '{\n  "B": "a \\"b\\"\\n",\n  "__proto__": ""\n}\n';
    const written = [
      { name: 'B', value: '"a \\"b\\"\\n"' },
      { name: '__proto__', value: '""' },
    ];
    expect(writeEnvFile('json', variables)).toEqual({ kind: 'text', text, written });
  });

  it.each([...lineDialects.map((dialect) => [dialect, ''] as const), ['json', '{}\n'] as const])(
    'writes no variables in %s as %j',
    (dialect, text) => {
      expect(writeEnvFile(dialect, [])).toEqual({ kind: 'text', text, written: [] });
    },
  );

  it('names every variable that cannot be written, why, and the dialects that can', () => {
    const variables = [
      { name: 'PEM', value: 'a\nb' },
      { name: 'GOOD', value: 'x' },
      { name: 'LINES', value: 'a\r\nb' },
      { name: 'BAD', value: '\0' },
    ];
    expect(writeEnvFile('docker', variables)).toEqual({
      kind: 'problems',
      problems: [
        {
          name: 'PEM',
          reason: 'it contains a line break',
          representableIn: dialectNames.filter((dialect) => dialect !== 'docker'),
        },
        {
          name: 'LINES',
          reason: 'it contains a line break',
          representableIn: ['compose', 'dotenv', 'python', 'php', 'go', 'shell', 'systemd', 'json'],
        },
        { name: 'BAD', reason: 'it contains a NUL character', representableIn: [] },
      ],
    });
  });
});

describe('write', () => {
  it.each(dialectNames)('refuses what no environment or UTF-8 file can hold: %s', (dialect) => {
    const { write } = dialects[dialect];
    expect(write('A', 'a\0b')).toEqual({
      kind: 'unrepresentable',
      reason: 'it contains a NUL character',
    });
    expect(write('A', 'a\ud83d')).toEqual({
      kind: 'unrepresentable',
      reason: 'it contains half of a surrogate pair',
    });
  });

  it.each<[DialectName, string, string]>([
    ['portable', 'a b', "'a b'"],
    ['portable', 'a=b"', "'a=b\"'"],
    ['portable', 'YWJj\nYQ==\n', '"YWJj\nYQ==\n"'],
    ['docker', 'a b', 'a b'],
    ['docker', 'a\r', 'a\r\r'],
    ['dotenv', 'a\\', "'a\\' #'."],
    ['shell', "it's", "'it'\\''s'"],
    ['ruby', "' # $(a) $A", '"\' # \\$(a) \\$A"'],
    ['ruby', "' # $(a$(b)$A) $(", '"\' # \\$(a$(b)\\$A) $("'],
    ['ruby', "' # $() $(a())", '"\' # $() $(a())"'],
    ['php', '\t\v\f', '"\\t\\v\\f"'],
    ['json', 'a\tb', '"a\\tb"'],
  ])('gives the form in the file, to be masked: %s %j', (dialect, value, written) => {
    const { write } = dialects[dialect];
    expect(write('A', value)).toMatchObject({ kind: 'line', written });
  });

  it.each<[DialectName, string, string]>([
    ['portable', '\r', 'it contains a carriage return'],
    ['portable', `'"`, 'it contains a single quote together with'],
    ['portable', 'YWJj\nYQ==', 'it contains a line break and ends with an equals sign'],
    ['portable', '\n$', 'it contains a line break together with'],
    ['portable', 'a\\\\b', 'it contains two backslashes in a row'],
    ['portable', 'a\\', 'it ends with a backslash'],
    ['portable', '$' + '{A}', 'it contains a dollar before an opening brace'],
    ['portable', '="', 'it contains an equals sign before a double quote'],
    ['docker', 'a\nb', 'it contains a line break'],
    ['docker', 'é'.repeat(32_767), 'its line would be longer than 65,535 bytes'],
    ['dotenv', '\r\\n', 'it needs double quotes, and contains a backslash before an n or r'],
    ['dotenv', '\r"#', 'it needs double quotes, and contains them together with a #'],
    ['node', '\r', 'it contains a carriage return'],
    ['node', `a'"\`#`, 'it needs quotes and contains every kind of quote that could hold it'],
    ['ruby', '\r', 'it contains a carriage return'],
    ['go', 'a\n\\', 'it ends with a backslash and contains what needs quotes'],
  ])('says why it cannot: %s %j', (dialect, value, reason) => {
    expect(dialects[dialect].write('A', value)).toEqual({
      kind: 'unrepresentable',
      reason: expect.stringContaining(reason),
    });
  });
});
