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

/**
 * Adds the host to answers and to the errors of the network: most of Node's do not tell it (TLS, proxies, timeouts), and
 * the SDK keeps an answer as `$response` of the error that it becomes.
 */
class HostNamingHandler extends NodeHttpHandler {
  override async handle(
    ...[request, options]: Parameters<NodeHttpHandler['handle']>
  ): ReturnType<NodeHttpHandler['handle']> {
    const { hostname } = request;
    try {
      const { response } = await super.handle(request, options);
      return { response: Object.assign(response, { hostname }) };
    } catch (error) {
      // An address may be the proxy's, which is then what failed.
      if (error instanceof Error && !('address' in error)) {
        Object.assign(error, { hostname, ...error });
      }
      throw error;
    }
  }
}

/** The AWS SDK behind the few calls that the action makes. Retries are the caller's: `withRetries`. Loaded by `makeAwsClients`. */
export function makeSdkClients({ http, https }: Agents): AwsClients {
  const common = {
    maxAttempts: 1,
    requestHandler: new HostNamingHandler({
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
