import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CancelledError, DeadlineError, startDeadline } from '../../../src/network/deadline.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('startDeadline', () => {
  it('aborts after its seconds', () => {
    const signal = startDeadline(120, new AbortController().signal);
    jest.advanceTimersByTime(119_999);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.reason).toEqual(new DeadlineError(120));
  });

  it('aborts with the reason of a cancelled job', () => {
    const cancellation = new AbortController();
    const signal = startDeadline(120, cancellation.signal);
    cancellation.abort(new CancelledError());
    expect(signal.reason).toBe(cancellation.signal.reason);
  });
});

describe('DeadlineError', () => {
  it.each([
    [undefined, 'AWS or GitHub did not answer within timeout-seconds (7).'],
    [
      'ECONNRESET',
      'AWS or GitHub did not answer within timeout-seconds (7); the last attempt failed with ECONNRESET.',
    ],
  ])('tells the last failure: %s', (failure, sentence) => {
    const error = new DeadlineError(7, failure);
    expect(error.message).toBe(
      `${sentence}\n  See whether the runner reaches their endpoints, or give it more time`,
    );
    expect(error.seconds).toBe(7);
  });
});
