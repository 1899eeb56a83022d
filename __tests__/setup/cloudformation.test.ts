import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectNoLeak, openScene, readFile, type Scene } from '../end-to-end/scene.ts';
import { Account } from '../rig/aws.ts';
import { deployTemplate, expandTemplate, type MadeRole, readRole } from '../rig/cloudformation.ts';
import { actionsOn, PARAMETER_READS, trusts } from './role-expectations.ts';

const TEMPLATE = join(import.meta.dirname, '..', '..', 'setup', 'cloudformation.yml');

describe('the roles of setup/cloudformation.yml', () => {
  let scene: Scene;
  let staging: MadeRole;
  let production: MadeRole;
  let outputs: Record<string, string>;
  let key: string;

  beforeAll(async () => {
    scene = await openScene();
    const { account } = scene;
    key = `arn:aws:kms:us-east-1:${account.id}:key/0a1b2c3d`;
    outputs = await deployTemplate(account, TEMPLATE, {
      Organization: 'octo-org',
      Repository: 'platform',
      OrganizationId: '65',
      RepositoryId: '74',
      Environments: 'staging,eu-production',
      ParameterPrefixes: '/platform/{environment},/platform/aspera_client_pem',
      SecretNames: 'pixell/{environment}',
      KmsKeyArns: key,
      CreateOidcProvider: 'false',
    });
    staging = await readRole(account, 'fetch-secrets-staging');
    production = await readRole(account, 'fetch-secrets-eu-production');
  });
  afterAll(() => scene.close());

  it('are told by their ARNs', () => {
    expect(outputs).toEqual({
      RoleArnstaging: scene.account.roleArn('fetch-secrets-staging'),
      RoleArneuproduction: scene.account.roleArn('fetch-secrets-eu-production'),
    });
  });

  it.each([
    ['repo:octo-org/platform:environment:staging', true, false],
    ['repo:octo-org@65/platform@74:environment:staging', true, false],
    ['repo:octo-org/platform:environment:eu-production', false, true],
    ['repo:octo-org@66/platform@74:environment:staging', false, false],
    ['repo:octo-org/platform2:environment:staging', false, false],
    ['repo:octo-org/platform:ref:refs/heads/main', false, false],
    ['repo:octo-org/platform:pull_request', false, false],
  ])('judge %s', (sub, byStaging, byProduction) => {
    const { id } = scene.account;
    expect(trusts(staging.trust, id, sub)).toBe(byStaging);
    expect(trusts(production.trust, id, sub)).toBe(byProduction);
    expect(trusts(staging.trust, id, sub, 'another-audience')).toBe(false);
  });

  it.each([
    ['platform/staging', PARAMETER_READS, []],
    ['platform/staging/env', PARAMETER_READS, []],
    ['platform/eu-production/env', [], PARAMETER_READS],
    ['platform/aspera_client_pem', PARAMETER_READS, PARAMETER_READS],
    ['platform/staging2/env', [], []],
    ['platform', [], []],
  ])('read the parameter %s as far as they may', (name, byStaging, byProduction) => {
    const arn = `arn:aws:ssm:us-east-1:${scene.account.id}:parameter/${name}`;
    expect(actionsOn(staging.reads, arn)).toEqual(byStaging);
    expect(actionsOn(production.reads, arn)).toEqual(byProduction);
    expect(actionsOn(staging.reads, arn.replace('us-east-1', 'us-east-2'))).toEqual([]);
  });

  it('read their secrets, and decrypt through the two services only', () => {
    const head = `arn:aws:secretsmanager:us-east-1:${scene.account.id}:secret`;
    expect(actionsOn(staging.reads, `${head}:pixell/staging-A1b2C3`)).toEqual([
      'secretsmanager:GetSecretValue',
    ]);
    expect(actionsOn(production.reads, `${head}:pixell/staging-A1b2C3`)).toEqual([]);
    const via = (service: string) =>
      actionsOn(staging.reads, key, { 'kms:ViaService': `${service}.us-east-1.amazonaws.com` });
    expect([via('ssm'), via('secretsmanager'), via('s3')]).toEqual([
      ['kms:Decrypt'],
      ['kms:Decrypt'],
      [],
    ]);
    expect(actionsOn(staging.reads, `${key}4`)).toEqual([]);
  });

  it('are good for a step', async () => {
    await scene.account.putParameter('/platform/staging/env', 'PASSWORD=known to nobody');
    const job = await scene.openJob();
    const result = await job.use(
      scene.inputs({
        'role-to-assume': outputs.RoleArnstaging ?? '',
        'env-files': '/platform/{environment}/env => .env',
      }),
    );

    expect(result.exitCode).toBe(0);
    expect(readFile(job, '.env')).toBe('PASSWORD=known to nobody\n');
    expect(trusts(staging.trust, scene.account.id, String(scene.token.claims.sub))).toBe(true);
    await job.end();
    expectNoLeak(job, ['known to nobody']);
  });
});

describe('the least that setup/cloudformation.yml makes', () => {
  it('is a role that reads parameters, for tokens without ids', async () => {
    const account = await Account.open();
    await deployTemplate(account, TEMPLATE, {
      Organization: 'octo-org',
      Repository: 'platform',
      Environments: 'test',
      ParameterPrefixes: '/platform',
      CreateOidcProvider: 'false',
    });

    const { trust, reads } = await readRole(account, 'fetch-secrets-test');

    expect(trusts(trust, account.id, 'repo:octo-org/platform:environment:test')).toBe(true);
    expect(trusts(trust, account.id, 'repo:octo-org@/platform@:environment:test')).toBe(false);
    expect(reads.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: PARAMETER_READS,
        Resource: [
          `arn:aws:ssm:us-east-1:${account.id}:parameter/platform`,
          `arn:aws:ssm:us-east-1:${account.id}:parameter/platform/*`,
        ],
      },
    ]);
  });
});

describe('the OIDC provider of setup/cloudformation.yml', () => {
  it('is made where that is asked for, and the roles then wait for it', async () => {
    // Moto's CloudFormation knows no OIDC provider: what AWS would make is read from the template.
    const { resources } = await expandTemplate(TEMPLATE, { Environments: 'test' });

    expect(resources.OidcProvider).toEqual({
      Type: 'AWS::IAM::OIDCProvider',
      Condition: 'CreatesOidcProvider',
      Properties: {
        Url: 'https://token.actions.githubusercontent.com',
        ClientIdList: [{ 'Fn::Sub': 'sts.${AWS::URLSuffix}' }],
      },
    });
    expect(JSON.stringify(resources.Roletest)).toContain(
      '{"Federated":{"Fn::If":["CreatesOidcProvider",{"Ref":"OidcProvider"}',
    );
  });
});
