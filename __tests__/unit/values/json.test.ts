import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compactJson, type JsonNode, jsonLeaves, parseJson } from '../../../src/values/json.ts';

/** The value that `JSON.parse` makes of the same text. */
function toPlain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, toPlain(value)]));
    case 'array':
      return node.items.map(toPlain);
    case 'number':
      return Number(node.source);
    case 'null':
      return null;
    case 'string':
    case 'boolean':
      return node.value;
  }
}

function readJson(text: string): JsonNode {
  const result = parseJson(text);
  if (result.kind === 'invalid') throw new Error(result.reason);
  return result.value;
}

/** What `JSON.parse` says, in the terms of `parseJson`. */
function reference(text: string): { value: unknown } | 'invalid' {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return 'invalid';
  }
}

function ours(text: string): { value: unknown } | 'invalid' {
  const result = parseJson(text);
  return result.kind === 'invalid' ? 'invalid' : { value: toPlain(result.value) };
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('parseJson', () => {
  it('keeps the order of members and the digits of numbers', () => {
    expect(parseJson('{"b": [1e3, 1.10], "a": 12345678901234567890, "c": -0}')).toEqual({
      kind: 'json',
      value: {
        kind: 'object',
        members: [
          {
            key: 'b',
            value: {
              kind: 'array',
              items: [
                { kind: 'number', source: '1e3' },
                { kind: 'number', source: '1.10' },
              ],
            },
          },
          { key: 'a', value: { kind: 'number', source: '12345678901234567890' } },
          { key: 'c', value: { kind: 'number', source: '-0' } },
        ],
      },
    });
  });

  it.each<[string, JsonNode]>([
    ['"x"', { kind: 'string', value: 'x' }],
    ['"\\u0041\\n\\/\\ud83d\\ude00"', { kind: 'string', value: 'A\n/😀' }],
    ['true', { kind: 'boolean', value: true }],
    ['false', { kind: 'boolean', value: false }],
    ['null', { kind: 'null' }],
    [' \r\n\t[] \n', { kind: 'array', items: [] }],
    ['{}', { kind: 'object', members: [] }],
    [
      '{"__proto__":1}',
      { kind: 'object', members: [{ key: '__proto__', value: { kind: 'number', source: '1' } }] },
    ],
    ['1e400', { kind: 'number', source: '1e400' }],
  ])('reads %j', (text, value) => {
    expect(parseJson(text)).toEqual({ kind: 'json', value });
  });

  it.each([
    ['', 1, 1, 'the text ends too early'],
    ['  \n ', 2, 2, 'the text ends too early'],
    ['{"a":', 1, 6, 'the text ends too early'],
    ['{"a": "b', 1, 7, 'the text ends too early'],
    ['[1,', 1, 4, 'the text ends too early'],
    ['{\n  "a": 1,\n}', 3, 1, 'a property name in double quotes is expected'],
    ['{a: 1}', 1, 2, 'only numbers, true, false and null may stand without double quotes'],
    ['{"a": hunter2}', 1, 7, 'only numbers, true, false and null may stand without double quotes'],
    ['\uFEFF{}', 1, 1, 'only numbers, true, false and null may stand without double quotes'],
    ['\u00A0{}', 1, 1, 'only numbers, true, false and null may stand without double quotes'],
    ['{"a" 1}', 1, 6, 'a colon after the property name is missing'],
    ['{"a": }', 1, 7, 'a value is expected'],
    ['[1,]', 1, 4, 'a value is expected'],
    ['{"a": 1\r\n "b": 2}', 2, 2, 'a comma is missing'],
    ['[1 2]', 1, 4, 'a comma is missing'],
    ['[01]', 1, 3, 'a comma is missing'],
    ['{} {}', 1, 4, 'there is more text after the end of the JSON value'],
    ['A=1', 1, 1, 'only numbers, true, false and null may stand without double quotes'],
    ['// x\n{}', 1, 1, 'comments are not allowed in JSON'],
    ['{} /* x', 1, 4, 'comments are not allowed in JSON'],
    ['["a\nb"]', 1, 2, 'a string is not closed on its line'],
    ['[1.]', 1, 2, 'a number is not complete'],
    ['["\\u12"]', 1, 2, 'a \\u in a string is not followed by four hexadecimal digits'],
    ['["\\x"]', 1, 2, 'a string contains a backslash with a character that JSON does not escape'],
    ['["\t"]', 1, 2, 'a string contains a control character that is not escaped'],
  ])('refuses %j', (text, line, column, reason) => {
    expect(parseJson(text)).toEqual({ kind: 'invalid', line, column, reason });
  });

  it.each([
    ['{\n  "user.name": 1,\n  "user.name": 2\n}', { line: 3, column: 3, key: 'user.name' }],
    ['{"a": {"b": 1, "b": 2}, "a": 3}', { line: 1, column: 16, key: 'b' }],
    ['{"__proto__": 1, "__proto__": 2}', { line: 1, column: 18, key: '__proto__' }],
    ['{"a": 1, "\\u0061": 2}', { line: 1, column: 10, key: 'a' }],
    ['{"pass word": 1, "pass word": 2}', { line: 1, column: 18 }],
    ['{"": 1, "": 2}', { line: 1, column: 9 }],
  ])('finds the second of two equal keys in %j', (text, place) => {
    expect(parseJson(text)).toEqual({ kind: 'duplicate-key', ...place, value: expect.anything() });
  });

  it('keeps every member of a key that is there twice', () => {
    expect(parseJson('{"a":1,"a":2}')).toMatchObject({
      value: { members: [{ value: { source: '1' } }, { value: { source: '2' } }] },
    });
  });

  it.each([
    '[{"a": 1}, {"a": 2}]',
    '{"a": {"a": 1}}',
    '{"a": 1, "A": 2}',
    '{"constructor": 1, "__proto__": 2}',
  ])('sees no duplicate in %j', (text) => {
    expect(parseJson(text).kind).toBe('json');
  });

  it('calls a text with a duplicate and a fault invalid', () => {
    expect(parseJson('{"a":1,"a":2,}').kind).toBe('invalid');
  });

  it('reads 500 levels and refuses more', () => {
    expect(parseJson(nested(500)).kind).toBe('json');
    expect(parseJson(nested(501))).toEqual({
      kind: 'invalid',
      line: 1,
      column: 501,
      reason: 'objects and arrays are nested deeper than 500 levels',
    });
  });

  it.each([nested(100_000), '['.repeat(100_000), '{"a":'.repeat(100_000), '[{"":'.repeat(100_000)])(
    'survives a hostile depth',
    (text) => {
      expect(parseJson(text)).toMatchObject({ kind: 'invalid', line: 1 });
    },
  );

  it('accepts the texts that JSON.parse accepts, with the same values', () => {
    const pretty = fc
      .tuple(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'))
      .map(([value, space]) => JSON.stringify(value, undefined, space));
    fc.assert(
      fc.property(fc.oneof(fc.json(), pretty), (text) => {
        expect(ours(text)).toStrictEqual(reference(text));
      }),
    );
  });

  it('accepts mutated texts exactly when JSON.parse does', () => {
    const piece = fc.constantFrom(
      ...['"', '\\', '\\u', '{', '}', '[', ']', ',', ':', ' ', '\n', '\r', '\t', '\0', '\u2028'],
      ...['-', '+', '.', '0', '1', 'e', 'E5', '1.', 'true', 'nul', '/', '//', '/*', '*/', "'"],
      ...['\uFEFF', '\u00A0', '\uD800', '"a":1', '"__proto__":', 'NaN', 'é'],
    );
    const mutation = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(2),
      piece,
    });
    fc.assert(
      fc.property(
        fc.json(),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (json, mutations) => {
          const text = mutations.reduce((before, { at, cut, piece: inserted }) => {
            const start = Math.floor(at * before.length);
            return before.slice(0, start) + inserted + before.slice(start + cut);
          }, json);
          expect(ours(text)).toStrictEqual(reference(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('accepts random sequences of tokens exactly when JSON.parse does', () => {
    const token = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"b"', '1', '-0.5e3', 'null', ' ', '\n'],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 8 }), (tokens) => {
        const text = tokens.join('');
        expect(ours(text)).toStrictEqual(reference(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('puts nothing of the text into what it says', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[#-Z^-z]{8,20}$/),
        fc.constantFrom('', '{', '{"a":', '["'),
        (secret, before) => {
          const { kind, ...rest } = parseJson(`${before}${secret}`);
          fc.pre(kind === 'invalid' && !/^[a-z]*$/.test(secret));
          expect(JSON.stringify(rest)).not.toContain(secret);
        },
      ),
    );
  });
});

describe('jsonLeaves', () => {
  it('yields every leaf with its path and its text', () => {
    const text =
      '{"db":{"host":"h","port":5432.0,"tags":["a",["b"]],"x.y":null},"pass word":true,"":{"z":false},"empty":{},"none":[]}';
    expect([...jsonLeaves(readJson(text))]).toEqual([
      { path: 'db.host', text: 'h' },
      { path: 'db.port', text: '5432.0' },
      { path: 'db.tags[0]', text: 'a' },
      { path: 'db.tags[1][0]', text: 'b' },
      { path: 'db.x.y', text: 'null' },
      { path: '[1]', text: 'true' },
      { path: '[2].z', text: 'false' },
    ]);
  });

  it('names the document itself by the empty path', () => {
    expect([...jsonLeaves(readJson('"x"'))]).toEqual([{ path: '', text: 'x' }]);
  });

  it('reaches the deepest level', () => {
    const text = `${'['.repeat(500)}"x"${']'.repeat(500)}`;
    expect([...jsonLeaves(readJson(text))].map((leaf) => leaf.text)).toEqual(['x']);
  });
});

describe('compactJson', () => {
  it.each([
    [
      '{ "a" : [ 1e3 , 1.10 , 12345678901234567890 ] ,\n "b" : { } }',
      '{"a":[1e3,1.10,12345678901234567890],"b":{}}',
    ],
    ['"a\\u0041\\u0000\\"\\/é\\ud83d\\ude00"', '"aA\\u0000\\"/é😀"'],
    ['[true, false, null, []]', '[true,false,null,[]]'],
    ['{"__proto__": 1}', '{"__proto__":1}'],
  ])('writes %j', (text, compact) => {
    expect(compactJson(readJson(text))).toBe(compact);
  });

  it('writes the deepest level', () => {
    expect(compactJson(readJson(nested(500)))).toBe(nested(500));
  });

  it('means the same as the text it was read from', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, undefined, 2);
        const compact = compactJson(readJson(text));
        expect(reference(compact)).toStrictEqual(reference(text));
        expect(compactJson(readJson(compact))).toBe(compact);
      }),
    );
  });
});
