import { describe, expect, it } from '@jest/globals';
import { readMappingLine } from '../../../src/plan/mapping-line.ts';
import {
  type Mapping,
  type MappingContext,
  resolveMappings,
  separateTargets,
} from '../../../src/plan/mappings.ts';
import type { MappingRequest, MappingsName } from '../../../src/plan/settings.ts';
import type { Problem } from '../../../src/reporting/problem.ts';

const CONTEXT: MappingContext = {
  roots: { workspace: '/w/repo', temp: '/w/temp' },
  environment: 'staging',
  region: 'us-east-1',
  styleOf: () => ({ mode: 0o600, format: 'portable' }),
  reservedOutputs: ['names'],
  namingOf: () => ({ transformation: 'none', rename: {} }),
};

type Line = readonly [MappingsName, string];

const requestOf = ([list, text]: Line, line = 1): MappingRequest[] => {
  const request = readMappingLine(list, { text, place: { input: list, line, text } }, []);
  return request === undefined ? [] : [request];
};

/** Resolves lines as of their list. */
function resolve(
  lines: readonly Line[],
  overrides: Partial<MappingContext> = {},
): { mappings: Mapping[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const context = { ...CONTEXT, ...overrides };
  const mappings = lines.flatMap((line, index) =>
    resolveMappings(line[0], requestOf(line, index + 1), context, problems),
  );
  return { mappings, problems };
}

describe('a mapping', () => {
  it.each<[Line, object]>([
    [
      ['env-files', '/a => .env'],
      {
        source: { kind: 'parameter', name: '/a', region: 'us-east-1' },
        optional: false,
        target: { kind: 'env-file', path: '/w/repo/.env', mode: 0o600, format: 'portable' },
      },
    ],
    [
      ['env-files', '/{environment}/{environment} => {environment}/x'],
      { source: { name: '/staging/staging' }, target: { shown: 'staging/x' } },
    ],
    [['env-files', 'NAME=/a#b? => x'], { name: 'NAME', key: 'b', optional: true }],
    [['env-files', '/a/** => x'], { source: { kind: 'path' } }],
    [['pem-files', '/a => x'], { target: { kind: 'pem-file' } }],
    [['files', 'secretsmanager:a => x'], { source: { kind: 'secret' }, target: { kind: 'file' } }],
    [['env-vars', '/a/*'], { source: { kind: 'path' }, target: { kind: 'env-var' } }],
    [['env-vars', 'NAME=/a'], { name: 'NAME', target: { kind: 'env-var' } }],
    [
      ['outputs', 'database-url=/a'],
      {
        name: 'database-url',
        target: { kind: 'output', name: 'database-url', shown: 'output database-url' },
      },
    ],
  ])('is resolved: %j', (line, expected) => {
    const { mappings, problems } = resolve([line]);
    expect(problems).toEqual([]);
    expect(mappings).toMatchObject([{ ...expected, place: { input: line[0], line: 1 } }]);
  });

  const NO_ENVIRONMENT = '{environment} is used, but no environment is named';
  const NAME_IT = 'Name it: environment: staging';
  const MANY = 'a path holds many parameters, and this target takes one value';
  const MANY_FIX = 'Name one parameter, or use env-files or env-vars';
  it.each<[Line, string, string, Partial<MappingContext>]>([
    [['files', '/{env}/a => x'], '{env} is not replaced by anything', 'Write {environment}', {}],
    [
      ['files', '/a => {Environment}'],
      '{Environment} is not replaced by anything',
      'Write {environment}',
      {},
    ],
    [
      ['files', '/a => {}'],
      '{} is not replaced by anything',
      'Write {environment}',
      { environment: undefined },
    ],
    [['files', '/{environment} => x'], NO_ENVIRONMENT, NAME_IT, { environment: undefined }],
    [['files', '/a => {environment}'], NO_ENVIRONMENT, NAME_IT, { environment: undefined }],
    [
      ['files', '/{environment} => {environment}'],
      NO_ENVIRONMENT,
      NAME_IT,
      { environment: undefined },
    ],
    [['files', '/a/* => x'], MANY, MANY_FIX, {}],
    [['pem-files', '/a/** => x'], MANY, MANY_FIX, {}],
    [['outputs', 'a=/a/*'], MANY, MANY_FIX, {}],
    [
      ['env-vars', 'A=/a/*'],
      '"NAME=" names one value, and a path holds many parameters',
      'Leave "NAME=" out, or name one parameter',
      {},
    ],
    [['outputs', '9=/a'], '9 is no name of an output', 'Write for example database-url', {}],
    [['outputs', 'names=/a'], 'names is an output of the action itself', 'Choose another name', {}],
    [
      ['env-files', 'A-B=/a => x'],
      'A-B is no name of a variable',
      'Write for example DATABASE_URL',
      {},
    ],
    [['env-vars', 'A-B=/a'], 'A-B is no name of a variable', 'Write for example DATABASE_URL', {}],
    [
      ['env-vars', 'PATH=/a'],
      'PATH may not be set: it decides what the later steps run, or as whom',
      'Choose another name, or write the value to an env file',
      {},
    ],
    [
      ['env-files', '/a => x'],
      'rename: B-C is no name of a variable',
      'Write for example DATABASE_URL',
      { namingOf: () => ({ transformation: 'none', rename: { A: 'B-C' } }) },
    ],
    [
      ['env-files', 'A=/a => x'],
      '"only" and "rename" have no place beside "NAME=", which names one value',
      'Leave out one of them',
      { namingOf: () => ({ transformation: 'none', rename: { A: 'B' } }) },
    ],
    [
      ['env-files', 'A=/a => x'],
      '"only" and "rename" have no place beside "NAME=", which names one value',
      'Leave out one of them',
      { namingOf: () => ({ transformation: 'none', rename: {}, only: [] }) },
    ],
  ])('is refused: %j: %s', (line, message, fix, context) => {
    const [input, text] = line;
    const { mappings, problems } = resolve([line], context);
    expect(mappings).toEqual([]);
    expect(problems).toEqual([{ place: { input, line: 1, text }, message, fix }]);
  });

  it('may set in an env file what no variable of the job may be', () => {
    expect(resolve([['env-files', 'PATH=/a => x']]).problems).toEqual([]);
  });

  it('has all its problems told, and leaves the lines beside it in peace', () => {
    const { mappings, problems } = resolve([
      ['env-files', 'A-B=nothing => ../x'],
      ['files', '/b => y'],
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'this is no source',
      'the target contains ".."',
      'A-B is no name of a variable',
    ]);
    expect(mappings.map(({ target }) => target.shown)).toEqual(['y']);
  });
});

describe('separateTargets', () => {
  it.each<[string, Line[], number]>([
    [
      'other targets',
      [
        ['files', '/a => x'],
        ['files', '/a => y'],
      ],
      2,
    ],
    [
      'the same line twice',
      [
        ['env-files', '/a => .env'],
        ['env-files', '/a => ./.env'],
      ],
      1,
    ],
    [
      'the same variables twice',
      [
        ['env-vars', '/a'],
        ['env-vars', '/a'],
      ],
      1,
    ],
    [
      'one value under two names',
      [
        ['env-files', 'A=/a => x'],
        ['env-files', 'B=/a => x'],
      ],
      2,
    ],
    [
      'two keys of one value',
      [
        ['env-files', 'A=/a#b => x'],
        ['env-files', 'A=/a#c => x'],
      ],
      2,
    ],
    [
      'two sources of an env file',
      [
        ['env-files', '/a => x'],
        ['env-files', '/b => x'],
      ],
      2,
    ],
    [
      'two sources of variables',
      [
        ['env-vars', '/a'],
        ['env-vars', '/b'],
      ],
      2,
    ],
    [
      'an output of the name of a file',
      [
        ['outputs', 'x=/a'],
        ['files', '/b => x'],
      ],
      2,
    ],
    [
      'names that begin alike',
      [
        ['files', '/a => x'],
        ['files', '/b => x.d/y'],
      ],
      2,
    ],
  ])('leaves in peace %s', (_, lines, count) => {
    const problems: Problem[] = [];
    expect(separateTargets(resolve(lines).mappings, problems)).toHaveLength(count);
    expect(problems).toEqual([]);
  });

  it.each([
    [['/a? => x', '/a => x'], false],
    [['/a => x', '/a? => x'], false],
    [['/a? => x', '/a? => x'], true],
    [['/a? => x', '/b => x', '/a => x', '/a? => x'], false],
  ])(
    'takes the same line twice once, and demands its source where one of them does: %j',
    (lines, optional) => {
      const { mappings } = resolve(lines.map((line): Line => ['env-files', line]));
      const [first, ...others] = separateTargets(mappings, []);
      expect(first).toMatchObject({ source: { name: '/a' }, optional });
      expect(others.map(({ source }) => source)).toEqual(
        lines.length > 2 ? [expect.objectContaining({ name: '/b' })] : [],
      );
    },
  );

  const TWICE = 'Name one source for each target';
  const FOLDER = 'Choose another path for one of them';
  it.each<[string, Line[], number, string, string]>([
    [
      'two sources',
      [
        ['files', '/a => x'],
        ['files', '/b => ./x'],
      ],
      2,
      'x is already the target of files, line 1',
      TWICE,
    ],
    [
      'two versions',
      [
        ['pem-files', '/a:1 => x'],
        ['pem-files', '/a:2 => x'],
      ],
      2,
      'x is already the target of pem-files, line 1',
      TWICE,
    ],
    [
      'two keys',
      [
        ['files', '/a#b => x'],
        ['files', '/a#c => x'],
      ],
      2,
      'x is already the target of files, line 1',
      TWICE,
    ],
    [
      'two kinds',
      [
        ['env-files', '/a => x'],
        ['files', '/a => x'],
      ],
      2,
      'x is already the target of env-files, line 1',
      TWICE,
    ],
    [
      'two sources of an output',
      [
        ['outputs', 'x=/a'],
        ['outputs', 'x=/b'],
      ],
      2,
      'output x is already the target of outputs, line 1',
      TWICE,
    ],
    [
      'a file as a folder',
      [
        ['files', '/a => x'],
        ['files', '/b => x/y'],
      ],
      1,
      'x is a file here, and a folder in files, line 2',
      FOLDER,
    ],
    [
      'a folder as a file',
      [
        ['files', '/a => x/y/z'],
        ['pem-files', '/b => x'],
      ],
      2,
      'x is a file here, and a folder in files, line 1',
      FOLDER,
    ],
  ])('finds %s', (_, lines, line, message, fix) => {
    const problems: Problem[] = [];
    separateTargets(resolve(lines).mappings, problems);
    const [input, text] = lines[line - 1] ?? [];
    expect(problems).toEqual([{ place: { input, line, text }, message, fix }]);
  });
});
