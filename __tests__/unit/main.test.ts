import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cleanUp, type SavedState, STATE } from '../../src/cleanup.ts';
import { fileSystem } from '../../src/filesystem.ts';
import type { AwsCredentials } from '../../src/identity/role.ts';
import { run } from '../../src/main.ts';
import { CancelledError } from '../../src/network/deadline.ts';
import { ActionError } from '../../src/reporting/action-error.ts';
import { ProblemReport } from '../../src/reporting/problem.ts';
import type { Runner, Runtime } from '../../src/runtime.ts';
import { type Effects, fakeAws, fakeRunner, fakeSsm, jwt } from './fake-runtime.ts';
import { treeOf, withHook } from './folders.ts';
import { of, orderOf, outputsIn, PARAMETERS, parameter, useJobs } from './jobs.ts';
import { CERTIFICATE_CHAIN } from './values/pem-fixtures.ts';

const jobWith = useJobs();

describe('a run', () => {
  it('masks, saves its state, writes, sets outputs and reports, in this order', async () => {
    const { runtime, workspace, effects } = jobWith();
    await run(runtime);
    expect(orderOf(effects)).toEqual([
      'mask',
      'saveState',
      'makeDirectory',
      'create',
      'rename',
      'setOutput',
      'saveState',
      'group',
      'writeSummary',
    ]);
    expect(readFileSync(join(workspace, 'docker/staging.env'), 'utf8')).toBe(
      'PASSWORD=s3cret-password\nLEVEL=info\n',
    );
    expect(readFileSync(join(workspace, '.pem'), 'utf8')).toBe(CERTIFICATE_CHAIN);
    expect(Object.keys(treeOf(workspace))).toEqual(['.pem', 'docker', 'docker/staging.env']);
  });

  it('masks the secrets and not the words that hide nothing', async () => {
    const { runtime, effects } = jobWith();
    await run(runtime);
    const masks = of(effects, 'mask').flat();
    expect(masks).toContain('s3cret-password');
    expect(masks).toContain(CERTIFICATE_CHAIN.split('\n')[1]);
    expect(masks).not.toContain('staging');
    expect(masks).not.toContain('info');
    expect(masks.join('\n')).not.toContain('-----BEGIN');
  });

  it('never masks environment and region, and leaves the names of unmasked-names', async () => {
    const value = 'A=staging\nB=us-east-1\nC=s3cret\nD=also-s3cret';
    const { runtime, effects } = jobWith(
      { 'INPUT_UNMASKED-NAMES': 'D' },
      {
        aws: fakeAws({ ...PARAMETERS, '/p/staging/env': parameter('/p/staging/env', value) }),
      },
    );
    await run(runtime);
    const masks = of(effects, 'mask').flat();
    expect(masks).toContain('s3cret');
    expect(masks).not.toContain('staging');
    expect(masks).not.toContain('us-east-1');
    expect(masks).not.toContain('also-s3cret');
    expect(of(effects, 'group')[0]?.[1]).toMatch(/\nNot masked: A, B, D$/);
  });

  it('tells names, and no value, in outputs, log and summary', async () => {
    const { runtime, workspace, effects } = jobWith();
    await run(runtime);
    expect(outputsIn(effects)).toEqual({
      environment: 'staging',
      'env-files': join(workspace, 'docker/staging.env'),
      'pem-files': join(workspace, '.pem'),
      files: '',
      'rendered-files': '',
      names: '["PASSWORD","LEVEL"]',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      'aws-account-id': '111122223333',
      skipped: 'false',
    });
    expect(of(effects, 'group')).toEqual([
      [
        'Fetched secrets of staging',
        `
Source          Version    Changed    Target                  Variables
/p/staging/env  4          1 day ago  docker/staging.env      2
/p/pem          4          1 day ago  .pem                    -
/p/none         not found  -          none.pem (not written)  -
Not masked: LEVEL`.trim(),
      ],
    ]);
    expect(of(effects, 'writeSummary')[0]?.[0]).toContain('<td>docker/staging.env</td>');
    const told = effects.filter(([name]) => name !== 'mask');
    expect(JSON.stringify(told)).not.toContain('s3cret');
  });

  it('drops what could undo it only when all is done and saved', async () => {
    const { runtime, workspace, effects } = jobWith();
    writeFileSync(join(workspace, '.pem'), 'old');
    await run(runtime);
    const order = orderOf(effects);
    expect(order).toContain('backUp');
    expect(order.slice(order.lastIndexOf('saveState'))).toEqual([
      'saveState',
      'remove',
      'group',
      'writeSummary',
    ]);
  });

  it('saves what the post step needs to undo it at any time', async () => {
    const { runtime, workspace, effects } = jobWith({ INPUT_CLEANUP: 'false' });
    await run(runtime);
    const states = of(effects, 'saveState').map(([name, text = '']) => {
      const { journal, ...rest } = JSON.parse(text) as SavedState;
      return { name, ...rest, paths: journal.files.map(({ path }) => path) };
    });
    const paths = [join(workspace, 'docker/staging.env'), join(workspace, '.pem')];
    expect(states).toEqual([
      { name: STATE, cleanup: false, isComplete: false, blanked: [], paths },
      { name: STATE, cleanup: false, isComplete: true, blanked: [], paths },
    ]);
  });

  it('leaves a workspace that its post step makes as it was', async () => {
    const { runtime, workspace, effects } = jobWith();
    await run(runtime);
    const [, saved = ''] = of(effects, 'saveState').at(-1) ?? [];
    cleanUp(saved, fakeRunner([]), fileSystem);
    expect(treeOf(workspace)).toEqual({});
  });

  it('leaves nothing beside a file that stood there', async () => {
    const { runtime, workspace } = jobWith();
    writeFileSync(join(workspace, '.pem'), 'old');
    await run(runtime);
    expect(Object.keys(treeOf(workspace))).toEqual(['.pem', 'docker', 'docker/staging.env']);
  });

  it('writes with the mode of the input', async () => {
    const { runtime, workspace } = jobWith({ 'INPUT_FILE-MODE': '640' });
    await run(runtime);
    expect(treeOf(workspace)['.pem']).toMatch(/^640 /);
  });

  it('by a role masks token and credentials first, and reads with them', async () => {
    const credentials: (AwsCredentials | undefined)[] = [];
    const { runtime, effects } = jobWith(
      {
        ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example/?x',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
        'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::444455556666:role/ci',
      },
      {
        aws: {
          ...fakeAws({}),
          ssm: (_, given) => {
            credentials.push(given);
            return fakeSsm(PARAMETERS);
          },
        },
      },
    );
    await run(runtime);
    expect(effects.slice(0, 4)).toEqual([
      ['mask', jwt({ sub: 'repo:o/r' })],
      ['mask', 'ASIA-access-key'],
      ['mask', 'secret-access-key'],
      ['mask', 'session-token'],
    ]);
    expect(credentials).toEqual([
      {
        accessKeyId: 'ASIA-access-key',
        secretAccessKey: 'secret-access-key',
        sessionToken: 'session-token',
      },
    ]);
    expect(outputsIn(effects)['aws-account-id']).toBe('444455556666');
  });

  it('copies files of the workspace without AWS', async () => {
    const unused = (): never => {
      throw new Error('AWS is asked.');
    };
    const { runtime, workspace, effects } = jobWith(
      { 'INPUT_ENV-FILES': 'file:defaults => .env', 'INPUT_PEM-FILES': '', 'INPUT_AWS-REGION': '' },
      { aws: { sts: unused, ssm: unused, secretsManager: unused } },
    );
    writeFileSync(join(workspace, 'defaults'), 'A=no-secret');
    await run(runtime);
    expect(readFileSync(join(workspace, '.env'), 'utf8')).toBe('A=no-secret\n');
    expect(of(effects, 'mask')).toEqual([]);
    expect(outputsIn(effects)).toMatchObject({ fingerprint: '', names: '["A"]' });
  });

  it('reads the event only where no input names the environment', async () => {
    let events = 0;
    const readEvent: Runtime['readEvent'] = async () => {
      events += 1;
      return {
        name: 'workflow_dispatch',
        actor: 'octocat',
        dispatchInputs: { environment: 'staging' },
        fromFork: false,
      };
    };
    await run(jobWith({}, { readEvent }).runtime);
    expect(events).toBe(0);
    const { runtime, effects } = jobWith({ INPUT_ENVIRONMENT: ' ' }, { readEvent });
    await run(runtime);
    expect(events).toBe(1);
    expect(outputsIn(effects).environment).toBe('staging');
  });
});

describe('variables and outputs', () => {
  const MORE = {
    'INPUT_ENV-VARS': 'PASS=/p/staging/env#x?\nA=/p/value',
    INPUT_OUTPUTS: 'o=/p/value',
  };
  const value = { ...PARAMETERS, '/p/value': parameter('/p/value', 'value-of-it') };

  it('are set after all files are in place, and masked before', async () => {
    const variables = { 'INPUT_ENV-VARS': 'A=/p/value', INPUT_OUTPUTS: 'o=/p/value' };
    const { runtime, effects } = jobWith(variables, { aws: fakeAws(value) });
    await run(runtime);
    expect(of(effects, 'exportVariable')).toEqual([['A', 'value-of-it']]);
    expect(outputsIn(effects)).toMatchObject({ o: 'value-of-it', skipped: 'false' });
    expect(of(effects, 'mask').flat()).toContain('value-of-it');
    const order = orderOf(effects);
    expect(order.slice(order.indexOf('rename'))).toEqual([
      'rename',
      'setOutput',
      'exportVariable',
      'saveState',
      'group',
      'writeSummary',
    ]);
  });

  it('are not set where one source cannot be used', async () => {
    const { runtime, effects } = jobWith(MORE, { aws: fakeAws(value) });
    await expect(run(runtime)).rejects.toBeInstanceOf(ProblemReport);
    expect(effects).toEqual([]);
  });
});

describe('AWS out of reach', () => {
  const unreachable = {
    ...fakeAws({}),
    ssm: () => ({
      ...fakeSsm({}),
      getParameters: () =>
        Promise.reject(Object.assign(new Error('s3cret'), { code: 'ENOTFOUND' })),
    }),
  };
  const KEEP = { 'INPUT_ON-UNAVAILABLE': 'keep', 'INPUT_MAX-ATTEMPTS': '1' };

  it('keeps the files that exist, masked, with a warning', async () => {
    const { runtime, workspace, effects } = jobWith(KEEP, { aws: unreachable });
    mkdirSync(join(workspace, 'docker'));
    writeFileSync(join(workspace, 'docker/staging.env'), 'A=kept-secret');
    writeFileSync(join(workspace, '.pem'), CERTIFICATE_CHAIN);
    const before = treeOf(workspace);
    await run(runtime);
    expect(treeOf(workspace)).toEqual(before);
    expect(orderOf(effects)).toEqual(['mask', 'warning', 'setOutput', 'group', 'writeSummary']);
    expect(of(effects, 'mask').flat()).toContain('kept-secret');
    expect(of(effects, 'warning')[0]?.[0]).toMatch(
      /^AWS cannot be reached. Kept as they are: docker\/staging.env, .pem\./,
    );
    expect(outputsIn(effects)).toMatchObject({ names: '["A"]', fingerprint: '', skipped: 'false' });
    expect(JSON.stringify(effects)).not.toContain('s3cret');
  });

  it.each([
    ['not every file exists', KEEP, 'on-unavailable: keep does not help'],
    ['nothing is to be kept', { 'INPUT_MAX-ATTEMPTS': '1' }, 'cannot be read: ENOTFOUND'],
  ])('fails where %s', async (_, variables, message) => {
    const { runtime, workspace, effects } = jobWith(variables, { aws: unreachable });
    writeFileSync(join(workspace, '.pem'), CERTIFICATE_CHAIN);
    await expect(run(runtime)).rejects.toThrow(message);
    expect(effects).toEqual([]);
  });

  it('is not what denied or missing is: these keep nothing', async () => {
    const { runtime, workspace } = jobWith(KEEP, { aws: fakeAws({}) });
    mkdirSync(join(workspace, 'docker'));
    writeFileSync(join(workspace, 'docker/staging.env'), 'A=kept-secret');
    writeFileSync(join(workspace, '.pem'), CERTIFICATE_CHAIN);
    await expect(run(runtime)).rejects.toBeInstanceOf(ProblemReport);
  });
});

describe('warnings', () => {
  it('of inputs and of git come before anything is fetched', async () => {
    const { runtime, workspace, effects } = jobWith(
      { INPUT_COLOUR: 'red' },
      {
        git: async (paths) =>
          new Map(
            paths.map(({ path }) => [
              path,
              { tracked: false, ignored: !path.endsWith('/.pem'), ignoreLine: '/.pem' },
            ]),
          ),
      },
    );
    await run(runtime);
    expect(effects.slice(0, 2)).toEqual([
      ['warning', 'This action has no input "colour"; it is ignored.'],
      ['warning', 'git does not ignore every target. Add to .gitignore:\n/.pem'],
    ]);
    expect(Object.keys(treeOf(workspace))).toContain('.pem');
  });

  it('is all that comes of a summary that cannot be written', async () => {
    const writeSummary = (): Promise<void> => Promise.reject(new Error('s3cret'));
    const { runtime, workspace, effects } = jobWith({}, {}, { writeSummary });
    await run(runtime);
    expect(of(effects, 'warning')).toEqual([['The job summary cannot be written.']]);
    expect(Object.keys(treeOf(workspace))).toContain('.pem');
  });

  it('are none without a summary', async () => {
    const { runtime, effects } = jobWith({ INPUT_SUMMARY: 'false' });
    await run(runtime);
    expect(orderOf(effects).at(-1)).toBe('group');
  });
});

describe('a job without a token', () => {
  const ROLE = { 'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::111122223333:role/ci' };

  it('can skip: it ends well, with a notice, its outputs and nothing else', async () => {
    const { runtime, workspace, effects } = jobWith({
      ...ROLE,
      'INPUT_ON-MISSING-TOKEN': 'skip',
    });
    await run(runtime);
    expect(orderOf(effects)).toEqual(['notice', 'setOutput']);
    expect(of(effects, 'notice')).toEqual([
      [
        'No secrets were fetched: the job may not ask for an OIDC token: it lacks the permission "id-token: write".',
      ],
    ]);
    expect(outputsIn(effects)).toMatchObject({ skipped: 'true', environment: 'staging' });
    expect(treeOf(workspace)).toEqual({});
  });

  it('fails otherwise, and does nothing', async () => {
    const { runtime, effects } = jobWith(ROLE);
    await expect(run(runtime)).rejects.toThrow('There is no OIDC token');
    expect(effects).toEqual([]);
  });
});

describe('a failure', () => {
  it('of the plan tells inputs and targets in one report, before anything is asked', async () => {
    const unused = (): never => {
      throw new Error('AWS is asked.');
    };
    const { runtime, workspace, effects } = jobWith(
      { INPUT_CLEANUP: 'maybe', INPUT_COLOUR: 'red' },
      { aws: { sts: unused, ssm: unused, secretsManager: unused } },
    );
    mkdirSync(join(workspace, '.pem'));
    const error = await run(runtime).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemReport);
    expect((error as ProblemReport).problems.map(({ place, message }) => [place, message])).toEqual(
      [
        [{ input: 'cleanup', text: 'maybe' }, expect.stringContaining('not one of true, false')],
        [expect.objectContaining({ input: 'pem-files', line: 1 }), 'the target .pem is a folder'],
      ],
    );
    expect(String(error)).toContain('The step cannot run as it is written:\n- cleanup: ');
    expect(effects).toEqual([]);
  });

  it.each([
    ['an input', { INPUT_CLEANUP: 'maybe' }, 'cleanup'],
    ['a target', { 'INPUT_PEM-FILES': '/p/pem => ..' }, 'pem-files, line 1'],
  ])('of one thing in the plan is enough: %s', async (_, variables, place) => {
    const { runtime, effects } = jobWith(variables);
    await expect(run(runtime)).rejects.toThrow(
      `The step cannot run as it is written:\n- ${place}: `,
    );
    expect(effects).toEqual([]);
  });

  it('of one source writes nothing, saves nothing and sets no output', async () => {
    const { runtime, workspace, effects } = jobWith({ INPUT_FILES: '/p/missing => x' });
    await expect(run(runtime)).rejects.toThrow('/p/missing is not found in us-east-1');
    expect(effects).toEqual([]);
    expect(treeOf(workspace)).toEqual({});
  });

  it('of a write leaves everything as it was, and no output', async () => {
    const effects: Effects = [];
    const files = withHook((operation, path) => {
      // The second file, beside which lies no folder.
      if (operation === 'create' && !path.includes('/docker/')) {
        throw Object.assign(new Error('s3cret'), { code: 'ENOSPC' });
      }
    });
    const { runtime, workspace } = jobWith({}, { files, runner: fakeRunner(effects) });
    await expect(run(runtime)).rejects.toThrow(new ActionError('.pem cannot be written: ENOSPC'));
    expect(treeOf(workspace)).toEqual({});
    expect(orderOf(effects)).toEqual(['mask', 'saveState']);
  });

  const FAILURE = new Error('No space left.');
  const throwFailure = (): never => {
    throw FAILURE;
  };
  it.each<[string, Partial<Runner>]>([
    [
      'an output',
      {
        setOutput: (name) => {
          if (name === 'names') throwFailure();
        },
      },
    ],
    ['a variable', { exportVariable: throwFailure }],
    [
      'the state of a step that is complete',
      {
        saveState: (_, text) => {
          if ((JSON.parse(text) as SavedState).isComplete) throwFailure();
        },
      },
    ],
  ])('of %s takes the files back', async (_, failing) => {
    const variables = { 'INPUT_ENV-VARS': 'A=/p/staging/env' };
    const { runtime, workspace, effects } = jobWith(variables, {}, failing);
    mkdirSync(join(workspace, 'docker'));
    writeFileSync(join(workspace, 'docker/staging.env'), 'old');
    const before = treeOf(workspace);
    await expect(run(runtime)).rejects.toBe(FAILURE);
    expect(treeOf(workspace)).toEqual(before);
    expect(of(effects, 'group')).toEqual([]);
  });

  it('by a cancelled job writes nothing, also after all was fetched', async () => {
    const cancellation = new AbortController();
    const { runtime, workspace, effects } = jobWith(
      {},
      {
        cancelled: cancellation.signal,
        aws: {
          ...fakeAws({}),
          ssm: () => ({
            ...fakeSsm(PARAMETERS),
            getParameters: async (...request) => {
              const answer = await fakeSsm(PARAMETERS).getParameters(...request);
              queueMicrotask(() => queueMicrotask(() => cancellation.abort(new CancelledError())));
              return answer;
            },
          }),
        },
      },
    );
    await expect(run(runtime)).rejects.toBeInstanceOf(CancelledError);
    expect(of(effects, 'saveState')).toEqual([]);
    expect(treeOf(workspace)).toEqual({});
  });

  it('of a job that masks its last secret when it is cancelled still writes nothing', async () => {
    const cancellation = new AbortController();
    const mask = (): void => cancellation.abort(new CancelledError());
    const { runtime, workspace } = jobWith({}, { cancelled: cancellation.signal }, { mask });
    await expect(run(runtime)).rejects.toBeInstanceOf(CancelledError);
    expect(treeOf(workspace)).toEqual({});
  });

  it.each(['GITHUB_WORKSPACE', 'RUNNER_TEMP'])('is told where %s is not set', async (name) => {
    const { runtime } = jobWith({ [name]: '' });
    await expect(run(runtime)).rejects.toThrow(
      new ActionError(
        'GITHUB_WORKSPACE or RUNNER_TEMP is not set: this program is run by a GitHub Actions runner',
      ),
    );
  });
});
