import { describe, expect, it } from '@jest/globals';
import { likelyCauses, subjectsOf, trustStatement } from '../../../src/identity/trust-policy.ts';
import { isAllowed } from '../../rig/policy-evaluator.ts';

const GITHUB = 'https://token.actions.githubusercontent.com';
const ROLE = {
  arn: 'arn:aws:iam::111122223333:role/ci',
  partition: 'aws',
  accountId: '111122223333',
};
const IDS = { repository: 'octo-org/platform', repository_owner_id: '65', repository_id: '74' };

describe('subjectsOf', () => {
  it.each([
    [
      'repo:octo-org/platform:environment:staging',
      'repo:octo-org@65/platform@74:environment:staging',
    ],
    ['repo:octo-org/platform:pull_request', 'repo:octo-org@65/platform@74:pull_request'],
    ['repo:octo-org/platform', 'repo:octo-org@65/platform@74'],
    ['repo:octo-org@65/platform@74:ref:refs/heads/a', 'repo:octo-org/platform:ref:refs/heads/a'],
  ])('knows both forms of %s', (sub, other) => {
    expect(subjectsOf({ iss: GITHUB, sub, ...IDS })).toEqual([sub, other]);
    expect(subjectsOf({ iss: `${GITHUB}/octo-enterprise`, sub, ...IDS })).toEqual([sub, other]);
  });

  it.each([
    ['of an Enterprise Server', { iss: 'https://github.example/_services/token', ...IDS }],
    ['of GitHub with data residency', { iss: 'https://token.actions.octo.ghe.com', ...IDS }],
    ['without ids', { iss: GITHUB }],
    ['by a template without the repository', { iss: GITHUB, ...IDS, sub: 'workflow:Deploy' }],
  ])('knows one form of a token %s', (_, claims) => {
    const sub = 'repo:octo-org/platform:ref:refs/heads/main';
    const all = { sub, ...claims };
    expect(subjectsOf(all)).toEqual([all.sub]);
  });

  it('knows none of a token without sub', () => {
    expect(subjectsOf({ iss: GITHUB })).toEqual([]);
  });
});

describe('trustStatement', () => {
  const claims = {
    iss: GITHUB,
    aud: 'sts.amazonaws.com',
    sub: 'repo:octo-org/platform:environment:staging',
    ...IDS,
  };

  it.each([
    'repo:octo-org/platform:environment:staging',
    'repo:octo-org@65/platform@74:environment:staging',
  ])('lets a token in whose sub is %s, and no other one', (sub) => {
    const statement = trustStatement(ROLE, claims);
    const policy = {
      Version: '2012-10-17',
      Statement: statement === undefined ? [] : [statement],
    };
    const ask = (subject: string, audience = 'sts.amazonaws.com') =>
      isAllowed(policy, {
        action: 'sts:AssumeRoleWithWebIdentity',
        principal: {
          type: 'Federated',
          id: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
        },
        context: {
          'token.actions.githubusercontent.com:sub': subject,
          'token.actions.githubusercontent.com:aud': audience,
        },
      });
    expect([ask(sub), ask(sub, 'other'), ask(`${sub}2`)]).toEqual([true, false, false]);
  });

  it('takes issuer and partition as they are', () => {
    const role = { ...ROLE, partition: 'aws-cn' };
    const iss = 'https://github.example/_services/token';
    expect(trustStatement(role, { ...claims, iss })).toEqual({
      Effect: 'Allow',
      Principal: {
        Federated: 'arn:aws-cn:iam::111122223333:oidc-provider/github.example/_services/token',
      },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'github.example/_services/token:aud': 'sts.amazonaws.com',
          'github.example/_services/token:sub': 'repo:octo-org/platform:environment:staging',
        },
      },
    });
  });

  it.each(['iss', 'aud', 'sub'])('is none without %s', (name) => {
    const { [name]: _, ...rest }: Record<string, string> = claims;
    expect(trustStatement(ROLE, rest)).toBeUndefined();
  });
});

describe('likelyCauses', () => {
  it.each([
    [
      'repo:octo-org/platform:environment:staging',
      [
        'runs in the GitHub environment "staging"',
        'may have been renamed',
        'may be for pull requests',
      ],
    ],
    [
      'repo:octo-org/platform:pull_request',
      ['belongs to a pull request', 'sub of this token names none', 'may have been renamed'],
    ],
    [
      'repo:octo-org@65/platform@74:environment:staging',
      [
        'a policy with "repo:octo-org/platform:"',
        'runs in the GitHub environment',
        'for pull requests',
      ],
    ],
    [
      'repo:octo-org/platform:ref:refs/heads/main',
      ['sub of this token names none', 'may have been renamed', 'may be for pull requests'],
    ],
  ])('orders them for %s', (sub, expected) => {
    const causes = likelyCauses({ sub, environment: 'staging', ...IDS });
    expect(causes).toEqual(expected.map((text) => expect.stringContaining(text)));
  });
});
