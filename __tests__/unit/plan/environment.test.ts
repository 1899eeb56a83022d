import { describe, expect, it } from '@jest/globals';
import { findEnvironment, isEnvironmentName } from '../../../src/plan/environment.ts';
import type { WorkflowEvent } from '../../../src/plan/event.ts';
import { PUSH } from '../fake-runtime.ts';

const DISPATCH: WorkflowEvent = { ...PUSH, dispatchInputs: { environment: 'dispatched' } };
const DEPLOYMENT: WorkflowEvent = { ...PUSH, deploymentEnvironment: 'deployed' };
const DISPATCHED = { name: 'dispatched', from: 'the workflow_dispatch input "environment"' };
const DEPLOYED = { name: 'deployed', from: 'the environment of the deployment event' };

describe('findEnvironment', () => {
  it.each<[string, string | undefined, WorkflowEvent | undefined, unknown]>([
    ['the input', 'staging', undefined, { name: 'staging', from: 'environment' }],
    ['the input before the event', 'staging', DISPATCH, { name: 'staging', from: 'environment' }],
    ['the dispatch', undefined, DISPATCH, DISPATCHED],
    ['the dispatch before the deployment', undefined, { ...DISPATCH, ...DEPLOYMENT, dispatchInputs: DISPATCH.dispatchInputs }, DISPATCHED],
    ['the deployment', undefined, DEPLOYMENT, DEPLOYED],
    ['the deployment, since the dispatch is empty', undefined, { ...DEPLOYMENT, dispatchInputs: { environment: '' } }, DEPLOYED],
    ['nothing', undefined, PUSH, undefined],
    ['nothing without an event', undefined, undefined, undefined],
  ])('takes %s', (_, input, event, expected) => {
    expect(findEnvironment(input, event)).toEqual(expected);
  });
});

describe('isEnvironmentName', () => {
  it.each([
    ['staging', true],
    ['eu-1.prod_2', true],
    ['9', true],
    ['.hidden', false],
    ['-x', false],
    ['_x', false],
    ['a/b', false],
    ['a b', false],
    ['stäging', false],
    ['staging\n', false],
    ['', false],
  ])('of %j is %s', (name, expected) => {
    expect(isEnvironmentName(name)).toBe(expected);
  });
});
