import { readDenial } from '../identity/denial.ts';
import { describeFailure, transienceOf } from '../network/failure.ts';
import type { Failure } from './outcome.ts';

/** The permission that a call needs. */
export type ReadAction =
  | 'ssm:GetParameter'
  | 'ssm:GetParametersByPath'
  | 'secretsmanager:GetSecretValue';

const NOT_FOUND = ['ParameterNotFound', 'ParameterVersionNotFound', 'ResourceNotFoundException'];
const NO_CREDENTIALS = `There are no AWS credentials on this runner. Name a role:
role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`;

/**
 * What an error of SSM or Secrets Manager means for the source that was read.
 *
 * @param action the permission that the call needs
 */
export function failureOf(error: unknown, action: ReadAction): Failure {
  const name = error instanceof Error ? error.name : '';
  if (NOT_FOUND.includes(name)) return { kind: 'missing' };
  if (name === 'AccessDeniedException') {
    return { kind: 'denied', denial: readDenial(error, action) };
  }
  const reason = describeFailure(error);
  if (transienceOf(error) !== 'no') return { kind: 'unavailable', reason };
  if (name === 'CredentialsProviderError') return { kind: 'failed', reason, fix: NO_CREDENTIALS };
  return { kind: 'failed', reason };
}
