import { describe, expect, it } from '@jest/globals';
import {
  findUnguarded,
  type Guards,
  isGuarded,
  tooLongForChain,
} from '../../../src/identity/guards.ts';
import type { Place } from '../../../src/reporting/problem.ts';

const PLACE: Place = { file: '.github/fetch-secrets.yml', line: 7, column: 5, text: 'production' };
const OTHER_PLACE: Place = { file: '.github/fetch-secrets.yml', line: 8, column: 5 };
const IN_PRODUCTION: Guards = { githubEnvironment: { text: 'production', place: PLACE } };
const PROTECTED: Guards = { protected: OTHER_PLACE };
const ROLE = {
  arn: 'arn:aws:iam::111122223333:role/ci',
  partition: 'aws',
  accountId: '111122223333',
};

describe('isGuarded', () => {
  it.each<[Guards, boolean]>([
    [{}, false],
    [IN_PRODUCTION, true],
    [PROTECTED, true],
    [{ ...IN_PRODUCTION, ...PROTECTED }, true],
  ])('says of %j: %s', (guards, expected) => {
    expect(isGuarded(guards)).toBe(expected);
  });
});

describe('a guard that asks for a GitHub environment', () => {
  it.each<[Guards, Record<string, string> | undefined]>([
    [{}, undefined],
    [{}, { environment: 'staging' }],
    [IN_PRODUCTION, { environment: 'production' }],
  ])('has nothing against %j with the claims %j', (guards, claims) => {
    expect(findUnguarded(guards, claims, {})).toEqual([]);
  });

  it.each([
    [
      { environment: 'staging' },
      'the job must run in the GitHub environment production, and runs in staging',
    ],
    [{}, 'the job must run in the GitHub environment production, and runs in none'],
  ])('refuses %j', (claims, message) => {
    expect(findUnguarded(IN_PRODUCTION, claims, {})).toEqual([
      { place: PLACE, message, fix: 'Add to the job:\nenvironment: production' },
    ]);
  });

  it('refuses a job without a token, and says how it gets one', () => {
    expect(findUnguarded(IN_PRODUCTION, undefined, {})).toEqual([
      {
        place: PLACE,
        message:
          'the job must run in the GitHub environment production, which only an OIDC token shows, and it has none',
        fix: 'Add to the job:\nenvironment: production\npermissions:\n  id-token: write\n  contents: read',
      },
    ]);
  });
});

describe('a guard that asks for a protected job', () => {
  it.each<[Guards, Record<string, string> | undefined, string | undefined]>([
    [{}, {}, 'false'],
    [PROTECTED, { environment: 'production' }, 'false'],
    [PROTECTED, {}, 'true'],
    [PROTECTED, undefined, 'true'],
    [PROTECTED, { ref_protected: 'true' }, 'false'],
  ])('has nothing against %j with the claims %j and the variable %s', (guards, claims, ref) => {
    expect(findUnguarded(guards, claims, { GITHUB_REF_PROTECTED: ref })).toEqual([]);
  });

  it.each<[Record<string, string> | undefined, string | undefined]>([
    [{ ref_protected: 'false' }, 'true'],
    [{}, 'false'],
    [{}, ''],
    [undefined, undefined],
  ])('refuses the claims %j with the variable %s', (claims, ref) => {
    const variables = { GITHUB_REF: 'refs/heads/x', GITHUB_REF_PROTECTED: ref };
    expect(findUnguarded(PROTECTED, claims, variables)).toEqual([
      {
        place: OTHER_PLACE,
        message:
          'the environment is protected, but refs/heads/x is not, and the job runs in no GitHub environment',
        fix: 'Run it from a protected branch or tag, or add environment: NAME to the job',
      },
    ]);
  });

  it('does not mind the case of the GitHub environment, as GitHub does not', () => {
    expect(findUnguarded(IN_PRODUCTION, { environment: 'Production' }, {})).toEqual([]);
  });

  it('does without the name of the ref', () => {
    expect(findUnguarded(PROTECTED, undefined, {})[0]?.message).toContain('but the ref is not');
  });

  it('is told beside the other one', () => {
    const both = findUnguarded({ ...IN_PRODUCTION, ...PROTECTED }, {}, {});
    expect(both.map(({ place }) => place)).toEqual([PLACE, OTHER_PLACE]);
  });
});

describe('tooLongForChain', () => {
  it.each([
    [[ROLE], 43_200],
    [[ROLE, ROLE], 3_600],
    [[], 43_200],
  ])('has nothing against %# of %i seconds', (roles, seconds) => {
    expect(tooLongForChain(roles, seconds, PLACE)).toBeUndefined();
  });

  it.each([
    [[ROLE, ROLE], 3_601],
    [[ROLE, ROLE, ROLE], 43_200],
  ])('refuses %# of %i seconds', (roles, seconds) => {
    expect(tooLongForChain(roles, seconds, PLACE)).toEqual({
      place: PLACE,
      message: 'a session of a role that another role assumes lasts one hour at most',
      fix: 'Write role-duration-seconds: 3600, or less',
    });
  });
});
