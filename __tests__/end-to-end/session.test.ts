import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { expectNoLeak, openScene, type Scene, treeOf } from './scene.ts';

describe('the session of a role', () => {
  let scene: Scene;
  let inputs: Record<string, string>;

  beforeEach(async () => {
    scene = await openScene();
    await scene.account.putParameter('/app/env', 'PASSWORD=known to nobody');
    inputs = scene.inputs({ 'env-files': '/app/env => .env' });
  });
  afterEach(() => scene.close());

  const policyOf = (index: number): unknown => {
    const { Policy } = scene.proxy.requests[index]?.body ?? {};
    return typeof Policy === 'string' ? JSON.parse(Policy) : undefined;
  };

  it('may read just what the step names, through one role or a chain', async () => {
    const job = await scene.openJob();
    const chain = `${scene.account.roleArn('hub')}\n${scene.account.roleArn('ci')}`;

    const one = await job.use(inputs);
    const two = await job.use({ ...inputs, 'role-to-assume': chain, 'role-session-tags': 'true' });

    expect([one.exitCode, two.exitCode]).toEqual([0, 0]);
    expect(scene.proxy.calls).toEqual([
      'AssumeRoleWithWebIdentity',
      'GetParameters',
      'AssumeRoleWithWebIdentity',
      'AssumeRole',
      'GetParameters',
    ]);
    const scoped = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['ssm:GetParameter', 'ssm:GetParameters'],
          Resource: [`arn:aws:ssm:us-east-1:${scene.account.id}:parameter/app/env`],
        },
        {
          Effect: 'Allow',
          Action: 'kms:Decrypt',
          Resource: '*',
          Condition: { StringLike: { 'kms:ViaService': ['ssm.us-east-1.amazonaws.com'] } },
        },
      ],
    };
    expect([policyOf(0), policyOf(3)]).toEqual([scoped, scoped]);
    expect(policyOf(2)).toBeUndefined();
    expect(scene.proxy.requests[3]?.body).toMatchObject({
      'Tags.member.1.Key': 'Repository',
      'Tags.member.1.Value': 'octo-org/platform',
    });
    await job.end();
    expectNoLeak(job, ['known to nobody']);
  });

  it('takes none and a policy as given, and refuses what is neither', async () => {
    const job = await scene.openJob();
    const policy = '{"Version":"2012-10-17","Statement":[]}';

    await job.use({ ...inputs, 'session-policy': 'none' });
    await job.use({ ...inputs, 'session-policy': policy });
    const refused = await job.use({ ...inputs, 'session-policy': 'scopd' });

    expect(policyOf(0)).toBeUndefined();
    expect(policyOf(2)).toEqual(JSON.parse(policy));
    expect(refused.log).toContain(
      'session-policy: a session policy is scoped, none, or a JSON object',
    );
    await job.end();
  });

  it('hands credentials to the later steps only where asked, and post blanks them', async () => {
    const job = await scene.openJob();

    await job.use(inputs);
    expect(job.environment).toEqual({});
    const result = await job.use({ ...inputs, 'export-credentials': 'true' });

    expect(result.exitCode).toBe(0);
    const exported = { ...job.environment };
    expect(exported).toEqual({
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA/),
      AWS_SECRET_ACCESS_KEY: expect.any(String),
      AWS_SESSION_TOKEN: expect.any(String),
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
    });
    // Two sessions side by side: one for the reads, and one that the generated policy does not narrow.
    const policies = scene.proxy.requests
      .filter(({ operation }) => operation === 'AssumeRoleWithWebIdentity')
      .slice(1)
      .map(({ body }) => body.Policy !== undefined);
    expect(policies.toSorted()).toEqual([false, true]);
    const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN = '' } = exported;
    await job.end();
    expect(Object.values(job.environment)).toEqual(['', '', '', '', '']);
    expect(treeOf(job)).toEqual([]);
    expectNoLeak(job, [
      'known to nobody',
      AWS_ACCESS_KEY_ID,
      AWS_SECRET_ACCESS_KEY,
      AWS_SESSION_TOKEN,
    ]);
  });

  it('hands credentials on also where nothing is fetched', async () => {
    const job = await scene.openJob();

    const result = await job.use(scene.inputs({ 'export-credentials': 'true' }));

    expect(result.log).not.toContain('##[error]');
    expect(scene.proxy.calls).toEqual(['AssumeRoleWithWebIdentity']);
    expect(job.environment.AWS_REGION).toBe('us-east-1');
    await job.end();
  });

  it('tells by a second try whether the role or the generated policy denies a read', async () => {
    const job = await scene.openJob();
    scene.proxy.fault({
      when: ({ operation, accessKeyId }) =>
        operation.startsWith('GetParameter') && accessKeyId === firstKey(),
      effect: { kind: 'aws-error', code: 'AccessDeniedException', message: 'no reason given' },
    });
    let seen: string | undefined;
    function firstKey(): string | undefined {
      seen ??= scene.proxy.requests.find(
        ({ accessKeyId }) => accessKeyId !== undefined,
      )?.accessKeyId;
      return seen;
    }

    const result = await job.use(inputs);

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('/app/env may not be read: ssm:GetParameter is denied');
    expect(result.log).toContain(
      'the session policy that the step generated does not let them through',
    );
    expect(result.log).toContain(`arn:aws:ssm:us-east-1:${scene.account.id}:parameter/app/env`);
    await job.end();
    expectNoLeak(job, ['known to nobody']);
  });

  it('folds the policy where AWS finds it too large, and says what it widened', async () => {
    const names = Array.from(
      { length: 60 },
      (_, index) => `/wide/folder-${index % 3}/parameter-${index}`,
    );
    for (const name of names) await scene.account.putParameter(name, `X=value of ${name}`);
    scene.proxy.fault({
      operation: 'AssumeRoleWithWebIdentity',
      times: 1,
      effect: { kind: 'aws-error', code: 'PackedPolicyTooLarge', message: 'Packed size too large' },
    });
    const job = await scene.openJob();

    const result = await job.use(
      scene.inputs({ files: names.map((name, index) => `${name} => ${index}.txt`).join('\n') }),
    );

    expect(result.exitCode).toBe(0);
    expect(scene.proxy.count('AssumeRoleWithWebIdentity')).toBe(2);
    expect(result.annotations.map(({ level }) => level)).toEqual(['notice']);
    expect(result.annotations[0]?.message).toContain('/wide/');
    await job.end();
    expectNoLeak(
      job,
      names.map((name) => `value of ${name}`),
    );
  });
});
