import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AwsCredentials } from '../../src/identity/role.ts';
import { assumeChain, type RoleChain } from '../../src/identity/role-chain.ts';
import { makeSessionPolicy } from '../../src/identity/session-policy.ts';
import { makeAgents } from '../../src/network/agents.ts';
import { makeAwsClients } from '../../src/network/aws-clients.ts';
import { Pace } from '../../src/network/pace.ts';
import type { AwsRequest } from '../rig/aws-request.ts';
import { type AwsProxy, startProxy } from '../rig/proxy.ts';

const TOKEN = 'e30.e30.x';
const REGION = 'us-east-1';
const LIMITS = { maxAttempts: 1, deadline: new AbortController().signal, pace: new Pace() };
const ROLES = ['hub', 'ci'].map((name) => ({
  arn: `arn:aws:iam::111122223333:role/${name}`,
  partition: 'aws',
  accountId: '111122223333',
}));

/** Assumes roles with the AWS SDK, from moto behind the proxy. */
describe('a chain of roles', () => {
  const { AWS_ENDPOINT_URL: before } = process.env;
  let proxy: AwsProxy;
  let masked: string[];

  beforeEach(async () => {
    proxy = await startProxy();
    process.env.AWS_ENDPOINT_URL = proxy.url;
    masked = [];
  });
  afterEach(async () => {
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
    else process.env.AWS_ENDPOINT_URL = before;
    await proxy.stop();
  });

  async function assume(change: Partial<RoleChain>) {
    const agents = makeAgents({});
    const aws = makeAwsClients(agents);
    const chain: RoleChain = {
      roles: ROLES,
      sessionName: 'octo-org.platform@1',
      durationSeconds: 900,
      sessionPolicy: { kind: 'none' },
      tags: [],
      exportsCredentials: false,
      ...change,
    };
    const context = {
      stsOf: (credentials?: AwsCredentials) => aws.sts(REGION, credentials),
      mask: (value: string) => masked.push(value),
    };
    try {
      return await assumeChain(chain, TOKEN, context, LIMITS);
    } finally {
      agents.http.destroy();
      agents.https.destroy();
    }
  }

  function fieldsOf({ operation, accessKeyId, body }: AwsRequest) {
    return [operation, accessKeyId, body.RoleArn, body.Policy, body['Tags.member.1.Value']];
  }

  it('is assumed role by role, policy and tags with the last one only', async () => {
    const policy = makeSessionPolicy(
      [{ kind: 'parameter', name: '/platform/staging/env', region: REGION }],
      { partition: 'aws', accountId: '111122223333' },
    );

    const sessions = await assume({
      sessionPolicy: { kind: 'scoped', policy },
      tags: [{ Key: 'Repository', Value: 'octo-org/platform' }],
      exportsCredentials: true,
    });

    const [hubKey = ''] = masked;
    const [first, ...sideBySide] = proxy.requests.map(fieldsOf);
    expect(first).toEqual([
      'AssumeRoleWithWebIdentity',
      undefined,
      ROLES[0]?.arn,
      undefined,
      undefined,
    ]);
    expect(sideBySide).toHaveLength(2);
    expect(sideBySide).toEqual(
      expect.arrayContaining([
        ['AssumeRole', hubKey, ROLES[1]?.arn, policy.json, 'octo-org/platform'],
        ['AssumeRole', hubKey, ROLES[1]?.arn, undefined, 'octo-org/platform'],
      ]),
    );
    expect(masked).toHaveLength(9);
    expect(masked).toEqual(
      expect.arrayContaining([
        ...Object.values(sessions.credentials),
        ...Object.values(sessions.exported ?? {}),
      ]),
    );
    expect(sessions.exported).not.toEqual(sessions.credentials);
  });

  it('gets lighter where AWS finds the session too large', async () => {
    proxy.fault({
      operation: 'AssumeRole',
      times: 1,
      effect: {
        kind: 'aws-error',
        code: 'PackedPolicyTooLarge',
        message: 'Packed size of session tags consumes 112% of allotted space.',
      },
    });

    const { notices } = await assume({ tags: [{ Key: 'Workflow', Value: 'Deploy' }] });

    expect(notices).toEqual(['The session tag Workflow is left out: AWS finds the tags too large']);
    expect(proxy.count('AssumeRole')).toBe(2);
  });

  it('names the role that is refused', async () => {
    proxy.deny('AssumeRole');

    await expect(assume({})).rejects.toThrow(
      `did not let the job assume the role ${ROLES[1]?.arn} (role 2 of 2): AccessDenied`,
    );
  });
});
