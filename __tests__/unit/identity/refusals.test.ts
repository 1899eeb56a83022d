import { describe, expect, it } from '@jest/globals';
import { codeOf, explainRefusal, type RefusedCall } from '../../../src/identity/refusals.ts';
import { stsError } from './sts-errors.ts';

const ROLE = {
  arn: 'arn:aws:iam::111122223333:role/ci',
  partition: 'aws',
  accountId: '111122223333',
};
const PREVIOUS = { ...ROLE, arn: 'arn:aws:iam::444455556666:role/hub', accountId: '444455556666' };
const FIRST = { role: ROLE, hop: 1, hops: 1 };
const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:octo-org/platform:environment:staging',
  aud: 'sts.amazonaws.com',
  environment: 'staging',
  ref: 'refs/heads/main',
  job_workflow_ref: 'octo-org/platform/.github/workflows/deploy.yml@refs/heads/main',
  repository: 'octo-org/platform',
  repository_id: '74',
  repository_owner_id: '65',
  runner_environment: 'github-hosted',
  jti: 'not shown',
};
const BY_TOKEN: RefusedCall = { call: 'AssumeRoleWithWebIdentity', claims: CLAIMS };
const BY_ROLE: RefusedCall = { call: 'AssumeRole', previous: PREVIOUS, isTagged: false };

describe('explainRefusal', () => {
  it.each([
    [
      'AccessDenied',
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      "No statement of the role's trust policy matches the token, or there is no such role.",
      "See whether the ARN is right, and give the role's trust policy the statement below",
    ],
    [
      'InvalidIdentityTokenException',
      'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
      'The account has no OIDC provider for the issuer of the token.',
      'Create it: aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com',
    ],
    [
      'InvalidIdentityToken',
      'Incorrect token audience',
      "The account's OIDC provider does not know the audience of the token.",
      `Add "sts.amazonaws.com" to the provider's audiences (aws iam add-client-id-to-open-id-connect-provider), or name one of them in the input audience`,
    ],
    [
      'InvalidIdentityToken',
      "Couldn't retrieve verification key from your identity provider",
      "AWS could not read the issuer's keys.",
      'Run the job again; https://token.actions.githubusercontent.com must be reachable from the internet',
    ],
    [
      'InvalidIdentityTokenException',
      'other',
      'AWS cannot verify the token.',
      'See whether the account has an OIDC provider for https://token.actions.githubusercontent.com that lists the audience sts.amazonaws.com',
    ],
    [
      'IDPCommunicationErrorException',
      'other',
      'AWS could not reach the issuer of the token.',
      'Run the job again; https://token.actions.githubusercontent.com must be reachable from the internet',
    ],
    [
      'IDPRejectedClaimException',
      'other',
      'The issuer rejected the token, or the token is not good any more.',
      "Set the runner's clock: a token is good for five minutes",
    ],
    [
      'ExpiredTokenException',
      'Token expired: current date/time must be before the expiration date/time',
      'The token was too old when AWS read it.',
      "Set the runner's clock: a token is good for five minutes",
    ],
    [
      'SignatureDoesNotMatch',
      'other',
      'AWS does not accept the signature of the request.',
      "Set the runner's clock, and see whether a proxy changes requests",
    ],
    [
      'RegionDisabledException',
      'STS is not activated in this region for account:111122223333',
      'STS is not enabled in this region for the account.',
      'Enable the region in the account, or name another one in aws-region',
    ],
    [
      'InvalidClientTokenId',
      'The security token included in the request is invalid',
      'AWS does not know the credentials in this region, as in a region that the account has not enabled.',
      'Enable the region in the account, or name another one in aws-region',
    ],
    [
      'PackedPolicyTooLargeException',
      'Packed size of session tags consumes 112% of allotted space.',
      'The session policy, with the session tags, is too large for AWS.',
      'Shorten session-policy, or write session-policy: none',
    ],
    [
      'MalformedPolicyDocumentException',
      'Syntax errors in policy.',
      'AWS cannot read the session policy.',
      'Correct the JSON in session-policy: it is one policy with Version and Statement',
    ],
    [
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      "role-duration-seconds is longer than the role's maximum session duration.",
      "Lower role-duration-seconds, or raise the role's maximum session duration in IAM",
    ],
    [
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      'A session of a role that another role assumes lasts one hour at most.',
      'Write role-duration-seconds: 3600, or less',
    ],
    [
      'ValidationError',
      'Request ARN is invalid',
      'AWS does not accept a value of the request.',
      'See role-to-assume, role-session-name and role-duration-seconds',
    ],
  ])('explains %s: %s', (name, message, explanation, fix) => {
    const text = explainRefusal(FIRST, BY_TOKEN, stsError(name, message));
    const [first, second, third] = text.split('\n');
    expect(first).toBe(
      `AWS did not let the job assume the role arn:aws:iam::111122223333:role/ci: ${name}`,
    );
    expect(second).toBe(`  ${explanation}`);
    expect(third).toBe(`  ${fix}`);
    expect(text).not.toContain(message);
  });

  it('shows the claims, the statement to paste and the causes', () => {
    expect(explainRefusal(FIRST, BY_TOKEN, stsError('AccessDenied'))).toBe(
      `AWS did not let the job assume the role arn:aws:iam::111122223333:role/ci: AccessDenied
  No statement of the role's trust policy matches the token, or there is no such role.
  See whether the ARN is right, and give the role's trust policy the statement below
  The token says:
    iss: https://token.actions.githubusercontent.com
    sub: repo:octo-org/platform:environment:staging
    aud: sts.amazonaws.com
    environment: staging
    ref: refs/heads/main
    job_workflow_ref: octo-org/platform/.github/workflows/deploy.yml@refs/heads/main
    repository: octo-org/platform
    repository_id: 74
    runner_environment: github-hosted
  This statement in the trust policy of the role lets the job in:
    {
      "Effect": "Allow",
      "Principal": {
        "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
      },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub": [
            "repo:octo-org/platform:environment:staging",
            "repo:octo-org@65/platform@74:environment:staging"
          ]
        }
      }
    }
  The usual causes, the likeliest first:
    1. The job runs in the GitHub environment "staging": its sub names that and no branch, so the policy must say ":environment:staging"
    2. The repository may have been renamed or transferred, or the policy spells it otherwise: upper and lower case count
    3. The policy may be for pull requests (":pull_request"), and this run is none`,
    );
  });

  it('shows what both roles of a hop need', () => {
    const call: RefusedCall = { ...BY_ROLE, isTagged: true };
    expect(explainRefusal({ role: ROLE, hop: 2, hops: 3 }, call, stsError('AccessDenied'))).toBe(
      `AWS did not let the job assume the role arn:aws:iam::111122223333:role/ci (role 2 of 3): AccessDenied
  The role before it may not assume this one, or there is no such role.
  See whether the ARN is right, and give both roles the statements below
  This statement in the trust policy of arn:aws:iam::111122223333:role/ci:
    {
      "Effect": "Allow",
      "Principal": {
        "AWS": "arn:aws:iam::444455556666:role/hub"
      },
      "Action": [
        "sts:AssumeRole",
        "sts:TagSession"
      ]
    }
  And this one in a policy of arn:aws:iam::444455556666:role/hub:
    {
      "Effect": "Allow",
      "Action": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "Resource": "arn:aws:iam::111122223333:role/ci"
    }`,
    );
    expect(
      explainRefusal({ role: ROLE, hop: 2, hops: 2 }, BY_ROLE, stsError('AccessDenied')),
    ).toContain('"Action": "sts:AssumeRole"');
  });

  it('tells a session that ended from a token that did', () => {
    const place = { role: ROLE, hop: 2, hops: 2 };
    expect(explainRefusal(place, BY_ROLE, stsError('ExpiredTokenException'))).toContain(
      'The session of the role before it has ended.',
    );
  });

  it('names the code of an error that it does not know, and never its message', () => {
    const call: RefusedCall = { call: 'AssumeRoleWithWebIdentity', claims: {} };
    expect(explainRefusal(FIRST, call, stsError('SomethingNew', 'eyJhbGciOi'))).toBe(
      'AWS did not let the job assume the role arn:aws:iam::111122223333:role/ci: SomethingNew',
    );
    expect(explainRefusal(FIRST, call, 'not even an error')).toContain('an unknown error');
  });

  it.each([
    [{ sub: 'x' }],
    [{ aud: 'x', iss: 'x' }],
    [{ iss: 'x', sub: 'x' }],
    [{ aud: 'x', sub: 'x' }],
  ])('shows no statement where the token lacks a claim that it needs: %j', (claims) => {
    const call: RefusedCall = { call: 'AssumeRoleWithWebIdentity', claims };
    expect(explainRefusal(FIRST, call, stsError('AccessDenied'))).toMatch(
      /\n {2}The token says:(\n {4}(iss|sub|aud): x)+$/,
    );
  });

  it('puts each claim on one line, whatever is in it', () => {
    const claims = { ref: 'refs/heads/a\n::add-mask::b' };
    const call: RefusedCall = { call: 'AssumeRoleWithWebIdentity', claims };
    const text = explainRefusal(FIRST, call, stsError('AccessDenied'));
    expect(text).toContain('    ref: refs/heads/a ::add-mask::b');
    expect(text).not.toContain('trust policy of the role lets');
  });
});

describe('codeOf', () => {
  it.each([
    [stsError('PackedPolicyTooLargeException'), 'PackedPolicyTooLarge'],
    [stsError('PackedPolicyTooLarge'), 'PackedPolicyTooLarge'],
    ['text', ''],
  ])('reads %s', (error, code) => {
    expect(codeOf(error)).toBe(code);
  });
});
