import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EnvironmentRules } from '../../../src/plan/environment.ts';
import { draftPlan, type PlanContext, type PlanDraft } from '../../../src/plan/plan.ts';
import type { PlacedText, Settings } from '../../../src/plan/settings.ts';
import { SETTING_NAMES } from '../../../src/plan/settings.ts';
import { isFileTarget } from '../../../src/plan/target.ts';
import { NO_TEMPLATES } from '../../../src/plan/template-set.ts';
import { formatPlace, type Place } from '../../../src/reporting/problem.ts';
import { PUSH } from '../fake-runtime.ts';

const ROLE = 'arn:aws:iam::111122223333:role/ci/staging';
const CHINESE_ROLE = 'arn:aws-cn:iam::111122223333:role/ci';

/** The draft of a step that is right, but for these inputs and these parts of its context. */
function draft(inputs: PlanContext['inputs'] = {}, context: Partial<PlanContext> = {}): PlanDraft {
  return draftPlan({
    inputs: {
      environment: 'staging',
      'env-files': '/p/{environment}/env => .env',
      'aws-region': 'us-east-1',
      ...inputs,
    },
    manifest: undefined,
    variables: { GITHUB_REPOSITORY: 'octo/my app', GITHUB_RUN_ID: '42' },
    roots: { workspace: '/w/repo', temp: '/w/temp' },
    event: PUSH,
    openTemplates: (requests) => ({ ...NO_TEMPLATES, requests }),
    ...context,
  });
}

describe('a plan', () => {
  it('has the defaults that the descriptions of the inputs tell', () => {
    const { plan, problems, warnings } = draft();
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
    expect(plan).toMatchObject({
      environment: 'staging',
      mappings: [
        {
          source: { kind: 'parameter', name: '/p/staging/env', region: 'us-east-1' },
          optional: false,
          target: {
            kind: 'env-file',
            path: '/w/repo/.env',
            root: '/w/repo',
            shown: '.env',
            mode: 0o600,
            format: 'portable',
          },
          naming: { transformation: 'none', rename: {} },
          place: { input: 'env-files', line: 1, text: '/p/{environment}/env => .env' },
        },
      ],
      role: undefined,
      region: 'us-east-1',
      accounts: [],
      onMissingToken: 'fail',
      onConflict: 'fail',
      onUnavailable: 'fail',
      placeholders: ['placeholder'],
      unmaskedNames: [],
      maxAttempts: 8,
      timeoutSeconds: 120,
      cleanup: true,
      summary: true,
    });
  });

  it.each<[PlanContext['inputs'], object]>([
    [
      { 'pem-files': '/k => k.pem', files: '/f => f' },
      {
        mappings: [
          { target: { kind: 'env-file' } },
          { target: { kind: 'pem-file' } },
          { target: { kind: 'file' } },
        ],
      },
    ],
    [
      { 'allowed-account-ids': '111122223333, 444455556666\n777788889999' },
      { accounts: [{ allowed: ['111122223333', '444455556666', '777788889999'] }] },
    ],
    [{ 'on-missing-token': 'Skip' }, { onMissingToken: 'skip' }],
    [{ 'on-conflict': 'last-wins' }, { onConflict: 'last-wins' }],
    [{ 'on-unavailable': 'keep' }, { onUnavailable: 'keep' }],
    [{ 'env-format': 'docker' }, { mappings: [{ target: { format: 'docker' } }] }],
    [
      { 'name-transformation': 'uppercase' },
      { mappings: [{ naming: { transformation: 'uppercase' } }] },
    ],
    [
      { 'env-vars': 'A=/a', outputs: 'b=/b' },
      { mappings: [{}, { target: { kind: 'env-var' } }, { target: { kind: 'output' } }] },
    ],
    [
      { 'env-files': 'secretsmanager:a => .env' },
      { region: 'us-east-1', mappings: [{ source: { kind: 'secret', region: 'us-east-1' } }] },
    ],
    [{ placeholders: 'TODO\nchange me' }, { placeholders: ['TODO', 'change me'] }],
    [{ 'unmasked-names': 'LOG_LEVEL\n_X1' }, { unmaskedNames: ['LOG_LEVEL', '_X1'] }],
    [{ 'file-mode': '0644' }, { mappings: [{ target: { mode: 0o644 } }] }],
    [{ 'file-mode': '440' }, { mappings: [{ target: { mode: 0o440 } }] }],
    [
      { 'max-attempts': '1', 'timeout-seconds': '3600' },
      { maxAttempts: 1, timeoutSeconds: 3600 },
    ],
    [
      { cleanup: 'FALSE', summary: 'False' },
      { cleanup: false, summary: false },
    ],
    [{ 'aws-region': 'us-gov-west-1' }, { region: 'us-gov-west-1' }],
    [{ 'aws-region': 'us-isob-east-1' }, { region: 'us-isob-east-1' }],
    [{ 'aws-region': 'eusc-de-east-1' }, { region: 'eusc-de-east-1' }],
    [{ 'aws-region': 'mx-central-1' }, { region: 'mx-central-1' }],
    [
      { 'role-to-assume': ROLE, 'role-session-tags': 'true' },
      {
        role: {
          audience: 'sts.amazonaws.com',
          chain: {
            roles: [{ arn: ROLE, partition: 'aws', accountId: '111122223333' }],
            sessionName: 'octo.my.app@42',
            durationSeconds: 900,
            sessionPolicy: {
              kind: 'scoped',
              policy: { json: expect.stringContaining('parameter/p/staging/env"') },
            },
            tags: [
              { Key: 'Repository', Value: 'octo/my app' },
              { Key: 'Environment', Value: 'staging' },
            ],
            exportsCredentials: false,
          },
        },
      },
    ],
    [
      { 'role-to-assume': `arn:aws:iam::444455556666:role/hub\n${ROLE}` },
      { role: { chain: { roles: [{ accountId: '444455556666' }, { arn: ROLE }] } } },
    ],
    [
      { 'role-to-assume': CHINESE_ROLE, 'aws-region': 'cn-north-1' },
      { role: { audience: 'sts.amazonaws.com.cn' }, region: 'cn-north-1' },
    ],
    [
      { 'role-to-assume': ROLE, 'allowed-account-ids': '111122223333' },
      { role: { chain: { roles: [{ arn: ROLE }] } } },
    ],
    [
      // Only the account that is read in counts.
      {
        'role-to-assume': `arn:aws:iam::444455556666:role/hub\n${ROLE}`,
        'allowed-account-ids': '111122223333',
      },
      { role: { chain: { roles: [{}, { arn: ROLE }] } } },
    ],
    [
      { 'role-to-assume': ROLE, 'env-files': 'file:a => .env' },
      { role: undefined, region: undefined },
    ],
    [
      { 'role-to-assume': ROLE, 'env-files': 'file:a => .env', 'export-credentials': 'true' },
      {
        role: { chain: { sessionPolicy: { kind: 'none' }, exportsCredentials: true } },
        region: 'us-east-1',
      },
    ],
    [
      { 'role-to-assume': ROLE, 'env-files': '', 'export-credentials': 'True' },
      {
        mappings: [],
        role: { chain: { durationSeconds: 3_600, exportsCredentials: true } },
        region: 'us-east-1',
      },
    ],
  ])('is made of %j', (inputs, expected) => {
    const { plan, problems } = draft(inputs);
    expect(problems).toEqual([]);
    expect(plan).toMatchObject(expected);
  });

  it.each([
    [{}, 'fetch-secrets@0'],
    [{ GITHUB_REPOSITORY: `o/${'r'.repeat(80)}`, GITHUB_RUN_ID: '7' }, `${'r'.repeat(62)}@7`],
  ])('names its session after repository and run: %j', (variables, sessionName) => {
    expect(draft({ 'role-to-assume': ROLE }, { variables }).plan.role?.chain).toMatchObject({
      sessionName,
    });
  });

  it.each([
    [{ 'aws-region': 'eu-west-1' }, { AWS_REGION: 'us-west-1' }, 'eu-west-1'],
    [
      { 'aws-region': '' },
      { AWS_REGION: ' us-west-1 ', AWS_DEFAULT_REGION: 'us-west-2' },
      'us-west-1',
    ],
    [{ 'aws-region': '' }, { AWS_REGION: '', AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2'],
  ])('takes its region from %j and %j', (inputs, variables, region) => {
    const { plan, problems } = draft(inputs, { variables });
    expect(problems).toEqual([]);
    expect(plan).toMatchObject({ region, mappings: [{ source: { region } }] });
  });

  it('takes the environment of the event where no input names one', () => {
    const event = { ...PUSH, deploymentEnvironment: 'production' };
    expect(draft({ environment: '' }, { event }).plan).toMatchObject({
      environment: 'production',
      mappings: [{ source: { name: '/p/production/env' } }],
    });
  });

  it('needs no environment where no line uses it', () => {
    const { plan, problems } = draft({ environment: '', 'env-files': '/a => .env' });
    expect(problems).toEqual([]);
    expect(plan.environment).toBeUndefined();
  });

  it('warns of unknown inputs that are near no other', () => {
    expect(draft({ colour: 'red' })).toMatchObject({
      problems: [],
      warnings: ['This action has no input "colour"; it is ignored.'],
    });
  });
});

const MODE = 'a mode is three octal digits, and the owner can read';
const MODE_FIX = 'Write "600", or "644" where processes of other users read the file';
const SESSION = 'a session name has 2 to 64 letters, digits and characters of "_+=,.@-"';
const SESSION_FIX = 'Leave it out: the default is made of repository and run id';
const ACCOUNT = 'an account id has 12 digits';
const ACCOUNT_FIX =
  'Write the ids one a line or with a comma between them, in quotes where YAML would read a number';
const ENVIRONMENT =
  'an environment begins with a letter or digit and consists of letters, digits, ".", "_" and "-"';
const ENVIRONMENT_FIX = 'Name it as its secrets do, for example environment: staging';
const REGION = 'this is no name of a region';
const REGION_FIX = 'Write it as AWS does, for example us-east-1';
const ROLE_NAME = 'this is the name of a role and not its ARN';
const DURATION = 'the value is no whole number from 900 to 43200';

describe('a bad input', () => {
  it.each<[string, string, number | undefined, string, string]>([
    ['environment', '../x', undefined, ENVIRONMENT, ENVIRONMENT_FIX],
    ['aws-region', 'virginia', undefined, REGION, REGION_FIX],
    ['aws-region', 'us-east-1a', undefined, REGION, REGION_FIX],
    [
      'role-to-assume',
      'ci-staging',
      1,
      ROLE_NAME,
      "Write arn:aws:iam::ACCOUNT:role/ci-staging with the account's id",
    ],
    [
      'role-to-assume',
      'arn:aws:iam::1:role/x',
      1,
      'the account in the ARN is no 12 digits',
      'Write arn:aws:iam::ACCOUNT:role/NAME, as IAM shows it for the role',
    ],
    [
      'role-to-assume',
      CHINESE_ROLE,
      1,
      'the role lies in the partition aws-cn, but the region us-east-1 in aws',
      `Name a region of aws-cn in aws-region, or the role as arn:aws:iam::111122223333:role/ci where that is its ARN`,
    ],
    ['role-session-name', 'a b', undefined, SESSION, SESSION_FIX],
    ['role-session-name', 'a', undefined, SESSION, SESSION_FIX],
    ['role-session-name', 'a'.repeat(65), undefined, SESSION, SESSION_FIX],
    [
      'role-duration-seconds',
      '899',
      undefined,
      DURATION,
      'Write role-duration-seconds: 900, or leave it out',
    ],
    [
      'role-duration-seconds',
      '43201',
      undefined,
      DURATION,
      'Write role-duration-seconds: 900, or leave it out',
    ],
    ['allowed-account-ids', '11112222333', 1, ACCOUNT, ACCOUNT_FIX],
    ['allowed-account-ids', '111122223333,', 1, ACCOUNT, ACCOUNT_FIX],
    [
      'on-missing-token',
      'ignore',
      undefined,
      'the value of on-missing-token is not one of fail, skip',
      'Write on-missing-token: fail, or leave it out',
    ],
    [
      'unmasked-names',
      'LOG-LEVEL',
      1,
      'this is no name of a variable',
      'Write one name a line, for example LOG_LEVEL',
    ],
    ['file-mode', '6000', undefined, MODE, MODE_FIX],
    ['file-mode', '200', undefined, MODE, MODE_FIX],
    ['file-mode', '608', undefined, MODE, MODE_FIX],
    ['file-mode', 'rw', undefined, MODE, MODE_FIX],
    [
      'max-attempts',
      '0',
      undefined,
      'the value is no whole number from 1 to 100',
      'Write max-attempts: 8, or leave it out',
    ],
    [
      'max-attempts',
      '101',
      undefined,
      'the value is no whole number from 1 to 100',
      'Write max-attempts: 8, or leave it out',
    ],
    [
      'timeout-seconds',
      '0',
      undefined,
      'the value is no whole number from 1 to 3600',
      'Write timeout-seconds: 120, or leave it out',
    ],
    [
      'timeout-seconds',
      '3601',
      undefined,
      'the value is no whole number from 1 to 3600',
      'Write timeout-seconds: 120, or leave it out',
    ],
    [
      'cleanup',
      'no',
      undefined,
      'the value of cleanup is not one of true, false',
      'Write cleanup: true, or leave it out',
    ],
    [
      'summary',
      '1',
      undefined,
      'the value of summary is not one of true, false',
      'Write summary: true, or leave it out',
    ],
  ])('is told with its place, its text and its fix: %s: %s', (input, text, line, message, fix) => {
    const place = { input, text, ...(line === undefined ? {} : { line }) };
    expect(draft({ [input]: text }).problems).toEqual([{ place, message, fix }]);
  });

  it.each<[string, PlanContext['inputs'], Partial<PlanContext>, object[]]>([
    [
      'no source',
      { 'env-files': '\n# none\n' },
      {},
      [
        {
          message: 'the step names no source',
          fix: 'Name one, for example\nenv-files: |\n  /platform/{environment}/env => .env\nor write them to .github/fetch-secrets.yml',
        },
      ],
    ],
    [
      'no region',
      { 'aws-region': '' },
      {},
      [
        {
          place: { input: 'aws-region' },
          message: 'no region is named',
          fix: 'Name it: aws-region: us-east-1',
        },
      ],
    ],
    [
      'a bad region, but only once',
      { 'aws-region': 'x' },
      {},
      [{ place: { input: 'aws-region', text: 'x' }, message: REGION, fix: REGION_FIX }],
    ],
    [
      'credentials to export without a role, and nothing else to do',
      { 'env-files': '', 'export-credentials': 'true' },
      {},
      [
        {
          place: { input: 'export-credentials', text: 'true' },
          message: 'there are no credentials to export without a role',
          fix: 'Name it: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME',
        },
      ],
    ],
    [
      'credentials to export without a region',
      {
        'env-files': '',
        'export-credentials': 'true',
        'role-to-assume': ROLE,
        'aws-region': '',
      },
      {},
      [
        {
          place: { input: 'aws-region' },
          message: 'no region is named',
          fix: 'Name it: aws-region: us-east-1',
        },
      ],
    ],
    [
      'a role of another account',
      { 'role-to-assume': ROLE, 'allowed-account-ids': '444455556666\n777788889999' },
      {},
      [
        {
          place: { input: 'allowed-account-ids', line: 1, text: '444455556666' },
          message: `the account 111122223333 of ${ROLE} is not allowed, only 444455556666, 777788889999`,
          fix: 'Use credentials of an allowed account, or add the account',
        },
      ],
    ],
    [
      'a bad environment of the event',
      { environment: '' },
      { event: { ...PUSH, dispatchInputs: { environment: 'a/b' } } },
      [
        {
          place: { input: 'the workflow_dispatch input "environment"', text: 'a/b' },
          message: ENVIRONMENT,
          fix: ENVIRONMENT_FIX,
        },
      ],
    ],
    [
      'a near name',
      { 'env-file': '/a => b' },
      {},
      [
        {
          place: { input: 'env-file' },
          message: 'this action has no such input',
          fix: 'Write env-files',
        },
      ],
    ],
    [
      'one target of two kinds',
      { files: '/f => .env' },
      {},
      [
        {
          place: { input: 'files', line: 1, text: '/f => .env' },
          message: '.env is already the target of env-files, line 1',
          fix: 'Name one source for each target',
        },
      ],
    ],
  ])('is told: %s', (_, inputs, context, problems) => {
    expect(draft(inputs, context).problems).toEqual(problems);
  });

  it('of a variable is told by the name of the variable', () => {
    const { problems } = draft(
      { 'aws-region': '', 'env-files': 'file:a => .env' },
      { variables: { AWS_REGION: 'here', AWS_DEFAULT_REGION: 'us-east-1' } },
    );
    expect(problems).toEqual([
      {
        place: { input: 'the variable AWS_REGION', text: 'here' },
        message: REGION,
        fix: REGION_FIX,
      },
    ]);
  });

  it.each([
    [{ AWS_REGION: 'here' }, 'AWS_REGION', 'here'],
    [{ AWS_REGION: ' ', AWS_DEFAULT_REGION: ' here ' }, 'AWS_DEFAULT_REGION', 'here'],
  ])(
    'of a variable is one problem, though sources in AWS have no region then: %j',
    (variables, name, text) => {
      const { plan, problems } = draft({ 'aws-region': '' }, { variables });
      expect(problems).toEqual([
        { place: { input: `the variable ${name}`, text }, message: REGION, fix: REGION_FIX },
      ]);
      expect(plan.region).toBe(undefined);
    },
  );

  it('hides no other: all problems come in one draft', () => {
    const { problems } = draft({
      environment: '-',
      'env-files': '/a\n\n# a comment\n/b => ../c\n/{environment} => .env',
      'pem-files': 'x => y.pem',
      'aws-region': 'nowhere',
      'role-to-assume': 'role',
      'file-mode': 'x',
      cleanup: 'maybe',
      sumary: 'true',
    });
    const places = problems.map(({ place }) => (place === undefined ? '' : formatPlace(place)));
    expect(places.sort()).toEqual([
      'aws-region',
      'cleanup',
      'env-files, line 1',
      'env-files, line 4',
      'environment',
      'file-mode',
      'pem-files, line 1',
      'role-to-assume, line 1',
      'sumary',
    ]);
  });
});

describe('a manifest', () => {
  const place: Place = { file: 'manifest.yml', line: 3, column: 5 };
  const at = (text: string): PlacedText => ({ text, place });

  /** The draft of a step whose manifest has these settings and, for staging, these rules; no input names a region. */
  function draftWith(
    settings: Partial<Settings>,
    rules: Partial<EnvironmentRules> = {},
    inputs: PlanContext['inputs'] = {},
  ): PlanDraft {
    const staging = { name: 'staging', aliases: [], ...rules };
    return draft(
      { 'aws-region': '', 'env-files': '', ...inputs },
      {
        manifest: {
          settings: { texts: {}, lists: {}, mappings: {}, ...settings },
          environments: { rules: new Map([['staging', staging]]) },
          problems: [],
        },
        variables: { AWS_REGION: 'us-west-2' },
      },
    );
  }

  const MAPPINGS: Settings['mappings'] = {
    'env-files': [{ place, source: '/m/{environment}', path: '.env' }],
  };

  it.each<[string, Parameters<typeof draftWith>, object]>([
    [
      'gives what no input gives',
      [{ mappings: MAPPINGS }],
      { mappings: [{ source: { name: '/m/staging' }, place }], region: 'us-west-2' },
    ],
    [
      'gives way to an input whole',
      [
        { mappings: MAPPINGS, texts: { cleanup: at('false') } },
        {},
        { 'env-files': '/i => i', cleanup: 'true' },
      ],
      { mappings: [{ source: { name: '/i' } }], cleanup: true },
    ],
    [
      'names a region before the variables',
      [{ mappings: MAPPINGS, texts: { 'aws-region': at('eu-west-1') } }],
      { region: 'eu-west-1' },
    ],
    [
      'names a region of the environment before its own',
      [
        { mappings: MAPPINGS, texts: { 'aws-region': at('eu-west-1') } },
        { region: at('eu-central-1') },
      ],
      { region: 'eu-central-1' },
    ],
    [
      'gives way to the region of the input',
      [{ mappings: MAPPINGS }, { region: at('eu-central-1') }, { 'aws-region': 'us-east-2' }],
      { region: 'us-east-2' },
    ],
    [
      'names the role of the environment',
      [{ mappings: MAPPINGS }, { roles: [at(ROLE)] }],
      { role: { chain: { roles: [{ arn: ROLE }] } } },
    ],
    [
      'restricts the account beside the input',
      [
        { mappings: MAPPINGS },
        { account: at('111122223333') },
        { 'allowed-account-ids': '444455556666' },
      ],
      { accounts: [{ allowed: ['444455556666'] }, { allowed: ['111122223333'], place }] },
    ],
    [
      'demands a GitHub environment',
      [{ mappings: MAPPINGS }, { githubEnvironment: at('production') }],
      { guards: { githubEnvironment: at('production') } },
    ],
    [
      'demands a protected ref',
      [{ mappings: MAPPINGS }, { protected: at('True') }],
      { guards: { protected: place } },
    ],
    [
      'says how one file is written',
      [
        {
          mappings: {
            'env-files': [
              {
                place,
                source: '/a',
                path: 'a',
                mode: '640',
                format: 'compose',
                naming: { transformation: 'uppercase', only: ['A'], rename: { b: 'C' } },
              },
            ],
          },
        },
      ],
      {
        mappings: [
          {
            target: { mode: 0o640, format: 'compose' },
            naming: { transformation: 'uppercase', only: ['A'], rename: { b: 'C' } },
          },
        ],
      },
    ],
  ])('%s', (_, given, expected) => {
    const { plan, problems } = draftWith(...given);
    expect(problems).toEqual([]);
    expect(plan).toMatchObject(expected);
  });

  it('demands nothing where it says that nothing is protected', () => {
    expect(draftWith({ mappings: MAPPINGS }, { protected: at('false') }).plan.guards).toEqual({});
  });

  it.each<[string, Parameters<typeof draftWith>, string]>([
    ['a region', [{ mappings: MAPPINGS }, { region: at('x') }], REGION],
    ['a role', [{ mappings: MAPPINGS }, { roles: [at('x')] }], ROLE_NAME],
    ['an account', [{ mappings: MAPPINGS }, { account: at('x') }], ACCOUNT],
    [
      'an account that the role is not of',
      [{ mappings: MAPPINGS }, { roles: [at(ROLE)], account: at('444455556666') }],
      `the account 111122223333 of ${ROLE} is not allowed, only 444455556666`,
    ],
    [
      'protected',
      [{ mappings: MAPPINGS }, { protected: at('maybe') }],
      'the value of protected is not one of true, false',
    ],
    [
      'the mode of a file',
      [{ mappings: { files: [{ place, source: '/a', path: 'a', mode: '8' }] } }],
      MODE,
    ],
    [
      'the transformation of a source',
      [
        {
          mappings: {
            'env-files': [{ place, source: '/a', path: 'a', naming: { transformation: 'x' } }],
          },
        },
      ],
      'the value of name-transformation is not one of none, uppercase, lowercase',
    ],
  ])('has its problems told at their place: %s', (_, given, message) => {
    expect(draftWith(...given).problems).toMatchObject([{ place, message }]);
  });

  it('hands on its own problems', () => {
    const problem = { place, message: 'this is no YAML' };
    const manifest = {
      settings: { texts: {}, lists: {}, mappings: {} },
      environments: { rules: new Map() },
      problems: [problem],
    };
    expect(draft({}, { manifest }).problems).toEqual([problem]);
  });
});

describe('any inputs', () => {
  const part = fc.constantFrom(
    '/a',
    'ssm:',
    'file:',
    '=>',
    ' ',
    '..',
    '/',
    '{environment}',
    '~',
    '.git',
    '/w/temp/',
    '\n',
    '#',
    'x',
    '\0',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  const inputs = fc.dictionary(fc.oneof(fc.constantFrom(...SETTING_NAMES), fc.string()), text);

  it('give a draft whose targets lie inside the roots, and never an exception', () => {
    fc.assert(
      fc.property(
        inputs,
        fc.dictionary(fc.constantFrom('AWS_REGION', 'GITHUB_REPOSITORY'), text),
        (given, variables) => {
          const { plan, problems } = draft(given, { variables });
          const targets = [
            ...plan.mappings.flatMap(({ target }) => (isFileTarget(target) ? [target] : [])),
            ...plan.templates.requests.map(({ target }) => target),
          ];
          for (const target of targets) {
            expect(target.path).toMatch(/^\/w\/(repo|temp)\/./s);
            expect(target.path.split('/')).not.toContain('..');
            expect(target.path).toMatch(/[^/]$/s);
          }
          // Without a problem there is something to do.
          const { mappings, templates, role } = plan;
          const tasks = [...mappings, ...templates.requests, ...problems];
          expect(tasks.length > 0 || role?.chain.exportsCredentials).toBe(true);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
