import { Pending } from './problem.ts';

/** Maps all items before it waits for one, so that what they need is fetched at once. */
export function attemptAll<Item, Result>(
  items: readonly Item[],
  attempt: (item: Item) => Result,
): Result[] {
  const results: Result[] = [];
  let pending: Pending | undefined;
  for (const item of items) {
    try {
      results.push(attempt(item));
    } catch (error) {
      if (!(error instanceof Pending)) throw error;
      pending = error;
    }
  }
  if (pending !== undefined) throw pending;
  return results;
}
