import type { LimitFunction } from 'p-limit';
import { transienceOf } from '../network/failure.ts';
import { type RetryLimits, withRetries } from '../network/retry.ts';
import { type SecretSource, sourcesByKey } from '../plan/source.ts';
import type { Outcome, Outcomes } from './outcome.ts';
import { failureOf } from './read-failure.ts';

/** What GetSecretValue is asked (Secrets Manager API reference, GetSecretValue). */
export interface SecretRequest {
  readonly SecretId: string;
  readonly VersionStage?: string;
  readonly VersionId?: string;
}

/** The call of Secrets Manager that reads a secret. It rejects with the SDK's errors. */
export interface SecretsManagerApi {
  getSecretValue(
    request: SecretRequest,
    signal: AbortSignal,
  ): Promise<{
    readonly ARN?: string | undefined;
    readonly SecretString?: string | undefined;
    readonly SecretBinary?: Uint8Array | undefined;
    readonly VersionId?: string | undefined;
    readonly CreatedDate?: Date | undefined;
  }>;
}

/**
 * Reads each secret once, all side by side.
 *
 * @param atOnce bounds the calls under way
 * @returns an outcome for each secret, under its `sourceKey`
 */
export async function fetchSecrets(
  sources: readonly SecretSource[],
  apiOf: (region: string) => Promise<SecretsManagerApi>,
  atOnce: LimitFunction,
  limits: RetryLimits,
): Promise<Outcomes> {
  return new Map(
    await Promise.all(
      [...sourcesByKey(sources)].map(async ([key, source]): Promise<[string, Outcome]> => {
        const api = await apiOf(source.region);
        return [key, await atOnce(() => readSecret(source, api, limits))];
      }),
    ),
  );
}

async function readSecret(
  { secretId, versionStage, versionId }: SecretSource,
  api: SecretsManagerApi,
  limits: RetryLimits,
): Promise<Outcome> {
  const request: SecretRequest = {
    SecretId: secretId,
    ...(versionStage === undefined ? {} : { VersionStage: versionStage }),
    ...(versionId === undefined ? {} : { VersionId: versionId }),
  };
  try {
    const { SecretString, SecretBinary, VersionId, CreatedDate, ARN } = await withRetries(
      (signal) => api.getSecretValue(request, signal),
      transienceOf,
      limits,
    );
    if (SecretString === undefined && SecretBinary === undefined) return { kind: 'missing' };
    return {
      kind: 'found',
      bytes: SecretBinary ?? Buffer.from(SecretString ?? '', 'utf8'),
      ...(SecretBinary === undefined ? {} : { isBinary: true }),
      version: VersionId ?? '',
      ...(CreatedDate === undefined ? {} : { lastModified: CreatedDate }),
      ...(ARN === undefined ? {} : { arn: ARN }),
    };
  } catch (error) {
    if (limits.deadline.aborted) throw error;
    return isScheduledForDeletion(error)
      ? {
          kind: 'failed',
          reason: 'it is scheduled for deletion',
          fix: `Take it back:\naws secretsmanager restore-secret --secret-id ${secretId}`,
        }
      : failureOf(error, 'secretsmanager:GetSecretValue');
  }
}

/** AWS words it "You can't perform this operation on the secret because it was marked for deletion." */
function isScheduledForDeletion(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'InvalidRequestException' &&
    /marked (for deletion|deleted)/.test(error.message)
  );
}
