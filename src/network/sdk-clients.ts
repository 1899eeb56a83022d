import {
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsCredentials } from '../identity/role.ts';
import type { Agents } from './agents.ts';
import type { AwsClients } from './aws-clients.ts';

const CONNECTION_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 10_000;
// SSM API reference, GetParametersByPath: "MaxResults: Maximum value of 10".
const PAGE = 10;

/** The AWS SDK behind the few calls that the action makes. Retries are the caller's: `withRetries`. Loaded by `makeAwsClients`. */
export function makeSdkClients({ http, https }: Agents): AwsClients {
  const common = {
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({
      httpAgent: http,
      httpsAgent: https,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      socketTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    }),
  };
  return {
    sts(region, credentials) {
      const client = new STSClient({
        ...common,
        region,
        ...(credentials === undefined ? {} : { credentials }),
      });
      return {
        assumeRole: (input, abortSignal) =>
          client.send(new AssumeRoleCommand(input), { abortSignal }),
        assumeRoleWithWebIdentity: (input, abortSignal) =>
          client.send(new AssumeRoleWithWebIdentityCommand(input), { abortSignal }),
        getCallerIdentity: (abortSignal) =>
          client.send(new GetCallerIdentityCommand({}), { abortSignal }),
      };
    },
    ssm(region, credentials) {
      const client = new SSMClient({ ...common, region, ...given(credentials) });
      return {
        getParameters: (Names, WithDecryption, abortSignal) =>
          client.send(new GetParametersCommand({ Names, WithDecryption }), { abortSignal }),
        getParameter: (Name, WithDecryption, abortSignal) =>
          client.send(new GetParameterCommand({ Name, WithDecryption }), { abortSignal }),
        getParametersByPath: (Path, Recursive, NextToken, abortSignal) =>
          client.send(
            new GetParametersByPathCommand({
              Path,
              Recursive,
              WithDecryption: true,
              MaxResults: PAGE,
              ...(NextToken === undefined ? {} : { NextToken }),
            }),
            { abortSignal },
          ),
      };
    },
    async secretsManager(region, credentials) {
      const { makeSecretsManager } = await import('./secrets-manager-client.ts');
      return makeSecretsManager({ ...common, region, ...given(credentials) });
    },
  };
}

function given(credentials: AwsCredentials | undefined): { credentials?: AwsCredentials } {
  return credentials === undefined ? {} : { credentials };
}
