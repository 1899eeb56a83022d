import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commonWords } from '../../../src/masking/common-words.ts';
import { collectMasks, type Maskable, type MaskingRules } from '../../../src/masking/masks.ts';
import { Masker } from '../../rig/masker.ts';

const rules: MaskingRules = { neverMask: ['my-Stage', 'eu-central-1'], unmaskedNames: ['PUBLIC'] };

const text = (value: string, name?: string): Maskable =>
  name === undefined ? { kind: 'text', text: value } : { kind: 'text', name, text: value };
const pem = (value: string): Maskable => ({ kind: 'pem', text: value });

const valuesOf = (...maskables: Maskable[]) => collectMasks(maskables, rules).values;
const sorted = (values: readonly string[]) => [...values].sort();

const KEY = [
  '-----BEGIN RSA PRIVATE KEY-----',
  'Proc-Type: 4,ENCRYPTED',
  'DEK-Info: AES-128-CBC,0123456789ABCDEF0123456789ABCDEF',
  '',
  'MIIEpAIBAAKCAQEA7Zq1',
  'c2VjcmV0IGxpbmUgdHdv',
  'Ag==',
  '-----END RSA PRIVATE KEY-----',
  '',
];
const KEY_BODY = ['MIIEpAIBAAKCAQEA7Zq1', 'c2VjcmV0IGxpbmUgdHdv', 'Ag=='];

describe('what is registered of a text', () => {
  it.each<[string, string, string[]]>([
    ['one line', 'hunter22', ['hunter22']],
    ['a line with blanks around', '  hunter22\t', ['  hunter22\t', 'hunter22']],
    ['a last newline', 'hunter22\n', ['hunter22']],
    ['four characters', 'abcd', ['abcd']],
    ['four code points', '🔑🔑🔑🔑', ['🔑🔑🔑🔑']],
    ['a number of six digits', '123456', ['123456']],
    ['a decimal number of six digits', '-12.3456', ['-12.3456']],
    ['an address that is not loopback', '10.0.0.1', ['10.0.0.1']],
    ['a common word within more text', 'production-7', ['production-7']],
    ['punctuation that is not JSON', '!@#$%^&*', ['!@#$%^&*']],
    ['lines', 'first line\r\n  second line\rthird\n\n', ['first line', 'second line', 'third']],
    ['lines, the useful ones', 'hunter22\n}, {\ntrue\n123\n  \n8080\nab', ['hunter22']],
    ['a repeated line', 'hunter22\nhunter22', ['hunter22']],
    ['a workflow command', '::add-mask::x', ['::add-mask::x']],
    ['percent-encoded line breaks', 'abc%0Adef%0D', ['abc%0Adef%0D']],
    ['control characters', 'a\0b\u001b[31mc', ['a\0b\u001b[31mc']],
    ['an unpaired surrogate', 'abc\ud800', ['abc\ud800']],
  ])('%s', (_what, value, expected) => {
    expect(sorted(valuesOf(text(value)))).toEqual(sorted(expected));
  });

  it.each([
    ['empty', ''],
    ['blank', ' \t '],
    ['blank lines', ' \n\r\n '],
    ['three characters', 'abc'],
    ['three code points in six UTF-16 units', '🔑🔑🔑'],
    ['three characters with blanks around', '   abc   '],
    ['three characters in quotes', '"abc"'],
    ['five digits', '54321'],
    ['a signed number', '-54321'],
    ['a decimal number', '+543.21'],
    ['a number with a final point', '5432.'],
    ['a quoted number', "'54321'"],
    ['the environment', 'my-stage'],
    ['the environment in other case', 'MY-STAGE'],
    ['a region', 'EU-Central-1'],
    ['a word with blanks', '  production  '],
    // The runner registers the inside of double quotes, too.
    ['a quoted word', '"production"'],
    ['a word in two pairs of quotes', `'"production"'`],
    ['blanks in quotes', '"          "'],
    ['quotes', '""""'],
    ['many quotes', '"'.repeat(65_536)],
    ['brackets', '}, {'],
    ['brackets and quotes', '[{"": ""}]'],
    ['an empty document', '{\n}'],
    [
      'a JSON document of common words',
      '{\n"a": true, "b": null, "c": "info", "d": 8080, "e": ""\n}',
    ],
    ['a PEM header', '-----BEGIN RSA PRIVATE KEY-----'],
    ['a PEM footer as it stands in an env text', '-----END CERTIFICATE-----\\n"'],
  ])('nothing: %s', (_what, value) => {
    expect(valuesOf(text(value))).toEqual([]);
  });

  it.each(commonWords.flatMap((word) => [word, word.toUpperCase(), `${word}\n`]))(
    'nothing: %j',
    (word) => {
      expect(valuesOf(text(word))).toEqual([]);
    },
  );
});

describe('what is registered of JSON', () => {
  it.each<[string, string, string[]]>([
    [
      'compact: the whole and the leaves',
      '{"password":"hunter22","port":5432}',
      ['{"password":"hunter22","port":5432}', 'hunter22'],
    ],
    ['compact with a last newline', '["hunter22"]\n', ['["hunter22"]', 'hunter22']],
    ['pretty-printed: the leaves', '{\n  "password": "hunter22",\n  "on": true\n}\n', ['hunter22']],
    [
      'numbers by their source',
      '[\n1234567890123456789012, 1.234560e9, 12345, 1e10, 1.5e300\n]',
      ['1234567890123456789012', '1.234560e9'],
    ],
    [
      'nested leaves',
      '{\n"a": [{"b": "hunter22"}], "__proto__": "hunter33"}',
      ['hunter22', 'hunter33'],
    ],
    [
      'every value of a key that is there twice',
      '{\n"a":"hunter22","a":"hunter33"}',
      ['hunter22', 'hunter33'],
    ],
    ['escapes decoded', '[\n"hunt\\u0065r\\"22"]', ['hunter"22']],
    ['a leaf of several lines', '[\n"first\\nsecond\\r\\n{\\n"]', ['first', 'second']],
    [
      'JSON in JSON',
      JSON.stringify({ a: JSON.stringify({ b: 'hunter22' }) }, undefined, 2),
      ['{"b":"hunter22"}', 'hunter22'],
    ],
    ['a URL in a leaf', '{\n"url":"redis://:p%40ss@h"}', ['redis://:p%40ss@h', 'p%40ss', 'p@ss']],
    ['no JSON: a line', '{"a": "hunter22",}', ['{"a": "hunter22",}']],
    ['no JSON: its lines', '{\n"a": "hunter22",\n}', ['"a": "hunter22",']],
    ['no object or array: a quoted text', '"hunter22"', ['"hunter22"', 'hunter22']],
  ])('%s', (_what, value, expected) => {
    expect(sorted(valuesOf(text(value)))).toEqual(sorted(expected));
  });

  it('stops to unwrap after four layers', () => {
    const layers = [JSON.stringify(['hunter22'])];
    for (let layer = 1; layer < 6; layer += 1) layers.unshift(JSON.stringify([layers[0]]));
    expect(valuesOf(text(layers[0] ?? ''))).toEqual(layers.slice(0, 5));
  });

  it('registers the lines of JSON that is nested too deep to be read', () => {
    expect(valuesOf(text(`${'['.repeat(100_000)}\n"hunter22"`))).toEqual([
      '"hunter22"',
      'hunter22',
    ]);
  });
});

describe('what is registered of URLs', () => {
  it.each<[string, string, string[]]>([
    ['the password', 'postgres://user:hunter22@db:5432/app', ['hunter22']],
    ['not the user', 'https://some-user@host/', []],
    ['no user', 'redis://:hunter22@cache', ['hunter22']],
    ['as written and decoded', 'mysql://u:p%40ss%2Fword@h', ['p%40ss%2Fword', 'p@ss/word']],
    ['decoded where it can be', 'mysql://u:1%zz%FF1%41@h', ['1%zz%FF1%41', '1%zz%FF1A']],
    ['up to the last @', 'amqp://u:p@ss@w@h/v@w', ['p@ss@w']],
    ['colons after the first', 'amqp://u:one:two:@h', ['one:two:']],
    [
      'several in one text',
      'redis://:first@h1,redis://:second@h2 redis://:third@h3',
      ['first', 'second', 'third'],
    ],
    ['in quotes within more text', 'A="x://u:first@h" B="x@y"', ['first']],
    ['in an assignment', "DATABASE_URL='postgresql+psycopg://u:hunter22@h/d'", ['hunter22']],
    ['a decoded line break', 'x://u:first%0Asecond@h', ['first%0Asecond', 'first', 'second']],
    ['a port is no password', 'http://host:123456/a@b', []],
    ['an @ in a query', 'http://host/?q=user:hunter22@x', []],
    ['no scheme', '://u:hunter22@h', []],
    ['a common word', 'postgres://u:production@h', []],
    ['a short password', 'postgres://u:pw@h', []],
  ])('%s: %s', (_what, value, passwords) => {
    expect(sorted(valuesOf(text(value)))).toEqual(sorted([value, ...passwords]));
  });

  it('in each line', () => {
    expect(valuesOf(text('a: x://u:first@h\nb: x://u:second@h'))).toEqual([
      'a: x://u:first@h',
      'first',
      'b: x://u:second@h',
      'second',
    ]);
  });

  it.each<[string, string, string[]]>([
    ['one URL with many @', `a://${'x:y@'.repeat(16_384)}`, [`${'y@x:'.repeat(16_383)}y`]],
    ['many schemes', 'a://'.repeat(16_384), []],
    ['many passwords', 'a://x:pass@'.repeat(6_000), ['pass']],
    ['many colons and no @', `a://${':'.repeat(65_536)}`, []],
    ['many percent signs', `a://x:${'%'.repeat(65_536)}@h`, ['%'.repeat(65_536)]],
  ])('in 64 KB: %s', (_what, value, passwords) => {
    expect(valuesOf(text(value))).toEqual([value, ...passwords]);
  });
});

describe('what is registered of quotes and literal line breaks', () => {
  it.each<[string, string, string[]]>([
    ['single quotes', "'hunter22'", ["'hunter22'", 'hunter22']],
    ['double quotes', '"hunter22"', ['"hunter22"', 'hunter22']],
    ['backticks', '`hunter22`', ['`hunter22`', 'hunter22']],
    ['blanks in quotes', '" hunter22 "', ['" hunter22 "', ' hunter22 ', 'hunter22']],
    ['two pairs of quotes', `'"hunter22"'`, [`'"hunter22"'`, '"hunter22"', 'hunter22']],
    ['one quote', '"hunter22', ['"hunter22']],
    ['two kinds of quotes', `"hunter22'`, [`"hunter22'`]],
    ['lines in quotes', '"first\nsecond"', ['"first', 'second"', 'first', 'second']],
    [
      'JSON in quotes',
      `'{"a":"hunter22"}'`,
      [`'{"a":"hunter22"}'`, '{"a":"hunter22"}', 'hunter22'],
    ],
    [
      'literal line breaks',
      'first\\nsecond\\r\\n true\\nab',
      ['first\\nsecond\\r\\n true\\nab', 'first', 'second'],
    ],
    [
      'literal line breaks in quotes',
      '"first\\nsecond"',
      ['"first\\nsecond"', '"first', 'second"', 'first\\nsecond', 'first', 'second'],
    ],
    [
      'literal line breaks in a line',
      'one line\nfirst\\nsecond',
      ['one line', 'first\\nsecond', 'first', 'second'],
    ],
    [
      'a URL between literal line breaks',
      'abcd\\nx://u:pass@h',
      ['abcd\\nx://u:pass@h', 'abcd', 'pass', 'x://u:pass@h'],
    ],
  ])('%s', (_what, value, expected) => {
    expect(sorted(valuesOf(text(value)))).toEqual(sorted(expected));
  });
});

describe('what is registered of PEM', () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nMIIBcertbody\n-----END CERTIFICATE-----\n';

  it.each<[string, Maskable, string[]]>([
    ['its body lines', pem(KEY.join('\n')), KEY_BODY],
    ['with CRLF', pem(KEY.join('\r\n')), KEY_BODY],
    ['without a footer', pem(KEY.slice(0, -2).join('\n')), KEY_BODY],
    [
      'several blocks, not what is between',
      pem(`${certificate}subject=CN\n${certificate.replace('cert', 'more')}`),
      ['MIIBcertbody', 'MIIBmorebody'],
    ],
    ['an empty block', pem('-----BEGIN X-----\n-----END X-----'), []],
    ['a header that does not end', pem('-----BEGIN X'), []],
    ['no block: as a text', pem('hunter22\nhunter33'), ['hunter22', 'hunter33']],
    ['in a text: its body lines', text(KEY.join('\n')), KEY_BODY],
    [
      'in a text: other lines, too',
      text(`Bag Attributes\n${certificate}`),
      ['Bag Attributes', 'MIIBcertbody'],
    ],
    ['in a JSON leaf', text(JSON.stringify({ a: KEY.join('\n') }, undefined, 1)), KEY_BODY],
  ])('%s', (_what, maskable, expected) => {
    expect(sorted(valuesOf(maskable))).toEqual(sorted(expected));
  });

  it.each([
    ['with literal line breaks', KEY.join('\\n')],
    ['with literal line breaks in quotes', `"${KEY.join('\\n')}"`],
    ['with blanks for line breaks', KEY.join(' ')],
    ['in quotes, its header on the line of the name', `KEY="${KEY.join('\n')}"`],
    ['with literal line breaks on one of several lines', `A=b\n${KEY.join('\\n')}`],
  ])('in a text: %s', (_what, value) => {
    const values = valuesOf(text(value));
    expect(values).toEqual(expect.arrayContaining(KEY_BODY));
    expect(values.filter((line) => /^(?:-----|Proc-Type|DEK-Info)[^M]*$/.test(line))).toEqual([]);
  });

  it('with literal line breaks and one line', () => {
    const value = '-----BEGIN X-----\\nMIIBcertbody\\n-----END X-----\\n';
    expect(valuesOf(text(value))).toEqual([value, 'MIIBcertbody']);
    expect(valuesOf(pem(value))).toEqual(['MIIBcertbody']);
  });
});

describe('the names left unmasked', () => {
  it.each<[string, Maskable[], string[]]>([
    ['sorted, once', [text('true', 'B'), text('8080', 'A'), text('true', 'B')], ['A', 'B']],
    ['not those of masked values', [text('hunter22', 'A')], []],
    ['not where a part is masked', [text('true\nhunter22', 'A')], []],
    ['not those of empty values', [text('', 'A'), text('  ', 'B'), text('""', 'C')], []],
    [
      'where one of several readings is not masked',
      [text('abcd #x', 'A'), text('abc', 'A')],
      ['A'],
    ],
    ['no name, nothing to tell', [text('true')], []],
    ['a PEM without a body', [{ kind: 'pem', name: 'A', text: '-----BEGIN X-----' }], ['A']],
    ['a name whose value is no secret', [text('hunter22', 'PUBLIC')], ['PUBLIC']],
    ['names are told apart by case', [text('hunter22', 'Public')], []],
  ])('%s', (_what, maskables, unmasked) => {
    expect(collectMasks(maskables, rules).unmasked).toEqual(unmasked);
  });

  it('registers no value of a name in unmaskedNames', () => {
    const masks = collectMasks([text('hunter22', 'PUBLIC'), text('hunter33', 'SECRET')], rules);
    expect(masks).toEqual({ values: ['hunter33'], unmasked: ['PUBLIC'] });
  });

  it.each([
    [[text('hunter22', 'PUBLIC'), text('hunter22', 'SECRET')]],
    [[text('hunter22', 'SECRET'), text('hunter22', 'PUBLIC')]],
    [[text('hunter22', 'PUBLIC'), text('hunter22')]],
  ])('registers it where something else has the same value', (maskables) => {
    expect(collectMasks(maskables, rules)).toEqual({ values: ['hunter22'], unmasked: [] });
  });

  it('tells the name when only a part of its value is masked for another', () => {
    const maskables = [text('hunter22\nhunter33', 'PUBLIC'), text('hunter22', 'SECRET')];
    expect(collectMasks(maskables, rules)).toEqual({ values: ['hunter22'], unmasked: ['PUBLIC'] });
  });
});

describe('with the masker of the runner', () => {
  /** Each contains 4 letters that no common word, PEM header or log text has in a row, so that it hides only itself. */
  const secretLine = fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...'XQZJ3456!$%^&()_=+[]{};:\'",.<>/?|\\`~ \té漢😀') }),
      fc.string({ unit: fc.constantFrom(...'XQZJ'), minLength: 4, maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'XQZJ3456!$%^&()_=+[]{};:\'",.<>/?|\\`~ \té漢😀') }),
    )
    .map((pieces) => pieces.join(''));
  const useless = fc.constantFrom('', '  ', '{', '}, {', '],', 'abc', '8080', ...commonWords);
  const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
  const lines = fc.array(fc.oneof({ weight: 3, arbitrary: secretLine }, useless), {
    minLength: 1,
    maxLength: 8,
  });
  const pemLines = fc.uint8Array({ minLength: 40, maxLength: 400 }).map((bytes) => {
    const body =
      Buffer.from(bytes)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return ['-----BEGIN PRIVATE KEY-----', ...body, '-----END PRIVATE KEY-----'];
  });

  const visible = [
    ...['{', '}', '},', '}, {', '[', '],', '": ", "', '-----BEGIN RSA PRIVATE KEY-----'],
    ...[
      '-----END CERTIFICATE-----',
      'Proc-Type: 4,ENCRYPTED',
      'listening on port 8080, eu-central-1',
    ],
    ...commonWords.map((word) => `mode: ${word}`),
  ];

  function maskerFor(...maskables: Maskable[]): Masker {
    const masker = new Masker();
    for (const value of collectMasks(maskables, rules).values) {
      expect(value).not.toMatch(/[\r\n]/);
      expect(masker.addMask(value)).toBe(true);
    }
    return masker;
  }

  const percentEncoded = (character: string) =>
    `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

  /** As a program may print it: alone, in a sentence, and in the encodings that the runner knows. */
  function expectHidden(masker: Masker, line: string): void {
    const secret = line.trim();
    const forms = [
      secret,
      Buffer.from(secret).toString('base64'),
      encodeURIComponent(secret).replace(/[!'()*]/g, percentEncoded),
      JSON.stringify(secret).slice(1, -1),
    ];
    for (const form of forms) expect(masker.mask(`value=${form}.`)).not.toContain(form);
  }

  function expectVisible(masker: Masker): void {
    for (const line of visible) expect(masker.mask(line)).toBe(line);
  }

  const isSecret = (line: string) => /[XQZJ]{4}/.test(line);

  it('hides each line of a text and leaves the rest of the log alone', () => {
    fc.assert(
      fc.property(lines, lineBreak, (secret, separator) => {
        const masker = maskerFor(text(secret.join(separator)));
        for (const line of secret.filter(isSecret)) expectHidden(masker, line);
        expectVisible(masker);
      }),
    );
  });

  it('hides the lines that a program makes of literal line breaks', () => {
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom('\\n', '\\r\\n'),
        fc.constantFrom('', '"', "'", '`'),
        (secret, separator, quote) => {
          const whole = quote + secret.join(separator) + quote;
          const masker = maskerFor(text(whole));
          const expanded = secret.join(separator).split(/(?:\\r)?\\n/);
          for (const line of [whole, ...expanded].filter(isSecret)) expectHidden(masker, line);
          expectVisible(masker);
        },
      ),
    );
  });

  it('hides the leaves of JSON, however it is printed', () => {
    const { document } = fc.letrec<{ document: unknown; leaf: unknown }>((tie) => ({
      leaf: fc.oneof(
        secretLine,
        lines.map((some) => some.join('\n')),
        fc.boolean(),
        fc.nat(99_999),
        fc.constant(null),
      ),
      document: fc.oneof(
        { maxDepth: 3 },
        fc.array(tie('leaf'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'c d'), tie('document'), {
          maxKeys: 4,
        }),
      ),
    }));
    const leavesOf = (value: unknown): string[] => {
      if (typeof value === 'string') return value.split('\n');
      return typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(leavesOf)
        : [];
    };
    fc.assert(
      fc.property(document, fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const json = JSON.stringify(value, undefined, space);
        const masker = maskerFor(text(json));
        const log = masker.mask(json);
        for (const leaf of leavesOf(value).filter(isSecret)) {
          expectHidden(masker, leaf);
          expect(log).not.toContain(JSON.stringify(leaf.trim()).slice(1, -1));
        }
        expectVisible(masker);
      }),
    );
  });

  it('hides an env value in both its readings', () => {
    fc.assert(
      fc.property(secretLine, fc.constantFrom('"', "'"), (value, quote) => {
        const masker = maskerFor(text(`${quote}${value}${quote}`, 'A'), text(value, 'A'));
        expectHidden(masker, value);
        expectHidden(masker, `${quote}${value}${quote}`);
        expectVisible(masker);
      }),
    );
  });

  it('hides the password of a URL', () => {
    fc.assert(
      fc.property(secretLine, (password) => {
        const encoded = encodeURIComponent(password);
        const masker = maskerFor(text(`postgres://user:${encoded}@host/database?sslmode=require`));
        expectHidden(masker, password);
        expect(masker.mask(encoded)).not.toContain(encoded);
        expect(masker.mask('user host sslmode')).toBe('user host sslmode');
        expectVisible(masker);
      }),
    );
  });

  it('hides the body of a PEM and shows its header', () => {
    fc.assert(
      fc.property(
        pemLines,
        fc.constantFrom('\n', '\r\n', '\\n', ' '),
        fc.constantFrom('text', 'pem'),
        (block, separator, kind) => {
          const masker = maskerFor({ kind, text: block.join(separator) });
          const log = block.map((line) => masker.mask(line));
          expect(log.slice(1, -1)).toEqual(block.slice(1, -1).map(() => '***'));
          expect([log[0], log.at(-1)]).toEqual([block[0], block.at(-1)]);
        },
      ),
    );
  });
});
