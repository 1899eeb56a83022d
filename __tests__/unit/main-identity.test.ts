import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cleanUp, type SavedState } from '../../src/cleanup.ts';
import { fileSystem } from '../../src/filesystem.ts';
import type { AwsCredentials, SessionRequest, StsApi } from '../../src/identity/role.ts';
import { run } from '../../src/main.ts';
import type { AwsClients } from '../../src/network/aws-clients.ts';
import { ProblemReport } from '../../src/reporting/problem.ts';
import type { Runner, Runtime } from '../../src/runtime.ts';
import { type Effects, fakeAws, fakeRunner, fakeSsm, sdkError } from './fake-runtime.ts';
import { treeOf } from './folders.ts';
import { of, orderOf, outputsIn, PARAMETERS, useJobs } from './jobs.ts';
import { CERTIFICATE_CHAIN } from './values/pem-fixtures.ts';

const ROLE = 'arn:aws:iam::111122223333:role/ci';
const BY_ROLE = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example/?x',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
  'INPUT_ROLE-TO-ASSUME': ROLE,
};
const EXPORTING = { ...BY_ROLE, 'INPUT_EXPORT-CREDENTIALS': 'true' };
const CREDENTIALS = [
  ['AWS_ACCESS_KEY_ID', 'key-unscoped'],
  ['AWS_SECRET_ACCESS_KEY', 'secret-unscoped'],
  ['AWS_SESSION_TOKEN', 'session-unscoped'],
  ['AWS_REGION', 'us-east-1'],
  ['AWS_DEFAULT_REGION', 'us-east-1'],
];
const NAMES = CREDENTIALS.map(([name]) => name);

const jobWith = useJobs();

/** STS that gives sessions named after whether a policy narrows them, or fails. */
function fakeSts(failure?: Error, requests: SessionRequest[] = []): StsApi {
  const answer = async (request: SessionRequest) => {
    requests.push(request);
    if (failure !== undefined) throw failure;
    const id = request.Policy === undefined ? 'unscoped' : 'scoped';
    return {
      Credentials: {
        AccessKeyId: `key-${id}`,
        SecretAccessKey: `secret-${id}`,
        SessionToken: `session-${id}`,
      },
    };
  };
  return {
    assumeRole: answer,
    assumeRoleWithWebIdentity: answer,
    getCallerIdentity: async () => ({}),
  };
}

function awsWith(sts: StsApi, changes: Partial<AwsClients> = {}): Pick<Runtime, 'aws'> {
  return { aws: { ...fakeAws(PARAMETERS), sts: () => sts, ...changes } };
}

const statesIn = (effects: Effects): SavedState[] =>
  of(effects, 'saveState').map(([, text = '']) => JSON.parse(text) as SavedState);

describe('exported credentials', () => {
  it('are set last, after files, outputs and variables, and are masked before', async () => {
    const variables = { ...EXPORTING, 'INPUT_ENV-VARS': 'A=/p/staging/env' };
    const { runtime, effects } = jobWith(variables, awsWith(fakeSts()));

    await run(runtime);

    expect(of(effects, 'exportVariable')).toEqual([
      ['A', 'PASSWORD=s3cret-password\nLEVEL=info'],
      ...CREDENTIALS,
    ]);
    const order = orderOf(effects);
    expect(order.slice(order.indexOf('rename'))).toEqual([
      'rename',
      'setOutput',
      'exportVariable',
      'saveState',
      'group',
      'writeSummary',
    ]);
    const names = effects.map(([name]) => name);
    const masks = effects
      .slice(0, names.indexOf('exportVariable'))
      .filter(([name]) => name === 'mask');
    for (const [, value] of CREDENTIALS.slice(0, 3)) expect(masks).toContainEqual(['mask', value]);
    expect(of(effects, 'mask').flat()).not.toContain('us-east-1');
  });

  it('are those without the policy, while the secrets are read with the narrowed ones', async () => {
    const used: (AwsCredentials | undefined)[] = [];
    const ssm: AwsClients['ssm'] = (_, credentials) => {
      used.push(credentials);
      return fakeSsm(PARAMETERS);
    };
    const { runtime } = jobWith(EXPORTING, awsWith(fakeSts(), { ssm }));
    await run(runtime);
    expect(used.map((credentials) => credentials?.accessKeyId)).toEqual(['key-scoped']);
  });

  it('are saved by name, and never by value, before the first file is written', async () => {
    const { runtime, effects } = jobWith(EXPORTING, awsWith(fakeSts()));
    await run(runtime);
    expect(statesIn(effects).map(({ isComplete, blanked }) => [isComplete, blanked])).toEqual([
      [false, NAMES],
      [true, NAMES],
    ]);
    expect(of(effects, 'saveState').flat().join()).not.toMatch(/(key|secret|session)-unscoped/);
  });

  it('are emptied by the post step', async () => {
    const { runtime, workspace, effects } = jobWith(EXPORTING, awsWith(fakeSts()));
    await run(runtime);
    const [, saved = ''] = of(effects, 'saveState').at(-1) ?? [];
    const after: Effects = [];
    cleanUp(saved, fakeRunner(after), fileSystem);
    expect(of(after, 'exportVariable')).toEqual(NAMES.map((name) => [name, '']));
    expect(treeOf(workspace)).toEqual({});
  });

  it('are all that a step does which names no source', async () => {
    const sourceless = { ...EXPORTING, 'INPUT_ENV-FILES': '', 'INPUT_PEM-FILES': '' };
    const { runtime, workspace, effects } = jobWith(sourceless, awsWith(fakeSts()));
    await run(runtime);
    expect(of(effects, 'exportVariable')).toEqual(CREDENTIALS);
    expect(treeOf(workspace)).toEqual({});
    expect(outputsIn(effects)).toMatchObject({ 'aws-account-id': '111122223333', names: '[]' });
  });

  it('are not set where a source cannot be used, or where they are not asked for', async () => {
    const missing = jobWith({ ...EXPORTING, INPUT_FILES: '/p/missing => x' }, awsWith(fakeSts()));
    await expect(run(missing.runtime)).rejects.toThrow('/p/missing is not found');
    expect(of(missing.effects, 'exportVariable')).toEqual([]);

    const { runtime, effects } = jobWith(BY_ROLE, awsWith(fakeSts()));
    await run(runtime);
    expect(of(effects, 'exportVariable')).toEqual([]);
    expect(statesIn(effects).map(({ blanked }) => blanked)).toEqual([[], []]);
  });

  it('that cannot be set take the files back, and the post step still empties what was set', async () => {
    const failure = new Error('No space left.');
    const failing: Partial<Runner> = {
      exportVariable: (name) => {
        if (name === 'AWS_SESSION_TOKEN') throw failure;
      },
    };
    const { runtime, workspace, effects } = jobWith(EXPORTING, awsWith(fakeSts()), failing);
    await expect(run(runtime)).rejects.toBe(failure);
    expect(treeOf(workspace)).toEqual({});
    const [state, ...others] = statesIn(effects);
    expect(others).toEqual([]);
    expect(state).toMatchObject({ isComplete: false, blanked: NAMES });
  });
});

describe('what was left out of a session', () => {
  const TAGGED = { ...BY_ROLE, 'INPUT_ROLE-SESSION-TAGS': 'true', GITHUB_REPOSITORY: 'octo/app' };

  it('is told in a notice', async () => {
    const { runtime, effects } = jobWith(TAGGED, awsWith(fakeSts()));
    await run(runtime);
    expect(of(effects, 'notice')).toEqual([[expect.stringContaining('The session has no tags')]]);
  });
});

describe('a denied read', () => {
  const denying = (why = '') => {
    const refuse = async (): Promise<never> => {
      throw sdkError('AccessDeniedException', `not authorized to perform: ssm:GetParameter ${why}`);
    };
    return { ...fakeSsm({}), getParameters: refuse, getParameter: refuse };
  };

  it('is explained once for all, after the line of each source', async () => {
    const why = 'because no identity-based policy allows the ssm:GetParameter action';
    const { runtime, workspace, effects } = jobWith(
      BY_ROLE,
      awsWith(fakeSts(), { ssm: () => denying(why) }),
    );
    const error = await run(runtime).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemReport);
    expect((error as ProblemReport).problems.map(({ message }) => message)).toEqual([
      '/p/staging/env may not be read: ssm:GetParameter is denied',
      '/p/pem may not be read: ssm:GetParameter is denied',
      '/p/none may not be read: ssm:GetParameter is denied',
      `AWS denies ${ROLE} ssm:GetParameter on /p/staging/env, /p/pem, /p/none: no policy of it allows that`,
    ]);
    expect(treeOf(workspace)).toEqual({});
    expect(orderOf(effects)).toEqual(['mask']);
  });

  it('that works without the generated policy is told to be the fault of the policy', async () => {
    const ssm: AwsClients['ssm'] = (_, credentials) =>
      credentials?.accessKeyId === 'key-scoped' ? denying() : fakeSsm(PARAMETERS);
    const requests: SessionRequest[] = [];
    const { runtime } = jobWith(BY_ROLE, awsWith(fakeSts(undefined, requests), { ssm }));
    await expect(run(runtime)).rejects.toThrow('Write session-policy: none until that is mended');
    expect(requests.map(({ Policy }) => Policy !== undefined)).toEqual([true, false]);
  });
});

describe('STS with on-unavailable: keep', () => {
  const KEEP = { ...BY_ROLE, 'INPUT_ON-UNAVAILABLE': 'keep', 'INPUT_MAX-ATTEMPTS': '1' };

  function keepingJob(failure: Error, variables: Readonly<Record<string, string>> = KEEP) {
    const job = jobWith(variables, awsWith(fakeSts(failure)));
    mkdirSync(join(job.workspace, 'docker'));
    writeFileSync(join(job.workspace, 'docker/staging.env'), 'A=kept-secret');
    writeFileSync(join(job.workspace, '.pem'), CERTIFICATE_CHAIN);
    return { ...job, before: treeOf(job.workspace) };
  }

  it.each([
    ['is out of reach', Object.assign(new Error('hidden'), { code: 'ECONNREFUSED' })],
    ['throttles', sdkError('ThrottlingException')],
    ['is broken', sdkError('InternalFailure', 'hidden', 503)],
  ])('keeps the files where it %s', async (_, failure) => {
    const { runtime, workspace, effects, before } = keepingJob(failure);
    await run(runtime);
    expect(treeOf(workspace)).toEqual(before);
    expect(of(effects, 'mask').flat()).toContain('kept-secret');
    expect(of(effects, 'warning')).toEqual([
      [
        expect.stringMatching(
          /^AWS cannot be reached\. Kept as they are: docker\/staging\.env, \.pem\./,
        ),
      ],
    ]);
    expect(JSON.stringify(effects)).not.toContain('hidden');
  });

  it.each(['AccessDenied', 'InvalidIdentityToken', 'ExpiredTokenException'])(
    'keeps nothing where it refuses: %s',
    async (name) => {
      const { runtime, effects } = keepingJob(sdkError(name));
      await expect(run(runtime)).rejects.toThrow(`role/ci: ${name}`);
      expect(orderOf(effects)).toEqual(['mask']);
    },
  );

  it('fails where nothing is to be kept', async () => {
    const { runtime } = keepingJob(sdkError('ThrottlingException'), {
      ...KEEP,
      'INPUT_ON-UNAVAILABLE': 'fail',
    });
    await expect(run(runtime)).rejects.toThrow(`role/ci: ThrottlingException`);
  });
});
