import { describeFailure, transienceOf } from '../network/failure.ts';
import type { DeniedAction, Failure } from './outcome.ts';

const NOT_FOUND = ['ParameterNotFound', 'ParameterVersionNotFound', 'ResourceNotFoundException'];
const NO_CREDENTIALS = `There are no AWS credentials on this runner. Name a role:
role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`;

/**
 * What an error of SSM or Secrets Manager means for the source that was read.
 *
 * @param action the permission that the call needs
 */
export function failureOf(error: unknown, action: DeniedAction): Failure {
  const { name, message } = error instanceof Error ? error : new Error();
  if (NOT_FOUND.includes(name)) return { kind: 'missing' };
  if (name === 'AccessDeniedException') {
    // AWS words it "… is not authorized to perform: kms:Decrypt …" when the key is what refuses.
    return { kind: 'denied', action: message.includes('kms:') ? 'kms:Decrypt' : action };
  }
  const reason = describeFailure(error);
  if (transienceOf(error) !== 'no') return { kind: 'unavailable', reason };
  if (name === 'CredentialsProviderError') return { kind: 'failed', reason, fix: NO_CREDENTIALS };
  return { kind: 'failed', reason };
}
