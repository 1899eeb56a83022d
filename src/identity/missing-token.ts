import type { WorkflowEvent } from '../plan/event.ts';

/** Why a job has no OIDC token to ask for, as far as the event shows it, and what mends it. */
export interface MissingToken {
  readonly cause: string;
  readonly fix: string;
}

const PERMISSIONS = `permissions:
  id-token: write
  contents: read`;

const SKIP = `Let such runs pass without secrets:
on-missing-token: skip`;

/**
 * Names the cause. GitHub gives no token to a pull request from a fork, nor to Dependabot's, whatever the workflow says
 * (GitHub documentation, "Events that trigger workflows", pull_request); any other job needs `id-token: write`.
 */
export function explainMissingToken(event: WorkflowEvent): MissingToken {
  if (event.actor === 'dependabot[bot]' && event.name !== 'pull_request_target') {
    return {
      cause: 'Dependabot started this run, and GitHub gives its runs no OIDC token',
      fix: SKIP,
    };
  }
  if (
    event.fromFork &&
    event.name.startsWith('pull_request') &&
    event.name !== 'pull_request_target'
  ) {
    return {
      cause: 'this pull request comes from a fork, and GitHub gives its runs no OIDC token',
      fix: SKIP,
    };
  }
  return {
    cause: 'the job may not ask for an OIDC token: it lacks the permission "id-token: write"',
    fix: `Add to the job, and in a reusable workflow also to the job that calls it:\n${PERMISSIONS}`,
  };
}
