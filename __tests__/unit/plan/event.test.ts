import { describe, expect, it } from '@jest/globals';
import { type EventContext, readEvent } from '../../../src/plan/event.ts';

const BASE = { repo: { full_name: 'octo/app' } };

describe('readEvent', () => {
  it.each<[string, string, EventContext['payload'], object]>([
    ['a push', 'push', {}, {}],
    [
      'inputs that are text',
      'workflow_dispatch',
      { inputs: { environment: 'staging', n: 1 } },
      { dispatchInputs: { environment: 'staging' } },
    ],
    ['a dispatch without inputs', 'workflow_dispatch', { inputs: null }, {}],
    ['inputs of another event', 'workflow_call', { inputs: { environment: 'staging' } }, {}],
    [
      'a deployment',
      'deployment',
      { deployment: { environment: 'production' } },
      { deploymentEnvironment: 'production' },
    ],
    ['a deployment of another shape', 'deployment', { deployment: { environment: {} } }, {}],
    [
      'a pull request of the repository',
      'pull_request',
      { pull_request: { head: BASE, base: BASE } },
      {},
    ],
    [
      'a fork',
      'pull_request',
      { pull_request: { head: { repo: { full_name: 'evil/app' } }, base: BASE } },
      { fromFork: true },
    ],
    [
      'a fork that was deleted',
      'pull_request',
      { pull_request: { head: { repo: null }, base: BASE } },
      { fromFork: true },
    ],
  ])('of %s', (_, eventName, payload, expected) => {
    expect(readEvent({ eventName, actor: 'octocat', payload })).toEqual({
      name: eventName,
      actor: 'octocat',
      dispatchInputs: {},
      fromFork: false,
      ...expected,
    });
  });
});
