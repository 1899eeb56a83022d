import { describe, expect, it, jest } from '@jest/globals';
import type { Readable } from '../../../src/identity/readable.ts';
import {
  type AwsCredentials,
  RoleError,
  type SessionAnswer,
  type SessionRequest,
} from '../../../src/identity/role.ts';
import { assumeChain, type RoleChain } from '../../../src/identity/role-chain.ts';
import { makeSessionPolicy } from '../../../src/identity/session-policy.ts';
import type { SessionTag } from '../../../src/identity/session-tags.ts';
import { UnavailableError } from '../../../src/network/deadline.ts';
import { Pace } from '../../../src/network/pace.ts';
import { stsError } from './sts-errors.ts';

const TOKEN = `e30.${Buffer.from('{"sub":"repo:octo-org/platform:pull_request"}').toString('base64url')}.x`;
const LIMITS = { maxAttempts: 1, deadline: new AbortController().signal, pace: new Pace() };
const TAGS: SessionTag[] = [
  { Key: 'Repository', Value: 'octo-org/platform' },
  { Key: 'Workflow', Value: 'Deploy' },
];

type Call = SessionRequest & {
  call: string;
  by: string | undefined;
  Tags?: SessionTag[];
  WebIdentityToken?: string;
};

function role(name: string) {
  return {
    arn: `arn:aws:iam::111122223333:role/${name}`,
    partition: 'aws',
    accountId: '111122223333',
  };
}

function chain(change: Partial<RoleChain> = {}): RoleChain {
  return {
    roles: [role('ci')],
    sessionName: 'octo-org.platform@1',
    durationSeconds: 1_200,
    sessionPolicy: { kind: 'none' },
    tags: [],
    exportsCredentials: false,
    ...change,
  };
}

function scoped(count: number): RoleChain['sessionPolicy'] {
  const readables: Readable[] = Array.from({ length: count }, (_, index) => ({
    kind: 'parameter',
    name: `/platform/staging/value_${index}`,
    region: 'us-east-1',
  }));
  const policy = makeSessionPolicy(readables, { partition: 'aws', accountId: '111122223333' });
  return { kind: 'scoped', policy };
}

/** An STS that answers with credentials named after the call's number, unless `refuse` has an error for it. */
function fakeSts(refuse: (call: Call) => Error | undefined = () => undefined) {
  const calls: Call[] = [];
  const masked: string[] = [];
  const answer = async (call: Call): Promise<SessionAnswer> => {
    calls.push(call);
    const error = refuse(call);
    if (error !== undefined) throw error;
    const id = `${call.RoleArn.split('/')[1]}${calls.length}`;
    return {
      Credentials: {
        AccessKeyId: id,
        SecretAccessKey: `${id}-secret`,
        SessionToken: `${id}-token`,
      },
    };
  };
  const stsOf = (credentials: AwsCredentials | undefined) => {
    const by = credentials?.accessKeyId;
    return {
      assumeRoleWithWebIdentity: (input: SessionRequest) =>
        answer({ ...input, call: 'AssumeRoleWithWebIdentity', by }),
      assumeRole: (input: SessionRequest) => answer({ ...input, call: 'AssumeRole', by }),
      getCallerIdentity: async () => ({}),
    };
  };
  return { calls, masked, context: { stsOf, mask: (value: string) => masked.push(value) } };
}

const tooLarge = stsError('PackedPolicyTooLargeException');

describe('assumeChain', () => {
  it('assumes one role with the token', async () => {
    const { calls, masked, context } = fakeSts();

    const sessions = await assumeChain(chain(), TOKEN, context, LIMITS);

    expect(sessions).toEqual({
      credentials: {
        accessKeyId: 'ci1',
        secretAccessKey: 'ci1-secret',
        sessionToken: 'ci1-token',
      },
      notices: [],
    });
    expect(calls).toEqual([
      {
        call: 'AssumeRoleWithWebIdentity',
        by: undefined,
        RoleArn: role('ci').arn,
        RoleSessionName: 'octo-org.platform@1',
        DurationSeconds: 1_200,
        WebIdentityToken: TOKEN,
      },
    ]);
    expect(masked).toEqual(['ci1', 'ci1-secret', 'ci1-token']);
  });

  it('assumes each further role by the one before, and narrows and tags the last', async () => {
    const { calls, masked, context } = fakeSts();
    const sessionPolicy = { kind: 'given', json: '{"Version":"2012-10-17"}' } as const;
    const roles = [role('hub'), role('middle'), role('ci')];

    const sessions = await assumeChain(
      chain({ roles, sessionPolicy, tags: TAGS }),
      TOKEN,
      context,
      LIMITS,
    );

    expect(sessions.credentials.accessKeyId).toBe('ci3');
    expect(calls.map(({ call, by, RoleArn }) => [call, by, RoleArn])).toEqual([
      ['AssumeRoleWithWebIdentity', undefined, role('hub').arn],
      ['AssumeRole', 'hub1', role('middle').arn],
      ['AssumeRole', 'middle2', role('ci').arn],
    ]);
    expect(
      calls.map(({ Policy, Tags, DurationSeconds }) => [Policy, Tags, DurationSeconds]),
    ).toEqual([
      [undefined, undefined, 900],
      [undefined, undefined, 900],
      [sessionPolicy.json, TAGS, 1_200],
    ]);
    expect(masked).toHaveLength(9);
  });

  it('gets a second session without the generated policy for the later steps', async () => {
    const { calls, context } = fakeSts();
    const sessionPolicy = scoped(2);

    const sessions = await assumeChain(
      chain({ sessionPolicy, exportsCredentials: true }),
      TOKEN,
      context,
      LIMITS,
    );

    expect(calls.map(({ Policy }) => Policy)).toEqual([
      sessionPolicy.kind === 'scoped' ? sessionPolicy.policy.json : '',
      undefined,
    ]);
    expect([sessions.credentials.accessKeyId, sessions.exported?.accessKeyId]).toEqual([
      'ci1',
      'ci2',
    ]);
  });

  it.each([{ kind: 'none' }, { kind: 'given', json: '{}' }] as const)(
    'exports the same session where the policy is $kind',
    async (sessionPolicy) => {
      const { calls, context } = fakeSts();

      const sessions = await assumeChain(
        chain({ sessionPolicy, exportsCredentials: true }),
        TOKEN,
        context,
        LIMITS,
      );

      expect(calls).toHaveLength(1);
      expect(sessions.exported).toEqual(sessions.credentials);
    },
  );

  it('leaves tags out one by one, and then folds the policy, where AWS finds them too large', async () => {
    const { calls, context } = fakeSts((call) =>
      call.Tags !== undefined || (call.Policy?.length ?? 0) > 900 ? tooLarge : undefined,
    );

    const sessions = await assumeChain(
      chain({ roles: [role('hub'), role('ci')], sessionPolicy: scoped(12), tags: TAGS }),
      TOKEN,
      context,
      LIMITS,
    );

    const lengths = calls.slice(1).map(({ Policy = '' }) => Policy.length);
    expect(calls.slice(1, 4).map(({ Tags }) => Tags?.length)).toEqual([2, 1, undefined]);
    expect(lengths.at(-1)).toBeLessThanOrEqual(900);
    expect(lengths.toSorted((a, b) => b - a)).toEqual(lengths);
    expect(sessions.notices).toEqual([
      'The session tag Workflow is left out: AWS finds the tags too large',
      'The session tag Repository is left out: AWS finds the tags too large',
      expect.stringContaining('the session may read more than that'),
    ]);
  });

  it('gives up where nothing is left to leave out', async () => {
    const { calls, context } = fakeSts(() => tooLarge);
    const given = { kind: 'given', json: '{}' } as const;

    await expect(
      assumeChain(chain({ sessionPolicy: given }), TOKEN, context, LIMITS),
    ).rejects.toThrow('Shorten session-policy');
    expect(calls).toHaveLength(1);
    await expect(
      assumeChain(chain({ sessionPolicy: scoped(3) }), TOKEN, context, LIMITS),
    ).rejects.toThrow('Shorten session-policy');
  });

  it('says that a session of the first role cannot be tagged', async () => {
    const { calls, context } = fakeSts();

    const { notices } = await assumeChain(chain({ tags: TAGS }), TOKEN, context, LIMITS);

    expect(calls[0]).not.toHaveProperty('Tags');
    expect(notices).toEqual([expect.stringContaining('The session has no tags')]);
  });

  it.each([
    ['hub', 'role/hub (role 1 of 2): AccessDenied', 'sub: repo:octo-org/platform:pull_request'],
    [
      'ci',
      'role/ci (role 2 of 2): AccessDenied',
      'in a policy of arn:aws:iam::111122223333:role/hub',
    ],
  ])('names the role %s where that is refused', async (name, place, detail) => {
    const { context } = fakeSts(({ RoleArn }) =>
      RoleArn.endsWith(`/${name}`) ? stsError('AccessDenied') : undefined,
    );
    const refused = assumeChain(
      chain({ roles: [role('hub'), role('ci')] }),
      TOKEN,
      context,
      LIMITS,
    );
    await expect(refused).rejects.toThrow(place);
    await expect(refused).rejects.toThrow(detail);
    await expect(refused).rejects.not.toThrow(TOKEN);
  });

  it.each<[string, SessionAnswer]>([
    ['no credentials', {}],
    ['no key', { Credentials: { SecretAccessKey: 'b', SessionToken: 'c' } }],
    ['no secret', { Credentials: { AccessKeyId: 'a', SessionToken: 'c' } }],
    ['no session', { Credentials: { AccessKeyId: 'a', SecretAccessKey: 'b' } }],
  ])('refuses an answer with %s', async (_, answer) => {
    const { masked, context } = fakeSts();
    const stsOf = () => ({
      ...context.stsOf(undefined),
      assumeRoleWithWebIdentity: async () => answer,
    });
    await expect(assumeChain(chain(), TOKEN, { ...context, stsOf }, LIMITS)).rejects.toEqual(
      new RoleError('STS answered without credentials for arn:aws:iam::111122223333:role/ci'),
    );
    expect(masked).toEqual([]);
  });

  const VERIFICATION = "Couldn't retrieve verification key from your identity provider";
  it.each([
    ['IDPCommunicationError', ''],
    ['IDPCommunicationErrorException', ''],
    ['InvalidIdentityToken', VERIFICATION],
    ['InvalidIdentityTokenException', VERIFICATION],
    ['ThrottlingException', ''],
  ])('tries again after %s', async (name, message) => {
    jest.spyOn(Math, 'random').mockReturnValue(0);
    const { calls, context } = fakeSts(() =>
      calls.length === 1 ? stsError(name, message) : undefined,
    );
    const { credentials } = await assumeChain(chain(), TOKEN, context, {
      ...LIMITS,
      maxAttempts: 2,
    });
    expect(credentials.accessKeyId).toBe('ci2');
  });

  it.each([
    'AccessDenied',
    'ExpiredTokenException',
    'InvalidIdentityToken',
    'RegionDisabledException',
    'ValidationError',
    'MalformedPolicyDocument',
    'SomethingNew',
  ])('tells %s at once, and never the token', async (name) => {
    const { calls, context } = fakeSts(() => stsError(name, TOKEN));
    const refused = assumeChain(chain(), TOKEN, context, { ...LIMITS, maxAttempts: 2 });
    await expect(refused).rejects.toThrow(
      `AWS did not let the job assume the role arn:aws:iam::111122223333:role/ci: ${name}`,
    );
    await expect(refused).rejects.toBeInstanceOf(RoleError);
    await expect(refused).rejects.not.toThrow(TOKEN);
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['throttled', stsError('ThrottlingException', TOKEN), 'ThrottlingException'],
    [
      'out of reach',
      Object.assign(new Error(TOKEN), { code: 'ENOTFOUND', hostname: 'sts.x' }),
      'ENOTFOUND (sts.x)',
    ],
    ['broken', stsError('InternalFailure', TOKEN, 500), 'InternalFailure'],
  ])('tells what AWS refuses from an STS that is %s', async (_, error, told) => {
    const { context } = fakeSts(() => error);
    const refused = assumeChain(chain(), TOKEN, context, LIMITS);
    await expect(refused).rejects.toBeInstanceOf(UnavailableError);
    await expect(refused).rejects.toThrow(`role/ci: ${told}`);
    await expect(refused).rejects.not.toThrow(TOKEN);
  });

  it('has at least one role', async () => {
    const { context } = fakeSts();
    await expect(assumeChain(chain({ roles: [] }), TOKEN, context, LIMITS)).rejects.toThrow(
      TypeError,
    );
  });

  it('ends with the reason of the deadline', async () => {
    const { context } = fakeSts();
    const limits = {
      maxAttempts: 1,
      deadline: AbortSignal.abort(new Error('cancelled')),
      pace: new Pace(),
    };
    await expect(assumeChain(chain(), TOKEN, context, limits)).rejects.toThrow('cancelled');
  });
});
