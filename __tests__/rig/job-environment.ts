import type { TokenEndpoint } from './token-endpoint.ts';

const RUNNER_SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
};

/** No real AWS account may ever be reached: without a stand-in for AWS every call is refused. */
const NOBODY_LISTENS = 'http://127.0.0.1:9';

/** The folders and files of a job, absolute. */
export interface JobPaths {
  root: string;
  workspace: string;
  temp: string;
  home: string;
  eventFile: string;
}

/** Variables that workflows set or the machine has: later ones of a step or of GITHUB_ENV replace them. */
export function machineEnvironment(
  paths: JobPaths,
  awsUrl: string | undefined,
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: paths.home,
    LANG: 'C.UTF-8',
    AWS_ENDPOINT_URL: awsUrl ?? process.env.MOTO_URL ?? NOBODY_LISTENS,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** Variables that the runner sets for every step, after all others. */
export function runnerEnvironment(
  paths: JobPaths,
  options: { repository: string; eventName: string; token: TokenEndpoint | undefined },
): Record<string, string> {
  const { repository, eventName, token } = options;
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: paths.eventFile,
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '9876543210',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'Deploy',
    GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/deploy.yml@refs/heads/main`,
    GITHUB_WORKSPACE: paths.workspace,
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'stand-in',
    RUNNER_OS: RUNNER_SYSTEMS[process.platform] ?? process.platform,
    RUNNER_TEMP: paths.temp,
    ...(token === undefined
      ? {}
      : {
          ACTIONS_ID_TOKEN_REQUEST_URL: token.url,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: token.requestToken,
        }),
  };
}

/** The part of a test's variables that only the runner sets in a real job, such as `GITHUB_ACTOR`. */
export function reservedOnly(env: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => /^(GITHUB|RUNNER|ACTIONS)_/.test(name)),
  );
}
