import type { AwsCredentials, StsApi } from '../identity/role.ts';
import type { SsmApi } from '../stores/parameter-store.ts';
import type { SecretsManagerApi } from '../stores/secrets-manager.ts';
import type { Agents } from './agents.ts';

/** Makes the clients of AWS services; no call is made before one of their functions is called. */
export interface AwsClients {
  /** STS of a region; without credentials the SDK's default chain finds the ambient ones for the calls that are signed. */
  sts(region: string, credentials?: AwsCredentials): StsApi;
  /** Systems Manager of a region; without credentials the SDK's default chain finds the ambient ones. */
  ssm(region: string, credentials: AwsCredentials | undefined): SsmApi;
  /** Secrets Manager of a region, with credentials as above. */
  secretsManager(
    region: string,
    credentials: AwsCredentials | undefined,
  ): Promise<SecretsManagerApi>;
}

/** Clients whose code can be loaded before the first call. */
export interface LateAwsClients extends AwsClients {
  readonly load: () => void;
}

/** The clients of the AWS SDK, which is large: it is loaded at the first call, or when `load` asks for it. */
export function makeAwsClients(agents: Agents): LateAwsClients {
  const load = once(async () => (await import('./sdk-clients.ts')).makeSdkClients(agents));
  return {
    load: () => {
      // The first call tells of what fails here.
      load().catch(() => {});
    },
    sts(region, credentials) {
      const sts = once(async () => (await load()).sts(region, credentials));
      return {
        assumeRole: async (...call) => (await sts()).assumeRole(...call),
        assumeRoleWithWebIdentity: async (...call) =>
          (await sts()).assumeRoleWithWebIdentity(...call),
        getCallerIdentity: async (...call) => (await sts()).getCallerIdentity(...call),
      };
    },
    ssm(region, credentials) {
      const ssm = once(async () => (await load()).ssm(region, credentials));
      return {
        getParameters: async (...call) => (await ssm()).getParameters(...call),
        getParameter: async (...call) => (await ssm()).getParameter(...call),
        getParametersByPath: async (...call) => (await ssm()).getParametersByPath(...call),
      };
    },
    secretsManager: async (...given) => (await load()).secretsManager(...given),
  };
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
