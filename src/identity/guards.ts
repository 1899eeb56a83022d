import type { Guards } from '../plan/plan.ts';
import type { Problem } from '../reporting/problem.ts';
import type { Claims } from './claims.ts';

/**
 * Whether the job may have the secrets of this environment, by what GitHub says of it in the token.
 *
 * @param claims of the job's token; undefined where it may have none
 * @param variables `GITHUB_REF_PROTECTED` is read (GitHub documentation, "Variables reference")
 */
export function findUnguarded(
  { githubEnvironment, protected: isProtected }: Guards,
  claims: Claims | undefined,
  variables: Readonly<Record<string, string | undefined>>,
): Problem[] {
  const problems: Problem[] = [];
  const environment = claims?.environment;
  if (githubEnvironment !== undefined && environment !== githubEnvironment.text) {
    problems.push({
      place: githubEnvironment.place,
      message: `the job runs in ${describe(claims, environment)}, and must run in ${githubEnvironment.text}`,
      fix: `Add to the job:\nenvironment: ${githubEnvironment.text}`,
    });
  }
  const isOnProtectedRef = variables.GITHUB_REF_PROTECTED === 'true';
  if (isProtected !== undefined && !isOnProtectedRef && environment === undefined) {
    problems.push({
      place: isProtected,
      message: 'the job runs neither from a protected ref nor in a GitHub environment',
      fix: 'Run it from a protected branch or tag, or add "environment:" to the job',
    });
  }
  return problems;
}

function describe(claims: Claims | undefined, environment: string | undefined): string {
  if (claims === undefined) return 'an environment that is not known without an OIDC token';
  return environment === undefined ? 'no GitHub environment' : `the environment ${environment}`;
}
