import { setTimeout as sleep } from 'node:timers/promises';
import { DeadlineError } from './deadline.ts';
import { describeFailure, type Transience } from './failure.ts';
import type { Pace } from './pace.ts';

/** How often and how long one call may be tried. */
export interface RetryLimits {
  readonly maxAttempts: number;
  /** Aborts when the time for all network work is over, or the job is cancelled: `startDeadline`. */
  readonly deadline: AbortSignal;
  /** Shared by all calls of the step. */
  readonly pace: Pace;
}

// The SDK's own figures for its standard mode (`@smithy/core/retry`: DEFAULT_RETRY_DELAY_BASE,
// THROTTLING_RETRY_DELAY_BASE); its ceiling of 20 s is cut, since the deadline is 120 s in all.
const BASE_MS: Record<Exclude<Transience, 'no'>, number> = { passing: 100, throttled: 500 };
const MOST_MS = 5_000;

/**
 * Calls `attempt` until it succeeds, its error is not transient, the attempts are used up or the deadline is over, with
 * exponential back-off and full jitter between the attempts.
 *
 * A throttled call waits for its turn in the shared pace instead, as long as other calls get through: it stands in a queue
 * that moves, and its later attempts do not count. Where nothing gets through they count, and it backs off as well.
 *
 * @throws the last attempt's error; where the deadline ended it, its reason with the last failure
 */
export async function withRetries<Result>(
  attempt: (deadline: AbortSignal) => Promise<Result>,
  transienceOf: (error: unknown) => Transience,
  { maxAttempts, deadline, pace }: RetryLimits,
): Promise<Result> {
  let lastError: unknown;
  let passedBefore = 0;
  for (let failures = 0; ; ) {
    const turn = pace.takeTurn();
    await wait(turn.waitMs, deadline);
    if (deadline.aborted) throw endOf(deadline, lastError);
    try {
      const result = await untilAborted(attempt(deadline), deadline);
      pace.gotThrough();
      return result;
    } catch (error) {
      if (deadline.aborted) throw endOf(deadline, lastError);
      lastError = error;
      const transience = transienceOf(error);
      const isThrottled = transience === 'throttled';
      if (isThrottled) pace.throttled(turn);
      const doesQueueMove = isThrottled && failures > 0 && pace.passed > passedBefore;
      passedBefore = pace.passed;
      if (!doesQueueMove) failures += 1;
      if (transience === 'no' || failures >= maxAttempts) throw error;
      const isPacedOnly = doesQueueMove || (isThrottled && failures === 1);
      if (!isPacedOnly) await wait(backOffMs(transience, failures), deadline);
    }
  }
}

function backOffMs(transience: Exclude<Transience, 'no'>, failures: number): number {
  return Math.random() * Math.min(MOST_MS, BASE_MS[transience] * 2 ** failures);
}

/** The deadline wakes it early. */
async function wait(ms: number, deadline: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal: deadline }).catch(() => {});
}

function endOf({ reason }: AbortSignal, lastError: unknown): unknown {
  if (lastError === undefined || !(reason instanceof DeadlineError)) return reason;
  return new DeadlineError(reason.seconds, describeFailure(lastError));
}

/** Settles as the promise does, or rejects with the signal's reason: not every library gives up on its own. */
async function untilAborted<Result>(
  promise: Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  let onAbort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
