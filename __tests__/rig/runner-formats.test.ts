import { describe, expect, it } from '@jest/globals';
import { inputVariable } from './action-manifest.ts';
import { parseCommandFile } from './command-files.ts';
import { parseCommand } from './workflow-commands.ts';

const KNOWN = new Set(['add-mask', 'error', 'warning']);

describe('workflow commands', () => {
  it.each([
    ['::add-mask::abc', 'abc'],
    ['  \t::add-mask::abc', 'abc'],
    ['::ADD-MASK::abc', 'abc'],
    ['::add-mask:: a ', ' a '],
    ['::add-mask::a::b', 'a::b'],
    ['::add-mask::a%0Ab%0Dc%25d', 'a\nb\rc%d'],
    ['::add-mask::a%250Ab', 'a%0Ab'],
    ['::add-mask::a%3Ab', 'a%3Ab'],
    ['##[add-mask]abc', 'abc'],
    ['text ##[add-mask]a%3Bb%5D', 'a;b]'],
  ])('%j has the data %j', (line, data) => {
    expect(parseCommand(line, KNOWN)).toEqual({ name: 'add-mask', properties: {}, data });
  });

  it.each([
    'text ::add-mask::abc',
    '::add-mask:abc',
    '::other::abc',
    '::add-mask',
    '##[other]a',
    '##[add-mask',
    'plain',
    '',
  ])('%j is ordinary output', (line) => {
    expect(parseCommand(line, KNOWN)).toBeUndefined();
  });

  it.each([
    [
      '::error title=a%3Ab%2Cc%25,file=x.ts,line=3::m',
      { title: 'a:b,c%', file: 'x.ts', line: '3' },
    ],
    ['::error file=a=b,,empty=,none::m', { file: 'a=b' }],
    ['##[error title=a%3Bb;line=3]m', { title: 'a;b', line: '3' }],
  ])('%j has properties', (line, properties) => {
    expect(parseCommand(line, KNOWN)).toEqual({ name: 'error', properties, data: 'm' });
  });
});

describe('command files', () => {
  it.each<[string, [string, string][]]>([
    ['A=1\n', [['A', '1']]],
    ['A= 1 = 2 ', [['A', ' 1 = 2 ']]],
    [
      'A=\n\n\nB="x"\n',
      [
        ['A', ''],
        ['B', '"x"'],
      ],
    ],
    ['A=x<<y\n', [['A', 'x<<y']]],
    ['A<<E=\n1\nE=\n', [['A', '1']]],
    ['A<<E\n1\n\n 2\nE', [['A', '1\n\n 2']]],
    [
      'A<<E\nE\nB=2',
      [
        ['A', ''],
        ['B', '2'],
      ],
    ],
    ['A=1\r\n', [['A', '1\r']]],
    ['=x', [['', 'x']]],
  ])('%j', (text, entries) => {
    expect(parseCommandFile(text)).toEqual({ entries });
  });

  it.each([
    ['A=1\nnothing\n', "Invalid format 'nothing'"],
    ['A=1\nB<<E\n2\n', "Matching delimiter not found 'E'"],
    ['A=1\nB<<E\n2E', "Matching delimiter not found 'E'"],
    ['A=1\nB<<E\nx\nE ', "Matching delimiter not found 'E'"],
    ['A=1\n<<E\nE', 'Name must not be empty'],
    ['A=1\nB<<\n', 'delimiter must not be empty'],
  ])('%j is an error after its first entry', (text, error) => {
    expect(parseCommandFile(text)).toEqual({
      entries: [['A', '1']],
      error: expect.stringContaining(error),
    });
  });
});

it.each([
  ['env-files', 'INPUT_ENV-FILES'],
  ['a b', 'INPUT_A_B'],
  ['a.b', 'INPUT_A.B'],
])('the input %j arrives as %s', (input, variable) => {
  expect(inputVariable(input)).toBe(variable);
});
