import { describeFailure } from '../network/failure.ts';
import type { Claims } from './claims.ts';
import type { RoleArn } from './role-arn.ts';
import { likelyCauses, type Statement, trustStatement } from './trust-policy.ts';

/** A role that STS refused, and its place in the chain. */
export interface RefusedHop {
  readonly role: RoleArn;
  /** 1-based. */
  readonly hop: number;
  /** Number of roles in the chain. */
  readonly hops: number;
}

/** What was sent to STS: the job's token, or the credentials of the role before. */
export type RefusedCall =
  | { readonly call: 'AssumeRoleWithWebIdentity'; readonly claims: Claims }
  | {
      readonly call: 'AssumeRole';
      readonly previous: RoleArn;
      /** Whether session tags were sent, which needs a permission of its own. */
      readonly isTagged: boolean;
    };

interface Refusal {
  /** AWS's error code, without "Exception" at its end. */
  readonly code: string;
  readonly call?: RefusedCall['call'];
  /** Tells errors of one code apart; the message itself is not shown. */
  readonly message?: RegExp;
  readonly explanation: string;
  /** An imperative sentence; `{iss}` and `{aud}` are the token's. */
  readonly fix: string;
}

const CLOCK = "Set the runner's clock: a token is good for five minutes";

/**
 * The errors of STS, the first that fits wins. Sources: STS API reference, AssumeRole, AssumeRoleWithWebIdentity and "Common
 * errors"; the messages as AWS writes them.
 */
const REFUSALS: readonly Refusal[] = [
  {
    code: 'AccessDenied',
    call: 'AssumeRoleWithWebIdentity',
    explanation:
      "No statement of the role's trust policy matches the token, or there is no such role",
    fix: "See whether the ARN is right, and give the role's trust policy the statement below",
  },
  {
    code: 'AccessDenied',
    call: 'AssumeRole',
    explanation: 'The role before it may not assume this one, or there is no such role',
    fix: 'See whether the ARN is right, and give both roles the statements below',
  },
  {
    code: 'InvalidIdentityToken',
    message: /no openidconnect provider/i,
    explanation: 'The account has no OIDC provider for the issuer of the token',
    fix: 'Create it: aws iam create-open-id-connect-provider --url {iss} --client-id-list {aud}',
  },
  {
    code: 'InvalidIdentityToken',
    message: /audience/i,
    explanation: "The account's OIDC provider does not know the audience of the token",
    fix: `Add "{aud}" to the provider's audiences (aws iam add-client-id-to-open-id-connect-provider), or name one of them in the input audience`,
  },
  {
    code: 'InvalidIdentityToken',
    message: /verification key/i,
    explanation: "AWS could not read the issuer's keys",
    fix: 'Run the job again; {iss} must be reachable from the internet',
  },
  {
    code: 'InvalidIdentityToken',
    explanation: 'AWS cannot verify the token',
    fix: 'See whether the account has an OIDC provider for {iss} that lists the audience {aud}',
  },
  {
    code: 'IDPCommunicationError',
    explanation: 'AWS could not reach the issuer of the token',
    fix: 'Run the job again; {iss} must be reachable from the internet',
  },
  {
    code: 'IDPRejectedClaim',
    explanation: 'The issuer rejected the token, or the token is not good any more',
    fix: CLOCK,
  },
  {
    code: 'ExpiredToken',
    call: 'AssumeRoleWithWebIdentity',
    explanation: 'The token was too old when AWS read it',
    fix: CLOCK,
  },
  {
    code: 'ExpiredToken',
    call: 'AssumeRole',
    explanation: 'The session of the role before it has ended',
    fix: "Set the runner's clock",
  },
  {
    code: 'SignatureDoesNotMatch',
    explanation: 'AWS does not accept the signature of the request',
    fix: "Set the runner's clock, and see whether a proxy changes requests",
  },
  {
    code: 'RegionDisabled',
    explanation: 'STS is not enabled in this region for the account',
    fix: 'Enable the region in the account, or name another one in aws-region',
  },
  {
    code: 'InvalidClientTokenId',
    explanation:
      'AWS does not know the credentials in this region, as in a region that the account has not enabled',
    fix: 'Enable the region in the account, or name another one in aws-region',
  },
  {
    code: 'PackedPolicyTooLarge',
    explanation: 'The session policy, with the session tags, is too large for AWS',
    fix: 'Shorten session-policy, or write session-policy: none',
  },
  {
    code: 'MalformedPolicyDocument',
    explanation: 'AWS cannot read the session policy',
    fix: 'Correct the JSON in session-policy: it is one policy with Version and Statement',
  },
  {
    code: 'ValidationError',
    message: /1 hour|chaining/i,
    explanation: 'A session of a role that another role assumes lasts one hour at most',
    fix: 'Write role-duration-seconds: 3600, or less',
  },
  {
    code: 'ValidationError',
    message: /MaxSessionDuration/,
    explanation: "role-duration-seconds is longer than the role's maximum session duration",
    fix: "Lower role-duration-seconds, or raise the role's maximum session duration in IAM",
  },
  {
    code: 'ValidationError',
    explanation: 'AWS does not accept a value of the request',
    fix: 'See role-to-assume, role-session-name and role-duration-seconds',
  },
];

/** AWS's error code, which the SDK makes the error's name, with or without "Exception" at its end. */
export function codeOf(error: unknown): string {
  return error instanceof Error ? error.name.replace(/Exception$/, '') : '';
}

/**
 * Says why STS refused a role and what to do: the code, its explanation, the token's claims, and for a denied role the
 * statements that would let the job in. Never the token, nor AWS's own message.
 */
export function explainRefusal(
  { role, hop, hops }: RefusedHop,
  call: RefusedCall,
  error: unknown,
): string {
  const refusal = refusalFor(call.call, error);
  const claims = call.call === 'AssumeRoleWithWebIdentity' ? call.claims : {};
  const place = hops === 1 ? '' : ` (role ${hop} of ${hops})`;
  const lines = [
    ...(refusal === undefined ? [] : [`${refusal.explanation}.`, fill(refusal.fix, claims)]),
    ...showClaims(claims),
    ...(refusal?.code === 'AccessDenied' ? mendDenied(role, call) : []),
  ];
  return [
    `AWS did not let the job assume the role ${role.arn}${place}: ${describeFailure(error)}`,
    ...lines.map((line) => `  ${line}`),
  ].join('\n');
}

function refusalFor(called: RefusedCall['call'], error: unknown): Refusal | undefined {
  const text = error instanceof Error ? error.message : '';
  return REFUSALS.find(
    ({ code, call = called, message }) =>
      code === codeOf(error) && call === called && (message === undefined || message.test(text)),
  );
}

function fill(fix: string, { iss = 'the issuer', aud = 'AUDIENCE' }: Claims): string {
  return fix.replace('{iss}', () => iss).replace('{aud}', () => aud);
}

const SHOWN_CLAIMS = [
  'iss',
  'sub',
  'aud',
  'environment',
  'ref',
  'job_workflow_ref',
  'repository',
  'repository_id',
  'runner_environment',
];

function showClaims(claims: Claims): string[] {
  const shown = SHOWN_CLAIMS.flatMap((name) => {
    const value = claims[name];
    return value === undefined ? [] : [`  ${name}: ${value.replaceAll(/\p{Cc}/gu, ' ')}`];
  });
  return shown.length === 0 ? [] : ['The token says:', ...shown];
}

function mendDenied(role: RoleArn, call: RefusedCall): string[] {
  if (call.call === 'AssumeRole') return mendHop(role, call);
  const statement = trustStatement(role, call.claims);
  if (statement === undefined) return [];
  return [
    'This statement in the trust policy of the role lets the job in:',
    ...show(statement),
    'The usual causes, the likeliest first:',
    ...likelyCauses(call.claims).map((cause, index) => `  ${index + 1}. ${cause}`),
  ];
}

function mendHop(
  role: RoleArn,
  { previous, isTagged }: RefusedCall & { call: 'AssumeRole' },
): string[] {
  const actions = isTagged ? ['sts:AssumeRole', 'sts:TagSession'] : 'sts:AssumeRole';
  return [
    `This statement in the trust policy of ${role.arn}:`,
    ...show({ Effect: 'Allow', Principal: { AWS: previous.arn }, Action: actions }),
    `And this one in a policy of ${previous.arn}:`,
    ...show({ Effect: 'Allow', Action: actions, Resource: role.arn }),
  ];
}

function show(statement: Statement): string[] {
  return JSON.stringify(statement, undefined, 2)
    .split('\n')
    .map((line) => `  ${line}`);
}
