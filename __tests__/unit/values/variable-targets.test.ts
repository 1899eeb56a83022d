import { describe, expect, it } from '@jest/globals';
import type { Mapping } from '../../../src/plan/mappings.ts';
import { type FileTarget, isFileTarget } from '../../../src/plan/target.ts';
import type { Variable } from '../../../src/values/merge.ts';
import {
  findUnpassable,
  maskablesOf,
  writeVariables,
} from '../../../src/values/variable-targets.ts';
import { planOf } from '../fake-runtime.ts';

const plan = (format: string): readonly Mapping[] =>
  planOf({ 'env-files': '/a => .env\nfile:b => .env', 'env-format': format }).mappings;

function targetOf(format: string): FileTarget {
  const target = plan(format)[0]?.target;
  if (target === undefined || !isFileTarget(target)) throw new Error('The plan has no file.');
  return target;
}

function variable(name: string, value: string, source: 0 | 1 = 0, more: object = {}): Variable {
  const mapping = plan('portable')[source];
  if (mapping === undefined) throw new Error('The plan has no such mapping.');
  return { name, value, mapping, ...more };
}

const AT = { input: 'env-files', line: 1, text: '/a => .env' };
const text = (name: string, value: string): object => ({ kind: 'text', name, text: value });

describe('writeVariables', () => {
  it('writes in the dialect of the file, with the forms that a log could show', () => {
    const variables = [variable('A', 'a b'), variable('B', 'x y', 1), variable('C', '')];
    expect(writeVariables(targetOf('shell'), variables)).toEqual({
      text: "A='a b'\nB='x y'\nC=\n",
      maskables: [text('A', "'a b'"), text('C', '')],
      problems: [],
    });
  });

  it.each<[string, string, string, string]>([
    [
      'docker',
      'a\nb',
      'it contains a line break',
      'Write env-format: portable or compose or dotenv or node or python or ruby or php or go or shell or systemd or json, whichever reads the file',
    ],
    [
      'node',
      `a'"\`#\nb`,
      'it needs quotes and contains every kind of quote that could hold it',
      'Write env-format: compose or python or ruby or php or go or shell or systemd or json, whichever reads the file',
    ],
    [
      'json',
      '\0',
      'it contains a NUL character',
      'No env file can hold it: write it to a file of its own, by files',
    ],
  ])('tells what %s cannot hold', (format, value, reason, fix) => {
    const {
      text: written,
      maskables,
      problems,
    } = writeVariables(targetOf(format), [variable('GOOD', 'x'), variable('BAD', value)]);
    expect([written, maskables]).toEqual(['', []]);
    expect(problems).toEqual([
      {
        place: AT,
        message: `BAD cannot be written to .env in the dialect ${format}: ${reason}`,
        fix,
      },
    ]);
  });
});

describe('findUnpassable', () => {
  const FIX = 'Write it to a file instead, by files or env-files';
  it.each<[string, string, string | undefined]>([
    ['a value', 'x', undefined],
    ['nothing', '', undefined],
    ['the largest value', 'x'.repeat(131_072 - 3), undefined],
    [
      'a larger value',
      'x'.repeat(131_072 - 2),
      'A is larger than the system can pass on, 128 KiB with its name',
    ],
    [
      'bytes and not letters',
      'ä'.repeat(65_536),
      'A is larger than the system can pass on, 128 KiB with its name',
    ],
    ['a NUL', 'x\0y', 'A contains a NUL, which no variable can hold'],
  ])('of %s', (_, value, message) => {
    expect(findUnpassable(variable('A', value))).toEqual(
      message === undefined ? [] : [{ place: AT, message, fix: FIX }],
    );
  });
});

describe('maskablesOf', () => {
  it('gives each reading of each variable that is a secret', () => {
    expect(
      maskablesOf([
        variable('A', 'x', 0, { readings: ['"x"', 'x'] }),
        variable('B', 'y'),
        variable('C', 'no secret', 1, { readings: ['z'] }),
      ]),
    ).toEqual([text('A', 'x'), text('A', '"x"'), text('A', 'x'), text('B', 'y')]);
  });
});
