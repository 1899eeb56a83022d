import type { Problem } from '../reporting/problem.ts';
import type { Denial, DenyingPolicy } from './denial.ts';
import {
  ACTIONS,
  type AccessedResource,
  type PolicyScope,
  type Readable,
  resourcesOf,
} from './readable.ts';
import { arnOf } from './resource-pattern.ts';
import { viaService } from './session-policy.ts';
import type { Statement } from './trust-policy.ts';

/** A read that AWS denied. */
export interface DeniedRead {
  readonly readable: Readable;
  readonly denial: Denial;
}

/** By whom it was read. */
export interface DeniedContext {
  /** The role's partition and account, or of the ambient credentials; `ACCOUNT` where that is not known. */
  readonly scope: PolicyScope;
  /** ARN of the last role; absent: the ambient credentials read. */
  readonly roleArn?: string;
  readonly sessionPolicy: 'none' | 'given' | 'scoped';
  /** Whether the same reads worked without the session policy; absent where that was not tried. */
  readonly worksWithoutPolicy?: boolean;
}

type Place = Exclude<DenyingPolicy, 'unknown' | 'session'> | 'given' | 'scoped';

/** Per place: why it is denied there, and what goes before the statement. */
const PLACES: Readonly<Record<Place, { why: string; fix: string }>> = {
  identity: {
    why: 'no policy of it allows that',
    fix: 'Add to a policy of {who}:',
  },
  scoped: {
    why: 'it may read them, but the session policy that the step generated does not let them through',
    fix: 'Write session-policy: none until that is mended. The generated policy lacks:',
  },
  given: {
    why: 'the session policy of the step does not let them through',
    fix: 'Add to the input session-policy:',
  },
  boundary: {
    why: 'its permissions boundary does not allow that',
    fix: 'Add to the permissions boundary of {who}:',
  },
  organization: {
    why: 'a control policy of the organization does not allow that',
    fix: 'Ask who runs the organization to let through:',
  },
  resource: {
    why: "the resource's own policy does not allow that, as another account's must",
    fix: "Allow {who} this in the resource's own policy:",
  },
  endpoint: {
    why: 'the policy of the VPC endpoint does not allow that',
    fix: "Add to the VPC endpoint's policy:",
  },
  explicit: {
    why: 'a statement with "Effect": "Deny" forbids it, which no other statement outweighs',
    fix: 'Exempt from the statement that denies it what the step reads:',
  },
};

/**
 * One problem for each place where something is missing, so mostly one in all, with the complete and minimal policy that
 * would let the denied reads through.
 */
export function reportDenied(denied: readonly DeniedRead[], context: DeniedContext): Problem[] {
  const who = context.roleArn ?? 'the ambient AWS credentials';
  return [...Map.groupBy(denied, ({ denial }) => placeOf(denial, context))].map(
    ([place, reads]) => {
      const { why, fix } = PLACES[place];
      return {
        message: `AWS denies ${who} ${listOf(reads)}: ${why}`,
        fix: [
          fix.replace('{who}', () => who),
          JSON.stringify(missingPolicy(reads, context.scope), undefined, 2),
          ...keyAdvice(reads),
        ].join('\n'),
      };
    },
  );
}

function placeOf(
  { policy }: Denial,
  { sessionPolicy, worksWithoutPolicy = false }: DeniedContext,
): Place {
  if (sessionPolicy !== 'none' && (policy === 'session' || worksWithoutPolicy))
    return sessionPolicy;
  return policy === 'unknown' || policy === 'session' ? 'identity' : policy;
}

function listOf(reads: readonly DeniedRead[]): string {
  return [...Map.groupBy(reads, ({ denial }) => denial.action)]
    .map(([action, all]) => `${action} on ${[...new Set(all.map(nameOf))].join(', ')}`)
    .join('; ');
}

function nameOf({ readable }: DeniedRead): string {
  switch (readable.kind) {
    case 'parameter':
      return readable.name;
    case 'path':
      return `${readable.path.replace(/\/$/, '')}/*`;
    case 'secret':
      return `secretsmanager:${readable.secretId}`;
  }
}

/** Actions with the same resources share a statement; `kms:Decrypt` has its own, limited to the services that decrypt. */
function missingPolicy(reads: readonly DeniedRead[], scope: PolicyScope): object {
  const byKey = reads.filter(isByKey);
  const others = reads.filter((read) => !isByKey(read));
  const byAction = [...Map.groupBy(others, ({ denial }) => denial.action)].map(
    ([action, all]) =>
      [
        action,
        unique(
          all.flatMap((read) => resourcesFor(read, scope)).map(({ resource }) => arnOf(resource)),
        ),
      ] as const,
  );
  const statements: Statement[] = [
    ...Map.groupBy(byAction, ([, arns]) => arns.join(' ')).values(),
  ].map((same) => ({
    Effect: 'Allow',
    Action: same.map(([action]) => action),
    Resource: same[0]?.[1] ?? [],
  }));
  const decrypt = byKey.length === 0 ? [] : [decryptStatement(byKey, scope)];
  return { Version: '2012-10-17', Statement: [...statements, ...decrypt] };
}

function isByKey({ denial }: DeniedRead): boolean {
  return denial.action === 'kms:Decrypt';
}

/** The resources that the denied action is about; all of them where it is none of the reading actions. */
function resourcesFor({ readable, denial }: DeniedRead, scope: PolicyScope): AccessedResource[] {
  const all = resourcesOf(readable, scope);
  const own = all.filter(({ access }) => ACTIONS[access].includes(denial.action));
  return own.length === 0 ? all : own;
}

function decryptStatement(reads: readonly DeniedRead[], scope: PolicyScope): Statement {
  const resources = reads.flatMap(({ readable }) => resourcesOf(readable, scope).slice(0, 1));
  const keys = reads.map(
    ({ readable, denial }) =>
      denial.keyArn ??
      `arn:${scope.partition}:kms:${readable.region}:${scope.accountId}:key/KEY-ID`,
  );
  return {
    Effect: 'Allow',
    Action: 'kms:Decrypt',
    Resource: unique(keys),
    Condition: {
      StringLike: {
        'kms:ViaService': unique(resources.map(({ resource }) => viaService(resource))),
      },
    },
  };
}

function keyAdvice(reads: readonly DeniedRead[]): string[] {
  const byKey = reads.filter(isByKey);
  if (byKey.length === 0) return [];
  const unknown = byKey.some(({ denial }) => denial.keyArn === undefined);
  return [
    ...(unknown ? ['KEY-ID is the id of the key that the value is encrypted with.'] : []),
    "The key's own policy must let the account or the role in as well.",
  ];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
