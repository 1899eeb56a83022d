import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PolicyScope, Readable } from '../../../src/identity/readable.ts';
import {
  describeWidening,
  foldFurther,
  makeSessionPolicy,
  type SessionPolicy,
} from '../../../src/identity/session-policy.ts';
import { isAllowed, type PolicyDocument, type PolicyRequest } from '../../rig/policy-evaluator.ts';

const SCOPE: PolicyScope = { partition: 'aws', accountId: '111122223333' };
const REGION = 'us-east-1';
const ACCOUNT = 'arn:aws:ssm:us-east-1:111122223333';

function parameter(name: string, region = REGION): Readable {
  return { kind: 'parameter', name, region };
}

function secret(secretId: string, region = REGION): Readable {
  return { kind: 'secret', secretId, region };
}

function path(text: string, region = REGION): Readable {
  return { kind: 'path', path: text, recursive: true, region };
}

function documentOf({ json }: SessionPolicy): PolicyDocument {
  return JSON.parse(json) as PolicyDocument;
}

function statementsOf(policy: SessionPolicy) {
  return documentOf(policy).Statement.map(({ Action, Resource, Condition }) => ({
    Action,
    Resource,
    ...(Condition === undefined ? {} : { Condition }),
  }));
}

/** The calls that the action makes for a readable, as IAM sees them. */
function callsFor(
  readable: Readable,
  accountId = SCOPE.accountId,
  region = readable.region,
): PolicyRequest[] {
  const head = (service: string) => `arn:aws:${service}:${region}:${accountId}`;
  switch (readable.kind) {
    case 'parameter': {
      const resource = `${head('ssm')}:parameter/${readable.name.replace(/^\//, '')}`;
      return ['ssm:GetParameter', 'ssm:GetParameters'].map((action) => ({ action, resource }));
    }
    case 'path': {
      const plain = readable.path.replace(/^\//, '');
      return ['', '/'].map((end) => ({
        action: 'ssm:GetParametersByPath',
        resource: `${head('ssm')}:parameter/${plain}${end}`,
      }));
    }
    case 'secret': {
      const resource = `${head('secretsmanager')}:secret:${readable.secretId}-A1b2C3`;
      return [{ action: 'secretsmanager:GetSecretValue', resource }];
    }
  }
}

function decryptFor(readable: Readable): PolicyRequest {
  const service = readable.kind === 'secret' ? 'secretsmanager' : 'ssm';
  return {
    action: 'kms:Decrypt',
    resource: 'arn:aws:kms:us-east-1:111122223333:key/1',
    context: { 'kms:ViaService': `${service}.${readable.region}.amazonaws.com` },
  };
}

describe('makeSessionPolicy', () => {
  it('names parameters, paths and secrets exactly', () => {
    const policy = makeSessionPolicy(
      [
        parameter('/platform/staging/env'),
        parameter('token'),
        parameter('/token:3'),
        parameter('arn:aws:ssm:eu-west-1:444455556666:parameter/shared/x:live', 'eu-west-1'),
        path('/atrax/prod/'),
        secret('pixell/dev', 'us-east-2'),
        secret('arn:aws:secretsmanager:us-east-2:444455556666:secret:other-A1b2C3', 'us-east-2'),
        secret('arn:aws:secretsmanager:us-east-2:444455556666:secret:partial', 'us-east-2'),
      ],
      SCOPE,
    );

    expect(policy.widened).toEqual([]);
    expect(statementsOf(policy)).toEqual([
      {
        Action: ['ssm:GetParameter', 'ssm:GetParameters'],
        Resource: [
          `${ACCOUNT}:parameter/platform/staging/env`,
          `${ACCOUNT}:parameter/token`,
          'arn:aws:ssm:eu-west-1:444455556666:parameter/shared/x',
        ],
      },
      {
        Action: ['ssm:GetParametersByPath'],
        Resource: [`${ACCOUNT}:parameter/atrax/prod`, `${ACCOUNT}:parameter/atrax/prod/*`],
      },
      {
        Action: ['secretsmanager:GetSecretValue'],
        Resource: [
          'arn:aws:secretsmanager:us-east-2:111122223333:secret:pixell/dev-??????',
          'arn:aws:secretsmanager:us-east-2:444455556666:secret:other-A1b2C3',
          'arn:aws:secretsmanager:us-east-2:444455556666:secret:partial-??????',
        ],
      },
      {
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: {
          StringLike: {
            'kms:ViaService': [
              'ssm.us-east-1.amazonaws.com',
              'ssm.eu-west-1.amazonaws.com',
              'secretsmanager.us-east-2.amazonaws.com',
            ],
          },
        },
      },
    ]);
  });

  it('lets a secret through that is read as a parameter', () => {
    const policy = makeSessionPolicy(
      [parameter('/aws/reference/secretsmanager/pixell/dev')],
      SCOPE,
    );

    expect(statementsOf(policy).map(({ Resource }) => Resource)).toEqual([
      [`${ACCOUNT}:parameter/aws/reference/secretsmanager/pixell/dev`],
      ['arn:aws:secretsmanager:us-east-1:111122223333:secret:pixell/dev-??????'],
      '*',
    ]);
  });

  it('uses the partition, and the service names of China', () => {
    const policy = makeSessionPolicy([parameter('/x', 'cn-north-1')], {
      partition: 'aws-cn',
      accountId: '111122223333',
    });

    const [read, decrypt] = statementsOf(policy);
    expect(read?.Resource).toEqual(['arn:aws-cn:ssm:cn-north-1:111122223333:parameter/x']);
    expect(decrypt?.Condition).toEqual({
      StringLike: { 'kms:ViaService': ['ssm.cn-north-1.amazonaws.com*'] },
    });
  });

  it('allows the root path, and nothing where nothing is read', () => {
    expect(statementsOf(makeSessionPolicy([path('/')], SCOPE))[0]?.Resource).toEqual([
      `${ACCOUNT}:parameter/`,
      `${ACCOUNT}:parameter/*`,
    ]);
    const nothing = documentOf(makeSessionPolicy([], SCOPE));
    expect(isAllowed(nothing, { action: 'ssm:GetParameter', resource: 'any' })).toBe(false);
  });

  it('folds names of one folder that begin alike first, and says so', () => {
    const names = Array.from({ length: 30 }, (_, index) => `/platform/staging/database_${index}`);
    const policy = makeSessionPolicy(
      [...names, '/platform/staging/a', '/other/b'].map((name) => parameter(name)),
      SCOPE,
    );

    const resources = statementsOf(policy)[0]?.Resource ?? [];
    expect(policy.json.length).toBeLessThanOrEqual(2_048);
    expect(resources).toContain(`${ACCOUNT}:parameter/platform/staging/a`);
    expect(resources).toContain(`${ACCOUNT}:parameter/other/b`);
    expect(resources).not.toContain(`${ACCOUNT}:parameter/platform/staging/database_*`);
    expect(policy.widened).not.toEqual([]);
    expect(describeWidening(policy)).toContain(
      `ssm:GetParameter, ssm:GetParameters on ${ACCOUNT}:parameter/platform/staging/database_1*, in place of 11 resources`,
    );
  });

  it('says nothing where it is exact', () => {
    expect(describeWidening(makeSessionPolicy([parameter('/a')], SCOPE))).toBeUndefined();
  });

  it('joins the same name in many regions or accounts before it opens folders', () => {
    const regions = Array.from({ length: 40 }, (_, index) => `eu-west-${index}`);
    const sameName = makeSessionPolicy(
      regions.map((region) => parameter('/platform/staging/env', region)),
      SCOPE,
    );
    expect(sameName.widened.map(({ resource }) => resource)).toEqual([
      'arn:aws:ssm:*:111122223333:parameter/platform/staging/env',
    ]);

    const accounts = Array.from({ length: 60 }, (_, index) =>
      parameter(`arn:aws:ssm:us-east-1:${111122223333 + index}:parameter/shared/x`),
    );
    expect(makeSessionPolicy(accounts, SCOPE).widened.map(({ resource }) => resource)).toEqual([
      'arn:aws:ssm:us-east-1:*:parameter/shared/x',
    ]);
  });

  it('cuts a name that is too long by itself', () => {
    const long = `/folder/${'x'.repeat(1_000)}`;
    const policy = makeSessionPolicy([parameter(long), path(long), parameter('/short/a')], SCOPE);

    expect(policy.json.length).toBeLessThanOrEqual(2_048);
    for (const call of [...callsFor(parameter(long)), ...callsFor(path(long))]) {
      expect(isAllowed(documentOf(policy), call)).toBe(true);
    }
    expect(statementsOf(policy)[0]?.Resource).toContain(`${ACCOUNT}:parameter/short/a`);
  });
});

const level = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,11}$/);
const levels = fc.array(level, { minLength: 1, maxLength: 5 }).map((all) => all.join('/'));
const region = fc.constantFrom('us-east-1', 'eu-central-1', 'us-east-2');
const readable: fc.Arbitrary<Readable> = fc.oneof(
  fc.record({ name: levels, region }).map(({ name, region }) => parameter(`/${name}`, region)),
  fc.record({ name: level, region }).map(({ name, region }) => parameter(name, region)),
  fc.record({ name: levels, region }).map(({ name, region }) => path(`/${name}`, region)),
  fc.record({ name: levels, region }).map(({ name, region }) => secret(name, region)),
);

function neighbour(of: Readable): Readable {
  switch (of.kind) {
    case 'parameter':
      return { ...of, name: `${of.name}~` };
    case 'path':
      return { ...of, path: `${of.path}~` };
    case 'secret':
      return { ...of, secretId: `${of.secretId}~` };
  }
}

describe('the policy of a generated plan', () => {
  it('allows exactly the calls of the plan', () => {
    fc.assert(
      fc.property(fc.array(readable, { minLength: 1, maxLength: 6 }), (plan) => {
        const policy = makeSessionPolicy(plan, SCOPE);
        const document = documentOf(policy);
        const ask = (call: PolicyRequest) => isAllowed(document, call);
        expect(policy.widened).toEqual([]);
        expect(policy.json.length).toBeLessThanOrEqual(2_048);
        for (const each of plan) {
          expect(callsFor(each).every(ask)).toBe(true);
          expect(ask(decryptFor(each))).toBe(true);
          expect(callsFor(neighbour(each)).some(ask)).toBe(false);
          expect(callsFor(each, '999988887777').some(ask)).toBe(false);
          expect(callsFor(each, SCOPE.accountId, 'ap-south-1').some(ask)).toBe(false);
          expect(ask(decryptFor({ ...each, region: 'ap-south-1' }))).toBe(false);
          const writes = callsFor(each).map((call) => ({ ...call, action: 'ssm:PutParameter' }));
          expect(writes.some(ask)).toBe(false);
        }
      }),
    );
  });

  it('still allows all of them, and is short enough, when it is folded, and folded again', () => {
    fc.assert(
      fc.property(fc.array(readable, { minLength: 20, maxLength: 120 }), (plan) => {
        let policy: SessionPolicy | undefined = makeSessionPolicy(plan, SCOPE);
        expect(policy.json.length).toBeLessThanOrEqual(2_048);
        for (let length = Infinity; policy !== undefined; policy = foldFurther(policy)) {
          expect(policy.json.length).toBeLessThan(length);
          length = policy.json.length;
          const document = documentOf(policy);
          const calls = plan.flatMap((each) => [...callsFor(each), decryptFor(each)]);
          expect(calls.every((call) => isAllowed(document, call))).toBe(true);
          const foreign = plan.flatMap((each) => callsFor(each, '999988887777'));
          expect(foreign.some((call) => isAllowed(document, call))).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });
});
