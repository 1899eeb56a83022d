import type { AwsClients } from '../network/aws-clients.ts';
import { describeFailure, transienceOf } from '../network/failure.ts';
import { type RetryLimits, withRetries } from '../network/retry.ts';
import type { WorkflowEvent } from '../plan/event.ts';
import { disallowedAccount, type Plan, type RolePlan } from '../plan/plan.ts';
import { ActionError } from '../reporting/action-error.ts';
import { ProblemReport } from '../reporting/problem.ts';
import { explainMissingToken } from './missing-token.ts';
import type { AwsCredentials } from './role.ts';
import { assumeChain, type RoleChain } from './role-chain.ts';
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

/**
 * Gets credentials for the plan: the role's by OIDC, or the ambient ones. Token and credentials are masked as soon as
 * they are there.
 *
 * @throws ActionError
 */
export async function identify(
  plan: Plan,
  context: IdentityContext,
  limits: RetryLimits,
): Promise<Identity> {
  if (plan.region === undefined) return { kind: 'identity' };
  if (plan.role === undefined) return identifyAmbient(plan, plan.region, context.aws, limits);
  const endpoint = tokenEndpointOf(context.variables);
  if (endpoint === undefined) return withoutToken(plan, await context.readEvent());
  const token = await requestToken(endpoint, plan.role.audience, context.get, limits);
  context.mask(token);
  return identifyRole(plan.role, plan.region, token, context, limits);
}

async function identifyRole(
  rolePlan: RolePlan,
  region: string,
  token: string,
  { aws, mask }: IdentityContext,
  limits: RetryLimits,
): Promise<Identity> {
  const context = { stsOf: (credentials?: AwsCredentials) => aws.sts(region, credentials), mask };
  const { credentials } = await assumeChain(chainOf(rolePlan), token, context, limits);
  return { kind: 'identity', credentials, accountId: rolePlan.role.accountId };
}

function chainOf({ role, sessionName, durationSeconds }: RolePlan): RoleChain {
  return {
    roles: [role],
    sessionName,
    durationSeconds,
    sessionPolicy: { kind: 'none' },
    tags: [],
    exportsCredentials: false,
  };
}

/** Asks who the ambient credentials are, but only where the plan restricts the accounts: it costs a call. */
async function identifyAmbient(
  { allowedAccountIds }: Plan,
  region: string,
  aws: AwsClients,
  limits: RetryLimits,
): Promise<Identity> {
  if (allowedAccountIds.length === 0) return { kind: 'identity' };
  const sts = aws.sts(region);
  const { Account } = await withRetries(
    (signal) => sts.getCallerIdentity(signal),
    transienceOf,
    limits,
  ).catch((error: unknown) => {
    if (limits.deadline.aborted) throw error;
    throw new ActionError(
      `The account of the ambient AWS credentials cannot be found out: ${describeFailure(error)}.
  Name a role: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`,
    );
  });
  const problem = disallowedAccount(Account, allowedAccountIds, 'the ambient AWS credentials');
  if (problem !== undefined) throw new ProblemReport('Nothing is fetched', [problem]);
  return { kind: 'identity', ...(Account === undefined ? {} : { accountId: Account }) };
}

function withoutToken({ onMissingToken }: Plan, event: WorkflowEvent): Identity {
  const { cause, fix } = explainMissingToken(event);
  if (onMissingToken === 'skip') return { kind: 'skipped', cause };
  const indented = fix.replaceAll('\n', '\n    ');
  throw new ActionError(`There is no OIDC token: ${cause}.\n  ${indented}`);
}
