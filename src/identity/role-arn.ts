/** An IAM role, by its ARN. */
export interface RoleArn {
  readonly arn: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, … */
  readonly partition: string;
  readonly accountId: string;
}

// IAM user guide, "IAM identifiers": path and name of a role.
const ROLE_ARN = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/[\w+=,.@/-]+$/;

/** Reads the ARN of an IAM role; undefined where the text is none. */
export function parseRoleArn(text: string): RoleArn | undefined {
  const [arn, partition, accountId] = ROLE_ARN.exec(text) ?? [];
  if (arn === undefined || partition === undefined || accountId === undefined) return undefined;
  return { arn, partition, accountId };
}
