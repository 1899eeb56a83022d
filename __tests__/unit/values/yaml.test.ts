import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type JsonNode, parseJson } from '../../../src/values/json.ts';
import { parseYaml } from '../../../src/values/yaml.ts';

const text = (value: string): JsonNode => ({ kind: 'string', value });
const number = (source: string): JsonNode => ({ kind: 'number', source });
const NULL: JsonNode = { kind: 'null' };

describe('a scalar', () => {
  it.each<[string, JsonNode]>([
    ['a', text('a')],
    ['"a\\n"', text('a\n')],
    ["'a''b'", text("a'b")],
    ['"1"', text('1')],
    ['|-\n  a\n  b', text('a\nb')],
    ['>-\n  a\n  b', text('a b')],
    ['yes', text('yes')],
    ['on', text('on')],
    ['2020-01-01', text('2020-01-01')],
    ['1_000', text('1_000')],
    ['!Ref x', text('x')],
    ['1', number('1')],
    ['007', number('007')],
    ['1.0', number('1.0')],
    ['0x1F', number('0x1F')],
    ['0o17', number('0o17')],
    ['+12e03', number('+12e03')],
    ['12345678901234567890', number('12345678901234567890')],
    ['.inf', number('.inf')],
    ['true', { kind: 'boolean', value: true }],
    ['False', { kind: 'boolean', value: false }],
    ['', NULL],
    ['~', NULL],
    ['null', NULL],
  ])('%j is of the core schema, numbers by their source', (scalar, value) => {
    expect(parseYaml(scalar)).toEqual({ kind: 'json', value });
    expect(parseYaml(`a: ${scalar}`)).toEqual({
      kind: 'json',
      value: { kind: 'object', members: [{ key: 'a', value }] },
    });
  });
});

describe('a document', () => {
  it('has texts for keys, in their order', () => {
    expect(parseYaml('b: 1\n"a b": 2\n07: 3\ntrue: 4\n~: 5\n? [x]\n: 6')).toEqual({
      kind: 'json',
      value: {
        kind: 'object',
        members: ['b', 'a b', '07', 'true', '~', ''].map((key, index) => ({
          key,
          value: number(String(index + 1)),
        })),
      },
    });
  });

  it('follows anchors, and merges nothing', () => {
    const x = { key: 'x', value: number('1') };
    expect(parseYaml('a: &a { x: 1 }\nb: *a\nc: [ *a ]\nd: { <<: *a }')).toEqual({
      kind: 'json',
      value: {
        kind: 'object',
        members: [
          { key: 'a', value: { kind: 'object', members: [x] } },
          { key: 'b', value: { kind: 'object', members: [x] } },
          { key: 'c', value: { kind: 'array', items: [{ kind: 'object', members: [x] }] } },
          {
            key: 'd',
            value: {
              kind: 'object',
              members: [{ key: '<<', value: { kind: 'object', members: [x] } }],
            },
          },
        ],
      },
    });
  });

  const ten = (alias: string): string => `[ ${Array(10).fill(alias).join(', ')} ]`;
  it.each([
    ['a: "s3cret', 1, 11, 'missing char'],
    ['a: 1\n\tb: s3cret', 2, 1, 'tab as indent'],
    ['a: 1\n---\nb: s3cret', 2, 1, 'multiple docs'],
    [
      `a: &a ${ten('s3cret')}\nb: &b ${ten('*a')}\nc: &c ${ten('*b')}\nd: &d ${ten('*c')}\ne: ${ten('*d')}`,
      1,
      1,
      'an alias has no anchor, or stands for too much',
    ],
    ['a: &x [*x]', 1, 1, 'an alias has no anchor, or stands for too much'],
  ])('that is none is told where, and never what: %j', (source, line, column, reason) => {
    expect(parseYaml(source)).toEqual({ kind: 'invalid', line, column, reason });
  });

  it('has no key twice', () => {
    expect(parseYaml('a: 1\nb:\n  c: 1\n  c: 2')).toMatchObject({
      kind: 'duplicate-key',
      line: 4,
      column: 3,
    });
  });
});

describe('generated JSON', () => {
  it('is YAML with the same meaning, down to the source of its numbers', () => {
    // A key that is longer than 1024 characters must be marked by "?" (YAML 1.2.2, "Implicit keys").
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'grapheme' }),
        fc.constantFrom(0, 2),
        (value, indent) => {
          const json = JSON.stringify(value, undefined, indent);
          expect(parseYaml(json)).toEqual(parseJson(json));
        },
      ),
    );
  });

  it('of any text is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        expect(['json', 'invalid', 'duplicate-key']).toContain(parseYaml(source).kind);
      }),
    );
  });
});
