import type { DeniedRead } from '../identity/denied-report.ts';
import { readableOf } from '../plan/role-plan.ts';
import { type Source, sourceKey } from '../plan/source.ts';
import type { Outcomes } from './outcome.ts';

/** The reads that AWS denied, each source once. */
export function deniedReads(sources: readonly Source[], outcomes: Outcomes): DeniedRead[] {
  const unique = new Map(sources.map((source) => [sourceKey(source), source]));
  return [...unique].flatMap(([key, source]) => {
    const outcome = outcomes.get(key);
    const readable = readableOf(source);
    return outcome?.kind === 'denied' && readable !== undefined
      ? [{ readable, denial: outcome.denial }]
      : [];
  });
}
