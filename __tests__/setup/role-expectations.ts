import { isAllowed, type PolicyDocument } from '../rig/policy-evaluator.ts';

const HOST = 'token.actions.githubusercontent.com';

/** Whether a role's trust policy lets a token with this `sub` in. */
export function trusts(
  trust: PolicyDocument,
  accountId: string,
  sub: string,
  aud = 'sts.amazonaws.com',
): boolean {
  return isAllowed(trust, {
    action: 'sts:AssumeRoleWithWebIdentity',
    principal: { type: 'Federated', id: `arn:aws:iam::${accountId}:oidc-provider/${HOST}` },
    context: { [`${HOST}:sub`]: sub, [`${HOST}:aud`]: aud },
  });
}

/** The actions on a resource that policies allow, of all that matter here. */
export function actionsOn(
  policy: PolicyDocument,
  resource: string,
  context: Record<string, string> = {},
): string[] {
  return [
    'ssm:GetParameter',
    'ssm:GetParameters',
    'ssm:GetParametersByPath',
    'ssm:PutParameter',
    'secretsmanager:GetSecretValue',
    'secretsmanager:PutSecretValue',
    'kms:Decrypt',
    'kms:Encrypt',
  ].filter((action) => isAllowed(policy, { action, resource, context }));
}

/** Actions that read parameters. */
export const PARAMETER_READS = ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'];
