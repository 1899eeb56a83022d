import { describe, expect, it } from '@jest/globals';
import { inputsOf, readInputs } from '../../../src/plan/inputs.ts';

describe('inputsOf', () => {
  it('takes the variables that the runner makes of inputs, with hyphens and lower-case names', () => {
    const variables = {
      INPUT_ENVIRONMENT: 'staging',
      'INPUT_ENV-FILES': 'a',
      INPUT_MY_INPUT: '',
      ENVIRONMENT: 'x',
      MY_INPUT_X: 'x',
      INPUT_GONE: undefined,
    };
    expect(inputsOf(variables)).toEqual({ environment: 'staging', 'env-files': 'a', my_input: '' });
  });
});

describe('readInputs', () => {
  it('reads a text without the blanks around it', () => {
    const place = { input: 'aws-region', text: 'us-east-1' };
    expect(readInputs({ 'aws-region': ' us-east-1\n', environment: ' \n' })).toEqual({
      settings: { texts: { 'aws-region': { text: 'us-east-1', place } }, lists: {}, mappings: {} },
      problems: [],
      warnings: [],
    });
  });

  it.each([
    ['', undefined],
    [' \n\n', undefined],
    ['# a', []],
    ['a', [['a', 1]]],
    [
      '\n  # comment\n\n  a b  \r\nc # d\re',
      [
        ['a b', 4],
        ['c # d', 5],
        ['e', 6],
      ],
    ],
  ])('numbers the lines of a list as they are written: %j', (placeholders, expected) => {
    const { lists } = readInputs({ placeholders }).settings;
    const lines = expected?.map(([text, line]) => ({
      text,
      place: { input: 'placeholders', line, text },
    }));
    expect(lists.placeholders).toEqual(lines);
  });

  it('takes the lines of mappings apart, and tells those that are misshapen', () => {
    const { settings, problems } = readInputs({ files: '# c\n/a => x\n/b\n/c => y' });
    expect(
      settings.mappings.files?.map(({ source, path, place }) => [source, path, place]),
    ).toEqual([
      ['/a', 'x', { input: 'files', line: 2, text: '/a => x' }],
      ['/c', 'y', { input: 'files', line: 4, text: '/c => y' }],
    ]);
    expect(problems).toEqual([
      {
        place: { input: 'files', line: 3, text: '/b' },
        message: '"=>" is missing between source and path',
        fix: 'Write SOURCE => PATH',
      },
    ]);
  });
});

describe('unknown inputs', () => {
  it.each([
    ['env-file', 'env-files'],
    ['env_files', 'env-files'],
    ['env files', 'env-files'],
    ['aws-regoin', 'aws-region'],
    ['fils', 'files'],
    ['file', 'files'],
    ['sumary', 'summary'],
  ])('near a known name are problems, even empty: %s', (name, near) => {
    expect(readInputs({ [name]: '' })).toMatchObject({
      problems: [
        { place: { input: name }, message: 'this action has no such input', fix: `Write ${near}` },
      ],
      warnings: [],
    });
  });

  it.each(['secrets', 'colour', 'x'])('far from every known name are warnings: %s', (name) => {
    expect(readInputs({ [name]: '' })).toMatchObject({
      problems: [],
      warnings: [`This action has no input "${name}"; it is ignored.`],
    });
  });
});
