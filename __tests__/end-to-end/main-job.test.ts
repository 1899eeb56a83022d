import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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

const ENV_TEXT = `# Staging
APP_ENV=staging
DB_PASSWORD=correct horse battery
SESSION_KEY="quoted-in-raw-dialect"
DATABASE_URL=postgres://app:p%40ss-w0rd@db.internal/app`;
const ENV_SECRETS = [
  'correct horse battery',
  'quoted-in-raw-dialect',
  'p%40ss-w0rd',
  'p@ss-w0rd',
  'postgres://app:p%40ss-w0rd@db.internal/app',
];
const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();
const OTHER_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const ENV_FILES = `
  /platform/{environment}/env => docker/{environment}.env
  /platform/{environment}/env => .env`;
const PEM_FILES = `
  /platform/{environment}/cloudfront_pem => docker/pems/cloudfront.pem
  /platform/aspera_client_pem => docker/pems/aspera.pem`;
const TARGETS = [
  '.env',
  'docker/pems/aspera.pem',
  'docker/pems/cloudfront.pem',
  'docker/staging.env',
];

describe('the main job', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = await openScene();
    const { account } = scene;
    await account.putParameter('/platform/staging/env', ENV_TEXT);
    await account.putParameter('/platform/staging/cloudfront_pem', KEY);
    await account.putParameter('/platform/aspera_client_pem', OTHER_KEY);
  });
  afterEach(() => scene.close());

  it('writes the files of the platform with three calls, and post removes them', async () => {
    const job = await scene.openJob();
    initGit(job, '.env', 'docker/');

    const result = await job.use(scene.inputs({ 'env-files': ENV_FILES, 'pem-files': PEM_FILES }));

    expect(result.exitCode).toBe(0);
    expect(readFile(job, '.env')).toBe(`${ENV_TEXT}\n`);
    expect(readFile(job, 'docker/staging.env')).toBe(`${ENV_TEXT}\n`);
    expect(readFile(job, 'docker/pems/cloudfront.pem')).toBe(KEY);
    expect(readFile(job, 'docker/pems/aspera.pem')).toBe(OTHER_KEY);
    expect(TARGETS.map((path) => modeOf(job, path))).toEqual(['600', '600', '600', '600']);
    expect(scene.token.tokens).toHaveLength(1);
    expect(scene.token.audiences).toEqual(['sts.amazonaws.com']);
    expect(scene.proxy.calls).toEqual(['AssumeRoleWithWebIdentity', 'GetParameters']);
    expect(result.outputs).toEqual({
      environment: 'staging',
      'env-files': `${job.workspace}/docker/staging.env\n${job.workspace}/.env`,
      'pem-files': `${job.workspace}/docker/pems/cloudfront.pem\n${job.workspace}/docker/pems/aspera.pem`,
      files: '',
      'rendered-files': '',
      names: '["APP_ENV","DB_PASSWORD","SESSION_KEY","DATABASE_URL"]',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      'aws-account-id': scene.account.id,
      skipped: 'false',
    });
    expect(result.log.split('\n')).toEqual([
      '##[group]Fetched secrets of staging',
      'Source                            Version  Changed  Target                      Variables',
      '/platform/staging/env             1        today    docker/staging.env          4',
      '/platform/staging/env             1        today    .env                        4',
      '/platform/staging/cloudfront_pem  1        today    docker/pems/cloudfront.pem  -',
      '/platform/aspera_client_pem       1        today    docker/pems/aspera.pem      -',
      'Not masked: APP_ENV',
      '##[endgroup]',
    ]);
    expect(result.summary).toContain('<td>docker/pems/aspera.pem</td>');
    expect(result.stderr).toBe('');

    const [post] = await job.end();

    expect(post?.exitCode).toBe(0);
    expect(treeOf(job)).toEqual(['.gitignore']);
    expectNoLeak(job, [...ENV_SECRETS, KEY, OTHER_KEY]);
  });

  it('works with a role that has only ssm:GetParameter', async () => {
    const job = await scene.openJob();
    scene.proxy.deny('GetParameters');

    const result = await job.use(scene.inputs({ 'env-files': ENV_FILES, 'pem-files': PEM_FILES }));

    expect(result.exitCode).toBe(0);
    expect(readFile(job, '.env')).toBe(`${ENV_TEXT}\n`);
    expect(scene.proxy.count('GetParameters')).toBe(1);
    expect(scene.proxy.count('GetParameter')).toBe(3);
    await job.end();
    expectNoLeak(job, ENV_SECRETS);
  });

  it('tells which names are denied, and which IAM action is missing', async () => {
    const job = await scene.openJob();
    scene.proxy.deny('GetParameters');
    scene.proxy.deny('GetParameter', ['/platform/aspera_client_pem']);

    const result = await job.use(scene.inputs({ 'env-files': ENV_FILES, 'pem-files': PEM_FILES }));

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain(
      '- pem-files, line 3: /platform/aspera_client_pem may not be read: ssm:GetParameter is denied',
    );
    expect(result.log).not.toContain('/platform/staging/env may not');
    expect(treeOf(job)).toEqual([]);
    await job.end();
    expectNoLeak(job, ENV_SECRETS);
  });

  it('reads 25 parameters in three batches side by side', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `/many/staging/p${index}`);
    for (const name of names) await scene.account.putParameter(name, `NAME=value of ${name}`);
    scene.proxy.fault({ operation: 'GetParameters', effect: { kind: 'delay', ms: 50 } });
    const job = await scene.openJob();

    const lines = names.map((name) => `${name} => many${name.slice(name.lastIndexOf('/'))}.env`);
    const result = await job.use(scene.inputs({ 'env-files': lines.join('\n') }));

    expect(result.exitCode).toBe(0);
    expect(scene.proxy.count('GetParameters')).toBe(3);
    expect(scene.proxy.mostInFlight).toBe(3);
    expect(readFile(job, 'many/p24.env')).toBe('NAME=value of /many/staging/p24\n');
    await job.end();
    expectNoLeak(
      job,
      names.map((name) => `value of ${name}`),
    );
  });

  it('lists everything that is missing, denied, unfilled or malformed, and writes nothing', async () => {
    const { account, proxy } = scene;
    await account.putParameter('/platform/staging/unfilled', 'placeholder');
    await account.putParameter('/platform/staging/bad', 'OK=1\nthis-is-a-stray-secret\n');
    await account.putParameter('/platform/staging/json', '{"password":"json-secret-value"}');
    proxy.deny('GetParameters');
    proxy.deny('GetParameter', ['/platform/staging/denied']);
    const job = await scene.openJob();
    putFile(job, '.env', 'OLD=1\n');

    const result = await job.use(
      scene.inputs({
        'env-files': `
          /platform/staging/env => .env
          /platform/staging/absent => a.env
          /platform/staging/denied => b.env
          /platform/staging/unfilled => c.env
          /platform/staging/bad => d.env`,
        'pem-files': '/platform/staging/json => e.pem\n/platform/staging/env => f.pem',
        files: '/platform/staging/optional? => g.txt',
      }),
    );

    expect(result.exitCode).toBe(1);
    for (const line of [
      '- env-files, line 3: /platform/staging/absent is not found in us-east-1',
      '- env-files, line 4: /platform/staging/denied may not be read: ssm:GetParameter is denied',
      '- env-files, line 5: /platform/staging/unfilled was created, but never filled in: it holds a placeholder',
      '- env-files, line 6: /platform/staging/bad holds no env file: line 2 is neither',
      '- pem-files, line 1: /platform/staging/json holds no PEM that can be used: found JSON',
      '- pem-files, line 2: /platform/staging/env holds no PEM that can be used: found an env file',
    ]) {
      expect(result.log).toContain(line);
    }
    expect(result.log).not.toContain('optional');
    expect(result.annotations).toHaveLength(1);
    expect(treeOf(job)).toEqual(['.env']);
    expect(readFile(job, '.env')).toBe('OLD=1\n');
    await job.end();
    expect(readFile(job, '.env')).toBe('OLD=1\n');
    expectNoLeak(job, [...ENV_SECRETS, 'this-is-a-stray-secret', 'json-secret-value']);
  });

  it('reads versions, labels, ARNs in their own region, and local files', async () => {
    const { account } = scene;
    await account.putParameter('/app/staging/env', 'V=first version');
    await account.labelParameter('/app/staging/env', 1, 'live');
    await account.putParameter('/app/staging/env', 'V=second version');
    await account.putParameter('/shared/x', 'from far away', { region: 'eu-west-1' });
    await account.putParameter('plain-name', 'no slash');
    const job = await scene.openJob();
    putFile(job, 'defaults.env', 'LEVEL=info\n');

    const result = await job.use(
      scene.inputs({
        'env-files': `
          /app/{environment}/env:1 => v1.env
          /app/{environment}/env:live => live.env
          /app/{environment}/env => newest.env
          file:defaults.env => defaults-copy.env
          file:absent.env? => absent-copy.env`,
        files: `
          ssm:arn:aws:ssm:eu-west-1:${account.id}:parameter/shared/x => far.txt
          ssm:plain-name => plain.txt`,
      }),
    );

    expect(result.log).not.toContain('##[error]');
    expect(readFile(job, 'v1.env')).toBe('V=first version\n');
    expect(readFile(job, 'live.env')).toBe('V=first version\n');
    expect(readFile(job, 'newest.env')).toBe('V=second version\n');
    expect(readFile(job, 'defaults-copy.env')).toBe('LEVEL=info\n');
    expect(readFile(job, 'far.txt')).toBe('from far away');
    expect(readFile(job, 'plain.txt')).toBe('no slash');
    const reads = scene.proxy.requests.filter(({ operation }) => operation === 'GetParameters');
    expect(reads.map(({ region }) => region).sort()).toEqual(['eu-west-1', 'us-east-1']);
    await job.end();
    expect(treeOf(job)).toEqual(['defaults.env']);
    expectNoLeak(job, ['first version', 'second version', 'from far away', 'no slash']);
  });

  it('tells a changed source by another fingerprint, and the same ones by the same', async () => {
    const job = await scene.openJob();
    const inputs = scene.inputs({ files: '/platform/staging/env => a.txt' });
    const first = await job.use(inputs);
    const again = await job.use(inputs);
    await scene.account.putParameter('/platform/staging/env', 'A=changed value');
    const changed = await job.use(inputs);

    expect(again.outputs.fingerprint).toBe(first.outputs.fingerprint);
    expect(changed.outputs.fingerprint).not.toBe(first.outputs.fingerprint);
    await job.end();
    expect(treeOf(job)).toEqual([]);
    expectNoLeak(job, [...ENV_SECRETS, 'changed value']);
  });
});
