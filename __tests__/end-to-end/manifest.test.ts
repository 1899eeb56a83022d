import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { expectNoLeak, openScene, putFile, readFile, type Scene, treeOf } from './scene.ts';

describe('the manifest', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = await openScene();
    for (const name of ['development', 'staging']) {
      await scene.account.putParameter(`/app/${name}/env`, `FROM=value of ${name}`);
    }
  });
  afterEach(() => scene.close());

  function manifest(): string {
    return `
region: us-east-1
environment-variable: APP_ENVIRONMENT
environments:
  development: { role: "${scene.account.roleArn()}", aliases: [dev, local] }
  staging:
    role: "${scene.account.roleArn('staging')}"
    account: "${scene.account.id}"
    github-environment: staging
  test: { use: development }
env-files:
  .env: /app/{environment}/env
`;
  }

  it.each([
    ['the input', { environment: 'development' }, {}],
    ['an alias', { environment: 'dev' }, {}],
    ['another environment that uses it', { environment: 'test' }, {}],
    ['the variable', {}, { env: { APP_ENVIRONMENT: 'local' } }],
  ])('finds the environment by %s', async (_, inputs, options) => {
    const job = await scene.openJob(options);
    putFile(job, '.github/fetch-secrets.yml', manifest());

    const result = await job.use(inputs);

    expect(result.log).not.toContain('##[error]');
    expect(result.outputs.environment).toBe('development');
    expect(readFile(job, '.env')).toBe('FROM=value of development\n');
    await job.end();
    expectNoLeak(job, ['value of development']);
  });

  it.each([
    ['workflow_dispatch', { inputs: { environment: 'staging' } }],
    ['deployment', { deployment: { environment: 'staging' } }],
  ])('finds the environment in a %s event', async (name, payload) => {
    const job = await scene.openJob({ event: { name, payload } });
    putFile(job, '.github/fetch-secrets.yml', manifest());

    const result = await job.use({});

    expect(result.log).not.toContain('##[error]');
    expect(readFile(job, '.env')).toBe('FROM=value of staging\n');
    await job.end();
    expectNoLeak(job, ['value of staging']);
  });

  it('lists the environments for an unknown one, before any call', async () => {
    const job = await scene.openJob();
    putFile(job, '.github/fetch-secrets.yml', manifest());

    const result = await job.use({ environment: 'production' });

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('environment: the manifest has no environment production');
    expect(result.log).toContain('Write one of development (dev, local), staging, test');
    expect(scene.token.tokens).toEqual([]);
  });

  it('ends before STS where the job runs in another GitHub environment or account', async () => {
    scene.token.claims.environment = 'preview';
    const job = await scene.openJob();
    putFile(job, '.github/fetch-secrets.yml', manifest());

    const result = await job.use({ environment: 'staging' });
    const other = await job.use({
      environment: 'staging',
      'role-to-assume': 'arn:aws:iam::999988887777:role/ci',
    });

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain(
      '.github/fetch-secrets.yml:9:25: the job must run in the GitHub environment staging, and runs in preview',
    );
    expect(other.log).toContain(
      '.github/fetch-secrets.yml:8:14: the account 999988887777 of arn:aws:iam::999988887777:role/ci is not allowed',
    );
    expect(scene.proxy.calls).toEqual([]);
    expect(treeOf(job)).toEqual(['.github/', '.github/fetch-secrets.yml']);
    await job.end();
    expectNoLeak(job, scene.token.tokens);
  });

  it('ends before STS where a protected environment is asked for from an unprotected ref', async () => {
    const text = manifest().replace('github-environment: staging', 'protected: true');
    const job = await scene.openJob();
    putFile(job, '.github/fetch-secrets.yml', text);
    delete scene.token.claims.environment;
    delete scene.token.claims.ref_protected;

    const unprotected = await job.use({ environment: 'staging' });
    const isProtected = await job.use(
      { environment: 'staging' },
      { env: { GITHUB_REF_PROTECTED: 'true' } },
    );

    expect(unprotected.log).toContain(
      '.github/fetch-secrets.yml:9:16: the environment is protected, but refs/heads/main is not',
    );
    expect(isProtected.exitCode).toBe(0);
    expect(scene.proxy.count('AssumeRoleWithWebIdentity')).toBe(1);
    await job.end();
  });

  it('tells every fault with line and column, and the nearest key for a typo', async () => {
    const job = await scene.openJob();
    putFile(
      job,
      'broken.yml',
      `region: us-east-1
environmants: {}
env-files:
  a.env:
    fromat: compose
    sources: /app/env
  b.env: { sources: [{ from: /app/env, onyl: [A] }] }
cleanup: [true]
`,
    );
    putFile(
      job,
      'values.yml',
      'region: mars\nenv-files: { a.env: "/app//env" }\nsummary: perhaps\nfile-mode: 888\n',
    );
    putFile(job, 'syntax.yml', 'env-files: { a: [\n');
    putFile(job, 'twice.yml', 'region: us-east-1\nregion: us-east-1\n');
    putFile(job, 'tags.yml', 'region: !secret us-east-1\n');

    const use = async (config: string) => (await job.use({ config })).log;

    const broken = await use('broken.yml');
    expect(broken).toContain('broken.yml:2:1: the manifest has no such key here');
    expect(broken).toContain('Write environments');
    expect(broken).toContain('broken.yml:5:5: the manifest has no such key here');
    expect(broken).toContain('Write format');
    expect(broken).toContain('broken.yml:7:40: the manifest has no such key here');
    expect(broken).toContain('Write only');
    expect(broken).toContain('broken.yml:8:10: cleanup holds something else than one value');
    const values = await use('values.yml');
    expect(values).toContain('values.yml:1:9: this is no name of a region');
    expect(values).toContain('values.yml:2:21: a parameter name has no empty level');
    expect(values).toContain('values.yml:3:10: the value of summary is not one of true, false');
    expect(values).toContain('values.yml:4:12: a mode is three octal digits');
    expect(await use('syntax.yml')).toMatch(/syntax\.yml:\d+:\d+: this is no YAML/);
    expect(await use('twice.yml')).toContain('twice.yml:2:1: this key stands there twice');
    expect(await use('tags.yml')).toContain('tags.yml:1:9: a tag has no meaning here');
    expect(await use('absent.yml')).toContain('config: there is no such file in the workspace');
    expect(scene.token.tokens).toEqual([]);
  });

  it('lets an input replace the key of its name whole, and reads naming of a source', async () => {
    await scene.account.putParameter('/naming/database_url', 'url of the database');
    await scene.account.putParameter('/naming/s3-key', 'key of the bucket');
    await scene.account.putParameter('/naming/unused', 'not asked for');
    const job = await scene.openJob();
    putFile(
      job,
      '.github/fetch-secrets.yml',
      `
role-to-assume: ${scene.account.roleArn()}
aws-region: us-east-1
unmasked-names: [A, B]
summary: false
env-files:
  a.env:
    - from: /naming/*
      name-transformation: uppercase
      only: [DATABASE_URL]
      rename: { S3_KEY: AWS_S3_KEY }
files: &files
  x.txt: /naming/database_url
outputs: { url: /naming/database_url }
`,
    );

    const result = await job.use({});
    expect(result.log).not.toContain('##[error]');
    expect(readFile(job, 'a.env')).toBe(
      "DATABASE_URL='url of the database'\nAWS_S3_KEY='key of the bucket'\n",
    );
    expect(result.outputs.url).toBe('url of the database');
    expect(result.summary).toBe('');
    const replaced = await job.use({ 'env-files': '/app/staging/env => b.env', summary: 'true' });
    expect(replaced.outputs['env-files']).toBe(`${job.workspace}/b.env`);
    expect(replaced.outputs.files).toBe(`${job.workspace}/x.txt`);
    expect(replaced.summary).toContain('b.env');
    await job.end();
    expectNoLeak(job, ['url of the database', 'key of the bucket', 'value of staging']);
  });
});
