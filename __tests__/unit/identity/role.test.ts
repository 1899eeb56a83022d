import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { assumeRole, RoleError, type StsApi } from '../../../src/identity/role.ts';
import { DeadlineError, UnavailableError } from '../../../src/network/deadline.ts';
import type { RolePlan } from '../../../src/plan/role-plan.ts';
import { jwt, ONE_ATTEMPT, OPEN_STS, sdkError } from '../fake-runtime.ts';

const ARN = 'arn:aws:iam::111122223333:role/ci';
const PLAN: RolePlan = {
  role: { arn: ARN, partition: 'aws', accountId: '111122223333' },
  audience: 'sts.amazonaws.com',
  sessionName: 'octo.app@42',
  durationSeconds: 900,
};
const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:octo/app:ref:refs/heads/main',
  aud: 'sts.amazonaws.com',
  ref: 'refs/heads/main',
  actor: 'octocat',
};
const TOKEN = jwt(CLAIMS);
const SAYS = `  The token says:
    iss: https://token.actions.githubusercontent.com
    sub: repo:octo/app:ref:refs/heads/main
    aud: sts.amazonaws.com
    ref: refs/heads/main`;

type Answer = Awaited<ReturnType<StsApi['assumeRoleWithWebIdentity']>>;

/** STS that throws or gives one of these after the other. */
function answering(...answers: (Error | Answer)[]): StsApi & { readonly inputs: unknown[] } {
  const inputs: unknown[] = [];
  return {
    ...OPEN_STS,
    inputs,
    assumeRoleWithWebIdentity: async (input) => {
      inputs.push(input);
      const answer = answers[inputs.length - 1];
      if (answer instanceof Error) throw answer;
      return answer ?? {};
    },
  };
}

beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});

describe('assumeRole', () => {
  it('gives credentials for the role and the session of the plan', async () => {
    const sts = answering({
      Credentials: { AccessKeyId: 'a', SecretAccessKey: 'b', SessionToken: 'c' },
    });
    await expect(assumeRole(PLAN, TOKEN, sts, ONE_ATTEMPT)).resolves.toEqual({
      accessKeyId: 'a',
      secretAccessKey: 'b',
      sessionToken: 'c',
    });
    expect(sts.inputs).toEqual([
      {
        RoleArn: ARN,
        RoleSessionName: 'octo.app@42',
        WebIdentityToken: TOKEN,
        DurationSeconds: 900,
      },
    ]);
  });

  it.each<[string, Answer]>([
    ['no credentials', {}],
    ['no key', { Credentials: { SecretAccessKey: 'b', SessionToken: 'c' } }],
    ['no secret', { Credentials: { AccessKeyId: 'a', SessionToken: 'c' } }],
    ['no session', { Credentials: { AccessKeyId: 'a', SecretAccessKey: 'b' } }],
  ])('refuses an answer with %s', async (_, answer) => {
    await expect(assumeRole(PLAN, TOKEN, answering(answer), ONE_ATTEMPT)).rejects.toEqual(
      new RoleError(`STS answered without credentials for ${ARN}`),
    );
  });

  const VERIFICATION = "Couldn't retrieve verification key from your identity provider";
  it.each([
    ['IDPCommunicationError', ''],
    ['IDPCommunicationErrorException', ''],
    ['InvalidIdentityToken', VERIFICATION],
    ['InvalidIdentityTokenException', VERIFICATION],
    ['ThrottlingException', ''],
  ])('tries again after %s', async (name, message) => {
    const sts = answering(sdkError(name, message), {
      Credentials: { AccessKeyId: 'a', SecretAccessKey: 'b', SessionToken: 'c' },
    });
    const limits = { ...ONE_ATTEMPT, maxAttempts: 2 };
    await expect(assumeRole(PLAN, TOKEN, sts, limits)).resolves.toMatchObject({ accessKeyId: 'a' });
  });

  const PROVIDER =
    'The account has no OIDC provider for the issuer, or it does not list the audience';
  it.each([
    ['ExpiredTokenException', "The token was too old when STS read it: check the runner's clock"],
    ['InvalidIdentityToken', PROVIDER],
    ['InvalidIdentityTokenException', PROVIDER],
    ['RegionDisabledException', 'Enable the region in the account, or name another aws-region'],
    [
      'ValidationError',
      "role-duration-seconds must not be longer than the role's maximum session duration",
    ],
  ])('explains %s at once, with the claims', async (name, fix) => {
    const sts = answering(sdkError(name, TOKEN));
    const limits = { ...ONE_ATTEMPT, maxAttempts: 2 };
    await expect(assumeRole(PLAN, TOKEN, sts, limits)).rejects.toEqual(
      new RoleError(`AWS did not let the job assume the role ${ARN}: ${name}\n  ${fix}\n${SAYS}`),
    );
    expect(sts.inputs).toHaveLength(1);
  });

  it('shows the condition that would match where the trust policy refuses', async () => {
    const claims = { ...CLAIMS, environment: 'production', job_workflow_ref: 'octo/w/x.yml@main' };
    const sts = answering(sdkError('AccessDenied', TOKEN, 403));
    await expect(assumeRole(PLAN, jwt(claims), sts, ONE_ATTEMPT)).rejects.toEqual(
      new RoleError(`AWS did not let the job assume the role ${ARN}: AccessDenied
  The role does not exist, or its trust policy does not match the token's claims; its condition must match
  The token says:
    iss: https://token.actions.githubusercontent.com
    sub: repo:octo/app:ref:refs/heads/main
    aud: sts.amazonaws.com
    environment: production
    ref: refs/heads/main
    job_workflow_ref: octo/w/x.yml@main
  This condition in the trust policy would match it:
    "Condition": {
      "StringEquals": {
        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
        "token.actions.githubusercontent.com:sub": "repo:octo/app:ref:refs/heads/main"
      }
    }`),
    );
  });

  it.each<[string, unknown, string]>([
    [
      'an error that it does not know',
      sdkError('MalformedPolicyDocument'),
      'MalformedPolicyDocument',
    ],
    [
      'a network error',
      Object.assign(new Error(TOKEN), { code: 'ENOTFOUND', hostname: 'sts.x' }),
      'ENOTFOUND (sts.x)',
    ],
    ['something else than an error', TOKEN, 'an unknown error'],
  ])('tells %s without the token', async (_, failure, told) => {
    const sts: StsApi = { ...OPEN_STS, assumeRoleWithWebIdentity: () => Promise.reject(failure) };
    await expect(assumeRole(PLAN, 'token', sts, ONE_ATTEMPT)).rejects.toEqual(
      new RoleError(`AWS did not let the job assume the role ${ARN}: ${told}`),
    );
  });

  it.each<[Error, typeof RoleError | typeof UnavailableError]>([
    [sdkError('AccessDenied'), RoleError],
    [sdkError('ThrottlingException'), UnavailableError],
    [Object.assign(new Error(TOKEN), { code: 'ECONNRESET' }), UnavailableError],
  ])('tells what AWS refuses from what it does not answer: %s', async (failure, expected) => {
    await expect(assumeRole(PLAN, TOKEN, answering(failure), ONE_ATTEMPT)).rejects.toBeInstanceOf(
      expected,
    );
  });

  it.each([
    [{ sub: 'x' }],
    [{ aud: 'x', iss: 'x' }],
    [{ iss: 'x', sub: 'x' }],
    [{ aud: 'x', sub: 'x' }],
  ])('shows no condition where the token lacks a claim that it needs: %j', async (claims) => {
    const refusal = assumeRole(PLAN, jwt(claims), answering(sdkError('AccessDenied')), ONE_ATTEMPT);
    await expect(refusal).rejects.toThrow(/The token says:(\n {4}(iss|sub|aud): x)+$/);
  });

  it('hands on the deadline', async () => {
    const deadline = AbortSignal.abort(new DeadlineError(120));
    const limits = { maxAttempts: 8, deadline };
    await expect(assumeRole(PLAN, TOKEN, answering(), limits)).rejects.toBe(deadline.reason);
  });
});
