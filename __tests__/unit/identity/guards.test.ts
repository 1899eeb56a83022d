import { describe, expect, it } from '@jest/globals';
import {
  tooLongForChain,
  unprotectedJob,
  wrongAccount,
  wrongGithubEnvironment,
} from '../../../src/identity/guards.ts';

const FREE = { isProtected: false };
const ROLE = {
  arn: 'arn:aws:iam::111122223333:role/ci',
  partition: 'aws',
  accountId: '111122223333',
};

describe('wrongAccount', () => {
  it.each([
    [FREE, '111122223333', undefined],
    [{ ...FREE, account: '111122223333' }, '111122223333', undefined],
    [
      { ...FREE, account: '444455556666' },
      '111122223333',
      'the account 111122223333 of the role is not that of the environment, 444455556666',
    ],
    [
      { ...FREE, account: '444455556666' },
      undefined,
      'the account (unknown) of the role is not that of the environment, 444455556666',
    ],
  ])('holds %j against %s', (guard, accountId, message) => {
    expect(wrongAccount(guard, accountId, 'the role')?.message).toBe(message);
  });
});

describe('wrongGithubEnvironment', () => {
  const guard = { ...FREE, githubEnvironment: 'production' };

  it.each([
    [FREE, undefined, undefined],
    [guard, { environment: 'production' }, undefined],
    [
      guard,
      { environment: 'staging' },
      'the job must run in the GitHub environment production, and runs in staging',
    ],
    [guard, {}, 'the job must run in the GitHub environment production, and runs in none'],
    [
      guard,
      undefined,
      'the job must run in the GitHub environment production, which only an OIDC token shows, and it has none',
    ],
  ])('holds %j against %j', (required, claims, message) => {
    const problem = wrongGithubEnvironment(required, claims);
    expect(problem?.message).toBe(message);
    if (problem !== undefined) expect(problem.fix).toContain('environment: production');
  });
});

describe('unprotectedJob', () => {
  const guard = { isProtected: true };
  const message =
    'the environment is protected, but refs/heads/x is not, and the job runs in no GitHub environment';

  it.each([
    [FREE, {}, 'false', undefined],
    [guard, { environment: 'production' }, 'false', undefined],
    [guard, {}, 'true', undefined],
    [guard, undefined, 'true', undefined],
    [guard, { ref_protected: 'true' }, 'false', undefined],
    [guard, { ref_protected: 'false' }, 'true', message],
    [guard, {}, 'false', message],
    [guard, undefined, undefined, message],
  ])('holds %j against %j and the variable %s', (required, claims, variable, expected) => {
    const variables = { GITHUB_REF: 'refs/heads/x', GITHUB_REF_PROTECTED: variable };
    expect(unprotectedJob(required, claims, variables)?.message).toBe(expected);
  });

  it('does without the name of the ref', () => {
    expect(unprotectedJob(guard, undefined, {})?.message).toContain('but the ref is not');
  });
});

describe('tooLongForChain', () => {
  it.each([
    [[ROLE], 43_200, undefined],
    [[ROLE, ROLE], 3_600, undefined],
    [[ROLE, ROLE], 3_601, 'role-duration-seconds'],
  ])('holds %# of %i seconds', (roles, seconds, input) => {
    expect(tooLongForChain(roles, seconds)?.place?.input).toBe(input);
  });
});
