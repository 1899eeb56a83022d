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
  const worksWithoutPolicy = isUnexplained
    ? await worksUnscoped(sessionWith, sources, outcomes, fetchAs)
    : undefined;
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

/** @returns undefined where the second try tells nothing: no session for it, or AWS did not answer */
async function worksUnscoped(
  sessionWith: Identity['sessionWith'],
  sources: readonly Source[],
  outcomes: Outcomes,
  fetchAs: FetchAs,
): Promise<boolean | undefined> {
  if (sessionWith === undefined) return undefined;
  const denied = sources.filter((source) => outcomes.get(sourceKey(source))?.kind === 'denied');
  try {
    const { credentials } = await sessionWith({ kind: 'none' });
    const kinds = [...(await fetchAs(credentials, denied)).values()].map(({ kind }) => kind);
    if (kinds.includes('denied')) return false;
    return kinds.includes('unavailable') || kinds.includes('failed') ? undefined : true;
  } catch {
    return undefined;
  }
}
