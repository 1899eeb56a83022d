import type { AwsCredentials } from './role.ts';

/** A variable for the later steps of the job. */
export interface JobVariable {
  readonly name: string;
  readonly value: string;
}

/** Credentials as every AWS SDK and the AWS CLI read them (AWS SDKs and tools reference guide, "Environment variables list"). */
export function exportedVariables(
  credentials: AwsCredentials | undefined,
  region = '',
): JobVariable[] {
  if (credentials === undefined) return [];
  return [
    { name: 'AWS_ACCESS_KEY_ID', value: credentials.accessKeyId },
    { name: 'AWS_SECRET_ACCESS_KEY', value: credentials.secretAccessKey },
    { name: 'AWS_SESSION_TOKEN', value: credentials.sessionToken },
    { name: 'AWS_REGION', value: region },
    { name: 'AWS_DEFAULT_REGION', value: region },
  ];
}
