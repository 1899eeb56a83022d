import { describe, expect, it } from '@jest/globals';
import { type IdentityContext, identify } from '../../../src/identity/identify.ts';
import type { StsApi } from '../../../src/identity/role.ts';
import { DeadlineError } from '../../../src/network/deadline.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { ActionError } from '../../../src/reporting/action-error.ts';
import { ProblemReport } from '../../../src/reporting/problem.ts';
import {
  type Effects,
  fakeAws,
  jwt,
  ONE_ATTEMPT,
  OPEN_STS,
  PUSH,
  planOf,
  sdkError,
} from '../fake-runtime.ts';

const ROLE = 'arn:aws:iam::111122223333:role/ci';
const TOKEN = jwt({ sub: 'repo:octo/app' });

/** The plan of a step that reads one parameter. */
const planWith = (inputs: Readonly<Record<string, string>>): Plan =>
  planOf({ 'env-files': '/a => .env', ...inputs });

/** A job that may have a token, and an STS that gives credentials; each call and mask is an effect. */
function contextOf(
  effects: Effects,
  overrides: Partial<IdentityContext> = {},
  sts: Partial<StsApi> = {},
): IdentityContext {
  return {
    variables: {
      ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example/?a=b',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
    },
    readEvent: async () => PUSH,
    get: async (url) => {
      effects.push(['get', url.searchParams.get('audience') ?? '']);
      return { status: 200, body: JSON.stringify({ value: TOKEN }) };
    },
    aws: {
      ...fakeAws({}),
      sts: (region) => {
        effects.push(['sts', region]);
        return { ...OPEN_STS, ...sts };
      },
    },
    mask: (value) => effects.push(['mask', value]),
    ...overrides,
  };
}

describe('with a role', () => {
  it('masks the token before it goes to STS, and the credentials before they are used', async () => {
    const effects: Effects = [];
    const plan = planWith({ 'role-to-assume': ROLE });
    await expect(identify(plan, contextOf(effects), ONE_ATTEMPT)).resolves.toEqual({
      kind: 'identity',
      accountId: '111122223333',
      credentials: {
        accessKeyId: 'ASIA-access-key',
        secretAccessKey: 'secret-access-key',
        sessionToken: 'session-token',
      },
    });
    expect(effects).toEqual([
      ['get', 'sts.amazonaws.com'],
      ['mask', TOKEN],
      ['sts', 'us-east-1'],
      ['mask', 'ASIA-access-key'],
      ['mask', 'secret-access-key'],
      ['mask', 'session-token'],
    ]);
  });

  const WITHOUT_TOKEN = { variables: {} };
  const FORK = { ...PUSH, name: 'pull_request', fromFork: true };

  it('and without a token fails with cause and fix', async () => {
    const effects: Effects = [];
    const context = contextOf(effects, WITHOUT_TOKEN);
    await expect(
      identify(planWith({ 'role-to-assume': ROLE }), context, ONE_ATTEMPT),
    ).rejects.toEqual(
      new ActionError(`There is no OIDC token: the job may not ask for an OIDC token: it lacks the permission "id-token: write".
  Add to the job, and in a reusable workflow also to the job that calls it:
    permissions:
      id-token: write
      contents: read`),
    );
    expect(effects).toEqual([]);
  });

  it.each([
    ['fail', 'There is no OIDC token: this pull request comes from a fork'],
    ['skip', undefined],
  ])('in a fork can %s', async (onMissingToken, message) => {
    const effects: Effects = [];
    const plan = planWith({ 'role-to-assume': ROLE, 'on-missing-token': onMissingToken });
    const context = contextOf(effects, { ...WITHOUT_TOKEN, readEvent: async () => FORK });
    const identity = identify(plan, context, ONE_ATTEMPT);
    await (message === undefined
      ? expect(identity).resolves.toEqual({
          kind: 'skipped',
          cause: 'this pull request comes from a fork, and GitHub gives its runs no OIDC token',
        })
      : expect(identity).rejects.toThrow(message));
    expect(effects).toEqual([]);
  });

  it('does not skip what STS refuses', async () => {
    const plan = planWith({ 'role-to-assume': ROLE, 'on-missing-token': 'skip' });
    const context = contextOf(
      [],
      {},
      {
        assumeRoleWithWebIdentity: () => Promise.reject(sdkError('AccessDenied')),
      },
    );
    await expect(identify(plan, context, ONE_ATTEMPT)).rejects.toThrow('AccessDenied');
  });
});

describe('without a role', () => {
  it.each([
    ['nothing is asked where every account is allowed', '', [], {}],
    [
      'the account is asked for where accounts are restricted',
      '111122223333',
      [['sts', 'us-east-1']],
      { accountId: '111122223333' },
    ],
  ])('%s', async (_, allowed, expectedEffects, expected) => {
    const effects: Effects = [];
    const plan = planWith({ 'allowed-account-ids': allowed });
    await expect(identify(plan, contextOf(effects), ONE_ATTEMPT)).resolves.toEqual({
      kind: 'identity',
      ...expected,
    });
    expect(effects).toEqual(expectedEffects);
  });

  it.each([
    ['444455556666', { Account: '111122223333' }, '111122223333'],
    ['444455556666', {}, '(unknown)'],
  ])('an account that is not allowed (%s) is refused', async (allowed, answer, told) => {
    const plan = planWith({ 'allowed-account-ids': allowed });
    const context = contextOf([], {}, { getCallerIdentity: async () => answer });
    await expect(identify(plan, context, ONE_ATTEMPT)).rejects.toEqual(
      new ProblemReport('Nothing is fetched', [
        {
          place: { input: 'allowed-account-ids', line: 1, text: allowed },
          message: `the account ${told} of the ambient AWS credentials is not allowed, only ${allowed}`,
          fix: 'Use credentials of an allowed account, or add the account',
        },
      ]),
    );
  });

  it('an account that cannot be found out is refused', async () => {
    const plan = planWith({ 'allowed-account-ids': '111122223333' });
    const context = contextOf(
      [],
      {},
      {
        getCallerIdentity: () => Promise.reject(sdkError('CredentialsProviderError')),
      },
    );
    await expect(identify(plan, context, ONE_ATTEMPT)).rejects.toEqual(
      new ActionError(`The account of the ambient AWS credentials cannot be found out: CredentialsProviderError.
  Name a role: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`),
    );
  });

  it('hands on the deadline', async () => {
    const deadline = AbortSignal.abort(new DeadlineError(120));
    const plan = planWith({ 'allowed-account-ids': '111122223333' });
    await expect(identify(plan, contextOf([]), { maxAttempts: 8, deadline })).rejects.toBe(
      deadline.reason,
    );
  });

  it('nobody is asked where no source lies in AWS', async () => {
    const effects: Effects = [];
    const plan = planWith({
      'env-files': 'file:a => .env',
      'role-to-assume': ROLE,
      'allowed-account-ids': '111122223333',
    });
    await expect(identify(plan, contextOf(effects), ONE_ATTEMPT)).resolves.toEqual({
      kind: 'identity',
    });
    expect(effects).toEqual([]);
  });
});
