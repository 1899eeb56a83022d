import { UnavailableError } from '../network/deadline.ts';
import { describeFailure, transienceOf } from '../network/failure.ts';
import { type RetryLimits, withRetries } from '../network/retry.ts';
import type { RolePlan } from '../plan/role-plan.ts';
import { ActionError } from '../reporting/action-error.ts';
import { type Claims, readClaims } from './claims.ts';

/** Temporary credentials, kept in memory. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** The calls of STS that the action makes. They reject with the SDK's errors. */
export interface StsApi {
  assumeRoleWithWebIdentity(
    input: {
      RoleArn: string;
      RoleSessionName: string;
      WebIdentityToken: string;
      DurationSeconds: number;
    },
    signal: AbortSignal,
  ): Promise<{
    readonly Credentials?:
      | {
          readonly AccessKeyId?: string | undefined;
          readonly SecretAccessKey?: string | undefined;
          readonly SessionToken?: string | undefined;
        }
      | undefined;
  }>;
  getCallerIdentity(signal: AbortSignal): Promise<{ readonly Account?: string | undefined }>;
}

/** STS did not give credentials for the role. */
export class RoleError extends ActionError {
  override readonly name = 'RoleError';
}

/**
 * Assumes the role with the job's OIDC token.
 *
 * @returns credentials, not yet masked
 * @throws RoleError that shows the token's claims, never the token; UnavailableError; or the deadline's reason
 */
export async function assumeRole(
  { role, sessionName, durationSeconds }: RolePlan,
  token: string,
  sts: StsApi,
  limits: RetryLimits,
): Promise<AwsCredentials> {
  const input = {
    RoleArn: role.arn,
    RoleSessionName: sessionName,
    WebIdentityToken: token,
    DurationSeconds: durationSeconds,
  };
  const { Credentials } = await withRetries(
    (signal) => sts.assumeRoleWithWebIdentity(input, signal),
    transienceOf,
    limits,
  ).catch((error: unknown) => {
    if (limits.deadline.aborted) throw error;
    const text = explainRefusal(role.arn, error, readClaims(token));
    throw transienceOf(error) === 'no' ? new RoleError(text) : new UnavailableError(text);
  });
  const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials ?? {};
  if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
    throw new RoleError(`STS answered without credentials for ${role.arn}`);
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  };
}

// STS API reference, AssumeRoleWithWebIdentity, "Errors".
const FIXES: Readonly<Record<string, string>> = {
  AccessDenied:
    "The role does not exist, or its trust policy does not match the token's claims; its condition must match",
  ExpiredTokenException: "The token was too old when STS read it: check the runner's clock",
  InvalidIdentityToken:
    'The account has no OIDC provider for the issuer, or it does not list the audience',
  InvalidIdentityTokenException:
    'The account has no OIDC provider for the issuer, or it does not list the audience',
  RegionDisabledException: 'Enable the region in the account, or name another aws-region',
  ValidationError:
    "role-duration-seconds must not be longer than the role's maximum session duration",
};

const SHOWN_CLAIMS = ['iss', 'sub', 'aud', 'environment', 'ref', 'job_workflow_ref'];

function explainRefusal(arn: string, error: unknown, claims: Claims): string {
  const name = error instanceof Error ? error.name : '';
  const fix = FIXES[name];
  const shown = SHOWN_CLAIMS.flatMap((claim) =>
    claims[claim] === undefined ? [] : [`    ${claim}: ${claims[claim]}`],
  );
  return [
    `AWS did not let the job assume the role ${arn}: ${describeFailure(error)}`,
    ...(fix === undefined ? [] : [`  ${fix}`]),
    ...(shown.length === 0 ? [] : ['  The token says:', ...shown]),
    ...(name === 'AccessDenied' ? conditionFor(claims) : []),
  ].join('\n');
}

function conditionFor({ iss, sub, aud }: Claims): string[] {
  if (iss === undefined || sub === undefined || aud === undefined) return [];
  const provider = iss.replace(/^https:\/\//, '');
  const condition = { StringEquals: { [`${provider}:aud`]: aud, [`${provider}:sub`]: sub } };
  const json = JSON.stringify({ Condition: condition }, undefined, 2).slice(2, -2);
  return [
    '  This condition in the trust policy would match it:',
    ...json.split('\n').map((line) => `  ${line}`),
  ];
}
