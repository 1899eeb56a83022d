/** What AWS says of a call that it denied. */
export interface Denial {
  /** The IAM action that is not allowed: the call's own, or `kms:Decrypt`. */
  readonly action: string;
  /** ARN of the key that may not be used, where AWS names it. */
  readonly keyArn?: string;
  readonly policy: DenyingPolicy;
}

/**
 * The policy that denies. `unknown` where AWS does not say; `explicit` where a statement with `Deny` stands in some policy,
 * which no other statement outweighs.
 */
export type DenyingPolicy =
  | 'identity'
  | 'session'
  | 'boundary'
  | 'organization'
  | 'resource'
  | 'endpoint'
  | 'explicit'
  | 'unknown';

// IAM user guide, "Troubleshoot access denied error messages": how AWS words them.
const POLICIES: readonly (readonly [RegExp, DenyingPolicy])[] = [
  [/with an explicit deny/, 'explicit'],
  [/because no identity-based policy allows/, 'identity'],
  [/because no session policy allows/, 'session'],
  [/because no permissions boundary allows/, 'boundary'],
  [/because no (service|resource) control policy allows/, 'organization'],
  [/because no resource-based policy allows/, 'resource'],
  [/because no VPC endpoint policy allows/, 'endpoint'],
];
// Systems Manager names the action, Secrets Manager says "Access to KMS is not allowed".
const BY_KEY = /kms:Decrypt|access to kms/i;
const KEY_ARN = /on resource: (arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+)/;

/**
 * Reads what an `AccessDeniedException` tells, of which only the IAM action, the key's ARN and the kind of policy are kept.
 *
 * @param action the IAM action of the call, such as `ssm:GetParameter`
 */
export function readDenial(error: unknown, action: string): Denial {
  const text = error instanceof Error ? error.message : '';
  const keyArn = KEY_ARN.exec(text)?.[1];
  return {
    action: BY_KEY.test(text) ? 'kms:Decrypt' : action,
    ...(keyArn === undefined ? {} : { keyArn }),
    policy: POLICIES.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown',
  };
}
