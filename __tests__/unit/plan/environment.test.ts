import { describe, expect, it } from '@jest/globals';
import {
  type EnvironmentContext,
  type EnvironmentRules,
  findEnvironment,
} from '../../../src/plan/environment.ts';
import type { WorkflowEvent } from '../../../src/plan/event.ts';
import type { Problem } from '../../../src/reporting/problem.ts';
import { PUSH } from '../fake-runtime.ts';

const DISPATCH: WorkflowEvent = { ...PUSH, dispatchInputs: { environment: 'dispatched' } };
const DEPLOYMENT: WorkflowEvent = { ...PUSH, deploymentEnvironment: 'deployed' };
const INPUT = { text: 'staging', place: { input: 'environment', text: 'staging' } };
const VARIABLE = {
  settings: { variable: 'APP_ENV', rules: new Map() },
  variables: { APP_ENV: ' of-variable ' },
};

const STAGING: EnvironmentRules = { name: 'staging', aliases: ['stage', 'st'] };
const TEST: EnvironmentRules = { name: 'development', aliases: [] };
const RULES = new Map([
  ['staging', STAGING],
  ['test', TEST],
]);

function find(
  context: Partial<EnvironmentContext>,
): [ReturnType<typeof findEnvironment>, Problem[]] {
  const problems: Problem[] = [];
  const nothing = {
    input: undefined,
    settings: { rules: new Map() },
    variables: {},
    event: undefined,
  };
  return [findEnvironment({ ...nothing, ...context }, problems), problems];
}

describe('the environment', () => {
  it.each<[string, Partial<EnvironmentContext>, string | undefined]>([
    ['the input', { input: INPUT }, 'staging'],
    ['the input before all', { input: INPUT, event: DISPATCH, ...VARIABLE }, 'staging'],
    ['the variable before the event', { event: DISPATCH, ...VARIABLE }, 'of-variable'],
    [
      'the dispatch, since the variable is empty',
      { ...VARIABLE, event: DISPATCH, variables: { APP_ENV: ' ' } },
      'dispatched',
    ],
    [
      'the dispatch, since no variable is named',
      { event: DISPATCH, variables: { APP_ENV: 'x' } },
      'dispatched',
    ],
    [
      'the dispatch before the deployment',
      { event: { ...DISPATCH, deploymentEnvironment: 'deployed' } },
      'dispatched',
    ],
    ['the deployment', { event: DEPLOYMENT }, 'deployed'],
    [
      'the deployment, since the dispatch is empty',
      { event: { ...DEPLOYMENT, dispatchInputs: { environment: '' } } },
      'deployed',
    ],
    ['nothing', { event: PUSH, settings: { variable: 'APP_ENV', rules: RULES } }, undefined],
    ['nothing without an event', {}, undefined],
  ])('is taken from %s', (_, context, name) => {
    expect(find(context)).toEqual([name === undefined ? undefined : { name }, []]);
  });

  it.each([
    ['staging', { name: 'staging', rules: STAGING }],
    ['st', { name: 'staging', rules: STAGING }],
    ['test', { name: 'development', rules: TEST }],
  ])('of a manifest is found by name, alias and use: %s', (text, expected) => {
    const input = { text, place: { input: 'environment' } };
    expect(find({ input, settings: { rules: RULES } })).toEqual([expected, []]);
  });

  it('is refused where the manifest does not list it', () => {
    const input = { text: 'prod', place: { input: 'environment', text: 'prod' } };
    expect(find({ input, settings: { rules: RULES } })).toEqual([
      { name: 'prod' },
      [
        {
          place: input.place,
          message: 'the manifest has no environment prod',
          fix: 'Write one of staging (stage, st), test, or add it to the manifest',
        },
      ],
    ]);
  });

  it.each(['eu-1.prod_2', '9'])('may be named %j', (text) => {
    expect(find({ input: { text, place: { input: 'environment' } } })).toEqual([
      { name: text },
      [],
    ]);
  });

  it.each(['.hidden', '-x', '_x', 'a/b', 'a b', 'stäging', 'x\n'])(
    'may not be named %j',
    (text) => {
      const [found, problems] = find({ event: { ...PUSH, deploymentEnvironment: text } });
      // A name, if not a good one, was given.
      expect(found).toEqual({ name: 'environment' });
      expect(problems).toEqual([
        {
          place: { input: 'the environment of the deployment event', text },
          message:
            'an environment begins with a letter or digit and consists of letters, digits, ".", "_" and "-"',
          fix: 'Name it as its secrets do, for example environment: staging',
        },
      ]);
    },
  );

  it.each([
    [
      { event: { ...PUSH, dispatchInputs: { environment: '/' } } },
      'the workflow_dispatch input "environment"',
    ],
    [{ ...VARIABLE, variables: { APP_ENV: '/' } }, 'the variable APP_ENV'],
  ])('that is bad is told with where it was found: %j', (context, input) => {
    expect(find(context)[1]).toMatchObject([{ place: { input, text: '/' } }]);
  });
});
