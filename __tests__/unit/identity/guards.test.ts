import { describe, expect, it } from '@jest/globals';
import type { Claims } from '../../../src/identity/claims.ts';
import { findUnguarded } from '../../../src/identity/guards.ts';
import type { Guards } from '../../../src/plan/plan.ts';
import type { Place } from '../../../src/reporting/problem.ts';

const place = (line: number): Place => ({ file: 'manifest.yml', line, column: 1 });
const ENVIRONMENT: Guards = { githubEnvironment: { text: 'production', place: place(1) } };
const PROTECTED: Guards = { protected: place(2) };
const ON_PROTECTED_REF = { GITHUB_REF_PROTECTED: 'true' };

describe('findUnguarded', () => {
  it.each<[string, Guards, Claims | undefined, Record<string, string>]>([
    ['nothing is demanded', {}, undefined, {}],
    ['the environment is the right one', ENVIRONMENT, { environment: 'production' }, {}],
    ['the ref is protected', PROTECTED, {}, ON_PROTECTED_REF],
    ['the ref is protected and there is no token', PROTECTED, undefined, ON_PROTECTED_REF],
    ['the job runs in an environment', PROTECTED, { environment: 'x' }, {}],
  ])('lets a job pass where %s', (_, guards, claims, variables) => {
    expect(findUnguarded(guards, claims, variables)).toEqual([]);
  });

  const RUNS = ', and must run in production';
  const UNPROTECTED = 'the job runs neither from a protected ref nor in a GitHub environment';
  it.each<[string, Guards, Claims | undefined, Record<string, string>, [number, string][]]>([
    [
      'in another environment',
      ENVIRONMENT,
      { environment: 'staging' },
      ON_PROTECTED_REF,
      [[1, `the job runs in the environment staging${RUNS}`]],
    ],
    [
      'in an environment of another case',
      ENVIRONMENT,
      { environment: 'Production' },
      {},
      [[1, `the job runs in the environment Production${RUNS}`]],
    ],
    ['in none', ENVIRONMENT, {}, {}, [[1, `the job runs in no GitHub environment${RUNS}`]]],
    [
      'without a token',
      ENVIRONMENT,
      undefined,
      {},
      [[1, `the job runs in an environment that is not known without an OIDC token${RUNS}`]],
    ],
    [
      'from a ref that is not protected',
      PROTECTED,
      {},
      { GITHUB_REF_PROTECTED: 'false' },
      [[2, UNPROTECTED]],
    ],
    ['from a ref of which nothing is known', PROTECTED, undefined, {}, [[2, UNPROTECTED]]],
    [
      'without either',
      { ...ENVIRONMENT, ...PROTECTED },
      {},
      {},
      [
        [1, `the job runs in no GitHub environment${RUNS}`],
        [2, UNPROTECTED],
      ],
    ],
  ])('stops a job %s', (_, guards, claims, variables, expected) => {
    expect(
      findUnguarded(guards, claims, variables).map(({ place: at, message }) => [at, message]),
    ).toEqual(expected.map(([line, message]) => [place(line), message]));
  });
});
