import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Source } from '../../../src/plan/source.ts';
import { type JsonNode, parseJson } from '../../../src/values/json.ts';
import {
  findKey,
  parseStructured,
  type Structure,
  structureOf,
  textOf,
} from '../../../src/values/structured.ts';

const PARAMETER: Source = { kind: 'parameter', name: '/p/a.json', region: 'us-east-1' };
const SECRET: Source = { kind: 'secret', secretId: 'a.yml', region: 'us-east-1' };
const file = (path: string): Source => ({ kind: 'file', path });

function nodeOf(json: string): JsonNode {
  const parsed = parseJson(json);
  if (parsed.kind !== 'json') throw new Error('This is no JSON.');
  return parsed.value;
}

describe('structureOf', () => {
  it.each<[Source, string, Structure | undefined]>([
    [PARAMETER, '{', 'json'],
    [PARAMETER, ' \r\n\t{"a":1}', 'json'],
    [SECRET, '{}', 'json'],
    [PARAMETER, '[{}]', undefined],
    [PARAMETER, 'A={', undefined],
    [PARAMETER, '', undefined],
    [SECRET, 'a: b', undefined],
    [file('.env'), 'A=1', undefined],
    [file('.env'), ' {}', 'json'],
    [file('a/b.json'), '[]', 'json'],
    [file('package.JSON'), 'A=1', 'json'],
    [file('a.yml'), 'A=1', 'yaml'],
    [file('a.Yaml'), '{}', 'yaml'],
    [file('yml'), 'a: b', undefined],
    [file('.yml'), 'a: b', undefined],
    [file('a.yml/b'), 'a: b', undefined],
  ])('of %j with %j is %s', (source, text, structure) => {
    expect(structureOf(source, text)).toBe(structure);
  });
});

describe('parseStructured', () => {
  it('reads each language', async () => {
    const object = { kind: 'json', value: nodeOf('{"a":1.0}') };
    expect(await parseStructured('json', '{"a":1.0}')).toEqual(object);
    expect(await parseStructured('yaml', 'a: 1.0')).toEqual(object);
  });
});

describe('findKey', () => {
  it.each([
    ['{"a":1}', 'a', '1'],
    ['{"a":{"b":2}}', 'a.b', '2'],
    ['{"a":{"b":{"c":3}}}', 'a.b.c', '3'],
    ['{"a.b":1,"a":{"b":2}}', 'a.b', '1'],
    ['{"a":{"b":2},"a.b":1}', 'a.b', '1'],
    ['{"a":{"b.c":1},"a.b":{"c":2}}', 'a.b.c', '1'],
    ['{"a":{"b":1},"a.b":{"c":2}}', 'a.b.c', '2'],
    ['{"a":{"x":1},"a.b":{"c.d":2}}', 'a.b.c.d', '2'],
    ['{"":1}', '', '1'],
    ['{"":{"":2}}', '.', '2'],
    ['{"a":{"":2}}', 'a.', '2'],
    ['{"a":null}', 'a', 'null'],
    ['{"a":{"b":1}}', 'a', '{"b":1}'],
    ['{"__proto__":1}', '__proto__', '1'],
    ['{"a":1}', 'b', undefined],
    ['{"a":1}', 'a.b', undefined],
    ['{"a":{"b":1}}', 'a.c', undefined],
    ['{"a":1}', 'A', undefined],
    ['{"a":1}', 'toString', undefined],
    ['{"a":[1]}', 'a.0', undefined],
    ['[1]', '0', undefined],
    ['"a"', 'length', undefined],
  ])('in %s of %j finds %s', (json, key, expected) => {
    expect(findKey(nodeOf(json), key)).toEqual(
      expected === undefined ? undefined : nodeOf(expected),
    );
  });
});

describe('textOf', () => {
  it.each([
    ['"a\\n\\u00e4"', 'a\nä'],
    ['1', '1'],
    ['1.0', '1.0'],
    ['-0', '-0'],
    ['1E+400', '1E+400'],
    ['12345678901234567890', '12345678901234567890'],
    ['true', 'true'],
    ['false', 'false'],
    ['null', ''],
    ['{ "a" : [ 1.50, null, "x" ] }', '{"a":[1.50,null,"x"]}'],
    ['[ ]', '[]'],
  ])('of %s is %j', (json, text) => {
    expect(textOf(nodeOf(json))).toBe(text);
  });
});

describe('generated JSON', () => {
  it('is taken as JSON means it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const value = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
        const node = nodeOf(JSON.stringify(object, undefined, 2));
        expect(JSON.parse(textOf(node))).toEqual(value);
        for (const [key, member] of Object.entries(value)) {
          const found = findKey(node, key);
          const text = found === undefined ? undefined : textOf(found);
          const expected =
            typeof member === 'string' ? member : member === null ? '' : JSON.stringify(member);
          expect(text).toBe(expected);
        }
      }),
    );
  });

  it('is found level by level', () => {
    const name = fc.stringMatching(/^[a-z]{1,3}$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), fc.string(), (path, leaf) => {
        const object = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), leaf);
        expect(findKey(nodeOf(JSON.stringify(object)), path.join('.'))).toEqual({
          kind: 'string',
          value: leaf,
        });
      }),
    );
  });

  it('keeps the source of its numbers', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^-?(0|[1-9]\d{0,25})(\.\d{1,10})?([eE][+-]?\d{1,3})?$/),
        (source) => {
          const found = findKey(nodeOf(`{"a": ${source} }`), 'a');
          expect(found).toEqual({ kind: 'number', source });
        },
      ),
    );
  });
});
