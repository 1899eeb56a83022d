import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadAsFramework } from '../unit/rendering/rendering-fixtures.ts';
import {
  expectNoLeak,
  initGit,
  modeOf,
  openScene,
  putFile,
  readFile,
  type Scene,
  treeOf,
} from './scene.ts';

const TEMPLATE = `# The API of the platform
service: platform-api
provider:
  name: aws
  region: us-east-1
  environment:
    DB_PASSWORD: \${ssm:/platform/\${opt:stage}/db_password}   # from Parameter Store
    API_KEY: "\${ssm:/platform/\${sls:stage}/api_key}"
    POOL: !Sub "\${AWS::StackName}-\${self:service}"
    OPTIONAL: \${ssm:/platform/absent, 'none'}
`;

describe('rendering', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = await openScene();
    await scene.account.putParameter('/platform/staging/db_password', 'p@ss: #word');
    await scene.account.putParameter('/platform/staging/api_key', 'key "with" quotes');
  });
  afterEach(() => scene.close());

  it('puts values in place of variables, changes nothing else, and post puts the file back', async () => {
    const job = await scene.openJob();
    initGit(job);
    putFile(job, 'api/serverless.yml', TEMPLATE);
    execFileSync('git', ['add', '.'], { cwd: job.workspace });

    const result = await job.use(scene.inputs({ render: 'api/serverless.yml' }));

    expect(result.log).not.toContain('##[error]');
    expect(readFile(job, 'api/serverless.yml')).toBe(
      TEMPLATE.replace('${ssm:/platform/${opt:stage}/db_password}', '"p@ss: #word"')
        .replace('${ssm:/platform/${sls:stage}/api_key}', 'key \\"with\\" quotes')
        .replace("${ssm:/platform/absent, 'none'}", '"none"'),
    );
    expect(modeOf(job, 'api/serverless.yml')).toBe('600');
    expect(result.outputs['rendered-files']).toBe(`${job.workspace}/api/serverless.yml`);
    expect(result.annotations).toEqual([
      {
        level: 'notice',
        message:
          'Rendered in place: api/serverless.yml; the post step puts back what stands there now.',
        properties: {},
      },
    ]);
    expect(result.log).toContain(
      '/platform/staging/db_password  1        today    api/serverless.yml',
    );
    expect(scene.proxy.calls).toEqual(['AssumeRoleWithWebIdentity', 'GetParameters']);

    const [post] = await job.end();

    expect(post?.log).toBe('Put back as it was: api/serverless.yml.');
    expect(readFile(job, 'api/serverless.yml')).toBe(TEMPLATE);
    expect(modeOf(job, 'api/serverless.yml')).toBe('644');
    expect(treeOf(job)).toEqual(['.gitignore', 'api/', 'api/serverless.yml']);
    expectNoLeak(job, ['p@ss: #word', 'key "with" quotes', 'key \\"with\\" quotes']);
  });

  it('renders to another path, and leaves a file that was changed since', async () => {
    const job = await scene.openJob();
    putFile(job, 'serverless.yml', TEMPLATE);
    putFile(job, 'template.json', '{ "key": "${ssm:/platform/staging/api_key}" }\n');

    const result = await job.use(
      scene.inputs({
        render: 'serverless.yml\ntemplate.json => out/config.json',
        'file-mode': '644',
      }),
    );
    putFile(job, 'serverless.yml', 'changed: by somebody\n');

    expect(result.log).not.toContain('##[error]');
    expect(readFile(job, 'out/config.json')).toBe('{ "key": "key \\"with\\" quotes" }\n');
    expect(modeOf(job, 'out/config.json')).toBe('644');
    const [post] = await job.end();
    expect(post?.log).toContain('serverless.yml was changed after the step wrote it');
    expect(treeOf(job)).toEqual(['serverless.yml', 'template.json']);
    expectNoLeak(job, ['key "with" quotes']);
  });

  it('fetches what addresses made of fetched values ask for in a second round, with a session for it', async () => {
    await scene.account.putParameter('/platform/current', 'blue');
    await scene.account.putParameter('/platform/blue/url', 'https://blue.internal');
    const job = await scene.openJob();
    putFile(
      job,
      'serverless.yml',
      'service: a\nurl: ${ssm:/platform/${ssm:/platform/current}/url}\n',
    );

    const result = await job.use(scene.inputs({ render: 'serverless.yml' }));

    expect(result.log).not.toContain('##[error]');
    expect(readFile(job, 'serverless.yml')).toBe('service: a\nurl: "https://blue.internal"\n');
    expect(scene.proxy.calls).toEqual([
      'AssumeRoleWithWebIdentity',
      'GetParameters',
      'AssumeRoleWithWebIdentity',
      'GetParameters',
    ]);
    const policies = scene.proxy.requests.flatMap(({ body }) => body.Policy ?? []).map(String);
    expect(policies[0]).toContain('parameter/platform/current');
    expect(policies[1]).toContain('parameter/platform/blue/url');
    expect(policies[1]).not.toContain('parameter/platform/current');
    await job.end();
    expectNoLeak(job, ['https://blue.internal']);
  });

  it('lists what is missing, denied, unfilled or wrong with its line, together with other sources', async () => {
    const { account, proxy } = scene;
    await account.putParameter('/platform/staging/unfilled', 'placeholder');
    await account.putParameter('/platform/staging/denied', 'planted-secret');
    proxy.deny('GetParameters');
    proxy.deny('GetParameter', ['/platform/staging/denied']);
    const job = await scene.openJob();
    putFile(
      job,
      'api/serverless.yml',
      'service: a\na: ${ssm:/platform/absent}\nb: ${ssm:/platform/staging/denied}\nc: ${ssm:/platform/staging/unfilled}\n',
    );
    const before = readFile(job, 'api/serverless.yml');

    const result = await job.use(
      scene.inputs({ render: 'api/serverless.yml', files: '/platform/other => a.txt' }),
    );

    expect(result.exitCode).toBe(1);
    for (const part of [
      'files, line 1: /platform/other is not found',
      'api/serverless.yml:2:4: ',
      'api/serverless.yml:3:4: ',
      'api/serverless.yml:4:4: ',
      'was created, but never filled in',
      '"ssm:GetParameter"',
      `parameter/platform/staging/denied`,
    ]) {
      expect(result.log).toContain(part);
    }
    expect(readFile(job, 'api/serverless.yml')).toBe(before);
    await job.end();
    expect(readFile(job, 'api/serverless.yml')).toBe(before);
    expectNoLeak(job, ['planted-secret']);
  });

  it('tells what is wrong with a template before any call', async () => {
    const job = await scene.openJob();
    putFile(job, 'broken.yml', 'a: [${ssm:/x}\n');
    putFile(job, 'cf.yml', 'a: ${ssm:/x/${cf:stack.Out}}\n');

    const result = await job.use(
      scene.inputs({
        render: 'broken.yml\nabsent.yml\n../outside.yml\na => b => c',
        'render-options': 'colour=blue\nconsumer=v5\nnonsense',
      }),
    );

    expect(result.exitCode).toBe(1);
    for (const part of [
      'broken.yml:',
      'render, line 2: there is no file absent.yml with text',
      'render, line 3: the target contains ".."',
      'render, line 4: this is no template',
      'render-options, line 1: the rendering has no option colour',
      'render-options, line 2: the value of consumer is not one of serverless, v3, v4, none',
      'render-options, line 3: this is no option',
    ]) {
      expect(result.log).toContain(part);
    }
    expect(scene.token.tokens).toEqual([]);
  });

  it('renders 300 variables of 200 parameters in a file of 2,000 lines with 20 calls', async () => {
    const { account } = scene;
    const count = 200;
    await Promise.all(
      Array.from({ length: count }, (_, index) =>
        account.putParameter(`/big/p${index}`, `value ${index}`),
      ),
    );
    const lines = Array.from({ length: 2_000 }, (_, index) =>
      index % 7 === 3 && index < 2_100
        ? `key${index}: \${ssm:/big/p${index % count}} # ${index}`
        : `plain${index}: ${index}`,
    );
    const extra = Array.from(
      { length: count },
      (_, index) => `all${index}: \${ssm:/big/p${index}}`,
    );
    const job = await scene.openJob();
    putFile(job, 'serverless.yml', `${[...lines, ...extra].join('\n')}\n`);

    const result = await job.use(
      scene.inputs({ render: 'serverless.yml', 'session-policy': 'none' }),
    );

    expect(result.log).not.toContain('##[error]');
    expect(scene.proxy.count('GetParameters')).toBe(20);
    const text = readFile(job, 'serverless.yml');
    expect(text).not.toContain('${ssm:');
    expect(text.split('\n').filter((line) => line.startsWith('plain'))).toEqual(
      lines.filter((line) => line.startsWith('plain')),
    );
    await job.end();
  });
});

interface Vector {
  readonly name: string;
  readonly input: string;
  readonly file?: string;
  readonly parameters: Readonly<
    Record<
      string,
      {
        readonly type?: string;
        readonly value?: string;
        readonly error?: string;
        readonly history?: readonly string[];
      }
    >
  >;
  readonly parameters_by_region?: object;
  readonly options?: Readonly<Record<string, string>>;
  readonly opts?: object;
  readonly env?: object;
  readonly files?: object;
  readonly expected_parsed?: unknown;
  readonly expected_error?: object;
}

const VECTORS: readonly Vector[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/serverless-vectors.json'), 'utf8'),
);

/** Cases whose parameters Parameter Store can hold, and that need nothing but a file. */
const PLAIN = VECTORS.filter(
  ({ parameters, parameters_by_region, options, opts, env, files, file, expected_parsed }) =>
    expected_parsed !== undefined &&
    [parameters_by_region, options, opts, env, files, file].every((part) => part === undefined) &&
    Object.entries(parameters).every(
      ([name, { value, error }]) =>
        error === undefined &&
        typeof value === 'string' &&
        value !== '' &&
        /^[\w./-]+$/.test(name) &&
        !/^\/?(aws|ssm)/i.test(name),
    ),
);

describe('the shared vectors from dist', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  it('are many', () => {
    expect(PLAIN.length).toBeGreaterThan(50);
  });

  it.each(PLAIN)('$name', async ({ input, parameters, expected_parsed }) => {
    const account = scene.account;
    for (const [name, { value = '', type, history = [] }] of Object.entries(parameters)) {
      for (const each of [...history, value]) {
        await account.putParameter(name, each, { type: (type ?? 'String') as 'String' });
      }
    }
    const job = await scene.openJob();
    putFile(job, 'serverless.yml', input);

    const result = await job.use({
      'role-to-assume': account.roleArn(),
      'aws-region': 'us-east-1',
      'session-policy': 'none',
      'max-attempts': '1',
      render: 'serverless.yml',
    });

    expect(result.log).not.toContain('##[error]');
    expect(loadAsFramework(readFile(job, 'serverless.yml'))).toEqual(expected_parsed);
    for (const name of Object.keys(parameters)) await account.deleteParameter(name);
  });
});
