import { describe, expect, it } from '@jest/globals';
import { readMappingLine } from '../../../src/plan/mapping-line.ts';
import type { MappingRequest, MappingsName } from '../../../src/plan/settings.ts';
import type { Problem } from '../../../src/reporting/problem.ts';

function read(list: MappingsName, text: string): [MappingRequest | undefined, Problem[]] {
  const problems: Problem[] = [];
  return [
    readMappingLine(list, { text, place: { input: list, line: 1, text } }, problems),
    problems,
  ];
}

describe('a line', () => {
  it.each<[MappingsName, string, Omit<MappingRequest, 'place'>]>([
    ['env-files', '/a => .env', { source: '/a', path: '.env' }],
    ['env-files', '/a=>.env', { source: '/a', path: '.env' }],
    ['env-files', '/a   =>   a b', { source: '/a', path: 'a b' }],
    ['env-files', 'NAME=/a => .env', { name: 'NAME', source: '/a', path: '.env' }],
    ['env-files', 'NAME = ssm:a => .env', { name: 'NAME', source: 'ssm:a', path: '.env' }],
    ['env-files', 'secretsmanager:a=b => .env', { source: 'secretsmanager:a=b', path: '.env' }],
    ['env-files', '/a#b=c => .env', { source: '/a#b=c', path: '.env' }],
    ['pem-files', '/a? => a.pem', { source: '/a?', path: 'a.pem' }],
    ['files', 'file:a => b', { source: 'file:a', path: 'b' }],
    ['env-vars', '/a', { source: '/a' }],
    ['env-vars', 'NAME=/a/b#c', { name: 'NAME', source: '/a/b#c' }],
    ['outputs', 'database-url=/a', { name: 'database-url', source: '/a' }],
  ])('of %s is taken apart: %s', (list, text, expected) => {
    const place = { input: list, line: 1, text };
    expect(read(list, text)).toEqual([{ place, ...expected }, []]);
  });

  const ENV_FILES = 'Write [NAME=]SOURCE => PATH';
  const FILES = 'Write SOURCE => PATH';
  it.each<[MappingsName, string, string, string]>([
    ['files', '/a', '"=>" is missing between source and path', FILES],
    ['files', '/a -> x', '"=>" is missing between source and path', FILES],
    ['pem-files', '/a => x => y', '"=>" stands in the line more than once', FILES],
    ['files', '=> x', 'the source is missing before "=>"', FILES],
    ['files', '/a =>', 'the path is missing after "=>"', FILES],
    ['files', 'NAME=/a => x', 'a file that is written whole has no "NAME="', FILES],
    ['pem-files', 'NAME=/a => x', 'a file that is written whole has no "NAME="', FILES],
    ['env-files', '=/a => x', 'the name is missing before "="', ENV_FILES],
    ['env-files', 'NAME= => x', 'the source is missing', ENV_FILES],
    [
      'env-vars',
      '/a => x',
      '"=>" has no place in env-vars: these have no path',
      'Write [NAME=]SOURCE',
    ],
    [
      'outputs',
      'a=/a => x',
      '"=>" has no place in outputs: these have no path',
      'Write NAME=SOURCE',
    ],
    ['outputs', '/a', '"NAME=" is missing before the source', 'Write NAME=SOURCE'],
    ['outputs', 'a=', 'the source is missing', 'Write NAME=SOURCE'],
  ])('of %s is refused: %s', (list, text, message, fix) => {
    expect(read(list, text)).toEqual([
      undefined,
      [{ place: { input: list, line: 1, text }, message, fix }],
    ]);
  });
});
