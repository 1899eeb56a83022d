import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { expectNoLeak, openScene, readFile, type Scene, treeOf } from './scene.ts';

const FORK = {
  name: 'pull_request',
  payload: {
    pull_request: {
      head: { repo: { full_name: 'somebody/platform' } },
      base: { repo: { full_name: 'octo-org/platform' } },
    },
  },
};

describe('identity', () => {
  let scene: Scene;
  let inputs: Record<string, string>;

  beforeEach(async () => {
    scene = await openScene();
    await scene.account.putParameter('/platform/staging/env', 'PASSWORD=known to nobody');
    inputs = scene.inputs({ 'env-files': '/platform/{environment}/env => .env' });
  });
  afterEach(() => scene.close());

  it('fails for a pull request of a fork, and says how to let it pass', async () => {
    const job = await scene.openJob({ token: undefined, event: FORK });

    const result = await job.use(inputs);

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('this pull request comes from a fork');
    expect(result.log).toContain('on-missing-token: skip');
    expect(scene.proxy.calls).toEqual([]);
    expectNoLeak(job, ['known to nobody']);
  });

  it('lets a fork pass without secrets where on-missing-token is skip', async () => {
    const job = await scene.openJob({ token: undefined, event: FORK });

    const result = await job.use({ ...inputs, 'on-missing-token': 'skip' });

    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ skipped: 'true', 'env-files': '', names: '[]' });
    expect(result.annotations).toEqual([
      expect.objectContaining({
        level: 'notice',
        message: expect.stringContaining('this pull request comes from a fork'),
      }),
    ]);
    expect(scene.proxy.calls).toEqual([]);
    const [post] = await job.end();
    expect(post?.exitCode).toBe(0);
    expect(treeOf(job)).toEqual([]);
  });

  it.each([
    ['dependabot[bot]', 'Dependabot started this run'],
    ['octocat', 'it lacks the permission "id-token: write"'],
  ])('names the cause for a run of %s without a token', async (actor, cause) => {
    const job = await scene.openJob({ token: undefined, env: { GITHUB_ACTOR: actor } });

    const result = await job.use(inputs);

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain(cause);
  });

  it('ends before any call where the account is not allowed', async () => {
    const job = await scene.openJob();

    const result = await job.use({ ...inputs, 'allowed-account-ids': '"111122223333"' });
    const other = await job.use({ ...inputs, 'allowed-account-ids': '111122223333, 444455556666' });

    expect(result.log).toContain('an account id has 12 digits');
    expect(other.exitCode).toBe(1);
    expect(other.log).toContain(`the account ${scene.account.id} of ${scene.account.roleArn()}`);
    expect(scene.token.tokens).toEqual([]);
    expect(scene.proxy.calls).toEqual([]);
  });

  it('uses ambient credentials where no role is named, and checks their account', async () => {
    const ambient = { env: scene.account.ambientEnv() };
    const job = await scene.openJob({ token: undefined });
    const { 'role-to-assume': _, ...withoutRole } = inputs;

    const result = await job.use(withoutRole, ambient);
    const allowed = { ...withoutRole, 'allowed-account-ids': scene.account.id };
    const checked = await job.use(allowed, ambient);
    const denied = { ...withoutRole, 'allowed-account-ids': '111122223333' };
    const refused = await job.use(denied, ambient);

    expect(result.exitCode).toBe(0);
    expect(result.outputs['aws-account-id']).toBe(scene.account.id);
    expect(readFile(job, '.env')).toBe('PASSWORD=known to nobody\n');
    expect(checked.exitCode).toBe(0);
    expect(refused.exitCode).toBe(1);
    expect(refused.log).toContain(`the account ${scene.account.id} of the ambient AWS credentials`);
    expect(scene.proxy.calls).toEqual([
      'GetParameters',
      'GetCallerIdentity',
      'GetParameters',
      'GetCallerIdentity',
    ]);
    await job.end();
    expectNoLeak(job, ['known to nobody', ...Object.values(scene.account.ambientEnv()).slice(1)]);
  });

  it('says what to do where there are neither a role nor ambient credentials', async () => {
    const job = await scene.openJob({ token: undefined });
    const { 'role-to-assume': _, ...withoutRole } = inputs;

    const result = await job.use(withoutRole);

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('role-to-assume');
  });

  it('tries the token endpoint again when it fails for a moment', async () => {
    scene.token.fault(500, 429, 'reset', { body: '<html>busy</html>' });
    const job = await scene.openJob();

    const result = await job.use(inputs);

    expect(result.exitCode).toBe(0);
    expect(scene.token.audiences).toHaveLength(5);
    await job.end();
    expectNoLeak(job, ['known to nobody', ...scene.token.tokens]);
  });

  it('tries STS again on its own passing errors, and not when it refuses', async () => {
    scene.proxy.fault({
      operation: 'AssumeRoleWithWebIdentity',
      times: 1,
      effect: { kind: 'aws-error', code: 'IDPCommunicationError', message: 'timed out' },
    });
    scene.proxy.fault({
      operation: 'AssumeRoleWithWebIdentity',
      times: 1,
      effect: {
        kind: 'aws-error',
        code: 'InvalidIdentityToken',
        message: "Couldn't retrieve verification key from your identity provider",
      },
    });
    const job = await scene.openJob();
    const result = await job.use(inputs);
    expect(result.exitCode).toBe(0);
    expect(scene.proxy.count('AssumeRoleWithWebIdentity')).toBe(3);

    scene.proxy.clear();
    scene.proxy.fault({
      operation: 'AssumeRoleWithWebIdentity',
      effect: {
        kind: 'aws-error',
        code: 'AccessDenied',
        message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
        status: 403,
      },
    });
    const refused = await job.use(inputs);

    expect(refused.exitCode).toBe(1);
    expect(scene.proxy.calls).toEqual(['AssumeRoleWithWebIdentity']);
    expect(refused.log).toContain(`did not let the job assume the role ${scene.account.roleArn()}`);
    expect(refused.log).toContain('sub: repo:octo-org/platform:environment:staging');
    expect(refused.log).toContain('"repo:octo-org@65/platform@74:environment:staging"');
    await job.end();
    expectNoLeak(job, ['known to nobody', ...scene.token.tokens]);
  });

  it.each([
    { effect: { kind: 'throttle' } as const, times: 2 },
    { effect: { kind: 'reset' } as const, times: 2 },
    { effect: { kind: 'status', status: 503, body: '<html>busy</html>' } as const, times: 2 },
  ])('reads again after $effect.kind', async ({ effect, times }) => {
    scene.proxy.fault({ operation: 'GetParameters', times, effect });
    const job = await scene.openJob();

    const result = await job.use(inputs);

    expect(result.exitCode).toBe(0);
    expect(scene.proxy.count('GetParameters')).toBe(3);
    await job.end();
    expectNoLeak(job, ['known to nobody']);
  });

  it('gives up at max-attempts, and at the deadline, with the cause', async () => {
    const job = await scene.openJob();
    scene.proxy.fault({ operation: 'GetParameters', effect: { kind: 'status', status: 503 } });
    const attempts = await job.use({ ...inputs, 'max-attempts': '2' });
    expect(attempts.exitCode).toBe(1);
    expect(scene.proxy.count('GetParameters')).toBe(2);
    expect(attempts.log).toContain('/platform/staging/env cannot be read: ');

    scene.proxy.clear();
    scene.proxy.fault({ operation: 'GetParameters', effect: { kind: 'hang' } });
    const deadline = await job.use({ ...inputs, 'timeout-seconds': '1' });

    expect(deadline.exitCode).toBe(1);
    expect(deadline.log).toContain('did not answer within timeout-seconds (1)');
    expect(treeOf(job)).toEqual([]);
    await job.end();
    expectNoLeak(job, ['known to nobody']);
  });
});
