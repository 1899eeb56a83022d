import { describe, expect, it } from '@jest/globals';
import {
  type IdentityContext,
  type IdentityPlan,
  identifyFor,
} from '../../../src/identity/identify.ts';
import type { SessionAnswer, SessionRequest } from '../../../src/identity/role.ts';
import type { RoleChain } from '../../../src/identity/role-chain.ts';
import { makeSessionPolicy } from '../../../src/identity/session-policy.ts';
import { stsError } from './sts-errors.ts';

const LIMITS = { maxAttempts: 1, deadline: new AbortController().signal };
const ENDPOINT = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example/?a=1',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
};
const ROLE = {
  arn: 'arn:aws:iam::111122223333:role/ci',
  partition: 'aws',
  accountId: '111122223333',
};
const CHAIN: RoleChain = {
  roles: [ROLE],
  sessionName: 'octo-org.platform@1',
  durationSeconds: 900,
  sessionPolicy: {
    kind: 'scoped',
    policy: makeSessionPolicy([{ kind: 'parameter', name: '/a', region: 'us-east-1' }], ROLE),
  },
  tags: [],
  exportsCredentials: false,
};

function plan(change: Partial<IdentityPlan> = {}): IdentityPlan {
  return {
    region: 'us-east-1',
    allowedAccountIds: [],
    onMissingToken: 'fail',
    chain: CHAIN,
    audience: 'sts.amazonaws.com',
    guard: { isProtected: false },
    ...change,
  };
}

/** GitHub that issues tokens with these claims, and an STS whose caller lies in this account; calls are noted. */
function context(
  claims: Record<string, unknown> = {},
  account: string | Error | undefined = '111122223333',
  variables: IdentityContext['variables'] = ENDPOINT,
) {
  const calls: string[] = [];
  const masked: string[] = [];
  const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
  const answer = async ({ Policy }: SessionRequest): Promise<SessionAnswer> => {
    calls.push(Policy === undefined ? 'AssumeRole without policy' : 'AssumeRole with policy');
    const id = `key${calls.length}`;
    return { Credentials: { AccessKeyId: id, SecretAccessKey: 'secret', SessionToken: 'session' } };
  };
  const all: IdentityContext = {
    variables,
    readEvent: async () => ({
      name: 'push',
      actor: 'octocat',
      dispatchInputs: {},
      fromFork: false,
    }),
    get: async () => {
      calls.push('token');
      return { status: 200, body: JSON.stringify({ value: token }) };
    },
    aws: {
      sts: () => ({
        assumeRoleWithWebIdentity: answer,
        assumeRole: answer,
        getCallerIdentity: async () => {
          calls.push('GetCallerIdentity');
          if (account instanceof Error) throw account;
          return { Account: account };
        },
      }),
      ssm: () => {
        throw new Error('Nothing is read here');
      },
    },
    mask: (value) => masked.push(value),
  };
  return { calls, masked, token, all };
}

describe('identifyFor', () => {
  it('gets the credentials of the role, and others without the policy only when asked', async () => {
    const { calls, masked, token, all } = context();

    const identity = await identifyFor(plan(), all, LIMITS);

    expect(identity).toMatchObject({
      kind: 'identity',
      credentials: { accessKeyId: 'key2' },
      accountId: '111122223333',
      notices: [],
    });
    expect(calls).toEqual(['token', 'AssumeRole with policy']);
    expect(masked).toEqual([token, 'key2', 'secret', 'session']);
    const again = identity.kind === 'identity' ? await identity.withoutPolicy?.() : undefined;
    expect(again?.accessKeyId).toBe('key3');
    expect(calls.at(-1)).toBe('AssumeRole without policy');
  });

  it('hands credentials without the policy to the later steps', async () => {
    const { calls, all } = context();
    const chain = { ...CHAIN, exportsCredentials: true };

    const identity = await identifyFor(plan({ chain }), all, LIMITS);

    expect(identity).toMatchObject({ exported: { accessKeyId: 'key3' } });
    const again = identity.kind === 'identity' ? await identity.withoutPolicy?.() : undefined;
    expect(again?.accessKeyId).toBe('key3');
    expect(calls).toHaveLength(3);
  });

  it('has nothing to try where no policy was generated', async () => {
    const chain: RoleChain = { ...CHAIN, sessionPolicy: { kind: 'none' } };
    const identity = await identifyFor(plan({ chain }), context().all, LIMITS);
    expect(identity).not.toHaveProperty('withoutPolicy');
  });

  it('needs nobody where nothing is in AWS', async () => {
    const { calls, all } = context();
    expect(await identifyFor(plan({ region: undefined }), all, LIMITS)).toEqual({
      kind: 'identity',
      notices: [],
    });
    expect(calls).toEqual([]);
  });

  it.each([
    ['an account', { isProtected: false, account: '444455556666' }, 'is not that of', []],
    [
      'a GitHub environment',
      { isProtected: false, githubEnvironment: 'production' },
      'must run in the GitHub environment production, and runs in staging',
      ['token'],
    ],
  ])('ends before STS where the guard asks for another %s', async (_, guard, message, made) => {
    const { calls, all } = context({ environment: 'staging' });
    await expect(identifyFor(plan({ guard }), all, LIMITS)).rejects.toThrow(message);
    expect(calls).toEqual(made);
  });

  it('ends before STS where the job is not protected', async () => {
    const { calls, all } = context();
    const guard = { isProtected: true };
    await expect(identifyFor(plan({ guard }), all, LIMITS)).rejects.toThrow(
      'the environment is protected',
    );
    expect(calls).toEqual(['token']);
  });

  it('says both where the job runs from the wrong place in every way', async () => {
    const guard = { isProtected: true, githubEnvironment: 'production' };
    const refused = identifyFor(plan({ guard }), context().all, LIMITS);
    await expect(refused).rejects.toThrow('and runs in none');
    await expect(refused).rejects.toThrow('the environment is protected');
  });
});

describe('identifyFor with ambient credentials', () => {
  it('asks nobody where nothing is restricted', async () => {
    const { calls, all } = context();
    expect(await identifyFor(plan({ chain: undefined }), all, LIMITS)).toEqual({
      kind: 'identity',
      notices: [],
    });
    expect(calls).toEqual([]);
  });

  it('compares their account with that of the environment', async () => {
    const ambient = (account: string) =>
      plan({ chain: undefined, guard: { isProtected: false, account } });
    const { calls, all } = context();

    expect(await identifyFor(ambient('111122223333'), all, LIMITS)).toMatchObject({
      accountId: '111122223333',
    });
    await expect(identifyFor(ambient('444455556666'), all, LIMITS)).rejects.toThrow(
      'the account 111122223333 of the ambient AWS credentials is not that of the environment',
    );
    expect(calls).toEqual(['GetCallerIdentity', 'GetCallerIdentity']);
  });

  it('guards the job by a token where there is one, and refuses where there is none', async () => {
    const ambient = plan({
      chain: undefined,
      guard: { isProtected: false, githubEnvironment: 'production' },
    });
    const { calls, all } = context({ environment: 'production' });
    expect(await identifyFor(ambient, all, LIMITS)).toMatchObject({ kind: 'identity' });
    expect(calls).toEqual(['token']);

    await expect(identifyFor(ambient, context({}, undefined, {}).all, LIMITS)).rejects.toThrow(
      'which only an OIDC token shows, and it has none',
    );
  });

  it('says where their account cannot be found out', async () => {
    const restricted = plan({ chain: undefined, allowedAccountIds: ['111122223333'] });
    const { all } = context({}, stsError('ExpiredToken'));
    await expect(identifyFor(restricted, all, LIMITS)).rejects.toThrow(
      'The account of the ambient AWS credentials cannot be found out: ExpiredToken',
    );
    await expect(identifyFor(restricted, context({}, '999988887777').all, LIMITS)).rejects.toThrow(
      'the account 999988887777 of the ambient AWS credentials is not allowed',
    );
  });
});

describe('identifyFor without a token', () => {
  it('fails, or skips where that is asked for', async () => {
    const { calls, all } = context({}, undefined, {});
    await expect(identifyFor(plan(), all, LIMITS)).rejects.toThrow('There is no OIDC token');
    expect(await identifyFor(plan({ onMissingToken: 'skip' }), all, LIMITS)).toMatchObject({
      kind: 'skipped',
    });
    expect(calls).toEqual([]);
  });
});
