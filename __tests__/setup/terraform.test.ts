import { describe, expect, it } from '@jest/globals';
import { computePolicies, hasTerraform, unformattedFiles } from '../rig/terraform.ts';
import { actionsOn, PARAMETER_READS, trusts } from './role-expectations.ts';

const ACCOUNT = '111122223333';
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/0a1b2c3d`;
const LEAST = {
  organization: 'octo-org',
  repository: 'platform',
  environments: ['staging', 'production'],
  parameter_prefixes: ['/platform/{environment}', '/platform/aspera_client_pem'],
};

if (hasTerraform()) {
  describe('the module of setup/terraform', () => {
    it('is formatted', async () => {
      expect(await unformattedFiles()).toBe('');
    });

    it('makes the same policies as the CloudFormation template', async () => {
      const { trust, reads } = await computePolicies({
        ...LEAST,
        organization_id: '65',
        repository_id: '74',
        secret_names: ['pixell/{environment}'],
        kms_key_arns: [KEY],
      });

      const { staging: stagingTrust, production: productionTrust } = trust;
      const { staging, production } = reads;
      if (!stagingTrust || !productionTrust || !staging || !production)
        throw new Error('None made');
      const subjects = [
        'repo:octo-org/platform:environment:staging',
        'repo:octo-org@65/platform@74:environment:staging',
        'repo:octo-org/platform:environment:production',
        'repo:octo-org/platform:ref:refs/heads/main',
      ];
      const judge = (policy: typeof stagingTrust) =>
        subjects.map((sub) => trusts(policy, ACCOUNT, sub));
      expect(judge(stagingTrust)).toEqual([true, true, false, false]);
      expect(judge(productionTrust)).toEqual([false, false, true, false]);
      expect(trusts(stagingTrust, ACCOUNT, subjects[0] ?? '', 'other')).toBe(false);

      const head = `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter`;
      expect(
        ['staging', 'staging/env', 'production/env', 'aspera_client_pem', 'staging2'].map((name) =>
          actionsOn(staging, `${head}/platform/${name}`),
        ),
      ).toEqual([PARAMETER_READS, PARAMETER_READS, [], PARAMETER_READS, []]);
      const secret = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:pixell/staging-A1b2C3`;
      expect(actionsOn(staging, secret)).toEqual(['secretsmanager:GetSecretValue']);
      expect(actionsOn(production, secret)).toEqual([]);
      const via = { 'kms:ViaService': 'ssm.us-east-1.amazonaws.com' };
      expect(actionsOn(staging, KEY, via)).toEqual(['kms:Decrypt']);
      expect(actionsOn(staging, KEY)).toEqual([]);
    });

    it('trusts one form of sub, and reads parameters only, where no more is asked for', async () => {
      const issuer = 'https://github.example/_services/token';
      const { trust, reads } = await computePolicies({ ...LEAST, issuer });

      expect(trust.staging?.Statement).toEqual([
        {
          Effect: 'Allow',
          Principal: {
            Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/github.example/_services/token`,
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'github.example/_services/token:aud': 'sts.amazonaws.com',
              'github.example/_services/token:sub': ['repo:octo-org/platform:environment:staging'],
            },
          },
        },
      ]);
      expect(reads.staging?.Statement).toHaveLength(1);
    });

    it.each([
      { environments: ['*'] },
      { parameter_prefixes: ['/platform/*'] },
      { parameter_prefixes: ['platform'] },
    ])('refuses %j', async (wrong) => {
      await expect(computePolicies({ ...LEAST, ...wrong })).rejects.toThrow(
        'Invalid value for variable',
      );
    });
  });
} else {
  describe('the module of setup/terraform', () => {
    it('is not tried, since there is no terraform on this machine', () => {
      process.stderr.write('setup/terraform is not tried: there is no program terraform here.\n');
      expect(hasTerraform()).toBe(false);
    });
  });
}
