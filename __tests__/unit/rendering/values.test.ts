import { describe, expect, it } from '@jest/globals';
import type { RenderContext } from '../../../src/rendering/context.ts';
import { loadAsFramework, problemsOf, rendered, run, storeOf } from './rendering-fixtures.ts';

const secret = (value: string) => ({ type: 'SecureString', value }) as const;
const list = (value: string) => ({ type: 'StringList', value }) as const;

const STORE = storeOf({
  '/p': 'v',
  '/l': list('a, b,,c'),
  '/j': secret('{"k": "w", "n": 1.0, "big": 12345678901234567890, "e": 1e400, "t": [true, null]}'),
  '/d': secret('{"a": 1, "b": 2, "a": 3}'),
  '/arr': secret('[1]'),
  '/space': secret(' {"a": 1}'),
  '/bad': secret('{"a": 1'),
  '/s': 'x',
  '/yes': 'true',
  '/aws/reference/secretsmanager/obj': secret('{"u":"x"}'),
  '/aws/reference/secretsmanager/num': secret('12345'),
});

/** The value of `a` in a rendered line. */
function renderedValue(scalar: string, overrides: Partial<RenderContext> = {}): unknown {
  const text = rendered(`a: ${scalar}\n`, STORE, 'yaml', overrides);
  const loaded = loadAsFramework(text);
  return typeof loaded === 'object' && loaded !== null && 'a' in loaded ? loaded.a : undefined;
}

describe('a value that is the whole of a text', () => {
  it.each<[string, string, unknown]>([
    ['a String', '${ssm:/p}', 'v'],
    ['a String that looks like a boolean', '${ssm:/yes}', 'true'],
    ['a StringList', '${ssm:/l}', ['a', ' b', '', 'c']],
    ['a StringList, raw', '${ssm(raw):/l}', 'a, b,,c'],
    ['an object', '${ssm:/d}', { a: 3, b: 2 }],
    ['an object, raw', '${ssm(raw):/d}', '{"a": 1, "b": 2, "a": 3}'],
    ['a JSON list', '${ssm:/arr}', '[1]'],
    ['JSON behind a blank', '${ssm:/space}', ' {"a": 1}'],
    ['bad JSON', '${ssm:/bad}', '{"a": 1'],
    ['ciphertext', '${ssm(noDecrypt):/d}', 'kms:alias/aws/ssm:{"a": 1, "b": 2, "a": 3}'],
    ['a number', '${ssm:/nope, 5}', 5],
    ['a boolean', '${ssm:/nope, false}', false],
    ['null', '${ssm:/nope, null}', null],
    ['a text', "${ssm:/nope, '5'}", '5'],
    ['a clipped block scalar, which is not the whole', '|\n  ${ssm:/l}', 'a, b,,c\n'],
    ['a stripped block scalar', '|-\n  ${ssm:/l}', ['a', ' b', '', 'c']],
    ['a tagged text', '!Sub ${ssm:/p}', { 'Fn::Sub': 'v' }],
    ['a tagged number', '!Sub ${ssm:/nope, 5}', { 'Fn::Sub': '5' }],
    ['a tagged boolean', '!Sub ${ssm:/nope, true}', { 'Fn::Sub': 'true' }],
    ['a tagged list', '!Cidr ${ssm:/l}', { 'Fn::Cidr': ['a', ' b', '', 'c'] }],
    ['a text that its tag makes one', '!!str ${ssm:/p}', 'v'],
    ['~true of JSON', '${ssm:/d~true}', '{"a": 1, "b": 2, "a": 3}'],
    ['~true of a secret', '${ssm:/aws/reference/secretsmanager/obj~true}', { u: 'x' }],
    ['~true of a number', '${ssm:/aws/reference/secretsmanager/num~true}', '12345'],
    ['~true of a list', '${ssm:/l~true}', 'a, b,,c'],
    ['~split of a list', '${ssm:/l~split}', ['a', ' b', '', 'c']],
    ['~split of a text', '${ssm:/p~split}', 'v'],
    ['~false', '${ssm:/d~false}', 'kms:alias/aws/ssm:{"a": 1, "b": 2, "a": 3}'],
  ])('%s', (_, scalar, expected) => {
    expect(renderedValue(scalar)).toEqual(expected);
  });

  it('keeps the digits of numbers', () => {
    expect(rendered('a: ${ssm:/j}\n', STORE)).toBe(
      'a: {"k": "w", "n": 1.0, "big": 12345678901234567890, "e": 1.0e+400, "t": [true, null]}\n',
    );
    expect(rendered('{"a":"${ssm:/j}"}', STORE, 'json')).toBe(
      '{"a":{"k": "w", "n": 1.0, "big": 12345678901234567890, "e": 1e400, "t": [true, null]}}',
    );
  });
});

describe('a value within a text', () => {
  it.each<[string, string, unknown]>([
    ['a list', 'x-${ssm:/l}', 'x-a, b,,c'],
    ['a raw object', 'x-${ssm(raw):/d}', 'x-{"a": 1, "b": 2, "a": 3}'],
    ['a number', 'x-${ssm:/nope, 1e3}', 'x-1000'],
    ['a boolean', 'x-${ssm:/nope, true}', 'x-true'],
    ['dollar signs before it', 'cost: $${ssm:/p}'.replace(': ', ' '), 'cost $v'],
    ['another variable', '${self:b}${ssm:/p}', '${self:b}v'],
    ['a foreign variable around it', '${Foo-${ssm:/p}}', '${Foo-v}'],
  ])('%s', (_, scalar, expected) => {
    expect(renderedValue(scalar)).toBe(expected);
  });

  it.each<[string, string]>([
    ['an object', 'x-${ssm:/d}'],
    ['null', 'x-${ssm:/nope, null}'],
    ['a list under a tag for texts', '!!str ${ssm:/l}'],
    ['a text under a tag for numbers', '!!int ${ssm:/p}'],
    ['null under a tag', '!Sub ${ssm:/nope, null}'],
  ])('%s is refused', (_, scalar) => {
    expect(problemsOf(`a: ${scalar}\n`, STORE)).toMatchObject([
      { code: 'non_string_in_string', line: 1, property: 'a' },
    ]);
  });
});

describe('a text file', () => {
  it('gets stored values as they are', () => {
    const text =
      'L=${ssm:/l}\nJ=${ssm:/d}\nN=${ssm:/nope, 5}\nC=$HOME ${HOME} ${v:-x} ${v:?a, b}\n# ${ssm:/p}';
    expect(rendered(text, STORE, 'text', { consumer: 'none' })).toBe(
      'L=a, b,,c\nJ={"a": 1, "b": 2, "a": 3}\nN=5\nC=$HOME ${HOME} ${v:-x} ${v:?a, b}\n# v',
    );
  });

  it('refuses null, and tells the line', () => {
    expect(problemsOf('a\nb ${ssm:/nope, null}', STORE, 'text')).toMatchObject([
      { code: 'non_string_in_string', line: 2, column: 3 },
    ]);
  });
});

describe('a JSON file', () => {
  it('changes only the strings that hold a variable, and no keys', () => {
    const text =
      '\uFEFF{ "a" :"${ssm:\\/p}",\r\n"${ssm:/p}": 1.50, "u": "\\u0024{ssm:/l}" , "x":"\\u00e9" }';
    expect(rendered(text, STORE, 'json')).toBe(
      '\uFEFF{ "a" :"v",\r\n"${ssm:/p}": 1.50, "u": ["a", " b", "", "c"] , "x":"\\u00e9" }',
    );
  });

  it.each<[string, number, number]>([
    ['{"a": "${ssm:/p}",}', 1, 19],
    ['{"a": 1,\n "b": x}', 2, 7],
  ])('that is none is refused: %j', (text, line, column) => {
    expect(problemsOf(text, STORE, 'json')).toMatchObject([{ code: 'json_syntax', line, column }]);
  });
});

describe('what is left alone', () => {
  it.each([
    "# c\r\na:   'x' # ${ssm:/gone}\r\non: yes\r\nm: 0644\r\n",
    '',
    '# only a comment',
    '---\n...\n',
  ])('is byte for byte the same: %j', (text) => {
    const { rendering, requests } = run(text, STORE);
    expect(rendering).toMatchObject({ kind: 'rendered', text, used: [], spellings: [] });
    expect(requests).toEqual([]);
  });
});
