import type { Problem } from '../reporting/problem.ts';
import type { Claims } from './claims.ts';
import type { RoleArn } from './role-arn.ts';

/** What an environment of the manifest asks of the job, before anything is read. */
export interface EnvironmentGuard {
  /** Twelve digits: the account that the last role must lie in. */
  readonly account?: string;
  /** The GitHub environment that the job must run in. */
  readonly githubEnvironment?: string;
  /** Whether the job must run from a protected ref, or in a GitHub environment. */
  readonly isProtected: boolean;
}

// IAM user guide, "Roles terms and concepts", role chaining: an hour at most.
const LONGEST_CHAINED_SECONDS = 3_600;

/** Whether credentials lie in the account that the environment names; known for a role before any call. */
export function wrongAccount(
  { account }: EnvironmentGuard,
  accountId: string | undefined,
  whose: string,
): Problem | undefined {
  if (account === undefined || account === accountId) return undefined;
  return {
    message: `the account ${accountId ?? '(unknown)'} of ${whose} is not that of the environment, ${account}`,
    fix: `Name a role of the account ${account}, or correct account`,
  };
}

/**
 * Whether the job runs in the GitHub environment that the environment names, as the token says.
 *
 * @param claims absent where the job has no token: then nothing shows it
 */
export function wrongGithubEnvironment(
  { githubEnvironment: required }: EnvironmentGuard,
  claims: Claims | undefined,
): Problem | undefined {
  if (required === undefined || claims?.environment === required) return undefined;
  const fix = `Add to the job:\nenvironment: ${required}`;
  if (claims === undefined) {
    return {
      message: `the job must run in the GitHub environment ${required}, which only an OIDC token shows, and it has none`,
      fix: `${fix}\npermissions:\n  id-token: write\n  contents: read`,
    };
  }
  const actual = claims.environment === undefined ? 'in none' : `in ${claims.environment}`;
  return {
    message: `the job must run in the GitHub environment ${required}, and runs ${actual}`,
    fix,
  };
}

/**
 * Whether the job runs from a protected ref or in a GitHub environment, where the environment asks for it.
 *
 * @param variables `GITHUB_REF` and `GITHUB_REF_PROTECTED` are read; the token's `ref_protected` counts more
 */
export function unprotectedJob(
  { isProtected }: EnvironmentGuard,
  claims: Claims | undefined,
  variables: Readonly<Record<string, string | undefined>>,
): Problem | undefined {
  if (!isProtected || claims?.environment !== undefined) return undefined;
  const refProtected = claims?.ref_protected ?? variables.GITHUB_REF_PROTECTED;
  if (refProtected === 'true') return undefined;
  return {
    message: `the environment is protected, but ${variables.GITHUB_REF ?? 'the ref'} is not, and the job runs in no GitHub environment`,
    fix: 'Run it from a protected branch or tag, or add environment: NAME to the job',
  };
}

/** Whether a session may last as long where a role is assumed by another one. */
export function tooLongForChain(
  roles: readonly RoleArn[],
  durationSeconds: number,
): Problem | undefined {
  if (roles.length < 2 || durationSeconds <= LONGEST_CHAINED_SECONDS) return undefined;
  return {
    place: { input: 'role-duration-seconds', text: String(durationSeconds) },
    message: 'a session of a role that another role assumes lasts one hour at most',
    fix: `Write role-duration-seconds: ${LONGEST_CHAINED_SECONDS}, or less`,
  };
}
