import { describe, expect, it } from '@jest/globals';
import type { DenyingPolicy } from '../../../src/identity/denial.ts';
import { explainDenied, type FetchAs } from '../../../src/identity/explain-denied.ts';
import type { Identity } from '../../../src/identity/identify.ts';
import type { AwsCredentials } from '../../../src/identity/role.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { sourceKey } from '../../../src/plan/source.ts';
import type { Problem } from '../../../src/reporting/problem.ts';
import type { Outcome } from '../../../src/stores/outcome.ts';
import { planOf } from '../fake-runtime.ts';

const ROLE = 'arn:aws:iam::111122223333:role/ci';
const A = 'us-east-1 /a';
const B = 'us-east-1 /b';
const FOUND: Outcome = { kind: 'found', bytes: Buffer.from('A=1') };
const UNSCOPED: AwsCredentials = {
  accessKeyId: 'unscoped',
  secretAccessKey: 'secret',
  sessionToken: 'session',
};
const SCOPED_AT_FAULT = 'the session policy that the step generated does not let them through';
const ROLE_AT_FAULT = 'no policy of it allows that';

const denied = (policy: DenyingPolicy = 'unknown'): Outcome => ({
  kind: 'denied',
  denial: { action: 'ssm:GetParameter', policy },
});

const byRole = (more: Readonly<Record<string, string>> = {}): Plan =>
  planOf({ files: '/a => a\n/b => b', 'role-to-assume': ROLE, ...more });

/** An identity that can have another session, or not. */
function identityWith(sessionWith?: Identity['sessionWith']): Identity {
  return {
    kind: 'identity',
    accountId: '111122223333',
    notices: [],
    ...(sessionWith === undefined ? {} : { sessionWith }),
  };
}

/** Reads again with these outcomes; writes down with which credentials what was read. */
function fetchingAgain(outcomes: Readonly<Record<string, Outcome>>, fetched: unknown[]): FetchAs {
  return async (credentials, again) => {
    fetched.push([credentials.accessKeyId, ...again.map(sourceKey)]);
    return new Map(Object.entries(outcomes));
  };
}

const unused: FetchAs = () => {
  throw new Error('Nothing is read again here.');
};

function explained(
  plan: Plan,
  identity: Identity,
  outcomes: Readonly<Record<string, Outcome>>,
  fetchAs: FetchAs = unused,
): Promise<readonly Problem[]> {
  const sources = plan.mappings.map(({ source }) => source);
  return explainDenied(plan, identity, sources, new Map(Object.entries(outcomes)), fetchAs);
}

describe('explainDenied', () => {
  it('has nothing to find out where nothing is denied', async () => {
    const identity = identityWith(() => {
      throw new Error('No session is asked for here.');
    });
    const outcomes = { [A]: FOUND, [B]: { kind: 'missing' } } as const;
    expect(await explained(byRole(), identity, outcomes)).toEqual([]);
  });

  it('tries denied reads once without the policy where AWS does not say which denies', async () => {
    const fetched: unknown[] = [];
    const policies: unknown[] = [];
    const problems = await explained(
      byRole(),
      identityWith(async (policy) => {
        policies.push(policy);
        return { credentials: UNSCOPED, notices: [] };
      }),
      { [A]: denied(), [B]: FOUND },
      fetchingAgain({ [A]: FOUND }, fetched),
    );
    expect(policies).toEqual([{ kind: 'none' }]);
    expect(fetched).toEqual([['unscoped', A]]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toBe(
      `AWS denies ${ROLE} ssm:GetParameter on /a: it may read them, but ${SCOPED_AT_FAULT}`,
    );
    expect(problems[0]?.fix).toContain('session-policy: none');
    expect(problems[0]?.fix).toContain('"arn:aws:ssm:us-east-1:111122223333:parameter/a"');
  });

  it.each<[string, Outcome, Outcome]>([
    ['all', denied(), denied()],
    ['some', FOUND, denied('identity')],
  ])('finds the role at fault where it denies %s of them as well', async (_, a, b) => {
    const problems = await explained(
      byRole(),
      identityWith(async () => ({ credentials: UNSCOPED, notices: [] })),
      { [A]: denied(), [B]: denied() },
      fetchingAgain({ [A]: a, [B]: b }, []),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      `AWS denies ${ROLE} ssm:GetParameter on /a, /b: ${ROLE_AT_FAULT}`,
    ]);
  });

  it.each<[string, Outcome]>([
    ['is out of reach', { kind: 'unavailable', reason: 'HTTP 503' }],
    ['fails', { kind: 'failed', reason: 'ValidationException' }],
  ])('finds nobody at fault but the role where the second try %s', async (_, outcome) => {
    const identity = identityWith(async () => ({ credentials: UNSCOPED, notices: [] }));
    const again = fetchingAgain({ [A]: outcome }, []);
    const [problem] = await explained(byRole(), identity, { [A]: denied() }, again);
    expect(problem?.message).toContain(ROLE_AT_FAULT);
  });

  it('keeps the denial where the second try is ended by the deadline', async () => {
    const identity = identityWith(async () => ({ credentials: UNSCOPED, notices: [] }));
    const ended = async () => {
      throw new Error('The deadline is over.');
    };
    const [problem] = await explained(byRole(), identity, { [A]: denied() }, ended);
    expect(problem?.message).toContain(ROLE_AT_FAULT);
  });

  it('counts what is found missing as not denied', async () => {
    const again = fetchingAgain({ [A]: { kind: 'missing' } }, []);
    const identity = identityWith(async () => ({ credentials: UNSCOPED, notices: [] }));
    const [problem] = await explained(byRole(), identity, { [A]: denied() }, again);
    expect(problem?.message).toContain(SCOPED_AT_FAULT);
  });

  it.each<[DenyingPolicy, string]>([
    ['identity', ROLE_AT_FAULT],
    ['session', SCOPED_AT_FAULT],
    ['boundary', 'its permissions boundary'],
  ])('tries nothing where AWS says that it is the %s', async (policy, why) => {
    const identity = identityWith(() => {
      throw new Error('No session is asked for here.');
    });
    const [problem] = await explained(byRole(), identity, { [A]: denied(policy) });
    expect(problem?.message).toContain(why);
  });

  it('leaves it unexplained where there is no second session', async () => {
    const identity = identityWith(() => Promise.reject(new Error('refused')));
    const [problem] = await explained(byRole(), identity, { [A]: denied() });
    expect(problem?.message).toContain(ROLE_AT_FAULT);
  });

  it.each([
    ['none', ROLE_AT_FAULT],
    ['{"Version":"2012-10-17"}', 'the session policy of the step does not let them through'],
  ])('tries nothing where no policy was generated: %s', async (sessionPolicy, why) => {
    const plan = byRole({ 'session-policy': sessionPolicy });
    const [problem] = await explained(plan, identityWith(), { [A]: denied('session') });
    expect(problem?.message).toContain(why);
  });

  it('speaks of the last of several roles', async () => {
    const last = 'arn:aws-us-gov:iam::444455556666:role/last';
    const plan = byRole({
      'role-to-assume': `arn:aws-us-gov:iam::111122223333:role/hub\n${last}`,
      'aws-region': 'us-gov-west-1',
    });
    const identity = { ...identityWith(), accountId: '444455556666' };
    const outcomes = { 'us-gov-west-1 /a': denied('identity') };
    const [problem] = await explained(plan, identity, outcomes);
    expect(problem?.message).toContain(`AWS denies ${last} `);
    expect(problem?.fix).toContain('"arn:aws-us-gov:ssm:us-gov-west-1:444455556666:parameter/a"');
  });

  it.each([
    ['us-east-1', '111122223333', 'arn:aws:ssm:us-east-1:111122223333:parameter/a'],
    ['cn-north-1', undefined, 'arn:aws-cn:ssm:cn-north-1:ACCOUNT:parameter/a'],
  ])('speaks of the ambient credentials in %s of %s', async (region, accountId, arn) => {
    const plan = planOf({ files: '/a => a', 'aws-region': region });
    const identity: Identity = {
      kind: 'identity',
      notices: [],
      ...(accountId === undefined ? {} : { accountId }),
    };
    const [problem] = await explained(plan, identity, { [`${region} /a`]: denied() });
    expect(problem?.message).toContain('AWS denies the ambient AWS credentials ');
    expect(problem?.fix).toContain('Add to a policy of the ambient AWS credentials:');
    expect(problem?.fix).toContain(`"${arn}"`);
  });
});
