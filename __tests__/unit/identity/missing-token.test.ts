import { describe, expect, it } from '@jest/globals';
import { explainMissingToken } from '../../../src/identity/missing-token.ts';

const PUSH = { name: 'push', actor: 'octocat', dispatchInputs: {}, fromFork: false };

describe('explainMissingToken', () => {
  it.each([
    [PUSH, 'it lacks the permission "id-token: write"', 'id-token: write'],
    [{ ...PUSH, actor: 'dependabot[bot]' }, 'Dependabot started', 'on-missing-token: skip'],
    [
      { ...PUSH, name: 'pull_request_target', actor: 'dependabot[bot]' },
      'it lacks the permission',
      'id-token: write',
    ],
    [
      { ...PUSH, name: 'pull_request', fromFork: true },
      'comes from a fork',
      'on-missing-token: skip',
    ],
    [{ ...PUSH, name: 'pull_request' }, 'it lacks the permission', 'id-token: write'],
    [
      { ...PUSH, name: 'pull_request_target', fromFork: true },
      'it lacks the permission',
      'id-token: write',
    ],
  ])('names the cause for %j', (event, cause, fix) => {
    const missing = explainMissingToken(event);
    expect(missing.cause).toContain(cause);
    expect(missing.fix).toContain(fix);
  });
});
