import { UnavailableError } from '../network/deadline.ts';
import { transienceOf } from '../network/failure.ts';
import { type RetryLimits, withRetries } from '../network/retry.ts';
import { readClaims } from './claims.ts';
import { codeOf, explainRefusal, type RefusedCall } from './refusals.ts';
import {
  type AwsCredentials,
  credentialsIn,
  RoleError,
  type SessionAnswer,
  type SessionRequest,
  type StsApi,
} from './role.ts';
import type { RoleArn } from './role-arn.ts';
import { describeWidening, foldFurther, type SessionPolicy } from './session-policy.ts';
import type { SessionTag } from './session-tags.ts';

/** What the session of the last role may do, beside what the role may. */
export type SessionPolicyChoice =
  | { readonly kind: 'none' }
  /** A policy of the user's, taken as it is. */
  | { readonly kind: 'given'; readonly json: string }
  /** The plan's reads; shortened where AWS finds it too large. */
  | { readonly kind: 'scoped'; readonly policy: SessionPolicy };

/** The roles from the job's token to the one that reads, and the session of the last one. */
export interface RoleChain {
  /** At least one. The first is assumed with the token, each further one by the one before it. */
  readonly roles: readonly RoleArn[];
  readonly sessionName: string;
  /** Of the last session; at most 3600 where there are several roles. */
  readonly durationSeconds: number;
  readonly sessionPolicy: SessionPolicyChoice;
  /** Of the last session, the most important first; they need a second role. */
  readonly tags: readonly SessionTag[];
  /** Whether later steps get credentials, which `scoped` does not narrow. */
  readonly exportsCredentials: boolean;
}

/** What a chain ends in. */
export interface ChainSessions {
  /** For the reads. */
  readonly credentials: AwsCredentials;
  /** For the later steps, where these get any. */
  readonly exported?: AwsCredentials;
  /** What was widened or left out, one notice each. */
  readonly notices: readonly string[];
}

/** How STS is called. */
export interface ChainContext {
  /** STS with these credentials; without any for the first role, whose call is not signed. */
  readonly stsOf: (credentials: AwsCredentials | undefined) => StsApi;
  /** Registers a mask: each part of each session's credentials, as soon as it is there. */
  readonly mask: (value: string) => void;
}

/** What may be taken from a session when AWS finds it too large. */
interface Load {
  readonly policy: SessionPolicyChoice;
  readonly tags: readonly SessionTag[];
  readonly notices: readonly string[];
}

type Send = (request: SessionRequest, load: Load, signal: AbortSignal) => Promise<SessionAnswer>;

/** How one role of the chain is assumed. */
interface Hop {
  readonly role: RoleArn;
  readonly send: Send;
  readonly explain: (error: unknown, load: Load) => string;
}

// IAM user guide, "Maximum session duration": 15 minutes are the least. A role in the middle is used once, at once.
const SHORTEST_SECONDS = 900;

const UNTAGGED = `The session has no tags: AWS takes them only where a role is assumed by another one.
Name a second role in role-to-assume, or leave role-session-tags out`;

/**
 * Assumes the roles of a chain, one after the other. The last session carries the policy and the tags. When AWS finds them
 * too large (`PackedPolicyTooLarge`), tags are left out one by one, and then the generated policy is folded.
 *
 * @throws RoleError or UnavailableError that names the role, and its place where there are several; or the deadline's
 *   reason
 */
export async function assumeChain(
  chain: RoleChain,
  token: string,
  context: ChainContext,
  limits: RetryLimits,
): Promise<ChainSessions> {
  let previous: AwsCredentials | undefined;
  for (let index = 0; index < chain.roles.length - 1; index += 1) {
    const hop = hopAt(chain, index, previous, token, context);
    const load: Load = { policy: { kind: 'none' }, tags: [], notices: [] };
    ({ credentials: previous } = await assume(hop, SHORTEST_SECONDS, load, chain, context, limits));
  }
  const last = hopAt(chain, chain.roles.length - 1, previous, token, context);
  return assumeLast(last, chain, context, limits);
}

/** Side by side: the session for the reads, and one without the generated policy for the later steps. */
async function assumeLast(
  last: Hop,
  chain: RoleChain,
  context: ChainContext,
  limits: RetryLimits,
): Promise<ChainSessions> {
  const { sessionPolicy: policy, exportsCredentials, durationSeconds } = chain;
  const canTag = chain.roles.length > 1;
  const tags = canTag ? chain.tags : [];
  const notices = chain.tags.length > 0 && !canTag ? [UNTAGGED] : [];
  const begin = (load: Load) => assume(last, durationSeconds, load, chain, context, limits);
  const needsSecond = exportsCredentials && policy.kind === 'scoped';
  const [session, second] = await Promise.all([
    begin({ policy, tags, notices }),
    needsSecond ? begin({ policy: { kind: 'none' }, tags, notices: [] }) : undefined,
  ]);
  const exported = exportsCredentials ? (second ?? session).credentials : undefined;
  return {
    credentials: session.credentials,
    ...(exported === undefined ? {} : { exported }),
    notices: [...new Set([...session.notices, ...(second?.notices ?? [])])],
  };
}

function hopAt(
  { roles }: RoleChain,
  index: number,
  credentials: AwsCredentials | undefined,
  token: string,
  { stsOf }: ChainContext,
): Hop {
  const role = roles[index];
  if (role === undefined) throw new TypeError('A chain has at least one role');
  const sts = stsOf(credentials);
  const place = { role, hop: index + 1, hops: roles.length };
  const previous = roles[index - 1];
  if (previous === undefined) {
    const call: RefusedCall = { call: 'AssumeRoleWithWebIdentity', claims: readClaims(token) };
    return {
      role,
      send: (request, _, signal) =>
        sts.assumeRoleWithWebIdentity({ ...request, WebIdentityToken: token }, signal),
      explain: (error) => explainRefusal(place, call, error),
    };
  }
  return {
    role,
    send: (request, { tags }, signal) =>
      sts.assumeRole({ ...request, ...(tags.length === 0 ? {} : { Tags: [...tags] }) }, signal),
    explain: (error, { tags }) =>
      explainRefusal(place, { call: 'AssumeRole', previous, isTagged: tags.length > 0 }, error),
  };
}

async function assume(
  { role, send, explain }: Hop,
  durationSeconds: number,
  first: Load,
  { sessionName }: RoleChain,
  { mask }: ChainContext,
  limits: RetryLimits,
): Promise<{ credentials: AwsCredentials; notices: readonly string[] }> {
  for (let load: Load | undefined = first; ; ) {
    const current: Load = load;
    const request = {
      RoleArn: role.arn,
      RoleSessionName: sessionName,
      DurationSeconds: durationSeconds,
      ...policyIn(current.policy),
    };
    let answer: SessionAnswer;
    try {
      answer = await withRetries((signal) => send(request, current, signal), transienceOf, limits);
    } catch (error) {
      if (limits.deadline.aborted) throw error;
      load = codeOf(error) === 'PackedPolicyTooLarge' ? lighten(current) : undefined;
      if (load === undefined) {
        const text = explain(error, current);
        throw transienceOf(error) === 'no' ? new RoleError(text) : new UnavailableError(text);
      }
      continue;
    }
    const credentials = credentialsIn(answer, role.arn);
    for (const part of Object.values(credentials)) mask(part);
    return { credentials, notices: noticesOf(current) };
  }
}

function policyIn(choice: SessionPolicyChoice): Pick<SessionRequest, 'Policy'> {
  switch (choice.kind) {
    case 'none':
      return {};
    case 'given':
      return { Policy: choice.json };
    case 'scoped':
      return { Policy: choice.policy.json };
  }
}

/** Tags go first: without them less is known, but no more may be read. */
function lighten({ policy, tags, notices }: Load): Load | undefined {
  const dropped = tags.at(-1);
  if (dropped !== undefined) {
    const notice = `The session tag ${dropped.Key} is left out: AWS finds the tags too large`;
    return { policy, tags: tags.slice(0, -1), notices: [...notices, notice] };
  }
  const folded = policy.kind === 'scoped' ? foldFurther(policy.policy) : undefined;
  return folded && { policy: { kind: 'scoped', policy: folded }, tags, notices };
}

function noticesOf({ policy, notices }: Load): readonly string[] {
  const widening = policy.kind === 'scoped' ? describeWidening(policy.policy) : undefined;
  return widening === undefined ? notices : [...notices, widening];
}
