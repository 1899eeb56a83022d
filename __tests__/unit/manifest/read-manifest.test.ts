import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';
import { manifestJsonSchema, manifestSchema } from '../../../src/manifest/schema.ts';
import type { Manifest } from '../../../src/plan/plan.ts';
import type { Problem } from '../../../src/reporting/problem.ts';
import { draftOf, FULL_MANIFEST, MANIFEST_FILE, manifestOf, placeIn } from '../manifests.ts';

const accepts = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(manifestJsonSchema());

describe('a manifest with every key', () => {
  it.each([
    ['dev', 'development', 'us-east-1'],
    ['stage', 'staging', 'eu-central-1'],
    ['production', 'production', 'us-east-1'],
    ['test', 'development', 'us-east-1'],
    ['uat', 'staging', 'eu-west-1'],
    ['bare', 'bare', 'us-east-1'],
  ])('makes a plan for %s', (given, environment, region) => {
    const { plan, problems, warnings } = draftOf(FULL_MANIFEST, given);
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
    expect(plan).toMatchObject({ environment, region });
    expect(plan.mappings.filter(({ place }) => !('file' in place))).toEqual([]);
  });

  it('has an anchor stand for the same in each place', () => {
    const { mappings } = draftOf(FULL_MANIFEST).plan;
    const sourcesOf = (path: string): unknown[] =>
      mappings.filter(({ target }) => target.shown === path).map(({ source }) => source);
    expect(sourcesOf('api/.env')).toHaveLength(2);
    expect(sourcesOf('worker/.env')).toEqual(sourcesOf('api/.env'));
    expect(sourcesOf('admin/.env')).toEqual(sourcesOf('web/.env'));
  });
});

const README = 'See the README, "Manifest"';
const NO_KEY = 'the manifest has no such key here';

/** What is replaced in the manifest, by what, the fragment where the problem is, and the problem. */
type Broken = readonly [
  search: string,
  replacement: string,
  fragment: string,
  message: string,
  fix: string,
];

const typo = (search: string, replacement: string, fix: string): Broken => [
  search,
  replacement,
  replacement,
  NO_KEY,
  `Write ${fix}`,
];
const wrongType = (search: string, key: string, value: string, message: string): Broken => [
  search,
  `${key}${value}`,
  value,
  message,
  README,
];
const notOneOf = (key: string, options: string, fallback: string, value: string): Broken => [
  `${key}: ${value}`,
  `${key}: nonsense`,
  'nonsense',
  `the value of ${key} is not one of ${options}`,
  `Write ${key}: ${fallback}, or leave it out`,
];

const DIALECTS =
  'portable, docker, compose, dotenv, node, python, ruby, php, go, shell, systemd, json';

describe('one mistake', () => {
  it.each<Broken>([
    typo('region: us-east-1', 'regoin: us-east-1', 'region'),
    typo('environment-variable', 'environment_variable', 'environment-variable'),
    typo('pem-files', 'pem-file', 'pem-files'),
    typo('timeout-seconds', 'timeout-second', 'timeout-seconds'),
    typo('role-duration-seconds', 'role-duration-second', 'role-duration-seconds'),
    typo('github-environment: production', 'github-enviroment: production', 'github-environment'),
    typo('account: "444455556666"', 'acount: "444455556666"', 'account'),
    typo('use: staging', 'uses: staging', 'use'),
    typo('format: docker', 'fromat: docker', 'format'),
    typo('mode: "640"', 'mod: "640"', 'mode'),
    typo('only: [ DATABASE_URL ]', 'onyl: [ DATABASE_URL ]', 'only'),
    typo('rename: { THREE', 'renames: { THREE', 'rename'),
    typo('only: [ LEFT', 'just: [ LEFT', 'one of from, name-transformation, only, rename'),
    typo('mode: "644"', 'mod: "644"', 'mode'),
    typo('mode: 0400', 'file-mode: 0400', 'one of from, mode'),
    wrongType(
      'region: us-east-1',
      'region: ',
      '[ us-east-1 ]',
      'region holds something else than one value',
    ),
    wrongType(
      'environment-variable: PLATFORM_ENV',
      'environment-variable: ',
      '{ a: b }',
      'environment-variable holds something else than one value',
    ),
    wrongType(
      'aliases: [dev, local]',
      'aliases: ',
      'dev-only',
      'environments.development.aliases holds something else than a list',
    ),
    wrongType(
      'aliases: [ uat ]',
      'aliases: [ ',
      '[ uat ] ]',
      'environments.acceptance.aliases.0 holds something else than one value',
    ),
    wrongType(
      'role: arn:aws:iam::111122223333:role/ci-development',
      'role: ',
      '{ arn: x }',
      'environments.development.role holds something else than one value or a list',
    ),
    wrongType(
      'protected: true',
      'protected: ',
      '[ true ]',
      'environments.production.protected holds something else than one value',
    ),
    wrongType(
      'use: development',
      'use: ',
      '[ development ]',
      'environments.test.use holds something else than one value',
    ),
    wrongType(
      'bare: {}',
      'bare: ',
      'nothing',
      'environments.bare holds something else than keys with values',
    ),
    wrongType(
      'mode: "640"',
      'mode: ',
      '[ 640 ]',
      'env-files..env.compose.mode holds something else than one value',
    ),
    wrongType(
      'only: [ DATABASE_URL ]',
      'only: ',
      'DATABASE_URL-only',
      'env-files..env.compose.sources.2.only holds something else than a list',
    ),
    wrongType(
      'only: [ LEFT, RIGHT ]',
      'only: ',
      '{ LEFT: RIGHT }',
      'env-vars.6.only holds something else than a list',
    ),
    wrongType(
      'rename:\n      UP: DOWN',
      'rename:',
      ' [ UP, DOWN ]',
      'env-vars.6.rename holds something else than keys with values',
    ),
    wrongType(
      'UP: DOWN',
      'UP: ',
      '[ DOWN ]',
      'env-vars.6.rename.UP holds something else than one value',
    ),
    wrongType(
      'host: secretsmanager:platform/{environment}#db.host',
      'host: ',
      '[ x ]',
      'outputs.host holds something else than one value',
    ),
    wrongType(
      'audience: sts.amazonaws.com',
      'audience: ',
      '{ a: b }',
      'audience holds something else than one value',
    ),
    wrongType(
      'max-attempts: 8',
      'max-attempts: ',
      '[ 8 ]',
      'max-attempts holds something else than one value',
    ),
    wrongType(
      'cleanup: true',
      'cleanup: ',
      '{ a: true }',
      'cleanup holds something else than one value',
    ),
    wrongType('- TODO', '- ', '{ TODO: x }', 'placeholders.1 holds something else than one value'),
    wrongType(
      'unmasked-names: [ LOG_LEVEL, NODE_ENV ]',
      'unmasked-names: ',
      '{ LOG_LEVEL: x }',
      'unmasked-names holds something else than one value or a list',
    ),
    notOneOf('env-format', DIALECTS, 'portable', 'portable'),
    notOneOf('on-missing-token', 'fail, skip', 'fail', 'fail'),
    notOneOf('on-conflict', 'fail, last-wins', 'fail', 'fail'),
    notOneOf('on-unavailable', 'fail, keep', 'fail', 'keep'),
    notOneOf('cleanup', 'true, false', 'true', 'true'),
    notOneOf('summary', 'true, false', 'true', 'false'),
  ])(
    'is found by editors and by the program: %s => %s',
    (search, replacement, fragment, message, fix) => {
      expect(FULL_MANIFEST.split(search)).toHaveLength(2);
      const broken = FULL_MANIFEST.replace(search, () => replacement);
      expect(accepts(parse(broken))).toBe(false);
      const { problems } = draftOf(broken);
      const trimmed = fragment.trim();
      const text = message === NO_KEY ? (/^[\w-]+/.exec(trimmed)?.[0] ?? '') : undefined;
      const written = message.startsWith('the value of') ? trimmed : text;
      expect(problems).toEqual([{ place: placeIn(broken, trimmed, written), message, fix }]);
    },
  );
});

describe('a manifest that is none', () => {
  const ALL_KEYS = `Write one of ${Object.keys(manifestSchema.shape).join(', ')}`;
  const INDENTATION =
    'See the indentation, and put quotes around texts with ": " or " #", and around {environment} within [ ] or { }';
  const TWICE = { message: 'this key stands there twice', fix: 'Leave one of them out' };
  const TAG = { message: 'a tag has no meaning here', fix: 'Leave out what begins with "!"' };
  const ALIASES = {
    message: 'an alias has no anchor, or stands for too many values',
    fix: 'Write out what it stands for',
  };
  const holds = (what: string): Omit<Problem, 'place'> => ({
    message: what,
    fix: README,
  });
  const ten = (alias: string): string => `[ ${Array(10).fill(alias).join(', ')} ]`;

  it.each<[string, string, number, number, Omit<Problem, 'place'>]>([
    ['a text', 'x', 1, 1, holds('the manifest holds something else than keys with values')],
    ['a list', '# c\n- x', 2, 1, holds('the manifest holds something else than keys with values')],
    ['a key far from all', 'x: y', 1, 1, { message: NO_KEY, fix: ALL_KEYS }],
    ['a key of every object', 'toString: y', 1, 1, { message: NO_KEY, fix: ALL_KEYS }],
    ['a merge key', '<<: { region: x }', 1, 1, { message: NO_KEY, fix: ALL_KEYS }],
    [
      'a key behind CRLF',
      'region: x\r\nregoin: x\r\n',
      2,
      1,
      { message: NO_KEY, fix: 'Write region' },
    ],
    [
      'an open quote',
      'region: "x',
      1,
      11,
      { message: 'this is no YAML (missing char)', fix: INDENTATION },
    ],
    [
      'a colon in a text',
      'region: a: b',
      1,
      9,
      { message: 'this is no YAML (block as implicit key)', fix: INDENTATION },
    ],
    [
      'two documents',
      'region: a\n---\nregion: b',
      2,
      1,
      { message: 'this is no YAML (multiple docs)', fix: INDENTATION },
    ],
    ['a key twice', 'region: a\nregion: b', 2, 1, TWICE],
    ['a path twice', 'files:\n  a: /a\n  "a": /b', 3, 3, TWICE],
    ['a tag of its own', 'region: !foo x', 1, 9, TAG],
    ['a tag of another schema', 'max-attempts: !!int 8', 1, 15, TAG],
    [
      'aliases of aliases',
      `placeholders: &a ${ten('x')}\nunmasked-names: &b ${ten('*a')}\naudience: ${ten('*b')}`,
      1,
      1,
      ALIASES,
    ],
    [
      'an empty environment',
      'environments:\n  test:',
      2,
      8,
      holds('environments.test holds something else than keys with values'),
    ],
    ['an empty list', 'env-vars:', 1, 10, holds('env-vars holds something else than a list')],
    [
      'empty mappings',
      'env-files:',
      1,
      11,
      holds('env-files holds something else than keys with values or a list'),
    ],
    [
      'empty outputs',
      'outputs: x',
      1,
      10,
      holds('outputs holds something else than keys with values or a list'),
    ],
    [
      'no line',
      'env-files:\n  - /a => b\n  - [ x ]',
      3,
      5,
      holds('env-files.1 holds something else than one value'),
    ],
    [
      'no source',
      'env-vars:\n  - [ x ]',
      2,
      5,
      holds('env-vars.0 holds something else than one value or keys with values'),
    ],
    [
      'no file',
      'pem-files:\n  a: [ x ]',
      2,
      6,
      holds('pem-files.a holds something else than one value or keys with values'),
    ],
    [
      'no sources',
      'env-files:\n  a: { mode: 600 }',
      2,
      6,
      holds('env-files.a.sources holds something else than one value or a list'),
    ],
    [
      'a source with two texts',
      'env-files:\n  a:\n    sources:\n      - from: [ x ]',
      4,
      15,
      holds('env-files.a.sources.0.from holds something else than one value'),
    ],
  ])('is told where: %s', (_, text, line, column, problem) => {
    const key = text
      .split('\n')
      [line - 1]?.slice(column - 1)
      .split(':')[0];
    const place = { file: MANIFEST_FILE, line, column };
    expect(manifestOf(text)).toEqual({
      settings: { texts: {}, lists: {}, mappings: {} },
      environments: { rules: new Map() },
      problems: [
        { place: problem.message === NO_KEY ? { ...place, text: key } : place, ...problem },
      ],
    });
  });

  it('has all its mistakes told at once', () => {
    const text = 'regoin: x\nfiles: { a: [] }\nenvironments: { test: { rol: a } }';
    expect(manifestOf(text).problems.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        placeIn(text, 'regoin', 'regoin'),
        placeIn(text, '[]'),
        placeIn(text, 'rol', 'rol'),
      ]),
    );
  });

  it('quotes nothing of the file but keys', () => {
    const texts = ['region: "s3cret', 's3cret', 'region: [ s3cret ]', 'files: { a: [ s3cret ] }'];
    expect(JSON.stringify(texts.flatMap((text) => manifestOf(text).problems))).not.toContain(
      's3cret',
    );
  });
});

describe('an empty manifest', () => {
  it.each(['', '\n', '# a comment\n', '{}'])('says nothing: %j', (text) => {
    expect(manifestOf(text)).toEqual({
      settings: { texts: {}, lists: {}, mappings: {} },
      environments: { rules: new Map() },
      problems: [],
    });
  });
});

describe('any text', () => {
  /** Every problem has a place in the text. */
  function expectPlaces({ problems }: Manifest, text: string): void {
    const lines = text.split('\n').length;
    for (const { place } of problems) {
      expect(place).toMatchObject({ file: MANIFEST_FILE });
      const { line, column } = { line: 0, column: 0, ...place };
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines);
      expect(column).toBeGreaterThanOrEqual(1);
    }
  }

  it('is read or refused, and never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expectPlaces(manifestOf(text), text);
      }),
    );
    const tokens = [
      'region',
      'env-files',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '&a ',
      '*a',
      '"',
      "'",
      '#',
      '!',
      '|',
      '? ',
      '/a',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 40 }), (parts) => {
        expectPlaces(manifestOf(parts.join('')), parts.join(''));
      }),
    );
  });

  it('that was a manifest before somebody mistyped is read or refused', () => {
    const mutation = fc.record({
      at: fc.integer({ min: 0, max: FULL_MANIFEST.length }),
      removed: fc.integer({ min: 0, max: 30 }),
      inserted: fc.oneof(
        fc.string({ maxLength: 3 }),
        fc.constantFrom('\n', '  ', ': ', '- ', '[', '{', '&x ', '*runtime'),
      ),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        let text = FULL_MANIFEST;
        for (const { at, removed, inserted } of mutations) {
          text = text.slice(0, at) + inserted + text.slice(at + removed);
        }
        expectPlaces(manifestOf(text), text);
      }),
    );
  });
});
