import type { Claims } from './claims.ts';
import type { RoleArn } from './role-arn.ts';

/** One statement of an IAM policy, as it is pasted. */
export interface Statement {
  readonly Effect: 'Allow';
  readonly Principal?: Readonly<Record<string, string>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

// The issuers that send ids in `sub`: GitHub's own host, with the slug of an enterprise behind it where that is set up so.
// GitHub documentation, "OpenID Connect reference", immutable subject claims: not on GitHub Enterprise Server.
const HAS_TWO_FORMS = /^https:\/\/token\.actions\.githubusercontent\.com(\/|$)/;
const WITH_NAMES = /^repo:([^/@:]+)\/([^/@:]+)(?=:|$)/;
const WITH_IDS = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+(?=:|$)/;

/** The statement of a trust policy that lets this token in; undefined where the claims are too few to tell. */
export function trustStatement(
  { partition, accountId }: RoleArn,
  claims: Claims,
): Statement | undefined {
  const { iss, aud } = claims;
  const subjects = subjectsOf(claims);
  if (iss === undefined || aud === undefined || subjects.length === 0) return undefined;
  const provider = iss.replace(/^https:\/\//, '');
  return {
    Effect: 'Allow',
    Principal: { Federated: `arn:${partition}:iam::${accountId}:oidc-provider/${provider}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${provider}:aud`]: aud,
        [`${provider}:sub`]: subjects.length === 1 ? (subjects[0] ?? '') : subjects,
      },
    },
  };
}

/**
 * The token's `sub`, and behind it its other form where GitHub has two: `repo:o/r:…`, and with ids `repo:o@1/r@2:…`, which
 * repositories send that were created, renamed or transferred since 15 July 2026.
 */
export function subjectsOf(claims: Claims): string[] {
  const { iss = '', sub, repository_owner_id: ownerId, repository_id: id } = claims;
  if (sub === undefined) return [];
  if (!HAS_TWO_FORMS.test(iss)) return [sub];
  if (sendsIds(claims)) return [sub, sub.replace(WITH_IDS, 'repo:$1/$2')];
  if (!WITH_NAMES.test(sub) || ownerId === undefined || id === undefined) return [sub];
  return [sub, sub.replace(WITH_NAMES, `repo:$1@${ownerId}/$2@${id}`)];
}

function sendsIds({ sub = '' }: Claims): boolean {
  return WITH_IDS.test(sub);
}

interface Cause {
  readonly applies: (claims: Claims) => boolean;
  /** What is said where the claims show it, and where they do not. */
  readonly shown: (claims: Claims) => string;
  readonly possible: (claims: Claims) => string;
}

// In the order in which they are likely where the claims show them.
const CAUSES: readonly Cause[] = [
  {
    applies: ({ sub = '' }) => /:pull_request(:|$)/.test(sub),
    shown: () =>
      'The run belongs to a pull request: its sub ends with ":pull_request" and names no branch',
    possible: () => 'The policy may be for pull requests (":pull_request"), and this run is none',
  },
  {
    applies: sendsIds,
    shown: ({ repository = 'OWNER/NAME' }) =>
      `The repository is new, was renamed or was transferred: its sub has ids in it, so a policy with "repo:${repository}:" does not match`,
    possible: () =>
      'The repository may have been renamed or transferred, or the policy spells it otherwise: upper and lower case count',
  },
  {
    applies: ({ sub = '' }) => /:environment:/.test(sub),
    shown: ({ environment = 'NAME' }) =>
      `The job runs in the GitHub environment "${environment}": its sub names that and no branch, so the policy must say ":environment:${environment}"`,
    possible: () =>
      'The policy may ask for a GitHub environment, and the sub of this token names none: add environment: NAME to the job',
  },
];

/** The three usual causes of a refusal, those first that the claims show. */
export function likelyCauses(claims: Claims): string[] {
  const shown = CAUSES.filter(({ applies }) => applies(claims));
  const others = CAUSES.filter((cause) => !shown.includes(cause)).toReversed();
  return [
    ...shown.map((cause) => cause.shown(claims)),
    ...others.map((cause) => cause.possible(claims)),
  ];
}
