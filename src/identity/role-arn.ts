import { partitionOf } from './partition.ts';

/** An IAM role, by its ARN. */
export interface RoleArn {
  readonly arn: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, … */
  readonly partition: string;
  readonly accountId: string;
}

/** Why a text is no role to assume, and what to write in its place. */
export interface RoleArnProblem {
  /** A sentence without a final full stop. */
  readonly message: string;
  /** An imperative sentence without a final full stop. */
  readonly fix: string;
}

// IAM user guide, "IAM identifiers": a role's path may hold every printable character, its name may not. A ":" is not taken
// all the same: it comes from a second ARN without a line of its own.
const ROLE_ARN = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:[!-9;-~]*\/)?[\w+=,.@-]+$/;
const NAME = /^[\w+=,.@/-]+$/;
const FORM = 'Write arn:aws:iam::ACCOUNT:role/NAME, as IAM shows it for the role';

/** Reads the ARN of an IAM role; undefined where the text is none. */
export function parseRoleArn(text: string): RoleArn | undefined {
  const [arn, partition, accountId] = ROLE_ARN.exec(text) ?? [];
  if (arn === undefined || partition === undefined || accountId === undefined) return undefined;
  return { arn, partition, accountId };
}

/**
 * Says what is wrong with a line of `role-to-assume`; undefined where it is the ARN of a role that credentials of the region
 * can belong to.
 *
 * @param region region of STS; absent where none is known, which is reported elsewhere
 */
export function whyNoRoleArn(text: string, region: string | undefined): RoleArnProblem | undefined {
  const role = parseRoleArn(text);
  if (role !== undefined) return region === undefined ? undefined : wrongPartition(role, region);
  if (/\s/.test(text)) return withBlanks(text);
  if (/^(["'`]).*\1$/.test(text)) {
    return { message: 'the ARN is in quotes', fix: `Write it without them: ${text.slice(1, -1)}` };
  }
  if (!text.startsWith('arn:')) return noArn(text);
  return wrongArn(text);
}

function wrongPartition({ arn, partition }: RoleArn, region: string): RoleArnProblem | undefined {
  const needed = partitionOf(region);
  if (needed === partition) return undefined;
  return {
    message: `the role lies in the partition ${partition}, but the region ${region} in ${needed}`,
    fix: `Name a region of ${partition} in aws-region, or the role as ${arn.replace(partition, needed)} where that is its ARN`,
  };
}

function withBlanks(text: string): RoleArnProblem {
  const plain = text.replaceAll(/\s/g, '');
  const message = 'the ARN has blanks in it';
  return parseRoleArn(plain) === undefined
    ? { message, fix: `${FORM}; several roles are written one a line` }
    : { message, fix: `Write ${plain}` };
}

function noArn(text: string): RoleArnProblem {
  if (/^\d{12}$/.test(text)) return { message: 'this is an account id and no role', fix: FORM };
  if (!NAME.test(text)) return { message: 'this is no ARN', fix: FORM };
  const name = text.replace(/^\/?(role\/)?/, '');
  return {
    message: 'this is the name of a role and not its ARN',
    fix: `Write arn:aws:iam::ACCOUNT:role/${name} with the account's id`,
  };
}

const OTHER_KINDS: Readonly<Record<string, string>> = {
  user: 'a user',
  group: 'a group',
  policy: 'a policy',
  root: 'an account',
  'instance-profile': 'an instance profile',
  'oidc-provider': 'an OIDC provider',
  'federated-user': 'a federated user',
};

function wrongArn(arn: string): RoleArnProblem {
  const [, partition = '', service = '', region = '', account = '', ...rest] = arn.split(':');
  const resource = rest.join(':');
  const kind = resource.split('/', 1)[0] ?? '';
  if (service === 'sts' && kind === 'assumed-role') {
    const name = resource.split('/')[1] ?? '';
    return {
      message: "this is the ARN of a role's session and not of the role",
      fix: `Write arn:${partition}:iam::${account}:role/${name}, with the role's path before its name where it has one`,
    };
  }
  const other = OTHER_KINDS[kind];
  if (other !== undefined) {
    return { message: `this is the ARN of ${other} and not of a role`, fix: FORM };
  }
  if (service !== 'iam') {
    return { message: `this is an ARN of the service "${service}" and not of IAM`, fix: FORM };
  }
  if (region !== '') {
    return {
      message: "a role's ARN has no region in it",
      fix: `Write arn:${partition}:iam::${account}:${resource}`,
    };
  }
  if (!/^\d{12}$/.test(account)) {
    return { message: 'the account in the ARN is no 12 digits', fix: FORM };
  }
  if (!/^aws[a-z-]*$/.test(partition)) {
    return { message: `"${partition}" is no partition of AWS`, fix: FORM };
  }
  if (kind !== 'role') return { message: 'this is no ARN of an IAM role', fix: FORM };
  return {
    message: "the ARN has no name of a role, or characters that a role's name cannot have",
    fix: FORM,
  };
}
