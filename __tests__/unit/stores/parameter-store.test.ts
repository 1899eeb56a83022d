import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import pLimit from 'p-limit';
import { DeadlineError } from '../../../src/network/deadline.ts';
import { Pace } from '../../../src/network/pace.ts';
import type { ParameterSource } from '../../../src/plan/source.ts';
import type { Outcome } from '../../../src/stores/outcome.ts';
import {
  fetchParameters,
  type SsmApi,
  type SsmParameter,
} from '../../../src/stores/parameter-store.ts';
import { fakeSsm, ONE_ATTEMPT, sdkError } from '../fake-runtime.ts';

const source = (name: string, selector?: string, region = 'us-east-1'): ParameterSource => ({
  kind: 'parameter',
  name,
  region,
  ...(selector === undefined ? {} : { selector }),
});

const parameter = (name: string, value: string, more: SsmParameter = {}): SsmParameter => ({
  Name: name,
  Value: value,
  Version: 1,
  ...more,
});

const found = (value: string, version = '1'): Outcome => ({
  kind: 'found',
  bytes: Buffer.from(value),
  version,
});

/** SSM that gives these to every batch, whatever is asked for. */
function giving(parameters: readonly SsmParameter[]): SsmApi {
  return { ...fakeSsm({}), getParameters: async () => ({ Parameters: parameters }) };
}

/** What came of the sources, by their key. */
async function fetchFrom(
  ssm: SsmApi,
  sources: readonly ParameterSource[],
): Promise<Record<string, Outcome>> {
  return Object.fromEntries(await fetchParameters(sources, () => ssm, pLimit(10), ONE_ATTEMPT));
}

beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});

describe('the calls', () => {
  it('take ten parameters each', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `/p/${index}`);
    const calls: string[][] = [];
    const ssm = fakeSsm(
      Object.fromEntries(names.map((name) => [name, parameter(name, `value of ${name}`)])),
      calls,
    );
    const outcomes = await fetchFrom(
      ssm,
      names.map((name) => source(name)),
    );
    expect(calls).toEqual([names.slice(0, 10), names.slice(10, 20), names.slice(20)]);
    expect(outcomes).toEqual(
      Object.fromEntries(names.map((name) => [`us-east-1 ${name}`, found(`value of ${name}`)])),
    );
  });

  it('are none without sources', async () => {
    const ssmOf = jest.fn<(region: string) => SsmApi>();
    await expect(fetchParameters([], ssmOf, pLimit(10), ONE_ATTEMPT)).resolves.toEqual(new Map());
    expect(ssmOf).not.toHaveBeenCalled();
  });

  it('ask for the same source once, for another version of it again', async () => {
    const calls: string[][] = [];
    await fetchFrom(fakeSsm({}, calls), [source('/a'), source('/a'), source('/a', '3')]);
    expect(calls).toEqual([['/a', '/a:3']]);
  });

  it('go to the region of each source', async () => {
    const calls: string[] = [];
    const ssmOf = (region: string): SsmApi => ({
      ...fakeSsm({}),
      getParameters: async (names) => {
        calls.push(`${region}: ${names}`);
        return { Parameters: [parameter('/a', `of ${region}`)] };
      },
    });
    const outcomes = await fetchParameters(
      [source('/a'), source('/a', undefined, 'eu-west-1'), source('/b')],
      ssmOf,
      pLimit(10),
      ONE_ATTEMPT,
    );
    expect(calls).toEqual(['us-east-1: /a,/b', 'eu-west-1: /a']);
    expect(outcomes.get('us-east-1 /a')).toEqual(found('of us-east-1'));
    expect(outcomes.get('eu-west-1 /a')).toEqual(found('of eu-west-1'));
  });

  it('run side by side, and no more than ten', async () => {
    let running = 0;
    let most = 0;
    const ssm: SsmApi = {
      ...fakeSsm({}),
      getParameters: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
        return {};
      },
    };
    await fetchFrom(
      ssm,
      Array.from({ length: 150 }, (_, index) => source(`/p/${index}`)),
    );
    expect(most).toBe(10);
  });

  it('are tried again where the error passes', async () => {
    let calls = 0;
    const ssm: SsmApi = {
      ...fakeSsm({}),
      getParameters: async () => {
        calls += 1;
        if (calls === 1) throw sdkError('ThrottlingException');
        return { Parameters: [parameter('/a', 'x')] };
      },
    };
    const limits = { ...ONE_ATTEMPT, maxAttempts: 2 };
    const outcomes = await fetchParameters([source('/a')], () => ssm, pLimit(10), limits);
    expect(outcomes.get('us-east-1 /a')).toEqual(found('x'));
  });
});

const ARN = 'arn:aws:ssm:us-east-1:111122223333:parameter/shared/x';

describe('an answer', () => {
  it.each<[string, ParameterSource[], SsmParameter[], Outcome[]]>([
    [
      'in another order',
      [source('/a'), source('/b')],
      [parameter('/b', 'B'), parameter('/a', 'A')],
      [found('A'), found('B')],
    ],
    [
      'that lacks one',
      [source('/a'), source('/b')],
      [parameter('/b', 'B')],
      [{ kind: 'missing' }, found('B')],
    ],
    ['without a value', [source('/a')], [{ Name: '/a' }], [{ kind: 'missing' }]],
    [
      'with versions, which tells them with a colon',
      [source('/a', '3'), source('/a', '4'), source('/a', 'live'), source('/a')],
      [
        parameter('/a', 'live', { Selector: ':live', Version: 3 }),
        parameter('/a', 'new', { Version: 5 }),
        parameter('/a', 'four', { Selector: ':4', Version: 4 }),
        parameter('/a', 'three', { Selector: ':3', Version: 3 }),
      ],
      [found('three', '3'), found('four', '4'), found('live', '3'), found('new', '5')],
    ],
    [
      'with a selector but no colon',
      [source('/a', '3'), source('/a')],
      [
        parameter('/a', 'three', { Selector: '3', Version: 3 }),
        parameter('/a', 'new', { Version: 5 }),
      ],
      [found('three', '3'), found('new', '5')],
    ],
    [
      'that lacks one of two versions',
      [source('/a', '3'), source('/a', '4')],
      [parameter('/a', 'four', { Selector: ':4', Version: 4 })],
      [{ kind: 'missing' }, found('four', '4')],
    ],
    [
      'that does not repeat the only selector',
      [source('/a', '3')],
      [parameter('/a', 'three', { Version: 3 })],
      [found('three', '3')],
    ],
    ['with a slash in front', [source('name')], [parameter('/name', 'x')], [found('x')]],
    ['without the slash in front', [source('/name')], [parameter('name', 'x')], [found('x')]],
    ['of another level', [source('/a/name')], [parameter('a/name', 'x')], [{ kind: 'missing' }]],
    ['with the ARN as name', [source(ARN)], [parameter(ARN, 'x')], [found('x')]],
    ['without a version', [source('/a')], [{ Name: '/a', Value: '' }], [found('', '')]],
  ])('%s is joined to its sources', async (_, sources, parameters, outcomes) => {
    expect(Object.values(await fetchFrom(giving(parameters), sources))).toEqual(outcomes);
  });

  it('tells what reports need: version, date and ARN; text is UTF-8', async () => {
    const lastModified = new Date('2030-01-01');
    const answer = {
      Name: '/shared/x',
      ARN,
      Version: 7,
      Value: 'ä\n',
      LastModifiedDate: lastModified,
    };
    expect(await fetchFrom(giving([answer]), [source(ARN)])).toEqual({
      [`us-east-1 ${ARN}`]: {
        kind: 'found',
        bytes: Buffer.from([0xc3, 0xa4, 0x0a]),
        version: '7',
        lastModified,
        arn: ARN,
      },
    });
  });

  it('without anything means that all are missing', async () => {
    const ssm: SsmApi = { ...fakeSsm({}), getParameters: async () => ({}) };
    expect(await fetchFrom(ssm, [source('/a')])).toEqual({ 'us-east-1 /a': { kind: 'missing' } });
  });
});

describe('a refused batch', () => {
  /** SSM that refuses batches with one error, and single parameters each with its own, or gives them. */
  function refusing(
    batch: Error,
    singles: Readonly<Record<string, Error>>,
    calls: string[],
  ): SsmApi {
    return {
      ...fakeSsm({}),
      getParameters: async (names) => {
        calls.push(`batch of ${names.length}`);
        throw batch;
      },
      getParameter: async (name) => {
        calls.push(name);
        const error = singles[name];
        if (error !== undefined) throw error;
        return { Parameter: parameter(name, `value of ${name}`) };
      },
    };
  }

  it.each(['AccessDeniedException', 'InvalidKeyId', 'ValidationException'])(
    'by %s is read one by one',
    async (name) => {
      const calls: string[] = [];
      const ssm = refusing(sdkError(name), {}, calls);
      expect(await fetchFrom(ssm, [source('/a'), source('/b', '3')])).toEqual({
        'us-east-1 /a': found('value of /a'),
        'us-east-1 /b:3': found('value of /b:3'),
      });
      expect(calls).toEqual(['batch of 2', '/a', '/b:3']);
    },
  );

  const SSM_DENIED = 'User: x is not authorized to perform: ssm:GetParameter on resource: y';
  const KEY = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d';
  const KMS_DENIED = `The ciphertext refers to a key that you may not use: not authorized to perform: kms:Decrypt on resource: ${KEY} because no identity-based policy allows the kms:Decrypt action`;
  it.each<[string, Error, Outcome]>([
    [
      'is denied by SSM',
      sdkError('AccessDeniedException', SSM_DENIED),
      { kind: 'denied', denial: { action: 'ssm:GetParameter', policy: 'unknown' } },
    ],
    [
      'is denied by KMS',
      sdkError('AccessDeniedException', KMS_DENIED),
      {
        kind: 'denied',
        denial: { action: 'kms:Decrypt', keyArn: KEY, policy: 'identity' },
      },
    ],
    ['is missing', sdkError('ParameterNotFound'), { kind: 'missing' }],
    ['has no such version', sdkError('ParameterVersionNotFound'), { kind: 'missing' }],
    ['has a bad key', sdkError('InvalidKeyId'), { kind: 'failed', reason: 'InvalidKeyId' }],
    [
      'cannot be reached',
      Object.assign(new Error('x'), { code: 'ECONNRESET' }),
      { kind: 'unavailable', reason: 'ECONNRESET' },
    ],
  ])('tells which one %s', async (_, error, outcome) => {
    const ssm = refusing(sdkError('AccessDeniedException'), { '/b': error }, []);
    expect(await fetchFrom(ssm, [source('/a'), source('/b')])).toEqual({
      'us-east-1 /a': found('value of /a'),
      'us-east-1 /b': outcome,
    });
  });

  it('leaves the other batches as they are', async () => {
    const calls: string[][] = [];
    const ssm: SsmApi = {
      ...fakeSsm({}, calls),
      getParameters: async (names) => {
        if (names.includes('/p/10')) throw sdkError('AccessDeniedException');
        return { Parameters: names.map((name) => parameter(name, 'x')) };
      },
    };
    const sources = Array.from({ length: 12 }, (_, index) => source(`/p/${index}`));
    const outcomes = await fetchFrom(ssm, sources);
    expect(calls).toEqual([['/p/10'], ['/p/11']]);
    expect(outcomes['us-east-1 /p/9']).toEqual(found('x'));
    expect(outcomes['us-east-1 /p/10']).toEqual({ kind: 'missing' });
  });
});

describe('a failed call', () => {
  it('fails each source of its batch, without a foreign message', async () => {
    const ssm: SsmApi = {
      ...fakeSsm({}),
      getParameters: async () => {
        throw Object.assign(new Error('a secret'), { code: 'ENOTFOUND', hostname: 'ssm.x' });
      },
    };
    const failed = { kind: 'unavailable', reason: 'ENOTFOUND (ssm.x)' };
    expect(await fetchFrom(ssm, [source('/a'), source('/b')])).toEqual({
      'us-east-1 /a': failed,
      'us-east-1 /b': failed,
    });
  });

  it.each(['getParameters', 'getParameter'] as const)(
    'of %s hands on the deadline',
    async (call) => {
      const controller = new AbortController();
      const refuse = (name: keyof SsmApi) => async (): Promise<never> => {
        if (name === call) controller.abort(new DeadlineError(120));
        throw sdkError('AccessDeniedException');
      };
      const ssm = {
        ...fakeSsm({}),
        getParameters: refuse('getParameters'),
        getParameter: refuse('getParameter'),
      };
      const limits = { maxAttempts: 1, deadline: controller.signal, pace: new Pace() };
      await expect(fetchParameters([source('/a')], () => ssm, pLimit(10), limits)).rejects.toEqual(
        new DeadlineError(120),
      );
    },
  );
});
