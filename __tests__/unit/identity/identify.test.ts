import { describe, expect, it } from '@jest/globals';
import {
  type Identity,
  type IdentityContext,
  type IdentityPlan,
  identify,
} from '../../../src/identity/identify.ts';
import type { SessionAnswer, SessionRequest } from '../../../src/identity/role.ts';
import type { RoleChain } from '../../../src/identity/role-chain.ts';
import { makeSessionPolicy } from '../../../src/identity/session-policy.ts';
import { CancelledError, DeadlineError, UnavailableError } from '../../../src/network/deadline.ts';
import { ActionError } from '../../../src/reporting/action-error.ts';
import type { Place } from '../../../src/reporting/problem.ts';
import { PUSH } from '../fake-runtime.ts';
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

const PLACE: Place = { file: 'm.yml', line: 1, column: 1 };
const PROTECTED: IdentityPlan['guards'] = { protected: PLACE };
const IN_PRODUCTION: IdentityPlan['guards'] = {
  githubEnvironment: { text: 'production', place: PLACE },
};

function plan(change: Partial<IdentityPlan> = {}): IdentityPlan {
  return {
    region: 'us-east-1',
    role: { chain: CHAIN, audience: 'sts.amazonaws.com' },
    accounts: [],
    needsAccountId: false,
    guards: {},
    onMissingToken: 'fail',
    ...change,
  };
}

function planWith(chain: Partial<RoleChain>): IdentityPlan {
  return plan({ role: { chain: { ...CHAIN, ...chain }, audience: 'sts.amazonaws.com' } });
}

/** What the world outside answers. */
interface World {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Account of the ambient credentials, or why it cannot be told. */
  readonly account?: string | Error | undefined;
  readonly variables?: IdentityContext['variables'];
  readonly event?: Awaited<ReturnType<IdentityContext['readEvent']>>;
  /** Does something, or fails, before STS gives a session. */
  readonly beforeSession?: (request: SessionRequest) => void;
}

/** GitHub that issues tokens and an STS that gives sessions, named after the number of the call; calls are noted. */
function contextOf({
  claims = {},
  account = '111122223333',
  variables = ENDPOINT,
  event = PUSH,
  beforeSession = () => {},
}: World = {}) {
  const calls: string[] = [];
  const masked: string[] = [];
  const audiences: (string | null)[] = [];
  const regions: string[] = [];
  const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
  const answer =
    (call: string) =>
    async (request: SessionRequest): Promise<SessionAnswer> => {
      calls.push(`${call} with${request.Policy === undefined ? 'out' : ''} policy`);
      beforeSession(request);
      const id = `key${calls.length}`;
      return {
        Credentials: { AccessKeyId: id, SecretAccessKey: `${id}-secret`, SessionToken: `${id}-t` },
      };
    };
  const unused = (): never => {
    throw new Error('Nothing is read here');
  };
  const context: IdentityContext = {
    variables,
    readEvent: async () => {
      calls.push('event');
      return event;
    },
    get: async (url) => {
      calls.push('token');
      audiences.push(url.searchParams.get('audience'));
      return { status: 200, body: JSON.stringify({ value: token }) };
    },
    aws: {
      sts: (region) => {
        regions.push(region);
        return {
          assumeRoleWithWebIdentity: answer('AssumeRoleWithWebIdentity'),
          assumeRole: answer('AssumeRole'),
          getCallerIdentity: async () => {
            calls.push('GetCallerIdentity');
            if (account instanceof Error) throw account;
            return { Account: account === '' ? undefined : account };
          },
        };
      },
      ssm: unused,
      secretsManager: unused,
    },
    mask: (value) => masked.push(value),
  };
  return { calls, masked, audiences, regions, token, context };
}

async function identityOf(...given: Parameters<typeof identify>): Promise<Identity> {
  const identity = await identify(...given);
  if (identity.kind === 'identity') return identity;
  throw new Error('It was skipped.');
}

describe('identify with a role', () => {
  it('gets its credentials, masked at once, and those of other sessions only when asked', async () => {
    const { calls, masked, audiences, regions, token, context } = contextOf();

    const identity = await identityOf(plan(), context, LIMITS);

    expect(identity).toEqual({
      kind: 'identity',
      credentials: { accessKeyId: 'key2', secretAccessKey: 'key2-secret', sessionToken: 'key2-t' },
      accountId: '111122223333',
      notices: [],
      sessionWith: expect.any(Function),
    });
    expect(calls).toEqual(['token', 'AssumeRoleWithWebIdentity with policy']);
    expect(masked).toEqual([token, 'key2', 'key2-secret', 'key2-t']);
    expect(audiences).toEqual(['sts.amazonaws.com']);
    expect(regions).toEqual(['us-east-1']);

    const again = await identity.sessionWith?.({ kind: 'none' });
    expect(again?.credentials.accessKeyId).toBe('key3');
    expect(masked.slice(4)).toEqual(['key3', 'key3-secret', 'key3-t']);
    const other = await identity.sessionWith?.({ kind: 'given', json: '{}' });
    expect(other?.credentials.accessKeyId).toBe('key4');
    expect(calls.slice(2)).toEqual([
      'AssumeRoleWithWebIdentity without policy',
      'AssumeRoleWithWebIdentity with policy',
    ]);
  });

  it('asks for a token with the audience of the plan', async () => {
    const { audiences, context } = contextOf();
    await identify(plan({ role: { chain: CHAIN, audience: 'me' } }), context, LIMITS);
    expect(audiences).toEqual(['me']);
  });

  it('hands credentials without the policy to the later steps', async () => {
    const { calls, context } = contextOf();

    const identity = await identityOf(planWith({ exportsCredentials: true }), context, LIMITS);

    expect(identity.credentials?.accessKeyId).toBe('key2');
    expect(identity.exported?.accessKeyId).toBe('key3');
    expect(calls).toEqual([
      'token',
      'AssumeRoleWithWebIdentity with policy',
      'AssumeRoleWithWebIdentity without policy',
    ]);
    expect((await identity.sessionWith?.({ kind: 'none' }))?.credentials.accessKeyId).toBe('key3');
    expect(calls).toHaveLength(3);
    const other = await identity.sessionWith?.({ kind: 'given', json: '{}' });
    expect(other?.credentials.accessKeyId).toBe('key4');
    expect(calls.slice(3)).toEqual(['AssumeRoleWithWebIdentity with policy']);
  });

  it.each<RoleChain['sessionPolicy']>([{ kind: 'none' }, { kind: 'given', json: '{}' }])(
    'has nothing to try where no policy was generated: $kind',
    async (sessionPolicy) => {
      const { context } = contextOf();
      const identity = await identityOf(planWith({ sessionPolicy }), context, LIMITS);
      expect(identity).not.toHaveProperty('sessionWith');
      expect(identity).not.toHaveProperty('exported');
    },
  );

  it('goes through several roles to the account of the last', async () => {
    const { calls, context } = contextOf();
    const last = {
      arn: 'arn:aws:iam::444455556666:role/ci',
      partition: 'aws',
      accountId: '444455556666',
    };

    const identity = await identityOf(planWith({ roles: [ROLE, last] }), context, LIMITS);

    expect(identity.accountId).toBe('444455556666');
    expect(calls).toEqual([
      'token',
      'AssumeRoleWithWebIdentity without policy',
      'AssumeRole with policy',
    ]);
  });

  it('tells what was left out', async () => {
    const tags = [{ Key: 'Repository', Value: 'octo-org/platform' }];
    const identity = await identityOf(planWith({ tags }), contextOf().context, LIMITS);
    expect(identity.notices).toEqual([expect.stringContaining('The session has no tags')]);
  });

  it.each([
    ['what AWS refuses', stsError('AccessDenied'), 'RoleError'],
    ['what AWS does not answer', stsError('ThrottlingException'), 'UnavailableError'],
  ])('tells %s apart', async (_, error, name) => {
    const { context } = contextOf({
      beforeSession: () => {
        throw error;
      },
    });
    await expect(identify(plan(), context, LIMITS)).rejects.toMatchObject({ name });
  });
});

describe('identify where nothing is in AWS', () => {
  it('needs nobody, whatever is asked of the job', async () => {
    const { calls, context } = contextOf();
    const given = plan({ region: undefined, role: undefined, guards: PROTECTED });
    expect(await identify(given, context, LIMITS)).toEqual({ kind: 'identity', notices: [] });
    expect(calls).toEqual([]);
  });
});

describe('identify with guards', () => {
  it.each<[string, IdentityPlan['guards'], string]>([
    [
      'of another GitHub environment',
      IN_PRODUCTION,
      'Nothing is fetched:\n- m.yml:1:1: the job must run in the GitHub environment production, and runs in none',
    ],
    [
      'that is not protected',
      PROTECTED,
      'Nothing is fetched:\n- m.yml:1:1: the environment is protected',
    ],
  ])('ends before STS in a job %s', async (_, guards, message) => {
    const { calls, context } = contextOf();
    await expect(identify(plan({ guards }), context, LIMITS)).rejects.toThrow(message);
    expect(calls).toEqual(['token']);
  });

  it('tells both where the job runs from the wrong place in every way', async () => {
    const guards = { ...IN_PRODUCTION, ...PROTECTED };
    const refused = identify(plan({ guards }), contextOf().context, LIMITS);
    await expect(refused).rejects.toMatchObject({ problems: [{}, {}] });
  });

  it('goes on in a job that is as it should be', async () => {
    const { context } = contextOf({ claims: { environment: 'production' } });
    const guards = { ...IN_PRODUCTION, ...PROTECTED };
    expect((await identityOf(plan({ guards }), context, LIMITS)).accountId).toBe('111122223333');
  });

  it('and ambient credentials asks for a token of its own where the job may have one', async () => {
    const { calls, masked, audiences, token, context } = contextOf({
      claims: { environment: 'production' },
    });
    const ambient = plan({ role: undefined, guards: IN_PRODUCTION });
    expect(await identify(ambient, context, LIMITS)).toEqual({ kind: 'identity', notices: [] });
    expect(calls).toEqual(['token']);
    expect(masked).toEqual([token]);
    expect(audiences).toEqual(['sts.amazonaws.com']);
  });

  it('and ambient credentials refuses where no token shows the GitHub environment', async () => {
    const { calls, context } = contextOf({ variables: {} });
    const ambient = plan({ role: undefined, guards: IN_PRODUCTION });
    await expect(identify(ambient, context, LIMITS)).rejects.toThrow(
      'which only an OIDC token shows, and it has none',
    );
    expect(calls).toEqual([]);
  });

  it('and ambient credentials believes the variable where no token shows the ref', async () => {
    const { context } = contextOf({ variables: { GITHUB_REF_PROTECTED: 'true' } });
    const ambient = plan({ role: undefined, guards: PROTECTED });
    expect(await identify(ambient, context, LIMITS)).toEqual({ kind: 'identity', notices: [] });
  });
});

describe('identify with ambient credentials', () => {
  const restricted = (...allowed: string[]): IdentityPlan =>
    plan({ role: undefined, accounts: [{ allowed, place: PLACE }] });

  it('asks nobody where nothing is restricted', async () => {
    const { calls, context } = contextOf();
    const ambient = plan({ role: undefined });
    expect(await identify(ambient, context, LIMITS)).toEqual({ kind: 'identity', notices: [] });
    expect(calls).toEqual([]);
  });

  it.each([
    ['accounts are restricted', restricted('111122223333')],
    ['a template asks for it', plan({ role: undefined, needsAccountId: true })],
  ])('finds their account out where %s', async (_, given) => {
    const { calls, context } = contextOf();
    expect(await identify(given, context, LIMITS)).toEqual({
      kind: 'identity',
      notices: [],
      accountId: '111122223333',
    });
    expect(calls).toEqual(['GetCallerIdentity']);
  });

  it.each([
    ['999988887777', 'the account 999988887777 of the ambient AWS credentials is not allowed'],
    ['', 'the account (unknown) of the ambient AWS credentials is not allowed'],
  ])('refuses the account %j', async (account, message) => {
    const { context } = contextOf({ account });
    await expect(identify(restricted('111122223333'), context, LIMITS)).rejects.toThrow(message);
  });

  it.each([
    ['ActionError', stsError('ExpiredToken'), ': ExpiredToken.'],
    ['UnavailableError', stsError('ThrottlingException'), ': ThrottlingException.'],
    [
      'UnavailableError',
      Object.assign(new Error('hidden'), { code: 'ENOTFOUND', hostname: 'sts.x' }),
      ': ENOTFOUND (sts.x).',
    ],
  ])('says where it cannot be found out, with %s', async (name, account, reason) => {
    const { context } = contextOf({ account });
    const refused = identify(restricted('111122223333'), context, LIMITS);
    await expect(refused).rejects.toMatchObject({
      name,
      message: `The account of the ambient AWS credentials cannot be found out${reason}
  Name a role: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`,
    });
    await expect(refused).rejects.toBeInstanceOf(
      name === 'ActionError' ? ActionError : UnavailableError,
    );
  });

  it.each([new DeadlineError(120), new CancelledError()])('hands on %s', async (reason) => {
    const limits = { maxAttempts: 1, deadline: AbortSignal.abort(reason) };
    const { context } = contextOf();
    await expect(identify(restricted('111122223333'), context, limits)).rejects.toBe(reason);
  });
});

describe('identify with a role but without a token', () => {
  const WITHOUT = { variables: { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example/' } };

  it('fails, and says what to write', async () => {
    const { calls, context } = contextOf(WITHOUT);
    await expect(identify(plan({ guards: PROTECTED }), context, LIMITS)).rejects.toThrow(
      new ActionError(`There is no OIDC token: the job may not ask for an OIDC token: it lacks the permission "id-token: write".
  Add to the job, and in a reusable workflow also to the job that calls it:
    permissions:
      id-token: write
      contents: read`),
    );
    expect(calls).toEqual(['event']);
  });

  it('skips where that is asked for, with the cause by the event', async () => {
    const { calls, context } = contextOf({
      ...WITHOUT,
      event: { ...PUSH, name: 'pull_request', fromFork: true },
    });
    expect(await identify(plan({ onMissingToken: 'skip' }), context, LIMITS)).toEqual({
      kind: 'skipped',
      cause: 'this pull request comes from a fork, and GitHub gives its runs no OIDC token',
    });
    expect(calls).toEqual(['event']);
  });
});
