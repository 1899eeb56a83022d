import { explainDenied } from './identity/explain-denied.ts';
import { type Identity, identify, type Skipped } from './identity/identify.ts';
import type { AwsCredentials } from './identity/role.ts';
import { startDeadline } from './network/deadline.ts';
import { Pace } from './network/pace.ts';
import type { Plan } from './plan/plan.ts';
import { scopedPolicy } from './plan/role-plan.ts';
import type { Source } from './plan/source.ts';
import type { Runtime } from './runtime.ts';
import { expectedCalls } from './stores/expected-calls.ts';
import { fetchAll } from './stores/fetch.ts';
import type { Outcomes } from './stores/outcome.ts';
import { type Prepared, prepareValues } from './values/prepare.ts';

/** Everything that a plan reads, decoded, and as whom it was read. */
export interface FetchedPlan {
  readonly kind: 'fetched';
  readonly prepared: Prepared;
  readonly identity: Identity;
  /** What renders, but may not be what its author thinks; the text of one warning each. */
  readonly warnings: readonly string[];
}

/** What is told when it is known. */
export interface FetchEvents {
  /** The account of the credentials, before anything is fetched. */
  readonly onAccount: (accountId: string | undefined) => void;
}

// A parameter's value that names a parameter that names a parameter: nobody goes deeper by intention.
const MOST_ROUNDS = 10;

/**
 * All network work of a plan, within one deadline: credentials, then every source, and what the templates turn out to need.
 *
 * @throws ActionError
 */
export async function fetchPlan(
  plan: Plan,
  workspace: string,
  runtime: Runtime,
  { onAccount }: FetchEvents,
): Promise<FetchedPlan | Skipped> {
  const { runner, files, aws } = runtime;
  const limits = {
    maxAttempts: plan.maxAttempts,
    deadline: startDeadline(plan.timeoutSeconds, runtime.cancelled),
    pace: new Pace(),
  };
  const identifying = identify(plan, { ...runtime, mask: runner.mask }, limits);
  // The token has been asked for: while it comes, there is time to connect to what is called next.
  runtime.connectAhead(expectedCalls(plan));
  const identity = await identifying;
  if (identity.kind === 'skipped') return identity;
  onAccount(identity.accountId);

  const fetchAs = (credentials: AwsCredentials | undefined, sources: readonly Source[]) =>
    fetchAll(sources, { workspace, files, aws, credentials }, limits);
  const { outcomes, notices } = await fetchRounds(plan, identity, fetchAs);
  // Names of later rounds are made of fetched values: the templates tell of these by their variables.
  const denied = await explainDenied(plan, identity, plan.sources, outcomes, fetchAs);
  const rendered = plan.templates.render(outcomes);
  const prepared = await prepareValues(plan.mappings, outcomes, rendered, { ...plan, denied });
  return {
    kind: 'fetched',
    prepared,
    identity: { ...identity, notices: [...identity.notices, ...notices] },
    warnings: rendered.warnings.map(({ message, fix }) => [message, fix].join('. ')),
  };
}

/** Fetches what the plan knows, and then, round by round, what addresses made of fetched values ask for. */
async function fetchRounds(
  { sources: known, templates, role }: Plan,
  { credentials, sessionWith }: Identity,
  fetchAs: (
    credentials: AwsCredentials | undefined,
    sources: readonly Source[],
  ) => Promise<Outcomes>,
): Promise<{ outcomes: Outcomes; notices: readonly string[] }> {
  const notices: string[] = [];
  let outcomes = await fetchAs(credentials, known);
  for (let round = 1; round < MOST_ROUNDS; round += 1) {
    const { sources: needed } = templates.needs(outcomes);
    if (needed.length === 0) break;
    // The session may read just what the plan knew: what it did not know takes a session of its own.
    const last = role?.chain.roles.at(-1);
    const session = last && (await sessionWith?.(scopedPolicy(needed, last)));
    notices.push(...(session?.notices ?? []));
    outcomes = new Map([
      ...outcomes,
      ...(await fetchAs(session?.credentials ?? credentials, needed)),
    ]);
  }
  return { outcomes, notices };
}
