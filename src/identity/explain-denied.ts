import type { Plan } from '../plan/plan.ts';
import { type Source, sourceKey } from '../plan/source.ts';
import type { Problem } from '../reporting/problem.ts';
import { deniedReads } from '../stores/denied-reads.ts';
import type { Outcomes } from '../stores/outcome.ts';
import { reportDenied } from './denied-report.ts';
import type { Identity } from './identify.ts';
import { partitionOf } from './partition.ts';
import type { AwsCredentials } from './role.ts';

/** Reads some sources with some credentials. */
export type FetchAs = (
  credentials: AwsCredentials,
  sources: readonly Source[],
) => Promise<Outcomes>;

/**
 * Explains denied reads. Where AWS does not say which policy denies, they are tried once without the generated session
 * policy: if that works, it is the policy's fault and not the role's.
 *
 * @returns the report of all denied reads; nothing where none is denied
 */
export async function explainDenied(
  { role, region = '' }: Plan,
  { accountId, sessionWith }: Identity,
  sources: readonly Source[],
  outcomes: Outcomes,
  fetchAs: FetchAs,
): Promise<readonly Problem[]> {
  const denied = deniedReads(sources, outcomes);
  if (denied.length === 0) return [];
  const isUnexplained = denied.some(({ denial }) => denial.policy === 'unknown');
  // A role that does not give a second session leaves it unexplained.
  const unscoped = isUnexplained
    ? await sessionWith?.({ kind: 'none' }).catch(() => undefined)
    : undefined;
  const worksWithoutPolicy = unscoped && (await worksWith(unscoped, sources, outcomes, fetchAs));
  const last = role?.chain.roles.at(-1);
  return reportDenied(denied, {
    scope: {
      partition: last?.partition ?? partitionOf(region),
      accountId: accountId ?? 'ACCOUNT',
    },
    ...(last === undefined ? {} : { roleArn: last.arn }),
    sessionPolicy: role?.chain.sessionPolicy.kind ?? 'none',
    ...(worksWithoutPolicy === undefined ? {} : { worksWithoutPolicy }),
  });
}

async function worksWith(
  credentials: AwsCredentials,
  sources: readonly Source[],
  outcomes: Outcomes,
  fetchAs: FetchAs,
): Promise<boolean> {
  const isDenied = (source: Source): boolean => outcomes.get(sourceKey(source))?.kind === 'denied';
  const again = await fetchAs(credentials, sources.filter(isDenied));
  return [...again.values()].every(({ kind }) => kind !== 'denied');
}
