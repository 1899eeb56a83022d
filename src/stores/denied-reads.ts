import type { DeniedRead } from '../identity/denied-report.ts';
import { readableOf } from '../plan/role-plan.ts';
import { type Source, sourcesByKey } from '../plan/source.ts';
import type { Outcomes } from './outcome.ts';

/** The reads that AWS denied, each source once. */
export function deniedReads(sources: readonly Source[], outcomes: Outcomes): DeniedRead[] {
  return [...sourcesByKey(sources)].flatMap(([key, source]) => {
    const outcome = outcomes.get(key);
    const readable = readableOf(source);
    return outcome?.kind === 'denied' && readable !== undefined
      ? [{ readable, denial: outcome.denial }]
      : [];
  });
}
