import type { Mapping } from '../plan/mappings.ts';
import type { Plan } from '../plan/plan.ts';
import { sourceKey } from '../plan/source.ts';
import type { Problem } from '../reporting/problem.ts';
import { deniedReads } from '../stores/denied-reads.ts';
import type { Outcomes } from '../stores/outcome.ts';
import { type DeniedRead, reportDenied } from './denied-report.ts';
import type { Identity } from './identify.ts';
import { partitionOf } from './partition.ts';
import type { AwsCredentials } from './role.ts';

/** Reads some mappings' sources with some credentials. */
export type FetchAs = (
  credentials: AwsCredentials,
  mappings: readonly Mapping[],
) => Promise<Outcomes>;

/**
 * Finds out how denied reads are explained. Where AWS does not say which policy denies, they are tried once without the
 * generated session policy: if that works, it is the policy's fault and not the role's.
 *
 * @returns makes the report of denied reads; nothing where none is denied
 */
export async function explainDenied(
  { role, region = '', mappings }: Plan,
  { accountId, withoutPolicy }: Identity,
  outcomes: Outcomes,
  fetchAs: FetchAs,
): Promise<(denied: readonly DeniedRead[]) => readonly Problem[]> {
  const denied = deniedReads(mappings, outcomes);
  if (denied.length === 0) return () => [];
  const isUnexplained = denied.some(({ denial }) => denial.policy === 'unknown');
  // A role that does not give a second session leaves it unexplained.
  const unscoped = isUnexplained ? await withoutPolicy?.().catch(() => undefined) : undefined;
  const worksWithoutPolicy = unscoped && (await worksWith(unscoped, mappings, outcomes, fetchAs));
  const last = role?.chain.roles.at(-1);
  const context = {
    scope: {
      partition: last?.partition ?? partitionOf(region),
      accountId: accountId ?? 'ACCOUNT',
    },
    ...(last === undefined ? {} : { roleArn: last.arn }),
    sessionPolicy: role?.chain.sessionPolicy.kind ?? 'none',
    ...(worksWithoutPolicy === undefined ? {} : { worksWithoutPolicy }),
  };
  return (reads) => reportDenied(reads, context);
}

async function worksWith(
  credentials: AwsCredentials,
  mappings: readonly Mapping[],
  outcomes: Outcomes,
  fetchAs: FetchAs,
): Promise<boolean> {
  const isDenied = ({ source }: Mapping): boolean =>
    outcomes.get(sourceKey(source))?.kind === 'denied';
  const again = await fetchAs(credentials, mappings.filter(isDenied));
  return [...again.values()].every(({ kind }) => kind !== 'denied');
}
