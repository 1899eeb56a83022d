import type { AwsClients } from '../network/aws-clients.ts';
import { UnavailableError } from '../network/deadline.ts';
import { describeFailure, transienceOf } from '../network/failure.ts';
import { type RetryLimits, withRetries } from '../network/retry.ts';
import { findDisallowed } from '../plan/accounts.ts';
import type { WorkflowEvent } from '../plan/event.ts';
import type { Plan } from '../plan/plan.ts';
import { ActionError } from '../reporting/action-error.ts';
import { type Problem, ProblemReport } from '../reporting/problem.ts';
import { readClaims } from './claims.ts';
import { findUnguarded } from './guards.ts';
import { explainMissingToken } from './missing-token.ts';
import { type AwsCredentials, assumeRole } from './role.ts';
import { type Get, requestToken, tokenEndpointOf } from './token.ts';

/** As whom AWS is asked. */
export type Identity =
  | {
      readonly kind: 'identity';
      /** Absent: the ambient credentials, which the SDK finds. */
      readonly credentials?: AwsCredentials;
      /** Absent where it is not known before something is fetched. */
      readonly accountId?: string;
    }
  /** `on-missing-token: skip`, and there is none; `cause` says why. */
  | { readonly kind: 'skipped'; readonly cause: string };

/** What is needed from outside to find out. */
export interface IdentityContext {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly readEvent: () => Promise<WorkflowEvent>;
  readonly get: Get;
  readonly aws: AwsClients;
  /** Registers a mask with the runner. */
  readonly mask: (value: string) => void;
}

const AMBIENT_AUDIENCE = 'sts.amazonaws.com';

/**
 * Gets credentials for the plan: the role's by OIDC, or the ambient ones. What the manifest demands of the job is checked
 * before AWS is asked. Token and credentials are masked as soon as they are there.
 *
 * @throws ActionError
 */
export async function identify(
  plan: Plan,
  context: IdentityContext,
  limits: RetryLimits,
): Promise<Identity> {
  const { role, region, guards } = plan;
  if (region === undefined) return { kind: 'identity' };
  const endpoint = tokenEndpointOf(context.variables);
  if (endpoint === undefined && role !== undefined) {
    return withoutToken(plan, await context.readEvent());
  }
  const isGuarded = Object.keys(guards).length > 0;
  const isTokenNeeded = role !== undefined || isGuarded;
  let token: string | undefined;
  if (endpoint !== undefined && isTokenNeeded) {
    const audience = role?.audience ?? AMBIENT_AUDIENCE;
    token = await requestToken(endpoint, audience, context.get, limits);
    context.mask(token);
  }
  const claims = token === undefined ? undefined : readClaims(token);
  refuse(findUnguarded(guards, claims, context.variables));
  if (role === undefined || token === undefined) {
    return identifyAmbient(plan, region, context.aws, limits);
  }
  const credentials = await assumeRole(role, token, context.aws.sts(region), limits);
  for (const part of Object.values(credentials)) context.mask(part);
  return { kind: 'identity', credentials, accountId: role.role.accountId };
}

/** Asks who the ambient credentials are, but only where the plan restricts the accounts: it costs a call. */
async function identifyAmbient(
  { accounts }: Plan,
  region: string,
  aws: AwsClients,
  limits: RetryLimits,
): Promise<Identity> {
  if (accounts.length === 0) return { kind: 'identity' };
  const sts = aws.sts(region);
  const { Account } = await withRetries(
    (signal) => sts.getCallerIdentity(signal),
    transienceOf,
    limits,
  ).catch((error: unknown) => {
    if (limits.deadline.aborted) throw error;
    const text = `The account of the ambient AWS credentials cannot be found out: ${describeFailure(error)}.
  Name a role: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`;
    throw transienceOf(error) === 'no' ? new ActionError(text) : new UnavailableError(text);
  });
  refuse(findDisallowed(Account, accounts, 'the ambient AWS credentials'));
  return { kind: 'identity', ...(Account === undefined ? {} : { accountId: Account }) };
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemReport('Nothing is fetched', problems);
}

function withoutToken({ onMissingToken }: Plan, event: WorkflowEvent): Identity {
  const { cause, fix } = explainMissingToken(event);
  if (onMissingToken === 'skip') return { kind: 'skipped', cause };
  const indented = fix.replaceAll('\n', '\n    ');
  throw new ActionError(`There is no OIDC token: ${cause}.\n  ${indented}`);
}
