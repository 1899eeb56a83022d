import type { ExpectedCalls, Service } from '../network/likely-endpoint.ts';
import type { Plan } from '../plan/plan.ts';
import { type Source, sourcesByKey } from '../plan/source.ts';
import { CALLS_AT_ONCE } from './fetch.ts';
import { BATCH } from './parameter-store.ts';

/** The calls that a plan's first reads will make side by side, and before them the one for its role. */
export function expectedCalls({
  sources,
  role,
  region,
}: Pick<Plan, 'sources' | 'role' | 'region'>): ExpectedCalls[] {
  const unique = [...sourcesByKey(sources).values()];
  const remote = unique.filter((source) => source.kind !== 'file');
  const reads = [...Map.groupBy(remote, (source) => source.region)].flatMap(([each, alike]) => {
    const countOf = (kind: Source['kind']): number =>
      alike.filter((source) => source.kind === kind).length;
    return [
      callsOf('ssm', each, Math.ceil(countOf('parameter') / BATCH) + countOf('path')),
      callsOf('secretsmanager', each, countOf('secret')),
    ];
  });
  const roles = role === undefined || region === undefined ? [] : [callsOf('sts', region, 1)];
  return [...roles, ...reads].filter(({ count }) => count > 0);
}

function callsOf(service: Service, region: string, count: number): ExpectedCalls {
  return { service, region, count: Math.min(count, CALLS_AT_ONCE) };
}
