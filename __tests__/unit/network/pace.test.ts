import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Pace } from '../../../src/network/pace.ts';

/** A pace and the time on its clock, which stands until a test moves it. */
function paceAndClock(): { pace: Pace; clock: { now: number } } {
  const clock = { now: 1_000 };
  return { pace: new Pace(() => clock.now), clock };
}

function waits(pace: Pace, count: number): number[] {
  return Array.from({ length: count }, () => Math.round(pace.takeTurn().waitMs));
}

describe('a pace', () => {
  it('holds nobody up before the first throttle', () => {
    const { pace } = paceAndClock();
    pace.gotThrough();
    expect(waits(pace, 3)).toEqual([0, 0, 0]);
  });

  it('sends 38 calls a second at equal distances after it, and leaves one place empty', () => {
    const { pace } = paceAndClock();
    pace.throttled(pace.takeTurn());
    expect(waits(pace, 4)).toEqual([53, 79, 105, 132]);
  });

  it('gives away no place that has passed', () => {
    const { pace, clock } = paceAndClock();
    pace.throttled(pace.takeTurn());
    clock.now += 10_000;
    expect(waits(pace, 2)).toEqual([0, 26]);
  });

  it('slows down once for all calls that were under way', () => {
    const { pace, clock } = paceAndClock();
    const turns = Array.from({ length: 20 }, () => pace.takeTurn());
    for (const turn of turns) pace.throttled(turn);
    clock.now += 10_000;
    expect(waits(pace, 2)).toEqual([0, 26]);
  });

  it('slows down with each throttle of a call that was paced, to 5 calls a second at last', () => {
    const { pace, clock } = paceAndClock();
    const distances = Array.from({ length: 12 }, () => {
      pace.throttled(pace.takeTurn());
      clock.now += 10_000;
      const [, distance = 0] = waits(pace, 2);
      clock.now += 10_000;
      return distance;
    });
    expect(distances.slice(0, 3)).toEqual([26, 33, 41]);
    expect(distances.at(-1)).toBe(200);
  });

  it('rises by one call a second each second', () => {
    const { pace, clock } = paceAndClock();
    pace.throttled(pace.takeTurn());
    for (let call = 0; call < 38; call += 1) pace.gotThrough();
    clock.now += 10_000;
    const [, distance = 0] = Array.from({ length: 2 }, () => pace.takeTurn().waitMs);
    expect(1_000 / distance).toBeCloseTo(39, 1);
    expect(pace.passed).toBe(38);
  });
});

/** What a service answers that lets `perSecond` calls through, `burst` of them at once. */
function bucket(perSecond: number, burst: number): (now: number) => boolean {
  let tokens = burst;
  let last = 0;
  return (now) => {
    tokens = Math.min(burst, tokens + ((now - last) * perSecond) / 1_000);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** Sends `calls` calls, 20 at once, each until it gets through. */
function simulate(calls: number, latencyMs: number, allow: (now: number) => boolean) {
  const clock = { now: 0 };
  const pace = new Pace(() => clock.now);
  const send = () => {
    const turn = pace.takeTurn();
    return { turn, at: clock.now + turn.waitMs };
  };
  const waiting = Array.from({ length: Math.min(20, calls) }, send);
  let [left, attempts] = [calls - waiting.length, 0];
  const answers: { turn: ReturnType<Pace['takeTurn']>; at: number; isAllowed: boolean }[] = [];
  while (waiting.length + answers.length > 0) {
    const [call] = waiting.toSorted((one, other) => one.at - other.at);
    const [answer] = answers;
    if (call !== undefined && (answer === undefined || call.at < answer.at)) {
      clock.now = call.at;
      attempts += 1;
      waiting.splice(waiting.indexOf(call), 1);
      answers.push({ turn: call.turn, at: call.at + latencyMs, isAllowed: allow(clock.now) });
    } else if (answer !== undefined) {
      clock.now = answer.at;
      answers.shift();
      if (answer.isAllowed) pace.gotThrough();
      else pace.throttled(answer.turn);
      if (!answer.isAllowed) waiting.push(send());
      else if (left > 0) {
        left -= 1;
        waiting.push(send());
      }
    }
  }
  return { attempts, ms: clock.now };
}

describe('40 calls a second, 40 at once', () => {
  it.each([
    [100, 1],
    [100, 20],
    [100, 100],
    [200, 20],
    [400, 20],
  ])('let %d calls through near the limit, at a latency of %d ms', (calls, latency) => {
    const { attempts, ms } = simulate(calls, latency, bucket(40, 40));
    expect(ms).toBeLessThan((1.15 * (calls - 40) * 1_000) / 40 + 3 * latency);
    // The calls under way at the first throttle, and hardly one after it.
    expect(attempts).toBeLessThan(calls + 20 + calls / 20);
  });
});

describe('any limit', () => {
  it('lets every call through at last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1_000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        (perSecond, burst, calls) => {
          const { attempts } = simulate(calls, 20, bucket(perSecond, burst));
          expect(attempts).toBeLessThan(20 * calls + 20);
        },
      ),
    );
  });
});
