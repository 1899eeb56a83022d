import type { ResourcePattern } from './resource-pattern.ts';

/** Something in AWS that the plan reads, as far as IAM is concerned. */
export type Readable =
  /** One parameter; `name` is a name or an ARN, a version or label behind it is ignored. */
  | { readonly kind: 'parameter'; readonly name: string; readonly region: string }
  /** All parameters below a path such as `/platform/staging`; slashes at its end are ignored. */
  | {
      readonly kind: 'path';
      readonly path: string;
      readonly recursive: boolean;
      readonly region: string;
    }
  /** One secret; `secretId` is a name or an ARN. */
  | { readonly kind: 'secret'; readonly secretId: string; readonly region: string };

/** Where readables lie that are no ARNs: in the account of the role that reads them. */
export interface PolicyScope {
  /** `aws`, `aws-cn`, `aws-us-gov`, … */
  readonly partition: string;
  readonly accountId: string;
}

/** The calls that read: by name, by path, and a secret. */
export type Access = 'parameter' | 'path' | 'secret';

/** A resource, and the calls that the action makes on it. */
export interface AccessedResource {
  readonly access: Access;
  readonly resource: ResourcePattern;
}

/** The IAM actions of each access. Parameters are read in batches or, where these are refused, one by one. */
export const ACTIONS: Readonly<Record<Access, readonly string[]>> = {
  parameter: ['ssm:GetParameter', 'ssm:GetParameters'],
  path: ['ssm:GetParametersByPath'],
  secret: ['secretsmanager:GetSecretValue'],
};

// AWS Secrets Manager user guide, "ARN format": Secrets Manager ends a secret's ARN with "-" and six random characters.
const SUFFIX = '-??????';
const COMPLETE_SECRET_ARN = /-[A-Za-z0-9]{6}$/;
const ARN = /^arn:([^:]+):[^:]+:([^:]+):([^:]+):(?:parameter\/|secret:)([^:]+)/;
// AWS Systems Manager user guide, "Referencing AWS Secrets Manager secrets from Parameter Store parameters".
const SECRET_AS_PARAMETER = /^aws\/reference\/secretsmanager\/(.+)$/;

/** The resources that IAM checks when the action reads this. */
export function resourcesOf(readable: Readable, scope: PolicyScope): AccessedResource[] {
  switch (readable.kind) {
    case 'parameter':
      return parameterResources(readable, scope);
    case 'path':
      return pathResources(readable, scope);
    case 'secret':
      return [{ access: 'secret', resource: secretResource(readable, scope) }];
  }
}

function parameterResources(
  { name, region }: Readable & { kind: 'parameter' },
  scope: PolicyScope,
): AccessedResource[] {
  const { arn, rest } = locate(name, region, scope);
  // AWS Systems Manager user guide, "Restricting access": `/name` and `name` have the same ARN, without a slash of its own.
  const plain = rest.replace(/^\//, '').replace(/:.*$/, '');
  const secretId = SECRET_AS_PARAMETER.exec(plain)?.[1];
  const parameter: AccessedResource = {
    access: 'parameter',
    resource: { ...arn, service: 'ssm', name: plain },
  };
  if (secretId === undefined) return [parameter];
  const secret = { kind: 'secret', secretId, region } as const;
  return [parameter, { access: 'secret', resource: secretResource(secret, scope) }];
}

/** Depending on how the path is written IAM checks it bare or with what is below it. */
function pathResources(
  { path, region }: Readable & { kind: 'path' },
  scope: PolicyScope,
): AccessedResource[] {
  const { arn, rest } = locate(path, region, scope);
  const plain = rest.replace(/^\/+|\/+$/g, '');
  const below = plain === '' ? '*' : `${plain}/*`;
  return [plain, below].map((name) => ({
    access: 'path',
    resource: { ...arn, service: 'ssm', name },
  }));
}

function secretResource(
  { secretId, region }: Omit<Readable & { kind: 'secret' }, 'kind'>,
  scope: PolicyScope,
): ResourcePattern {
  const { arn, rest } = locate(secretId, region, scope);
  const isComplete = secretId.startsWith('arn:') && COMPLETE_SECRET_ARN.test(rest);
  return { ...arn, service: 'secretsmanager', name: isComplete ? rest : `${rest}${SUFFIX}` };
}

function locate(
  nameOrArn: string,
  region: string,
  { partition, accountId }: PolicyScope,
): { arn: Pick<ResourcePattern, 'partition' | 'region' | 'accountId'>; rest: string } {
  const [, ownPartition, ownRegion, ownAccount, rest] = ARN.exec(nameOrArn) ?? [];
  return {
    arn: {
      partition: ownPartition ?? partition,
      region: ownRegion ?? region,
      accountId: ownAccount ?? accountId,
    },
    rest: rest ?? nameOrArn,
  };
}
