import { describe, expect, it } from '@jest/globals';
import { makeSessionPolicy } from '../../../src/identity/session-policy.ts';
import { readInputs } from '../../../src/plan/inputs.ts';
import {
  type RolePlan,
  readableOf,
  readRolePlan,
  readRoles,
  type SessionContext,
} from '../../../src/plan/role-plan.ts';
import type { Settings } from '../../../src/plan/settings.ts';
import { SettingsReader } from '../../../src/plan/settings-reader.ts';
import type { Source } from '../../../src/plan/source.ts';
import type { Place, Problem } from '../../../src/reporting/problem.ts';

const CI = 'arn:aws:iam::111122223333:role/ci';
const HUB = 'arn:aws:iam::444455556666:role/team/hub';
const CHINESE = 'arn:aws-cn:iam::111122223333:role/ci';
const POLICY = '{"Version":"2012-10-17","Statement":[]}';
const LONGEST_POLICY = `{"a":"${'x'.repeat(2_048 - '{"a":""}'.length)}"}`;
const REGION = 'us-east-1';

const PARAMETER: Source = { kind: 'parameter', name: '/p/env', selector: '3', region: REGION };
const PATH: Source = { kind: 'path', path: '/p', isRecursive: true, region: 'eu-west-1' };
const SECRET: Source = { kind: 'secret', secretId: 's', versionStage: 'X', region: REGION };
const FILE: Source = { kind: 'file', path: '.env' };

interface Read {
  readonly plan: RolePlan | undefined;
  readonly problems: readonly Problem[];
}

/** What is read of these settings, in a session that reads one parameter of us-east-1 unless the context says otherwise. */
function readFrom(settings: Settings, context: Partial<SessionContext> = {}): Read {
  const problems: Problem[] = [];
  const reader = new SettingsReader(settings, problems);
  const all: SessionContext = {
    variables: { GITHUB_REPOSITORY: 'octo-org/my app', GITHUB_RUN_ID: '42' },
    region: REGION,
    environment: 'staging',
    sources: [PARAMETER],
    ...context,
  };
  const plan = readRolePlan(reader, readRoles(reader, all.region), all);
  return { plan, problems };
}

function read(inputs: Readonly<Record<string, string>>, context?: Partial<SessionContext>): Read {
  const { settings, problems } = readInputs(inputs);
  expect(problems).toEqual([]);
  return readFrom(settings, context);
}

/** The plan of settings that are right, with this role unless they name another. */
function planOf(
  inputs: Readonly<Record<string, string>> = {},
  context?: Partial<SessionContext>,
): RolePlan {
  const { plan, problems } = read({ 'role-to-assume': CI, ...inputs }, context);
  expect(problems).toEqual([]);
  if (plan === undefined) throw new Error('There is no role.');
  return plan;
}

function policyFor(accountId: string, ...sources: Source[]) {
  const readables = sources.flatMap((source) => readableOf(source) ?? []);
  return { kind: 'scoped', policy: makeSessionPolicy(readables, { partition: 'aws', accountId }) };
}

describe('readRolePlan', () => {
  it('has the defaults that the descriptions of the inputs tell', () => {
    expect(planOf()).toEqual({
      audience: 'sts.amazonaws.com',
      chain: {
        roles: [{ arn: CI, partition: 'aws', accountId: '111122223333' }],
        sessionName: 'octo-org.my.app@42',
        durationSeconds: 900,
        sessionPolicy: policyFor('111122223333', PARAMETER),
        tags: [],
        exportsCredentials: false,
      },
    });
  });

  it('takes what is given', () => {
    const plan = planOf({
      audience: 'me',
      'role-session-name': 'ci=a@b',
      'role-duration-seconds': '43200',
    });
    expect(plan).toMatchObject({
      audience: 'me',
      chain: { sessionName: 'ci=a@b', durationSeconds: 43_200 },
    });
  });

  it('reads several roles in their order, and scopes the policy to the account of the last', () => {
    const { chain } = planOf({ 'role-to-assume': `# hub\n${CI}\n\n${HUB}` });
    expect(chain.roles.map(({ arn }) => arn)).toEqual([CI, HUB]);
    expect(chain.sessionPolicy).toEqual(policyFor('444455556666', PARAMETER));
  });

  it('names no role where none is given', () => {
    expect(read({})).toEqual({ plan: undefined, problems: [] });
    expect(read({ 'role-session-tags': 'true', 'session-policy': 'none' })).toEqual({
      plan: undefined,
      problems: [],
    });
  });
});

describe('a wrong role', () => {
  it('is told at its line, each of them, and none is assumed', () => {
    const lines = ['ci', '# hub', `"${CI}"`, '111122223333'];
    const { plan, problems } = read({ 'role-to-assume': lines.join('\n') });
    expect(plan).toBeUndefined();
    expect(problems).toEqual([
      {
        place: { input: 'role-to-assume', line: 1, text: 'ci' },
        message: 'this is the name of a role and not its ARN',
        fix: "Write arn:aws:iam::ACCOUNT:role/ci with the account's id",
      },
      {
        place: { input: 'role-to-assume', line: 3, text: `"${CI}"` },
        message: 'the ARN is in quotes',
        fix: `Write it without them: ${CI}`,
      },
      {
        place: { input: 'role-to-assume', line: 4, text: '111122223333' },
        message: 'this is an account id and no role',
        fix: expect.stringContaining('arn:aws:iam::ACCOUNT:role/NAME'),
      },
    ]);
  });

  it('beside a right one is told alone', () => {
    const { problems } = read({
      'role-to-assume': `${CI}\nrole/x`,
      'role-duration-seconds': '43200',
    });
    expect(problems.map(({ place }) => place)).toEqual([
      { input: 'role-to-assume', line: 2, text: 'role/x' },
    ]);
  });

  it('lies in a partition that the region is not in', () => {
    const { plan, problems } = read({ 'role-to-assume': CI }, { region: 'cn-north-1' });
    expect(plan).toBeUndefined();
    expect(problems).toMatchObject([
      {
        place: { input: 'role-to-assume', line: 1, text: CI },
        message: 'the role lies in the partition aws, but the region cn-north-1 in aws-cn',
      },
    ]);
  });

  it('is not looked for where no region is known, which is told elsewhere', () => {
    expect(planOf({ 'role-to-assume': CHINESE }, { region: undefined }).chain.roles).toHaveLength(
      1,
    );
  });

  it('of the manifest is told at its place there', () => {
    const place: Place = { file: 'm.yml', line: 3, column: 5 };
    const lists = { 'role-to-assume': [{ text: 'ci', place }] };
    expect(readFrom({ texts: {}, lists, mappings: {} }).problems).toMatchObject([{ place }]);
  });
});

describe('session-policy', () => {
  it.each([{}, { 'session-policy': 'scoped' }, { 'session-policy': ' Scoped\n' }])(
    'lets through what the plan reads: %j',
    (inputs) => {
      const { chain } = planOf(inputs, { sources: [FILE, PARAMETER, PATH, SECRET] });
      expect(chain.sessionPolicy).toEqual(policyFor('111122223333', PARAMETER, PATH, SECRET));
    },
  );

  it.each([[[]], [[FILE]]])('is none where nothing of AWS is read: %j', (sources) => {
    expect(planOf({}, { sources }).chain.sessionPolicy).toEqual({ kind: 'none' });
  });

  it.each(['none', 'NONE'])('can be left out: %s', (text) => {
    expect(planOf({ 'session-policy': text }).chain.sessionPolicy).toEqual({ kind: 'none' });
  });

  it.each([POLICY, LONGEST_POLICY])('is taken as it is where it is JSON: %#', (json) => {
    expect(planOf({ 'session-policy': json }).chain.sessionPolicy).toEqual({ kind: 'given', json });
  });

  it.each([
    ['a typo', 'scopd'],
    ['JSON that does not parse', '{"Version":'],
    ['JSON with a key twice', '{"Version":"2012-10-17","Version":"2012-10-17"}'],
    ['a list', '[]'],
    ['a text', '"none"'],
    ['too long', LONGEST_POLICY.replace('"a"', '"aa"')],
  ])('is refused where it is %s', (_, text) => {
    const { problems } = read({ 'role-to-assume': CI, 'session-policy': text });
    expect(problems).toEqual([
      {
        place: { input: 'session-policy', text },
        message: 'a session policy is scoped, none, or a JSON object of at most 2048 characters',
        fix: 'Leave it out: the session may then read just what the step names',
      },
    ]);
  });

  it('is refused also where no role is named', () => {
    expect(read({ 'session-policy': 'x' }).problems).toHaveLength(1);
  });
});

describe('role-session-tags', () => {
  it('tell whose session it is, with the environment', () => {
    expect(planOf({ 'role-session-tags': 'true' }).chain.tags).toEqual([
      { Key: 'Repository', Value: 'octo-org/my app' },
      { Key: 'Environment', Value: 'staging' },
    ]);
  });

  it('tell no environment where there is none', () => {
    const { chain } = planOf({ 'role-session-tags': 'true' }, { environment: undefined });
    expect(chain.tags.map(({ Key }) => Key)).toEqual(['Repository']);
  });

  it.each([{}, { 'role-session-tags': 'false' }])('are left out with %j', (inputs) => {
    expect(planOf(inputs).chain.tags).toEqual([]);
  });
});

describe('export-credentials', () => {
  it.each([
    [{ 'export-credentials': 'true' }, true, 3_600],
    [{ 'export-credentials': 'true', 'role-duration-seconds': '900' }, true, 900],
    [{ 'export-credentials': 'false' }, false, 900],
  ])('with %j', (inputs, exportsCredentials, durationSeconds) => {
    expect(planOf(inputs).chain).toMatchObject({ exportsCredentials, durationSeconds });
  });

  it('needs a role', () => {
    const { plan, problems } = read({ 'export-credentials': 'true' });
    expect(plan).toBeUndefined();
    expect(problems).toEqual([
      {
        place: { input: 'export-credentials', text: 'true' },
        message: 'there are no credentials to export without a role',
        fix: 'Name it: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME',
      },
    ]);
  });

  it('has nothing to add where the role is wrong', () => {
    const { problems } = read({ 'export-credentials': 'true', 'role-to-assume': 'ci' });
    expect(problems.map(({ place }) => place)).toEqual([
      { input: 'role-to-assume', line: 1, text: 'ci' },
    ]);
  });
});

describe('role-duration-seconds', () => {
  it.each([
    ['900', CI],
    ['43200', CI],
    ['3600', `${CI}\n${HUB}`],
  ])('can be %s', (text, roles) => {
    const { chain } = planOf({ 'role-duration-seconds': text, 'role-to-assume': roles });
    expect(chain.durationSeconds).toBe(Number(text));
  });

  it.each([
    ['899', {}, 900],
    ['43201', {}, 900],
    ['15m', {}, 900],
    ['0', { 'export-credentials': 'true' }, 3_600],
  ])('is refused as %s, with the default of %j', (text, inputs, fallback) => {
    const given = { 'role-to-assume': CI, 'role-duration-seconds': text, ...inputs };
    expect(read(given).problems).toEqual([
      {
        place: { input: 'role-duration-seconds', text },
        message: 'the value is no whole number from 900 to 43200',
        fix: `Write role-duration-seconds: ${fallback}, or leave it out`,
      },
    ]);
  });

  it('is an hour at most where a role assumes another', () => {
    const given = { 'role-to-assume': `${CI}\n${HUB}`, 'role-duration-seconds': '3601' };
    expect(read(given).problems).toMatchObject([
      {
        place: { input: 'role-duration-seconds', text: '3601' },
        message: 'a session of a role that another role assumes lasts one hour at most',
      },
    ]);
  });
});

describe('audience', () => {
  it.each([
    [CI, REGION, 'sts.amazonaws.com'],
    [CI, undefined, 'sts.amazonaws.com'],
    ['arn:aws-us-gov:iam::111122223333:role/ci', 'us-gov-west-1', 'sts.amazonaws.com'],
    [CHINESE, 'cn-northwest-1', 'sts.amazonaws.com.cn'],
    [CHINESE, undefined, 'sts.amazonaws.com.cn'],
  ])('of %s in %s is by default that of its STS', (role, region, audience) => {
    expect(planOf({ 'role-to-assume': role }, { region }).audience).toBe(audience);
  });

  it('can be another one in China too', () => {
    const inputs = { 'role-to-assume': CHINESE, audience: 'sts.amazonaws.com' };
    expect(planOf(inputs, { region: 'cn-north-1' }).audience).toBe('sts.amazonaws.com');
  });
});

describe('role-session-name', () => {
  it.each([
    [{}, 'fetch-secrets@0'],
    [{ GITHUB_REPOSITORY: 'octo/a b/c', GITHUB_RUN_ID: '7' }, 'octo.a.b.c@7'],
    [{ GITHUB_REPOSITORY: `o/${'r'.repeat(59)}`, GITHUB_RUN_ID: '77' }, `o.${'r'.repeat(59)}@77`],
    [{ GITHUB_REPOSITORY: `o/${'r'.repeat(60)}`, GITHUB_RUN_ID: '77' }, `.${'r'.repeat(60)}@77`],
    [{ GITHUB_REPOSITORY: `o/${'r'.repeat(80)}`, GITHUB_RUN_ID: '7' }, `${'r'.repeat(62)}@7`],
  ])('is made of %j', (variables, sessionName) => {
    expect(planOf({}, { variables }).chain.sessionName).toBe(sessionName);
    expect(sessionName).toMatch(/^[\w+=,.@-]{2,64}$/);
  });

  it.each(['a', 'a b', 'a/b', 'ä'.repeat(3), 'a'.repeat(65)])('is refused as %j', (text) => {
    const { problems } = read({ 'role-to-assume': CI, 'role-session-name': text });
    expect(problems).toEqual([
      {
        place: { input: 'role-session-name', text },
        message: 'a session name has 2 to 64 letters, digits and characters of "_+=,.@-"',
        fix: 'Leave it out: the default is made of repository and run id',
      },
    ]);
  });
});

describe('readableOf', () => {
  it.each([
    [PARAMETER, { kind: 'parameter', name: '/p/env', region: REGION }],
    [PATH, { kind: 'path', path: '/p', recursive: true, region: 'eu-west-1' }],
    [SECRET, { kind: 'secret', secretId: 's', region: REGION }],
    [FILE, undefined],
  ])('knows %j', (source, readable) => {
    expect(readableOf(source)).toEqual(readable);
  });
});
