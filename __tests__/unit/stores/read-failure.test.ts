import { describe, expect, it } from '@jest/globals';
import type { Failure } from '../../../src/stores/outcome.ts';
import { failureOf, type ReadAction } from '../../../src/stores/read-failure.ts';
import { sdkError } from '../fake-runtime.ts';

describe('failureOf', () => {
  it.each(['ParameterNotFound', 'ParameterVersionNotFound', 'ResourceNotFoundException'])(
    'counts %s as missing',
    (name) => {
      expect(failureOf(sdkError(name), 'ssm:GetParameter')).toEqual({ kind: 'missing' });
    },
  );

  it.each<ReadAction>([
    'ssm:GetParameter',
    'ssm:GetParametersByPath',
    'secretsmanager:GetSecretValue',
  ])('tells that %s is denied, and by which policy', (action) => {
    const error = sdkError(
      'AccessDeniedException',
      `User: x is not authorized to perform: ${action} because no session policy allows the ${action} action`,
    );
    expect(failureOf(error, action)).toEqual({
      kind: 'denied',
      denial: { action, policy: 'session' },
    });
  });

  it.each<[string, unknown, Failure]>([
    [
      'throttling',
      sdkError('ThrottlingException'),
      { kind: 'unavailable', reason: 'ThrottlingException' },
    ],
    [
      'a network error',
      Object.assign(new Error('s3cret'), { code: 'ECONNREFUSED', address: '127.0.0.1' }),
      { kind: 'unavailable', reason: 'ECONNREFUSED (127.0.0.1)' },
    ],
    [
      'an invalid request',
      sdkError('ValidationException'),
      { kind: 'failed', reason: 'ValidationException' },
    ],
    ['text', 's3cret', { kind: 'failed', reason: 'an unknown error' }],
    [
      'no credentials',
      sdkError('CredentialsProviderError'),
      {
        kind: 'failed',
        reason: 'CredentialsProviderError',
        fix: 'There are no AWS credentials on this runner. Name a role:\nrole-to-assume: arn:aws:iam::ACCOUNT:role/NAME',
      },
    ],
  ])('tells of %s without a foreign message', (_, error, failure) => {
    expect(failureOf(error, 'ssm:GetParameter')).toEqual(failure);
  });
});
