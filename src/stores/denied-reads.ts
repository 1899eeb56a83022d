import type { DeniedRead } from '../identity/denied-report.ts';
import type { Mapping } from '../plan/mappings.ts';
import { readableOf } from '../plan/role-plan.ts';
import { sourceKey } from '../plan/source.ts';
import type { Outcomes } from './outcome.ts';

/** The reads that AWS denied, each source once. */
export function deniedReads(mappings: readonly Mapping[], outcomes: Outcomes): DeniedRead[] {
  const sources = new Map(mappings.map(({ source }) => [sourceKey(source), source]));
  return [...sources].flatMap(([key, source]) => {
    const outcome = outcomes.get(key);
    const readable = readableOf(source);
    return outcome?.kind === 'denied' && readable !== undefined
      ? [{ readable, denial: outcome.denial }]
      : [];
  });
}
