import type { PlacedText } from '../plan/settings.ts';
import type { Place, Problem } from '../reporting/problem.ts';
import type { Claims } from './claims.ts';
import type { RoleArn } from './role-arn.ts';

/** What an environment of the manifest asks of the job before its secrets are read. */
export interface Guards {
  /** The GitHub environment that the job must run in. */
  readonly githubEnvironment?: PlacedText;
  /** Where it is asked for that the job runs from a protected ref, or in a GitHub environment. */
  readonly protected?: Place;
}

// IAM user guide, "Roles terms and concepts", role chaining: an hour at most.
const LONGEST_CHAINED_SECONDS = 3_600;

/** Whether anything is asked for that only the token shows. */
export function isGuarded({ githubEnvironment, protected: place }: Guards): boolean {
  return githubEnvironment !== undefined || place !== undefined;
}

/**
 * Whether the job may have the secrets of this environment, by what GitHub says of it.
 *
 * @param claims of the job's token; absent where it has none
 * @param variables `GITHUB_REF` and `GITHUB_REF_PROTECTED` are read; the token's `ref_protected` counts more
 */
export function findUnguarded(
  guards: Guards,
  claims: Claims | undefined,
  variables: Readonly<Record<string, string | undefined>>,
): Problem[] {
  return [
    wrongGithubEnvironment(guards.githubEnvironment, claims),
    unprotectedJob(guards.protected, claims, variables),
  ].filter((problem) => problem !== undefined);
}

function wrongGithubEnvironment(
  required: PlacedText | undefined,
  claims: Claims | undefined,
): Problem | undefined {
  // GitHub documentation, "Managing environments": names of environments are not case-sensitive.
  const runsIn = claims?.environment?.toLowerCase();
  if (required === undefined || runsIn === required.text.toLowerCase()) return undefined;
  const { text: name, place } = required;
  const fix = `Add to the job:\nenvironment: ${name}`;
  if (claims === undefined) {
    return {
      place,
      message: `the job must run in the GitHub environment ${name}, which only an OIDC token shows, and it has none`,
      fix: `${fix}\npermissions:\n  id-token: write\n  contents: read`,
    };
  }
  const actual = claims.environment === undefined ? 'in none' : `in ${claims.environment}`;
  return {
    place,
    message: `the job must run in the GitHub environment ${name}, and runs ${actual}`,
    fix,
  };
}

function unprotectedJob(
  place: Place | undefined,
  claims: Claims | undefined,
  variables: Readonly<Record<string, string | undefined>>,
): Problem | undefined {
  if (place === undefined || claims?.environment !== undefined) return undefined;
  const isProtected = claims?.ref_protected ?? variables.GITHUB_REF_PROTECTED;
  if (isProtected === 'true') return undefined;
  return {
    place,
    message: `the environment is protected, but ${variables.GITHUB_REF ?? 'the ref'} is not, and the job runs in no GitHub environment`,
    fix: 'Run it from a protected branch or tag, or add environment: NAME to the job',
  };
}

/** Whether a session may last as long where a role is assumed by another one. */
export function tooLongForChain(
  roles: readonly RoleArn[],
  durationSeconds: number,
  place: Place,
): Problem | undefined {
  if (roles.length < 2 || durationSeconds <= LONGEST_CHAINED_SECONDS) return undefined;
  return {
    place,
    message: 'a session of a role that another role assumes lasts one hour at most',
    fix: `Write role-duration-seconds: ${LONGEST_CHAINED_SECONDS}, or less`,
  };
}
