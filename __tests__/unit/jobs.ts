import type { Runner, Runtime } from '../../src/runtime.ts';
import type { SsmParameter } from '../../src/stores/parameter-store.ts';
import { type Effects, fakeAws, fakeRunner, fakeRuntime } from './fake-runtime.ts';
import { useFolders, withHook } from './folders.ts';
import { CERTIFICATE_CHAIN } from './values/pem-fixtures.ts';

/** A parameter of us-east-1 in its fourth version. */
export const parameter = (name: string, value: string): SsmParameter => ({
  Name: name,
  Value: value,
  Version: 4,
  ARN: `arn:aws:ssm:us-east-1:111122223333:parameter${name}`,
  LastModifiedDate: new Date('2030-01-01T00:00:00Z'),
});

/** What the job finds in AWS. */
export const PARAMETERS = {
  '/p/staging/env': parameter('/p/staging/env', 'PASSWORD=s3cret-password\nLEVEL=info'),
  '/p/pem': parameter('/p/pem', CERTIFICATE_CHAIN),
};

const INPUTS = {
  INPUT_ENVIRONMENT: 'staging',
  'INPUT_AWS-REGION': 'us-east-1',
  'INPUT_ENV-FILES': '/p/{environment}/env => docker/staging.env',
  'INPUT_PEM-FILES': '/p/pem => .pem\n/p/none? => none.pem',
};

const CHANGING = ['makeDirectory', 'create', 'backUp', 'rename', 'remove', 'removeDirectory'];

/** A job, and what it did. */
interface Job {
  readonly runtime: Runtime;
  readonly workspace: string;
  readonly effects: Effects;
}

/** A maker of jobs with the inputs of above and more; what they do to files are effects like the runner's. */
export function useJobs(): (
  variables?: Readonly<Record<string, string>>,
  overrides?: Partial<Runtime>,
  failing?: Partial<Runner>,
) => Job {
  const newFolder = useFolders();
  return (variables = {}, overrides = {}, failing = {}) => {
    const effects: Effects = [];
    const workspace = newFolder();
    const runtime = fakeRuntime(effects, {
      variables: {
        ...INPUTS,
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: newFolder(),
        ...variables,
      },
      runner: { ...fakeRunner(effects), ...failing },
      aws: fakeAws(PARAMETERS),
      files: withHook((operation) => {
        if (CHANGING.includes(operation)) effects.push([operation]);
      }),
      ...overrides,
    });
    return { runtime, workspace, effects };
  };
}

/** The names of effects without immediate repetitions. */
export function orderOf(effects: Effects): string[] {
  const names = effects.map(([name = '']) => name);
  return names.filter((name, index) => name !== names[index - 1]);
}

/** The texts of each effect of this name. */
export const of = (effects: Effects, name: string): string[][] =>
  effects.filter(([each]) => each === name).map(([, ...texts]) => texts);

/** The outputs by name. */
export const outputsIn = (effects: Effects): Record<string, string> =>
  Object.fromEntries(of(effects, 'setOutput'));
