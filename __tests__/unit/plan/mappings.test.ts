import { describe, expect, it } from '@jest/globals';
import type { InputLine } from '../../../src/plan/input-reader.ts';
import { type Mapping, readMappings, separateTargets } from '../../../src/plan/mappings.ts';
import type { TargetKind } from '../../../src/plan/target.ts';
import type { Problem } from '../../../src/reporting/problem.ts';

const CONTEXT = {
  roots: { workspace: '/w/repo', temp: '/w/temp' },
  environment: 'staging',
  region: 'us-east-1',
};

/** Reads lines as of an input named after the kind. */
function read(
  kind: TargetKind,
  texts: readonly string[],
  overrides: Partial<Parameters<typeof readMappings>[2]> = {},
): { mappings: Mapping[]; problems: Problem[] } {
  const lines = texts.map(
    (text, index): InputLine => ({ text, place: { input: kind, line: index + 1, text } }),
  );
  const problems: Problem[] = [];
  return { mappings: readMappings(kind, lines, { ...CONTEXT, ...overrides }, problems), problems };
}

describe('readMappings', () => {
  it.each([
    ['/a => .env', '/a', '.env'],
    ['/a=>.env', '/a', '.env'],
    ['  /a   =>   a b  ', '/a', 'a b'],
    ['/{environment}/{environment} => {environment}/x', '/staging/staging', 'staging/x'],
  ])('reads %j', (text, name, shown) => {
    const { mappings, problems } = read('env-file', [text]);
    expect(problems).toEqual([]);
    expect(mappings).toMatchObject([
      { source: { name, region: 'us-east-1' }, optional: false, target: { shown } },
    ]);
    expect(mappings[0]?.place).toEqual({ input: 'env-file', line: 1, text });
  });

  it('keeps the question mark', () => {
    expect(read('file', ['/a? => x']).mappings).toMatchObject([{ optional: true }]);
  });

  const SHAPE = 'Write SOURCE => PATH';
  const NO_ENVIRONMENT = '{environment} is used, but no environment is named';
  it.each<[string, string, string, string | undefined]>([
    ['/a', '"=>" is missing between source and path', SHAPE, 'staging'],
    ['/a -> x', '"=>" is missing between source and path', SHAPE, 'staging'],
    ['/a => x => y', '"=>" stands in the line more than once', SHAPE, 'staging'],
    ['=> x', 'the source is missing before "=>"', SHAPE, 'staging'],
    ['/a =>', 'the path is missing after "=>"', SHAPE, 'staging'],
    ['NAME=/a => x', '"NAME=" before a source is not supported yet', SHAPE, 'staging'],
    ['/{env}/a => x', '{env} is not replaced by anything', 'Write {environment}', 'staging'],
    ['/a => {Environment}', '{Environment} is not replaced by anything', 'Write {environment}', 'staging'],
    ['/a => {}', '{} is not replaced by anything', 'Write {environment}', undefined],
    ['/{environment} => x', NO_ENVIRONMENT, 'Name it: environment: staging', undefined],
    ['/a => {environment}', NO_ENVIRONMENT, 'Name it: environment: staging', undefined],
  ])('tells what is wrong with %j', (text, message, fix, environment) => {
    const { mappings, problems } = read('env-file', [text], { environment });
    expect(mappings).toEqual([]);
    expect(problems).toEqual([{ place: { input: 'env-file', line: 1, text }, message, fix }]);
  });

  it('tells both sides of a line, and reads the lines beside it', () => {
    const { mappings, problems } = read('file', ['nothing => ../x', '/b => y']);
    expect(problems.map(({ place, message }) => [place?.line, message])).toEqual([
      [1, 'this is no source'],
      [1, 'the target contains ".."'],
    ]);
    expect(mappings.map(({ target }) => target.shown)).toEqual(['y']);
  });
});

describe('separateTargets', () => {
  const mappingsOf = (lines: readonly (readonly [TargetKind, string])[]): Mapping[] =>
    lines.flatMap(([kind, text], index) =>
      read(kind, [text]).mappings.map((mapping) => ({
        ...mapping,
        place: { input: `${kind}s`, line: index + 1, text },
      })),
    );

  it.each<[string, (readonly [TargetKind, string])[], number]>([
    ['other targets', [['file', '/a => x'], ['file', '/a => y']], 2],
    ['the same line twice', [['env-file', '/a => .env'], ['env-file', '/a => ./.env']], 1],
    ['names that begin alike', [['file', '/a => x'], ['file', '/b => x.d/y']], 2],
  ])('leaves in peace %s', (_, lines, count) => {
    const problems: Problem[] = [];
    expect(separateTargets(mappingsOf(lines), problems)).toHaveLength(count);
    expect(problems).toEqual([]);
  });

  const TWICE = 'Name one source for each target';
  const FOLDER = 'Choose another path for one of them';
  it.each<[string, (readonly [TargetKind, string])[], number, string, string]>([
    ['two sources', [['file', '/a => x'], ['file', '/b => ./x']], 2, 'x is already the target of files, line 1', TWICE],
    ['two versions', [['file', '/a:1 => x'], ['file', '/a:2 => x']], 2, 'x is already the target of files, line 1', TWICE],
    ['two kinds', [['env-file', '/a => x'], ['file', '/a => x']], 2, 'x is already the target of env-files, line 1', TWICE],
    ['a file as a folder', [['file', '/a => x'], ['file', '/b => x/y']], 1, 'x is a file here, and a folder in files, line 2', FOLDER],
    ['a folder as a file', [['file', '/a => x/y/z'], ['pem-file', '/b => x']], 2, 'x is a file here, and a folder in files, line 1', FOLDER],
  ])('finds %s', (_, lines, line, message, fix) => {
    const problems: Problem[] = [];
    separateTargets(mappingsOf(lines), problems);
    const [kind, text] = lines[line - 1] ?? [];
    expect(problems).toEqual([{ place: { input: `${kind}s`, line, text }, message, fix }]);
  });
});
