import { fileSystem } from '../../src/filesystem.ts';
import type { StsApi } from '../../src/identity/role.ts';
import type { AwsClients } from '../../src/network/aws-clients.ts';
import { Pace } from '../../src/network/pace.ts';
import type { RetryLimits } from '../../src/network/retry.ts';
import type { WorkflowEvent } from '../../src/plan/event.ts';
import { draftPlan, type Plan } from '../../src/plan/plan.ts';
import { NO_TEMPLATES } from '../../src/plan/template-set.ts';
import type { Runner, Runtime } from '../../src/runtime.ts';
import type { SsmApi, SsmParameter } from '../../src/stores/parameter-store.ts';

/** What the code did to the outside, in order: the name of the operation and its texts. */
export type Effects = (readonly string[])[];

/** One attempt, and a deadline that does not come. */
export const ONE_ATTEMPT: RetryLimits = {
  maxAttempts: 1,
  deadline: new AbortController().signal,
  pace: new Pace(),
};

export const PUSH: WorkflowEvent = {
  name: 'push',
  actor: 'octocat',
  dispatchInputs: {},
  fromFork: false,
};

/** The plan of a step in the workspace /w with these inputs, which are right. */
export function planOf(inputs: Readonly<Record<string, string>>): Plan {
  const { plan } = draftPlan({
    inputs: { 'aws-region': 'us-east-1', ...inputs },
    manifest: undefined,
    variables: {},
    roots: { workspace: '/w', temp: '/t' },
    event: PUSH,
    openTemplates: () => NO_TEMPLATES,
  });
  return plan;
}

/** An error as the AWS SDK throws it. */
export function sdkError(name: string, message = 'quotes a secret', httpStatusCode = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}

/** A JWT with these claims and no signature. */
export function jwt(claims: Readonly<Record<string, unknown>>): string {
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `header.${encoded}.signature`;
}

/** A runner that writes down what it is asked. */
export function fakeRunner(effects: Effects): Runner {
  const note =
    (name: string) =>
    (...texts: string[]): void => {
      effects.push([name, ...texts]);
    };
  return {
    mask: note('mask'),
    info: note('info'),
    notice: note('notice'),
    warning: note('warning'),
    group: note('group'),
    setOutput: note('setOutput'),
    exportVariable: note('exportVariable'),
    saveState: note('saveState'),
    writeSummary: async (text) => note('writeSummary')(text),
  };
}

/** STS that gives credentials to everybody. */
export const OPEN_STS: StsApi = {
  assumeRoleWithWebIdentity: async () => ({
    Credentials: {
      AccessKeyId: 'ASIA-access-key',
      SecretAccessKey: 'secret-access-key',
      SessionToken: 'session-token',
    },
  }),
  assumeRole: async () => ({}),
  getCallerIdentity: async () => ({ Account: '111122223333' }),
};

/** SSM that holds these parameters by the names they are asked for, `NAME:SELECTOR` included. */
export function fakeSsm(
  parameters: Readonly<Record<string, SsmParameter>>,
  calls: string[][] = [],
): SsmApi {
  return {
    getParameters: async (names) => {
      calls.push(names);
      return { Parameters: names.flatMap((name) => parameters[name] ?? []) };
    },
    getParameter: async (name) => {
      calls.push([name]);
      const parameter = parameters[name];
      if (parameter === undefined) throw sdkError('ParameterNotFound');
      return { Parameter: parameter };
    },
    getParametersByPath: async (path) => {
      calls.push([path]);
      const below = Object.values(parameters).filter(({ Name }) => Name?.startsWith(`${path}/`));
      return { Parameters: below };
    },
  };
}

/** AWS with an open STS, these parameters and no secrets. */
export function fakeAws(parameters: Readonly<Record<string, SsmParameter>>): AwsClients {
  return {
    sts: () => OPEN_STS,
    ssm: () => fakeSsm(parameters),
    secretsManager: async () => ({
      getSecretValue: async () => {
        throw sdkError('ResourceNotFoundException');
      },
    }),
  };
}

/** A runtime with an open STS, no parameters, no git and the machine's file system. */
export function fakeRuntime(effects: Effects, overrides: Partial<Runtime> = {}): Runtime {
  return {
    variables: {},
    runner: fakeRunner(effects),
    readEvent: async () => PUSH,
    get: async () => ({ status: 200, body: JSON.stringify({ value: jwt({ sub: 'repo:o/r' }) }) }),
    connectAhead: () => {},
    aws: fakeAws({}),
    files: fileSystem,
    git: async () => new Map(),
    now: () => new Date('2030-01-02T00:00:00Z'),
    cancelled: new AbortController().signal,
    ...overrides,
  };
}
