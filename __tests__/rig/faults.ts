import type { AwsRequest } from './aws-request.ts';

/** What happens instead of, or before, the answer of the real service. */
export type FaultEffect =
  /** The call is passed on after so many milliseconds. */
  | { kind: 'delay'; ms: number }
  /** The service's own error for too many calls. */
  | { kind: 'throttle' }
  /** The same for calls beyond a token bucket, which holds `burst` calls and gets `perSecond` new ones. */
  | { kind: 'rate'; perSecond: number; burst: number }
  /** The connection is cut (TCP reset). */
  | { kind: 'reset' }
  /** The right answer, whose connection is cut after half of its body. */
  | { kind: 'cut' }
  /** An HTTP answer that no AWS service wrote, such as a load balancer's. */
  | { kind: 'status'; status: number; body?: string }
  /** An AWS error in the call's protocol; status 400 when not given. */
  | { kind: 'aws-error'; code: string; message: string; status?: number }
  /**
   * The service's clock is ahead of the client's: a signed call whose date is off by more than five minutes is refused, and
   * the answer's `Date` tells the service's time (AWS, "Signature Version 4: Elements of an API request signature").
   */
  | { kind: 'clock'; aheadMs: number }
  /** No answer, until the client gives up or the proxy stops. */
  | { kind: 'hang' };

/** A rule for calls. The first rule that fits a call holds, and only that one. */
export interface Fault {
  /** Default: every operation. */
  operation?: string;
  /** Default: every request. */
  when?: (request: AwsRequest) => boolean;
  /** For how many calls. Default: for ever. */
  times?: number;
  /** Which part of the calls it is for, from 0 to 1, drawn with a seed. Default: all. */
  share?: { of: number; seed: number };
  /** A function gets the request, to answer what fits it. */
  effect: FaultEffect | ((request: AwsRequest) => FaultEffect);
}

/** Finds the effect for each call, and keeps count for the rules that are limited. */
export class FaultRules {
  #rules: { fault: Fault; left: number; draw: () => number; bucket: Bucket }[] = [];

  /** Adds a rule, behind those that are there. */
  add(fault: Fault): void {
    this.#rules.push({
      fault,
      left: fault.times ?? Number.POSITIVE_INFINITY,
      draw: randomNumbers(fault.share?.seed ?? 0),
      bucket: new Bucket(),
    });
  }

  /** Forgets all rules. */
  clear(): void {
    this.#rules = [];
  }

  /** What the first rule that fits does to a call; undefined where it is to be answered. */
  effectFor(request: AwsRequest): FaultEffect | undefined {
    const rule = this.#rules.find(
      ({ fault, left, draw }) =>
        left > 0 &&
        (fault.operation ?? request.operation) === request.operation &&
        (fault.when?.(request) ?? true) &&
        (fault.share === undefined || draw() < fault.share.of),
    );
    if (rule === undefined) return undefined;
    rule.left -= 1;
    const { effect } = rule.fault;
    const chosen = typeof effect === 'function' ? effect(request) : effect;
    if (chosen.kind !== 'rate') return chosen;
    return rule.bucket.take(chosen) ? undefined : { kind: 'throttle' };
  }
}

/** A token bucket, full at first. */
class Bucket {
  #tokens = Number.POSITIVE_INFINITY;
  #filledAt = performance.now();

  take({ perSecond, burst }: { perSecond: number; burst: number }): boolean {
    const now = performance.now();
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) * perSecond) / 1_000);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
