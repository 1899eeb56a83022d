import { describe, expect, it } from '@jest/globals';
import type { Source } from '../../../src/plan/source.ts';
import { isAllowed, type PolicyDocument, type PolicyRequest } from '../../rig/policy-evaluator.ts';
import { planOf } from '../fake-runtime.ts';

const ACCOUNT = '111122223333';
const OTHER_ACCOUNT = '999988887777';
const OTHER_REGION = 'ap-south-1';

interface System {
  readonly name: string;
  readonly environment: string;
  readonly region: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The calls on AWS, by the resource behind the account in the ARN. */
  readonly calls: readonly (readonly [action: string, resource: string])[];
  /** What lies beside, and must not be read. */
  readonly neighbours: readonly (readonly [action: string, resource: string])[];
}

const BY_NAME = ['ssm:GetParameters', 'ssm:GetParameter'] as const;
const BY_PATH = 'ssm:GetParametersByPath';
const SECRET = 'secretsmanager:GetSecretValue';

const SYSTEMS: readonly System[] = [
  {
    name: 'whole env files in SSM',
    environment: 'staging',
    region: 'us-east-1',
    inputs: {
      'env-files':
        '/platform/{environment}/env => docker/{environment}.env\n/platform/{environment}/env => .env',
    },
    calls: BY_NAME.map((action) => [action, 'parameter/platform/staging/env']),
    neighbours: [
      [BY_NAME[0], 'parameter/platform/production/env'],
      [BY_NAME[1], 'parameter/platform/staging/env2'],
      [BY_NAME[1], 'parameter/platform/staging/env/deeper'],
      [BY_PATH, 'parameter/platform/staging'],
      ['ssm:GetParameterHistory', 'parameter/platform/staging/env'],
    ],
  },
  {
    name: 'one parameter per secret',
    environment: 'stage',
    region: 'eu-central-1',
    inputs: {
      'env-files':
        '/atrax/{environment}/atrax-api/* => api.env\nCONTROLLER=/atrax/{environment}/atrax-node/controller_url => api.env',
      files: '/atrax/{environment}/etl/vault_ingest_config => etl/config.json',
      'name-transformation': 'uppercase',
    },
    calls: [
      [BY_PATH, 'parameter/atrax/stage/atrax-api'],
      [BY_PATH, 'parameter/atrax/stage/atrax-api/'],
      ...BY_NAME.flatMap((action): [string, string][] => [
        [action, 'parameter/atrax/stage/atrax-node/controller_url'],
        [action, 'parameter/atrax/stage/etl/vault_ingest_config'],
      ]),
    ],
    neighbours: [
      [BY_PATH, 'parameter/atrax/stage/atrax-api-2'],
      [BY_PATH, 'parameter/atrax/stage/atrax-node'],
      [BY_PATH, 'parameter/atrax/stage'],
      [BY_PATH, 'parameter/atrax/prod/atrax-api'],
      [BY_NAME[1], 'parameter/atrax/stage/atrax-api/database_url'],
      [BY_NAME[1], 'parameter/atrax/stage/atrax-node/other'],
    ],
  },
  {
    name: 'one JSON secret per environment',
    environment: 'dev',
    region: 'us-east-2',
    inputs: {
      'env-files':
        'file:.env.defaults => .env.local\nsecretsmanager:pixell/{environment} => .env.local',
    },
    calls: [[SECRET, 'secret:pixell/dev-A1b2C3']],
    neighbours: [
      [SECRET, 'secret:pixell/prod-A1b2C3'],
      [SECRET, 'secret:pixell/dev2-A1b2C3'],
      [SECRET, 'secret:pixell/dev-eu-A1b2C3'],
      ['secretsmanager:PutSecretValue', 'secret:pixell/dev-A1b2C3'],
    ],
  },
  {
    name: 'one JSON object per app in SSM, over Helm values',
    environment: 'stage',
    region: 'us-east-2',
    inputs: {
      'env-files':
        'file:values-{environment}.yaml#config => app.env\n/shop/cart/{environment}/app => app.env',
      'env-format': 'docker',
    },
    calls: BY_NAME.map((action) => [action, 'parameter/shop/cart/stage/app']),
    neighbours: [
      [BY_NAME[0], 'parameter/shop/checkout/stage/app'],
      [BY_NAME[1], 'parameter/shop/cart/stage/app2'],
      [BY_NAME[1], 'parameter/shop/cart/stage'],
    ],
  },
  {
    name: 'a runtime env file over a file of defaults',
    environment: 'prod',
    region: 'us-east-1',
    inputs: {
      'env-files':
        'file:.env.prod => .env.runtime\n/auraxis/prod/* => .env.runtime\nsecretsmanager:auraxis/prod/app => .env.runtime',
      'env-format': 'compose',
      'file-mode': '640',
    },
    calls: [
      [BY_PATH, 'parameter/auraxis/prod'],
      [BY_PATH, 'parameter/auraxis/prod/'],
      [SECRET, 'secret:auraxis/prod/app-A1b2C3'],
    ],
    neighbours: [
      [BY_PATH, 'parameter/auraxis/production'],
      [BY_PATH, 'parameter/auraxis'],
      [BY_NAME[1], 'parameter/auraxis/prod/SECRET_KEY'],
      [SECRET, 'secret:auraxis/prod/app2-A1b2C3'],
      [SECRET, 'secret:auraxis/prod-A1b2C3'],
    ],
  },
];

const serviceOf = (action: string): string => action.split(':')[0] ?? '';

/** A call as IAM sees it. */
function callOn(action: string, resource: string, region: string, account: string): PolicyRequest {
  return { action, resource: `arn:aws:${serviceOf(action)}:${region}:${account}:${resource}` };
}

function decryptIn(region: string, service: string): PolicyRequest {
  return {
    action: 'kms:Decrypt',
    resource: `arn:aws:kms:${region}:${ACCOUNT}:key/1`,
    context: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
  };
}

describe.each(SYSTEMS)('the session policy of $name', (system) => {
  const { environment, region, inputs, calls, neighbours } = system;
  const plan = planOf({
    environment,
    'aws-region': region,
    'role-to-assume': `arn:aws:iam::${ACCOUNT}:role/ci`,
    ...inputs,
  });
  const choice = plan.role?.chain.sessionPolicy;
  const policy = choice?.kind === 'scoped' ? choice.policy : undefined;

  function ask(call: PolicyRequest): boolean {
    return isAllowed(JSON.parse(policy?.json ?? '') as PolicyDocument, call);
  }
  const asked = (all: System['calls'], where = region, account = ACCOUNT): boolean[] =>
    all.map(([action, resource]) => ask(callOn(action, resource, where, account)));

  it('is exact and short enough', () => {
    expect(choice?.kind).toBe('scoped');
    expect(policy?.widened).toEqual([]);
    expect(policy?.json.length).toBeLessThanOrEqual(2_048);
  });

  it('allows the calls of the plan, with what they decrypt', () => {
    expect(asked(calls)).toEqual(calls.map(() => true));
    const services = new Set(calls.map(([action]) => serviceOf(action)));
    expect([...services].map((service) => ask(decryptIn(region, service)))).toEqual(
      [...services].map(() => true),
    );
  });

  it('denies what lies beside', () => {
    expect(asked(neighbours)).toEqual(neighbours.map(() => false));
  });

  it('denies the same in another region and in another account', () => {
    expect(asked(calls, OTHER_REGION)).toEqual(calls.map(() => false));
    expect(asked(calls, region, OTHER_ACCOUNT)).toEqual(calls.map(() => false));
  });

  it('denies to decrypt for others', () => {
    const services = new Set(calls.map(([action]) => serviceOf(action)));
    const others = ['ssm', 'secretsmanager', 's3'].filter((service) => !services.has(service));
    expect(others.map((service) => ask(decryptIn(region, service)))).toEqual(
      others.map(() => false),
    );
    expect(ask(decryptIn(OTHER_REGION, 'ssm'))).toBe(false);
    const direct = { action: 'kms:Decrypt', resource: `arn:aws:kms:${region}:${ACCOUNT}:key/1` };
    expect(ask(direct)).toBe(false);
  });

  it('names each resource that the plan reads and no other', () => {
    const isRemote = ({ kind }: Source): boolean => kind !== 'file';
    const sources = plan.mappings.map(({ source }) => source).filter(isRemote);
    const { Statement } = JSON.parse(policy?.json ?? '') as PolicyDocument;
    const resources = Statement.flatMap(({ Resource = [] }) => Resource);
    const perSource = { parameter: 1, path: 2, secret: 1, file: 0 };
    const unique = new Map(sources.map((source) => [JSON.stringify(source), source]));
    const expected = [...unique.values()].reduce((sum, { kind }) => sum + perSource[kind], 0);
    // One more: the keys, which only these services may use.
    expect(resources).toHaveLength(expected + 1);
  });
});
