import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { expectNoLeak, openScene, type Scene, treeOf } from './scene.ts';

const DENIED = {
  code: 'AccessDenied',
  message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  status: 403,
};

describe('a refusal of STS', () => {
  let scene: Scene;
  let inputs: Record<string, string>;

  beforeEach(async () => {
    scene = await openScene();
    inputs = scene.inputs({ 'env-files': '/platform/{environment}/env => .env' });
  });
  afterEach(() => scene.close());

  // As STS answers; its codes are the SDK's names, some with "Exception" behind them.
  it.each([
    {
      ...DENIED,
      tells: 'This statement in the trust policy of the role lets the job in:',
    },
    {
      code: 'InvalidIdentityToken',
      message: 'No OpenIDConnect provider found in your account for https://example',
      status: 400,
      tells:
        'Create it: aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com',
    },
    {
      code: 'InvalidIdentityToken',
      message: 'Incorrect token audience',
      status: 400,
      tells: 'Add "sts.amazonaws.com" to the provider\'s audiences',
    },
    {
      code: 'ExpiredTokenException',
      message: 'Token expired: current date/time 1 must be before the expiration date/time 0',
      status: 400,
      tells: 'a token is good for five minutes',
    },
    {
      code: 'RegionDisabledException',
      message: 'STS is not activated in this region for account:111122223333.',
      status: 403,
      tells: 'Enable the region in the account',
    },
    {
      code: 'IDPRejectedClaim',
      message: 'The claim was revoked',
      status: 403,
      tells: 'The issuer rejected the token',
    },
    {
      code: 'ValidationError',
      message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      status: 400,
      tells: 'Lower role-duration-seconds',
    },
  ])('is explained: $code, $message', async ({ tells, ...error }) => {
    scene.proxy.fault({
      operation: 'AssumeRoleWithWebIdentity',
      effect: { kind: 'aws-error', ...error },
    });
    const job = await scene.openJob();

    const result = await job.use(inputs);

    expect(result.exitCode).toBe(1);
    expect(scene.proxy.calls).toEqual(['AssumeRoleWithWebIdentity']);
    expect(result.log).toContain(
      `AWS did not let the job assume the role ${scene.account.roleArn()}: ${error.code}`,
    );
    expect(result.log).toContain(tells);
    expect(result.log).toContain('sub: repo:octo-org/platform:environment:staging');
    expect(result.log).not.toContain(error.message);
    expect(treeOf(job)).toEqual([]);
    await job.end();
    expectNoLeak(job, scene.token.tokens);
  });

  it.each([
    ['repo:octo-org/platform:pull_request', '1. The run belongs to a pull request'],
    [
      'repo:octo-org@65/platform@74:ref:refs/heads/main',
      '1. The repository is new, was renamed or was transferred',
    ],
    ['repo:octo-org/platform:environment:staging', '1. The job runs in the GitHub environment'],
  ])('of %s is led by its cause', async (sub, cause) => {
    scene.token.claims.sub = sub;
    scene.proxy.fault({
      operation: 'AssumeRoleWithWebIdentity',
      effect: { kind: 'aws-error', ...DENIED },
    });
    const job = await scene.openJob();

    const result = await job.use(inputs);

    expect(result.log).toContain(cause);
    expect(result.log).toContain('"repo:octo-org/platform:');
    expect(result.log).toContain('"repo:octo-org@65/platform@74:');
  });
});
