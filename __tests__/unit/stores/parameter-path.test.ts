import { describe, expect, it } from '@jest/globals';
import pLimit from 'p-limit';
import { DeadlineError } from '../../../src/network/deadline.ts';
import { Pace } from '../../../src/network/pace.ts';
import type { PathSource } from '../../../src/plan/source.ts';
import type { Outcome } from '../../../src/stores/outcome.ts';
import { fetchPaths } from '../../../src/stores/parameter-path.ts';
import type { SsmApi } from '../../../src/stores/parameter-store.ts';
import { fakeSsm, ONE_ATTEMPT, sdkError } from '../fake-runtime.ts';

type Page = Awaited<ReturnType<SsmApi['getParametersByPath']>>;

const source = (path: string, isRecursive = false, region = 'us-east-1'): PathSource => ({
  kind: 'path',
  path,
  isRecursive,
  region,
});

/** SSM that gives these pages, or fails, by the token that it is asked with; the first is asked without one. */
function paging(pages: Readonly<Record<string, Page | Error>>, asked: unknown[] = []): SsmApi {
  return {
    ...fakeSsm({}),
    getParametersByPath: async (path, isRecursive, token) => {
      asked.push([path, isRecursive, token]);
      const page = pages[token ?? 'first'];
      if (page instanceof Error) throw page;
      return page ?? {};
    },
  };
}

async function outcomeOf(ssm: SsmApi): Promise<Outcome | undefined> {
  const outcomes = await fetchPaths([source('/p')], () => ssm, pLimit(1), ONE_ATTEMPT);
  return outcomes.get('us-east-1 /p/*');
}

describe('fetchPaths', () => {
  it('reads to the last page, also past an empty one, and sorts by name', async () => {
    const asked: unknown[] = [];
    const ssm = paging(
      {
        first: { Parameters: [{ Name: '/p/c', Value: 'C', Version: 3 }], NextToken: 'two' },
        two: { Parameters: [], NextToken: 'three' },
        three: {
          Parameters: [
            { Name: '/p/a', Value: 'A', Version: 1 },
            { Name: '/p/gone' },
            { Name: '/p/b', Value: 'B', Version: 2 },
          ],
        },
      },
      asked,
    );
    const outcome = await outcomeOf(ssm);
    expect(asked).toEqual([
      ['/p', false, undefined],
      ['/p', false, 'two'],
      ['/p', false, 'three'],
    ]);
    expect(outcome).toEqual({
      kind: 'found-path',
      members: ['a', 'b', 'c'].map((name, index) => ({
        kind: 'found',
        name: `/p/${name}`,
        bytes: Buffer.from(name.toUpperCase()),
        version: String(index + 1),
      })),
    });
  });

  it('asks for each path once, in its region and with its depth', async () => {
    const asked: unknown[] = [];
    const sources = [
      source('/p'),
      source('/p'),
      source('/p', true),
      source('/p', false, 'eu-west-1'),
    ];
    const regions: string[] = [];
    const outcomes = await fetchPaths(
      sources,
      (region) => {
        regions.push(region);
        return paging({}, asked);
      },
      pLimit(1),
      ONE_ATTEMPT,
    );
    expect([...outcomes.keys()]).toEqual(['us-east-1 /p/*', 'us-east-1 /p/**', 'eu-west-1 /p/*']);
    expect(asked).toEqual([
      ['/p', false, undefined],
      ['/p', true, undefined],
      ['/p', false, undefined],
    ]);
    expect(regions).toEqual(['us-east-1', 'us-east-1', 'eu-west-1']);
  });

  it.each<[string, Page | Error, Outcome]>([
    ['missing where nothing lies below', {}, { kind: 'missing' }],
    [
      'denied',
      sdkError('AccessDeniedException', 'may not'),
      { kind: 'denied', denial: { action: 'ssm:GetParametersByPath', policy: 'unknown' } },
    ],
    [
      'denied by its key',
      sdkError('AccessDeniedException', 'not authorized to perform: kms:Decrypt'),
      { kind: 'denied', denial: { action: 'kms:Decrypt', policy: 'unknown' } },
    ],
    ['failed', sdkError('ValidationException'), { kind: 'failed', reason: 'ValidationException' }],
    [
      'unavailable',
      sdkError('ThrottlingException'),
      { kind: 'unavailable', reason: 'ThrottlingException' },
    ],
  ])('tells what is %s', async (_, page, outcome) => {
    expect(await outcomeOf(paging({ first: page }))).toEqual(outcome);
  });

  it('takes no part of a path whose later page fails', async () => {
    const first: Page = { Parameters: [{ Name: '/p/a', Value: 'A' }], NextToken: 'two' };
    expect(await outcomeOf(paging({ first, two: sdkError('AccessDeniedException') }))).toEqual({
      kind: 'denied',
      denial: { action: 'ssm:GetParametersByPath', policy: 'unknown' },
    });
  });

  it('hands on the deadline', async () => {
    const limits = {
      maxAttempts: 1,
      deadline: AbortSignal.abort(new DeadlineError(120)),
      pace: new Pace(),
    };
    await expect(fetchPaths([source('/p')], () => paging({}), pLimit(1), limits)).rejects.toBe(
      limits.deadline.reason,
    );
  });
});
