import { describe, expect, it } from '@jest/globals';
import pLimit from 'p-limit';
import { DeadlineError } from '../../../src/network/deadline.ts';
import { Pace } from '../../../src/network/pace.ts';
import type { SecretSource } from '../../../src/plan/source.ts';
import type { Outcome } from '../../../src/stores/outcome.ts';
import { fetchSecrets, type SecretsManagerApi } from '../../../src/stores/secrets-manager.ts';
import { ONE_ATTEMPT, sdkError } from '../fake-runtime.ts';

type Answer = Awaited<ReturnType<SecretsManagerApi['getSecretValue']>>;

const source = (secretId: string, more: Partial<SecretSource> = {}): SecretSource => ({
  kind: 'secret',
  secretId,
  region: 'us-east-1',
  ...more,
});

/** What came of one secret that is answered so. */
async function outcomeOf(answer: Answer | Error): Promise<Outcome | undefined> {
  const api: SecretsManagerApi = {
    getSecretValue: async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const outcomes = await fetchSecrets([source('a')], async () => api, pLimit(1), ONE_ATTEMPT);
  return outcomes.get('us-east-1 secretsmanager:a');
}

describe('fetchSecrets', () => {
  it('asks for each secret once, by its stage or version, in its region', async () => {
    const asked: unknown[] = [];
    const apiOf = async (region: string): Promise<SecretsManagerApi> => ({
      getSecretValue: async (request) => {
        asked.push([region, request]);
        return { SecretString: `${region} ${request.SecretId}`, VersionId: 'v' };
      },
    });
    const sources = [
      source('a'),
      source('a'),
      source('a', { versionStage: 'AWSPREVIOUS' }),
      source('a', { versionId: 'v1' }),
      source('b', { region: 'eu-west-1' }),
    ];
    const outcomes = await fetchSecrets(sources, apiOf, pLimit(2), ONE_ATTEMPT);
    expect(asked).toEqual([
      ['us-east-1', { SecretId: 'a' }],
      ['us-east-1', { SecretId: 'a', VersionStage: 'AWSPREVIOUS' }],
      ['us-east-1', { SecretId: 'a', VersionId: 'v1' }],
      ['eu-west-1', { SecretId: 'b' }],
    ]);
    expect([...outcomes.keys()]).toEqual([
      'us-east-1 secretsmanager:a',
      'us-east-1 secretsmanager:a@AWSPREVIOUS',
      'us-east-1 secretsmanager:a@v1',
      'eu-west-1 secretsmanager:b',
    ]);
    expect(outcomes.get('eu-west-1 secretsmanager:b')).toEqual({
      kind: 'found',
      bytes: Buffer.from('eu-west-1 b'),
      version: 'v',
    });
  });

  const DATE = new Date('2030-01-01');
  it.each<[string, Answer | Error, object]>([
    [
      'text',
      { SecretString: 'ä', VersionId: 'v', CreatedDate: DATE, ARN: 'arn' },
      { kind: 'found', bytes: Buffer.from('ä'), version: 'v', lastModified: DATE, arn: 'arn' },
    ],
    [
      'bytes',
      { SecretBinary: Buffer.from([0xff]), VersionId: 'v' },
      { kind: 'found', bytes: Buffer.from([0xff]), isBinary: true, version: 'v' },
    ],
    ['an empty text', { SecretString: '' }, { kind: 'found', bytes: Buffer.from(''), version: '' }],
    ['nothing', {}, { kind: 'missing' }],
    ['not found', sdkError('ResourceNotFoundException'), { kind: 'missing' }],
    [
      'denied',
      sdkError('AccessDeniedException', 'may not'),
      { kind: 'denied', denial: { action: 'secretsmanager:GetSecretValue', policy: 'unknown' } },
    ],
    [
      'denied by its key',
      sdkError('AccessDeniedException', 'Access to KMS is not allowed'),
      { kind: 'denied', denial: { action: 'kms:Decrypt', policy: 'unknown' } },
    ],
    [
      'throttled for too long',
      sdkError('ThrottlingException'),
      { kind: 'unavailable', reason: 'ThrottlingException' },
    ],
    [
      'an invalid request',
      sdkError('InvalidRequestException'),
      { kind: 'failed', reason: 'InvalidRequestException' },
    ],
    [
      'marked for deletion',
      sdkError('InvalidRequestException', 'it was marked for deletion.'),
      {
        kind: 'failed',
        reason: 'it is scheduled for deletion',
        fix: 'Take it back:\naws secretsmanager restore-secret --secret-id a',
      },
    ],
    [
      'without credentials',
      sdkError('CredentialsProviderError'),
      {
        kind: 'failed',
        reason: 'CredentialsProviderError',
        fix: expect.stringContaining('role-to-assume: '),
      },
    ],
  ])('tells what came of a secret: %s', async (_, answer, outcome) => {
    expect(await outcomeOf(answer)).toEqual(outcome);
  });

  it('hands on the deadline', async () => {
    const limits = {
      maxAttempts: 1,
      deadline: AbortSignal.abort(new DeadlineError(120)),
      pace: new Pace(),
    };
    const api: SecretsManagerApi = { getSecretValue: async () => ({}) };
    await expect(fetchSecrets([source('a')], async () => api, pLimit(1), limits)).rejects.toBe(
      limits.deadline.reason,
    );
  });
});
