/** A call's place in the order of all calls. */
export interface Turn {
  /** Counted from 0 in the order in which the turns were taken. */
  readonly number: number;
  /** How long the call has to wait before it may be sent. */
  readonly waitMs: number;
}

// Parameter Store allows an account 40 calls a second in a region unless it pays for more (AWS General Reference, "AWS
// Systems Manager endpoints and quotas"): a little less leaves no call to be throttled.
const START_PER_SECOND = 38;
// Six jobs of one account that share the 40 still find room.
const LEAST_PER_SECOND = 5;
const SLOWED_BY = 0.8;
const RISE_PER_SECOND = 1;
// One place of the order stays empty, so that a timer that fires early does not meet an empty bucket.
const PLACES_AFTER_THROTTLE = 2;

/**
 * The pace that all calls of a step share. Calls are not held up until AWS throttles the first one; from then on they are
 * sent one by one at equal distances, at a rate that falls with every throttle and rises by one call a second each second
 * while calls get through (additive increase, multiplicative decrease). A back-off of each call by itself would leave
 * allowed calls unused while all wait, and waste others while all try again together.
 */
export class Pace {
  readonly #now: () => number;
  #perSecond: number | undefined;
  #nextAt = 0;
  #turns = 0;
  #turnsAtThrottle = 0;
  #passed = 0;

  /** @param now a clock in milliseconds that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How many calls have got through. */
  get passed(): number {
    return this.#passed;
  }

  /** Takes the next place in the order, for one attempt of one call. */
  takeTurn(): Turn {
    const number = this.#turns;
    this.#turns += 1;
    if (this.#perSecond === undefined) return { number, waitMs: 0 };
    const now = this.#now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + 1_000 / this.#perSecond;
    return { number, waitMs: at - now };
  }

  /** Told of each attempt that succeeded. */
  gotThrough(): void {
    this.#passed += 1;
    if (this.#perSecond !== undefined) this.#perSecond += RISE_PER_SECOND / this.#perSecond;
  }

  /** Told of each attempt that was throttled. Those that had their turn before the last slow-down tell nothing new. */
  throttled({ number }: Turn): void {
    if (number < this.#turnsAtThrottle) return;
    this.#turnsAtThrottle = this.#turns;
    this.#perSecond =
      this.#perSecond === undefined
        ? START_PER_SECOND
        : Math.max(LEAST_PER_SECOND, this.#perSecond * SLOWED_BY);
    const earliest = this.#now() + (PLACES_AFTER_THROTTLE * 1_000) / this.#perSecond;
    this.#nextAt = Math.max(this.#nextAt, earliest);
  }
}
