import { describe, expect, it } from '@jest/globals';
import { type Denial, type DenyingPolicy, readDenial } from '../../../src/identity/denial.ts';
import {
  type DeniedContext,
  type DeniedRead,
  reportDenied,
} from '../../../src/identity/denied-report.ts';
import type { Readable } from '../../../src/identity/readable.ts';
import { isAllowed, type PolicyDocument } from '../../rig/policy-evaluator.ts';

const ROLE = 'arn:aws:iam::111122223333:role/ci';
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d';
const HEAD = 'arn:aws:ssm:us-east-1:111122223333:parameter';
const CONTEXT: DeniedContext = {
  scope: { partition: 'aws', accountId: '111122223333' },
  roleArn: ROLE,
  sessionPolicy: 'scoped',
};

function denied(action: string, resource: string, why: string): Error {
  const caller = 'arn:aws:sts::111122223333:assumed-role/ci/octo-org.platform@1';
  return new Error(
    `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${why}`,
  );
}

function parameter(name: string, denial: Partial<Denial> = {}): DeniedRead {
  return {
    readable: { kind: 'parameter', name, region: 'us-east-1' },
    denial: { action: 'ssm:GetParameter', policy: 'identity', ...denial },
  };
}

function policyIn(fix: string | undefined): PolicyDocument {
  const json = (fix ?? '').slice(fix?.indexOf('{'), (fix?.lastIndexOf('}') ?? 0) + 1);
  return JSON.parse(json) as PolicyDocument;
}

describe('readDenial', () => {
  it.each<[string, DenyingPolicy]>([
    ['because no identity-based policy allows the ssm:GetParameter action', 'identity'],
    ['because no session policy allows the ssm:GetParameter action', 'session'],
    ['because no permissions boundary allows the ssm:GetParameter action', 'boundary'],
    ['because no service control policy allows the ssm:GetParameter action', 'organization'],
    ['because no resource control policy allows the ssm:GetParameter action', 'organization'],
    ['because no resource-based policy allows the ssm:GetParameter action', 'resource'],
    ['because no VPC endpoint policy allows the ssm:GetParameter action', 'endpoint'],
    ['with an explicit deny in a service control policy', 'explicit'],
    ['', 'unknown'],
  ])('reads "%s"', (why, policy) => {
    const error = denied('ssm:GetParameter', `${HEAD}/x`, why);
    expect(readDenial(error, 'ssm:GetParameter')).toEqual({ action: 'ssm:GetParameter', policy });
  });

  it('tells the key apart', () => {
    const why = 'because no identity-based policy allows the kms:Decrypt action';
    expect(readDenial(denied('kms:Decrypt', KEY, why), 'ssm:GetParameter')).toEqual({
      action: 'kms:Decrypt',
      keyArn: KEY,
      policy: 'identity',
    });
    const bySecretsManager = new Error('Access to KMS is not allowed');
    expect(readDenial(bySecretsManager, 'secretsmanager:GetSecretValue')).toEqual({
      action: 'kms:Decrypt',
      policy: 'unknown',
    });
    expect(readDenial('no error', 'ssm:GetParameter').policy).toBe('unknown');
  });
});

describe('reportDenied', () => {
  it('puts all that is missing into one policy', () => {
    const path: Readable = {
      kind: 'path',
      path: '/atrax/prod/',
      recursive: false,
      region: 'us-east-1',
    };
    const secret: Readable = { kind: 'secret', secretId: 'pixell/dev', region: 'us-east-2' };
    const reads: DeniedRead[] = [
      parameter('/platform/staging/env'),
      parameter('/platform/staging/env', { policy: 'unknown' }),
      parameter('token'),
      parameter('/encrypted', { action: 'kms:Decrypt', keyArn: KEY }),
      { readable: path, denial: { action: 'ssm:GetParametersByPath', policy: 'identity' } },
      { readable: secret, denial: { action: 'secretsmanager:GetSecretValue', policy: 'identity' } },
    ];

    const problems = reportDenied(reads, CONTEXT);

    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toBe(
      `AWS denies ${ROLE} ssm:GetParameter on /platform/staging/env, token; kms:Decrypt on /encrypted; ssm:GetParametersByPath on /atrax/prod/*; secretsmanager:GetSecretValue on secretsmanager:pixell/dev: no policy of it allows that`,
    );
    expect(problems[0]?.fix).toContain(`Add to a policy of ${ROLE}:`);
    expect(problems[0]?.fix).toContain("The key's own policy must let");
    expect(problems[0]?.fix).not.toContain('KEY-ID');
    expect(policyIn(problems[0]?.fix)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['ssm:GetParameter'],
          Resource: [`${HEAD}/platform/staging/env`, `${HEAD}/token`],
        },
        {
          Effect: 'Allow',
          Action: ['ssm:GetParametersByPath'],
          Resource: [`${HEAD}/atrax/prod`, `${HEAD}/atrax/prod/*`],
        },
        {
          Effect: 'Allow',
          Action: ['secretsmanager:GetSecretValue'],
          Resource: ['arn:aws:secretsmanager:us-east-2:111122223333:secret:pixell/dev-??????'],
        },
        {
          Effect: 'Allow',
          Action: 'kms:Decrypt',
          Resource: [KEY],
          Condition: { StringLike: { 'kms:ViaService': ['ssm.us-east-1.amazonaws.com'] } },
        },
      ],
    });
  });

  it('gives a policy that allows the denied read and no other', () => {
    const [problem] = reportDenied([parameter('/a')], CONTEXT);
    const policy = policyIn(problem?.fix);
    const ask = (action: string, name: string) =>
      isAllowed(policy, { action, resource: `${HEAD}/${name}` });
    expect([
      ask('ssm:GetParameter', 'a'),
      ask('ssm:GetParameter', 'b'),
      ask('ssm:GetParameters', 'a'),
    ]).toEqual([true, false, false]);
  });

  it('gives actions on the same resources one statement', () => {
    const reads = [parameter('/a'), parameter('/a', { action: 'ssm:GetParameters' })];
    expect(policyIn(reportDenied(reads, CONTEXT)[0]?.fix).Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['ssm:GetParameter', 'ssm:GetParameters'],
        Resource: [`${HEAD}/a`],
      },
    ]);
  });

  it('names the missing part of a secret that is read as a parameter', () => {
    const name = '/aws/reference/secretsmanager/pixell/dev';
    const action = 'secretsmanager:GetSecretValue';
    const [problem] = reportDenied([parameter(name, { action })], CONTEXT);
    expect(policyIn(problem?.fix).Statement).toEqual([
      {
        Effect: 'Allow',
        Action: [action],
        Resource: ['arn:aws:secretsmanager:us-east-1:111122223333:secret:pixell/dev-??????'],
      },
    ]);
    const [other] = reportDenied([parameter(name, { action: 'ssm:Other' })], CONTEXT);
    expect(policyIn(other?.fix).Statement[0]?.Resource).toHaveLength(2);
  });

  it('says what to fill in where AWS names no key', () => {
    const [problem] = reportDenied([parameter('/a', { action: 'kms:Decrypt' })], CONTEXT);
    expect(problem?.fix).toContain('"arn:aws:kms:us-east-1:111122223333:key/KEY-ID"');
    expect(problem?.fix).toContain('KEY-ID is the id of the key');
  });

  it.each<[DenyingPolicy, Partial<DeniedContext>, string, string]>([
    ['identity', {}, 'no policy of it allows that', 'Add to a policy of'],
    ['unknown', {}, 'no policy of it allows that', 'Add to a policy of'],
    ['session', { sessionPolicy: 'none' }, 'no policy of it allows that', 'Add to a policy of'],
    ['session', {}, 'the session policy that the step generated', 'Write session-policy: none'],
    ['unknown', { worksWithoutPolicy: true }, 'that the step generated', 'policy lacks:'],
    ['unknown', { worksWithoutPolicy: false }, 'no policy of it allows that', 'Add to a policy of'],
    [
      'session',
      { sessionPolicy: 'given' },
      'the session policy of the step',
      'input session-policy:',
    ],
    ['boundary', {}, 'its permissions boundary', 'Add to the permissions boundary of'],
    ['organization', {}, 'a control policy of the organization', 'Ask who runs'],
    ['resource', {}, "the resource's own policy", "in the resource's own policy:"],
    ['endpoint', {}, 'the policy of the VPC endpoint', "Add to the VPC endpoint's policy:"],
    [
      'explicit',
      {},
      'which no other statement outweighs',
      'Exempt from the statement that denies it what the step reads:',
    ],
  ])('tells a denial by %s with %j', (policy, change, why, fix) => {
    const [problem] = reportDenied([parameter('/a', { policy })], { ...CONTEXT, ...change });
    expect(problem?.message).toContain(why);
    expect(problem?.fix).toContain(fix);
  });

  it('makes a problem of each place', () => {
    const reads = [parameter('/a'), parameter('/b', { policy: 'boundary' })];
    expect(reportDenied(reads, CONTEXT)).toHaveLength(2);
    expect(reportDenied([], CONTEXT)).toEqual([]);
  });

  it('does without a role', () => {
    const { roleArn: _, ...ambient } = CONTEXT;
    expect(reportDenied([parameter('/a')], ambient)[0]?.message).toContain(
      'AWS denies the ambient AWS credentials ssm:GetParameter on /a',
    );
  });
});
