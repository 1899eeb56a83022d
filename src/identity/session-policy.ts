import {
  ACTIONS,
  type AccessedResource,
  type PolicyScope,
  type Readable,
  resourcesOf,
} from './readable.ts';
import {
  arnOf,
  covers,
  cut,
  type Folding,
  join,
  type ResourcePattern,
} from './resource-pattern.ts';

/** An inline session policy that lets the plan's reads through and nothing else. */
export interface SessionPolicy {
  /** The policy document, without blanks. */
  readonly json: string;
  /** What it allows beyond the plan, because the names were too many; empty where it is exact. */
  readonly widened: readonly Widening[];
  /** What the plan reads, exactly. */
  readonly exact: readonly AccessedResource[];
  /** What the policy allows. */
  readonly allowed: readonly AccessedResource[];
}

/** A pattern that stands for several names. */
interface Widening {
  /** IAM actions. */
  readonly actions: readonly string[];
  /** ARN with wildcards. */
  readonly resource: string;
  /** How many resources of the plan it stands for. */
  readonly replaces: number;
}

// STS API reference, AssumeRole, "Policy": "The plaintext … can't exceed 2,048 characters".
const MOST_CHARACTERS = 2_048;
/** How much shorter the next policy is when AWS finds one too large: it packs the JSON and tells no length. */
const SHORTENING = 0.8;

// A session policy without statements is malformed.
const NOTHING = { Effect: 'Deny', Action: '*', Resource: '*' };

/** The policy for these reads, with names folded into common prefixes only as far as it must be to be short enough. */
export function makeSessionPolicy(
  readables: readonly Readable[],
  scope: PolicyScope,
): SessionPolicy {
  const exact = unique(readables.flatMap((readable) => resourcesOf(readable, scope)));
  return foldTo(MOST_CHARACTERS, exact, exact);
}

/**
 * A shorter policy for the same reads, for when AWS answers `PackedPolicyTooLarge`; undefined where nothing is left to
 * fold.
 */
export function foldFurther({ json, exact, allowed }: SessionPolicy): SessionPolicy | undefined {
  const shorter = foldTo(Math.floor(json.length * SHORTENING), exact, allowed);
  return shorter.json.length < json.length ? shorter : undefined;
}

/** The notice for a policy that is not exact; undefined for one that is. */
export function describeWidening({ widened }: SessionPolicy): string | undefined {
  if (widened.length === 0) return undefined;
  return [
    'The plan names more than a session policy can hold, so the session may read more than that, as far as the role may:',
    ...widened.map(
      ({ actions, resource, replaces }) =>
        `  ${actions.join(', ')} on ${resource}, in place of ${replaces} ${replaces === 1 ? 'resource' : 'resources'}`,
    ),
  ].join('\n');
}

function foldTo(
  mostCharacters: number,
  exact: readonly AccessedResource[],
  from: readonly AccessedResource[],
): SessionPolicy {
  let allowed = from;
  let json = documentFor(allowed);
  while (json.length > mostCharacters) {
    const folded = foldOnce(allowed);
    if (folded === undefined) break;
    allowed = folded;
    json = documentFor(allowed);
  }
  return { json, widened: wideningsOf(exact, allowed), exact, allowed };
}

/** Applies the folding that opens the least; of several such the one with the longest prefix. */
function foldOnce(allowed: readonly AccessedResource[]): AccessedResource[] | undefined {
  const foldings = [...Map.groupBy(allowed, ({ access }) => access)].flatMap(([access, all]) =>
    candidates(all.map(({ resource }) => resource)).map((folding) => ({ access, ...folding })),
  );
  const [first] = foldings;
  if (first === undefined) return undefined;
  const best = foldings.reduce((a, b) => (opensLess(b, a) ? b : a), first);
  const { access, pattern } = best;
  const rest = allowed.filter((each) => each.access !== access || !covers(pattern, each.resource));
  return unique([...rest, { access, resource: pattern }]);
}

function opensLess(a: Folding, b: Folding): boolean {
  return (
    a.width < b.width || (a.width === b.width && a.pattern.name.length > b.pattern.name.length)
  );
}

// A plan of a thousand names is folded some hundred times, and hardly any two neighbours change from one time to the next.
const arnOnce = remembered(arnOf);
const cutOnce = remembered(cut);
const joinOnce = remembered((a: ResourcePattern) => remembered((b: ResourcePattern) => join(a, b)));

function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const entry = made.get(key) ?? { value: make(key) };
    made.set(key, entry);
    return entry.value;
  };
}

/** Neighbours in order of their ARNs have the longest prefixes in common, those in order of names differ in region only. */
function candidates(resources: readonly ResourcePattern[]): Folding[] {
  const byArn = resources.toSorted((a, b) => compare(arnOnce(a), arnOnce(b)));
  const byName = resources.toSorted((a, b) => compare(a.name, b.name));
  const pairs = [byArn, byName].flatMap((sorted) =>
    sorted.slice(1).map((resource, index) => joinOnce(sorted[index] ?? resource)(resource)),
  );
  return [...pairs, ...resources.map(cutOnce)].filter((folding) => folding !== undefined);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function unique(resources: readonly AccessedResource[]): AccessedResource[] {
  return [...new Map(resources.map((each) => [keyOf(each), each])).values()];
}

function documentFor(allowed: readonly AccessedResource[]): string {
  const byAccess = Map.groupBy(allowed, ({ access }) => access);
  const statements = [...byAccess].map(([access, all]) => ({
    Effect: 'Allow',
    Action: ACTIONS[access],
    Resource: all.map(({ resource }) => arnOnce(resource)),
  }));
  const Statement = statements.length === 0 ? [NOTHING] : [...statements, decryptFor(allowed)];
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

function decryptFor(allowed: readonly AccessedResource[]): object {
  const services = [...new Set(allowed.map(({ resource }) => viaService(resource)))];
  return {
    Effect: 'Allow',
    Action: 'kms:Decrypt',
    Resource: '*',
    Condition: { StringLike: { 'kms:ViaService': services } },
  };
}

/** AWS KMS developer guide, "kms:ViaService"; China's endpoints, and so its service names, end with `.cn`. */
export function viaService({
  service,
  region,
  partition,
}: Pick<ResourcePattern, 'service' | 'region' | 'partition'>): string {
  return `${service}.${region}.amazonaws.com${partition === 'aws-cn' ? '*' : ''}`;
}

function wideningsOf(
  exact: readonly AccessedResource[],
  allowed: readonly AccessedResource[],
): Widening[] {
  const known = new Set(exact.map(keyOf));
  return allowed
    .filter((each) => !known.has(keyOf(each)))
    .map(({ access, resource }) => ({
      actions: ACTIONS[access],
      resource: arnOf(resource),
      replaces: exact.filter((each) => each.access === access && covers(resource, each.resource))
        .length,
    }));
}

function keyOf({ access, resource }: AccessedResource): string {
  return `${access} ${arnOnce(resource)}`;
}
