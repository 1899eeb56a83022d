import {
  GetSecretValueCommand,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager';
import type { SecretsManagerApi } from '../stores/secrets-manager.ts';

/** Secrets Manager behind the one call that the action makes. A file of its own, to be loaded only for a plan with secrets. */
export function makeSecretsManager(config: SecretsManagerClientConfig): SecretsManagerApi {
  const client = new SecretsManagerClient(config);
  return {
    getSecretValue: (request, abortSignal) =>
      client.send(new GetSecretValueCommand(request), { abortSignal }),
  };
}
