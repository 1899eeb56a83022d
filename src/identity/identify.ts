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
import { findUnguarded, isGuarded } from './guards.ts';
import { explainMissingToken } from './missing-token.ts';
import type { AwsCredentials } from './role.ts';
import {
  assumeChain,
  type ChainSessions,
  type RoleChain,
  type SessionPolicyChoice,
} from './role-chain.ts';
import { type Get, requestToken, tokenEndpointOf } from './token.ts';

/** As whom AWS is asked. */
export interface Identity {
  readonly kind: 'identity';
  /** Absent: the ambient credentials, which the SDK finds. */
  readonly credentials?: AwsCredentials;
  /** For the later steps, where the plan hands them credentials. */
  readonly exported?: AwsCredentials;
  /** Absent where it is not known before something is fetched. */
  readonly accountId?: string;
  /** What was widened or left out, one notice each. */
  readonly notices: readonly string[];
  /**
   * Gets credentials of another session in place of the one with the generated policy: without it, to see whether the role
   * or that policy denies a read, or with one for what turned out to be needed. Absent where no policy was generated.
   */
  readonly sessionWith?: (policy: SessionPolicyChoice) => Promise<OtherSession>;
}

/** Credentials of a session, and what was widened or left out for it. */
export type OtherSession = Pick<ChainSessions, 'credentials' | 'notices'>;

/** `on-missing-token: skip`, and there is none; `cause` says why. */
export interface Skipped {
  readonly kind: 'skipped';
  readonly cause: string;
}

/** What the plan says of identity. */
export type IdentityPlan = Pick<
  Plan,
  'region' | 'role' | 'accounts' | 'needsAccountId' | 'guards' | 'onMissingToken'
>;

/** What is needed from outside to find out. */
export interface IdentityContext {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly readEvent: () => Promise<WorkflowEvent>;
  readonly get: Get;
  readonly aws: AwsClients;
  /** Registers a mask with the runner. */
  readonly mask: (value: string) => void;
}

const AMBIENT = 'the ambient AWS credentials';
const AMBIENT_AUDIENCE = 'sts.amazonaws.com';

/**
 * Gets credentials: the last role's by OIDC, or the ambient ones. What is asked of account and job is checked before STS is
 * called. Token and credentials are masked as soon as they are there.
 *
 * @throws ActionError
 */
export async function identify(
  plan: IdentityPlan,
  context: IdentityContext,
  limits: RetryLimits,
): Promise<Identity | Skipped> {
  const { region, role, guards } = plan;
  if (region === undefined) return { kind: 'identity', notices: [] };
  const endpoint = tokenEndpointOf(context.variables);
  if (role !== undefined && endpoint === undefined) {
    return withoutToken(plan, await context.readEvent());
  }
  const audience = role?.audience ?? AMBIENT_AUDIENCE;
  const token =
    endpoint !== undefined && (role !== undefined || isGuarded(guards))
      ? await requestToken(endpoint, audience, context.get, limits)
      : undefined;
  if (token !== undefined) context.mask(token);
  const claims = token === undefined ? undefined : readClaims(token);
  refuse(findUnguarded(guards, claims, context.variables));
  return role !== undefined && token !== undefined
    ? identifyRole(role.chain, region, token, context, limits)
    : identifyAmbient(plan, region, context.aws, limits);
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemReport('Nothing is fetched', problems);
}

async function identifyRole(
  chain: RoleChain,
  region: string,
  token: string,
  { aws, mask }: IdentityContext,
  limits: RetryLimits,
): Promise<Identity> {
  const context = { stsOf: (credentials?: AwsCredentials) => aws.sts(region, credentials), mask };
  const { credentials, exported, notices } = await assumeChain(chain, token, context, limits);
  const accountId = chain.roles.at(-1)?.accountId;
  return {
    kind: 'identity',
    credentials,
    ...(exported === undefined ? {} : { exported }),
    ...(accountId === undefined ? {} : { accountId }),
    notices,
    ...(chain.sessionPolicy.kind === 'scoped'
      ? {
          sessionWith: async (sessionPolicy: SessionPolicyChoice) => {
            if (sessionPolicy.kind === 'none' && exported !== undefined) {
              return { credentials: exported, notices: [] };
            }
            const other = { ...chain, sessionPolicy, exportsCredentials: false };
            return assumeChain(other, token, context, limits);
          },
        }
      : {}),
  };
}

/** Asks who the ambient credentials are, but only where the plan must know: it costs a call. */
async function identifyAmbient(
  { accounts, needsAccountId }: IdentityPlan,
  region: string,
  aws: AwsClients,
  limits: RetryLimits,
): Promise<Identity> {
  if (accounts.length === 0 && !needsAccountId) return { kind: 'identity', notices: [] };
  const sts = aws.sts(region);
  const { Account } = await withRetries(
    (signal) => sts.getCallerIdentity(signal),
    transienceOf,
    limits,
  ).catch((error: unknown) => {
    if (limits.deadline.aborted) throw error;
    const text = `The account of ${AMBIENT} cannot be found out: ${describeFailure(error)}.
  Name a role: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`;
    throw transienceOf(error) === 'no' ? new ActionError(text) : new UnavailableError(text);
  });
  refuse(findDisallowed(Account, accounts, AMBIENT));
  return {
    kind: 'identity',
    notices: [],
    ...(Account === undefined ? {} : { accountId: Account }),
  };
}

function withoutToken({ onMissingToken }: IdentityPlan, event: WorkflowEvent): Skipped {
  const { cause, fix } = explainMissingToken(event);
  if (onMissingToken === 'skip') return { kind: 'skipped', cause };
  const indented = fix.replaceAll('\n', '\n    ');
  throw new ActionError(`There is no OIDC token: ${cause}.\n  ${indented}`);
}
