import { ActionError } from '../reporting/action-error.ts';
import type { SessionTag } from './session-tags.ts';

/** Temporary credentials, kept in memory. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** What both ways to assume a role have in common (STS API reference, AssumeRole). */
export interface SessionRequest {
  RoleArn: string;
  RoleSessionName: string;
  DurationSeconds: number;
  /** Inline session policy, JSON. */
  Policy?: string;
}

/** What STS answers: credentials, where it gives any. */
export interface SessionAnswer {
  readonly Credentials?:
    | {
        readonly AccessKeyId?: string | undefined;
        readonly SecretAccessKey?: string | undefined;
        readonly SessionToken?: string | undefined;
      }
    | undefined;
}

/** The calls of STS that the action makes. They reject with the SDK's errors. */
export interface StsApi {
  assumeRoleWithWebIdentity(
    input: SessionRequest & { WebIdentityToken: string },
    signal: AbortSignal,
  ): Promise<SessionAnswer>;
  /** Signed with the client's credentials; the only way to tag a session. */
  assumeRole(
    input: SessionRequest & { Tags?: SessionTag[] },
    signal: AbortSignal,
  ): Promise<SessionAnswer>;
  getCallerIdentity(signal: AbortSignal): Promise<{ readonly Account?: string | undefined }>;
}

/** STS did not give credentials for the role. */
export class RoleError extends ActionError {
  override readonly name = 'RoleError';
}

/**
 * The credentials in an answer of STS.
 *
 * @throws RoleError where it has none
 */
export function credentialsIn({ Credentials }: SessionAnswer, roleArn: string): AwsCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials ?? {};
  if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
    throw new RoleError(`STS answered without credentials for ${roleArn}`);
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  };
}
