import type { AwsClients } from '../network/aws-clients.ts';
import { describeFailure, transienceOf } from '../network/failure.ts';
import { type RetryLimits, withRetries } from '../network/retry.ts';
import type { WorkflowEvent } from '../plan/event.ts';
import { disallowedAccount, type Plan } from '../plan/plan.ts';
import { ActionError } from '../reporting/action-error.ts';
import { type Problem, ProblemReport } from '../reporting/problem.ts';
import { type Claims, readClaims } from './claims.ts';
import {
  type EnvironmentGuard,
  unprotectedJob,
  wrongAccount,
  wrongGithubEnvironment,
} from './guards.ts';
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
      /** For the later steps, where the plan hands them credentials. */
      readonly exported?: AwsCredentials;
      /** Absent where it is not known before something is fetched. */
      readonly accountId?: string;
      /** What was widened or left out, one notice each. */
      readonly notices: readonly string[];
      /**
       * Gets credentials without the generated session policy, to see whether the role or that policy denies a read; absent
       * where no policy was generated.
       */
      readonly withoutPolicy?: () => Promise<AwsCredentials>;
    }
  /** `on-missing-token: skip`, and there is none; `cause` says why. */
  | { readonly kind: 'skipped'; readonly cause: string };

/** What the plan says of identity. */
export interface IdentityPlan
  extends Pick<Plan, 'region' | 'allowedAccountIds' | 'onMissingToken'> {
  /** Absent: the ambient credentials are used. */
  readonly chain: RoleChain | undefined;
  readonly audience: string;
  readonly guard: EnvironmentGuard;
}

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

/** Gets credentials for the plan: `identifyFor` with what the plan says of identity. */
export async function identify(
  plan: Plan,
  context: IdentityContext,
  limits: RetryLimits,
): Promise<Identity> {
  const { region, allowedAccountIds, onMissingToken, role } = plan;
  const chain: RoleChain | undefined = role && {
    roles: [role.role],
    sessionName: role.sessionName,
    durationSeconds: role.durationSeconds,
    sessionPolicy: { kind: 'none' },
    tags: [],
    exportsCredentials: false,
  };
  const audience = role?.audience ?? 'sts.amazonaws.com';
  const guard = { isProtected: false };
  return identifyFor(
    { region, allowedAccountIds, onMissingToken, chain, audience, guard },
    context,
    limits,
  );
}

/**
 * Gets credentials: the last role's by OIDC, or the ambient ones. The guards on account and job come before STS is called.
 * Token and credentials are masked as soon as they are there.
 *
 * @throws ActionError
 */
export async function identifyFor(
  plan: IdentityPlan,
  context: IdentityContext,
  limits: RetryLimits,
): Promise<Identity> {
  const { region, chain, guard } = plan;
  if (region === undefined) return { kind: 'identity', notices: [] };
  const role = chain?.roles.at(-1);
  if (role !== undefined) refuse(wrongAccount(guard, role.accountId, role.arn));
  const endpoint = tokenEndpointOf(context.variables);
  if (chain !== undefined && endpoint === undefined) {
    return withoutToken(plan, await context.readEvent());
  }
  const needsToken = chain !== undefined || isGuarded(guard);
  const token =
    endpoint !== undefined && needsToken
      ? await requestToken(endpoint, plan.audience, context.get, limits)
      : undefined;
  if (token !== undefined) context.mask(token);
  checkJob(guard, token === undefined ? undefined : readClaims(token), context);
  return chain !== undefined && token !== undefined
    ? identifyRole(chain, region, token, context, limits)
    : identifyAmbient(plan, region, context.aws, limits);
}

function isGuarded({ githubEnvironment, isProtected }: EnvironmentGuard): boolean {
  return githubEnvironment !== undefined || isProtected;
}

function checkJob(
  guard: EnvironmentGuard,
  claims: Claims | undefined,
  { variables }: IdentityContext,
): void {
  refuse(wrongGithubEnvironment(guard, claims), unprotectedJob(guard, claims, variables));
}

function refuse(...problems: (Problem | undefined)[]): void {
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) throw new ProblemReport('Nothing is fetched', found);
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
  const unscoped: RoleChain = {
    ...chain,
    sessionPolicy: { kind: 'none' },
    exportsCredentials: false,
  };
  const accountId = chain.roles.at(-1)?.accountId;
  return {
    kind: 'identity',
    credentials,
    ...(exported === undefined ? {} : { exported }),
    ...(accountId === undefined ? {} : { accountId }),
    notices,
    ...(chain.sessionPolicy.kind === 'scoped'
      ? {
          withoutPolicy: async () =>
            exported ?? (await assumeChain(unscoped, token, context, limits)).credentials,
        }
      : {}),
  };
}

/** Asks who the ambient credentials are, but only where the plan restricts the accounts: it costs a call. */
async function identifyAmbient(
  { allowedAccountIds, guard }: IdentityPlan,
  region: string,
  aws: AwsClients,
  limits: RetryLimits,
): Promise<Identity> {
  if (allowedAccountIds.length === 0 && guard.account === undefined) {
    return { kind: 'identity', notices: [] };
  }
  const sts = aws.sts(region);
  const { Account } = await withRetries(
    (signal) => sts.getCallerIdentity(signal),
    transienceOf,
    limits,
  ).catch((error: unknown) => {
    if (limits.deadline.aborted) throw error;
    throw new ActionError(
      `The account of ${AMBIENT} cannot be found out: ${describeFailure(error)}.
  Name a role: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`,
    );
  });
  refuse(
    disallowedAccount(Account, allowedAccountIds, AMBIENT),
    wrongAccount(guard, Account, AMBIENT),
  );
  return {
    kind: 'identity',
    notices: [],
    ...(Account === undefined ? {} : { accountId: Account }),
  };
}

function withoutToken({ onMissingToken }: IdentityPlan, event: WorkflowEvent): Identity {
  const { cause, fix } = explainMissingToken(event);
  if (onMissingToken === 'skip') return { kind: 'skipped', cause };
  const indented = fix.replaceAll('\n', '\n    ');
  throw new ActionError(`There is no OIDC token: ${cause}.\n  ${indented}`);
}
