import { describe, expect, it } from '@jest/globals';
import { findUnknownInputs, InputReader, inputsOf } from '../../../src/plan/input-reader.ts';

describe('inputsOf', () => {
  it('takes the variables that the runner makes of inputs, with hyphens and lower-case names', () => {
    const variables = {
      INPUT_ENVIRONMENT: 'staging',
      'INPUT_ENV-FILES': 'a',
      'INPUT_MY_INPUT': '',
      ENVIRONMENT: 'x',
      MY_INPUT_X: 'x',
      INPUT_GONE: undefined,
    };
    expect(inputsOf(variables)).toEqual({ environment: 'staging', 'env-files': 'a', my_input: '' });
  });
});

describe('lines', () => {
  it.each([
    ['', []],
    ['\n \n# a\n', []],
    ['a', [['a', 1]]],
    ['\n  # comment\n\n  a => b  \r\nc # d\re', [['a => b', 4], ['c # d', 5], ['e', 6]]],
  ])('of %j are numbered as they are written', (text, expected) => {
    const lines = new InputReader({ list: text }).lines('list');
    expect(lines.map((line) => [line.text, line.place.line])).toEqual(expected);
    expect(lines.every(({ text, place }) => place.input === 'list' && place.text === text)).toBe(
      true,
    );
  });

  it('of an input that is not given are none', () => {
    expect(new InputReader({}).lines('list')).toEqual([]);
  });
});

describe('a single value', () => {
  const read = {
    text: (reader: InputReader) => reader.text('x'),
    matching: (reader: InputReader) => reader.matching('x', /^[a-z]+$/, 'wrong', 'Mend it'),
    boolean: (reader: InputReader) => reader.boolean('x', true),
    choice: (reader: InputReader) => reader.choice('x', ['fail', 'skip'], 'fail'),
    integer: (reader: InputReader) =>
      reader.integer('x', { least: 900, most: 43_200, fallback: 1000 }),
  };
  it.each<[keyof typeof read, string | undefined, unknown]>([
    ['text', undefined, undefined],
    ['text', ' \n', undefined],
    ['text', '  a b\n', 'a b'],
    ['matching', undefined, undefined],
    ['matching', ' abc ', 'abc'],
    ['boolean', undefined, true],
    ['boolean', '', true],
    ['boolean', 'true', true],
    ['boolean', 'TRUE', true],
    ['boolean', ' False ', false],
    ['choice', '', 'fail'],
    ['choice', 'SKIP', 'skip'],
    ['integer', '', 1000],
    ['integer', '900', 900],
    ['integer', '43200', 43_200],
  ])('%s of %j', (kind, text, expected) => {
    const reader = new InputReader(text === undefined ? {} : { x: text });
    expect(read[kind](reader)).toBe(expected);
    expect(reader.problems).toEqual([]);
  });

  const BOOLEAN = ['the value is not one of true, false', 'Write x: true, or leave it out'];
  const CHOICE = ['the value is not one of fail, skip', 'Write x: fail, or leave it out'];
  const INTEGER = [
    'the value is no whole number from 900 to 43200',
    'Write x: 1000, or leave it out',
  ];
  it.each<[keyof typeof read, string, string[], unknown]>([
    ['matching', 'a b', ['wrong', 'Mend it'], undefined],
    ['boolean', 'yes', BOOLEAN, true],
    ['boolean', '0', BOOLEAN, true],
    ['choice', 'skipp', CHOICE, 'fail'],
    ['integer', '899', INTEGER, 1000],
    ['integer', '43201', INTEGER, 1000],
    ['integer', '1e3', INTEGER, 1000],
    ['integer', '-900', INTEGER, 1000],
    ['integer', '1000.5', INTEGER, 1000],
    ['integer', '1'.repeat(10), INTEGER, 1000],
  ])('%s of %j is a problem, and its default is used', (kind, text, [message, fix], expected) => {
    const reader = new InputReader({ x: text });
    expect(read[kind](reader)).toBe(expected);
    expect(reader.problems).toEqual([{ place: { input: 'x', text }, message, fix }]);
  });
});

describe('unknown inputs', () => {
  const KNOWN = ['env-files', 'aws-region', 'files', 'file-mode'];
  it.each([
    ['env-file', 'env-files'],
    ['env_files', 'env-files'],
    ['env files', 'env-files'],
    ['aws-regoin', 'aws-region'],
    ['fils', 'files'],
    ['file', 'files'],
  ])('near a known name are problems: %s', (name, near) => {
    expect(findUnknownInputs({ [name]: '' }, KNOWN)).toEqual({
      problems: [
        { place: { input: name }, message: 'this action has no such input', fix: `Write ${near}` },
      ],
      warnings: [],
    });
  });

  it.each(['region', 'secrets', 'x'])('far from every known name are warnings: %s', (name) => {
    expect(findUnknownInputs({ [name]: '' }, KNOWN)).toEqual({
      problems: [],
      warnings: [`This action has no input "${name}"; it is ignored.`],
    });
  });

  it('leave the known ones in peace', () => {
    expect(findUnknownInputs({ files: 'x', 'file-mode': '' }, KNOWN)).toEqual({
      problems: [],
      warnings: [],
    });
  });
});
