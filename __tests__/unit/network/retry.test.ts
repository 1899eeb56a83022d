import { getEventListeners } from 'node:events';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CancelledError, DeadlineError } from '../../../src/network/deadline.ts';
import type { Transience } from '../../../src/network/failure.ts';
import { Pace } from '../../../src/network/pace.ts';
import { sdkError } from '../fake-runtime.ts';

// Waits are written down and not waited for.
const sleep =
  jest.fn<(ms: number, value: undefined, options: { signal: AbortSignal }) => Promise<void>>();
jest.unstable_mockModule('node:timers/promises', () => ({ setTimeout: sleep }));
const { withRetries } = await import('../../../src/network/retry.ts');

const NEVER = new AbortController().signal;
const FAILURE = sdkError('ThrottlingException');

/** A pace whose clock runs so fast that nobody ever waits for a turn. */
function fastPace(): Pace {
  let now = 0;
  return new Pace(() => {
    now += 60_000;
    return now;
  });
}

/** An attempt that fails `failures` times, then gives its number. */
function failing(failures: number): () => Promise<number> {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= failures) throw FAILURE;
    return calls;
  };
}

beforeEach(() => {
  sleep.mockReset().mockResolvedValue();
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
});

describe('attempts', () => {
  it.each([
    [1, 0, 1],
    [2, 1, 2],
    [8, 7, 8],
    [1, 1, undefined],
    [3, 3, undefined],
  ])('of at most %d with %d failures', async (maxAttempts, failures, expected) => {
    const result = withRetries(failing(failures), () => 'passing', {
      maxAttempts,
      deadline: NEVER,
      pace: fastPace(),
    });
    await (expected === undefined
      ? expect(result).rejects.toBe(FAILURE)
      : expect(result).resolves.toBe(expected));
    expect(sleep).toHaveBeenCalledTimes(Math.min(failures, maxAttempts - 1));
  });

  it('leave nothing behind at the deadline', async () => {
    await withRetries(failing(2), () => 'passing', {
      maxAttempts: 3,
      deadline: NEVER,
      pace: fastPace(),
    });
    expect(getEventListeners(NEVER, 'abort')).toEqual([]);
  });

  it('end with an error that does not pass', async () => {
    const limits = { maxAttempts: 8, deadline: NEVER, pace: fastPace() };
    await expect(withRetries(failing(1), () => 'no', limits)).rejects.toBe(FAILURE);
    expect(sleep).not.toHaveBeenCalled();
  });

  it('end with an error of an attempt that throws at once', async () => {
    const attempt = (): Promise<never> => {
      throw FAILURE;
    };
    const limits = { maxAttempts: 1, deadline: NEVER, pace: fastPace() };
    await expect(withRetries(attempt, () => 'passing', limits)).rejects.toBe(FAILURE);
  });

  it.each<[Transience, number, number[]]>([
    ['passing', 0.5, [100, 200, 400, 800, 1600, 2500, 2500]],
    ['throttled', 0.5, [1000, 2000, 2500, 2500, 2500, 2500]],
    ['throttled', 0, []],
  ])('wait longer and longer, with full jitter: %s, %d', async (transience, random, waits) => {
    jest.spyOn(Math, 'random').mockReturnValue(random);
    await withRetries(failing(7), () => transience, {
      maxAttempts: 8,
      deadline: NEVER,
      pace: fastPace(),
    });
    expect(sleep.mock.calls.map(([ms]) => ms)).toEqual(waits);
  });
});

describe('throttled attempts', () => {
  it('do not count while others get through, but for the first', async () => {
    const pace = fastPace();
    const attempt = failing(20);
    const result = withRetries(
      () => {
        pace.gotThrough();
        return attempt();
      },
      () => 'throttled',
      { maxAttempts: 2, deadline: NEVER, pace },
    );
    await expect(result).resolves.toBe(21);
    expect(sleep).not.toHaveBeenCalled();
  });

  it('count where nothing gets through', async () => {
    const limits = { maxAttempts: 2, deadline: NEVER, pace: fastPace() };
    await expect(withRetries(failing(2), () => 'throttled', limits)).rejects.toBe(FAILURE);
  });

  it('are no way around a single attempt', async () => {
    const pace = fastPace();
    const attempt = (): Promise<never> => {
      pace.gotThrough();
      throw FAILURE;
    };
    const limits = { maxAttempts: 1, deadline: NEVER, pace };
    await expect(withRetries(attempt, () => 'throttled', limits)).rejects.toBe(FAILURE);
  });

  it('hold up the calls of the others, and a success counts for them', async () => {
    const pace = new Pace(() => 0);
    const limits = { maxAttempts: 2, deadline: NEVER, pace };
    await withRetries(failing(1), () => 'throttled', limits);
    await withRetries(failing(0), () => 'throttled', limits);
    const [first = 0, second = 0] = sleep.mock.calls.map(([ms]) => ms);
    expect(second).toBeGreaterThan(first);
    expect(pace.passed).toBe(2);
  });
});

describe('the deadline', () => {
  it('that is over allows no attempt', async () => {
    const attempt = jest.fn<() => Promise<void>>();
    const deadline = AbortSignal.abort(new DeadlineError(120));
    await expect(
      withRetries(attempt, () => 'passing', { maxAttempts: 8, deadline, pace: fastPace() }),
    ).rejects.toBe(deadline.reason);
    expect(attempt).not.toHaveBeenCalled();
  });

  it('ends an attempt that does not listen to it', async () => {
    const controller = new AbortController();
    const attempt = (): Promise<never> => {
      queueMicrotask(() => controller.abort(new DeadlineError(120)));
      return new Promise(() => {});
    };
    await expect(
      withRetries(attempt, () => 'passing', {
        maxAttempts: 8,
        deadline: controller.signal,
        pace: fastPace(),
      }),
    ).rejects.toEqual(new DeadlineError(120));
  });

  it('is given to the attempt, whose own error then does not count', async () => {
    const controller = new AbortController();
    const attempt = async (signal: AbortSignal): Promise<never> => {
      controller.abort(new DeadlineError(120));
      throw signal.aborted ? new Error('AbortError') : FAILURE;
    };
    await expect(
      withRetries(attempt, () => 'passing', {
        maxAttempts: 8,
        deadline: controller.signal,
        pace: fastPace(),
      }),
    ).rejects.toEqual(new DeadlineError(120));
  });

  it.each([
    [
      'the deadline with the last failure',
      new DeadlineError(120),
      new DeadlineError(120, 'ThrottlingException'),
    ],
    ['a cancelled job as it is', new CancelledError(), new CancelledError()],
  ])('that comes while it waits is told: %s', async (_, reason, told) => {
    const controller = new AbortController();
    sleep.mockImplementation(async (_ms, _value, { signal }) => {
      controller.abort(reason);
      throw signal.reason;
    });
    await expect(
      withRetries(failing(9), () => 'passing', {
        maxAttempts: 8,
        deadline: controller.signal,
        pace: fastPace(),
      }),
    ).rejects.toEqual(told);
    expect(sleep).toHaveBeenCalledTimes(1);
  });
});
