import { describe, expect, it } from '@jest/globals';
import { explainMissingToken } from '../../../src/identity/missing-token.ts';
import type { WorkflowEvent } from '../../../src/plan/event.ts';
import { PUSH } from '../fake-runtime.ts';

const FORK = {
  cause: 'this pull request comes from a fork, and GitHub gives its runs no OIDC token',
  fix: 'Let such runs pass without secrets:\non-missing-token: skip',
};
const DEPENDABOT = {
  cause: 'Dependabot started this run, and GitHub gives its runs no OIDC token',
  fix: FORK.fix,
};
const PERMISSION = {
  cause: 'the job may not ask for an OIDC token: it lacks the permission "id-token: write"',
  fix: `Add to the job, and in a reusable workflow also to the job that calls it:
permissions:
  id-token: write
  contents: read`,
};

describe('explainMissingToken', () => {
  it.each<[string, Partial<WorkflowEvent>, object]>([
    ['a push', {}, PERMISSION],
    ['a pull request of the repository', { name: 'pull_request' }, PERMISSION],
    ['a pull request of a fork', { name: 'pull_request', fromFork: true }, FORK],
    ['a review of a fork', { name: 'pull_request_review', fromFork: true }, FORK],
    [
      'a fork in the context of the base',
      { name: 'pull_request_target', fromFork: true },
      PERMISSION,
    ],
    ['another event about a fork', { name: 'issue_comment', fromFork: true }, PERMISSION],
    ['a push of Dependabot', { actor: 'dependabot[bot]' }, DEPENDABOT],
    [
      'a pull request of Dependabot',
      { name: 'pull_request', actor: 'dependabot[bot]' },
      DEPENDABOT,
    ],
    [
      'Dependabot in the context of the base',
      { name: 'pull_request_target', actor: 'dependabot[bot]' },
      PERMISSION,
    ],
  ])('of %s', (_, event, expected) => {
    expect(explainMissingToken({ ...PUSH, ...event })).toEqual(expected);
  });
});
