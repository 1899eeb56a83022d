/**
 * A parameter or secret by its ARN, or several by a pattern: a region or account may be `*`, a name may end with `*` (any
 * text) or with `-??????` (the random end of a secret's ARN).
 */
export interface ResourcePattern {
  readonly partition: string;
  readonly service: 'ssm' | 'secretsmanager';
  readonly region: string;
  readonly accountId: string;
  /** Name without a slash in front, such as `platform/staging/env`. */
  readonly name: string;
}

/** A pattern in place of one or two others, and how much it opens beyond them: the smaller, the better. */
export interface Folding {
  readonly pattern: ResourcePattern;
  readonly width: number;
}

const TYPES = { ssm: 'parameter/', secretsmanager: 'secret:' } as const;

/**
 * What a pattern opens beyond the resources that it stands for. Sums order the foldings; where no name is opened a region or
 * account opens little, since the role and the other account must let the session in as well.
 */
const WIDTHS = {
  /** A whole folder, not only names in it that begin alike. */
  folder: 1,
  /** Other regions. */
  regions: 2,
  /** Other accounts. */
  accounts: 3,
  /** A name that is cut without another one that it could be joined with. */
  cut: 4,
  /** Names in every folder. */
  root: 8,
} as const;

/** The text for a policy's `Resource`. */
export function arnOf({ partition, service, region, accountId, name }: ResourcePattern): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${TYPES[service]}${name}`;
}

/** Whether all that `narrow` stands for is in `wide`. */
export function covers(wide: ResourcePattern, narrow: ResourcePattern): boolean {
  return (
    wide.partition === narrow.partition &&
    wide.service === narrow.service &&
    [narrow.region, '*'].includes(wide.region) &&
    [narrow.accountId, '*'].includes(wide.accountId) &&
    (wide.name === narrow.name ||
      (wide.name.endsWith('*') && narrow.name.startsWith(wide.name.slice(0, -1))))
  );
}

/** The narrowest pattern for both: their common prefix. Undefined where they have no service or partition in common. */
export function join(a: ResourcePattern, b: ResourcePattern): Folding | undefined {
  if (a.partition !== b.partition || a.service !== b.service) return undefined;
  const pattern = {
    ...a,
    region: a.region === b.region ? a.region : '*',
    accountId: a.accountId === b.accountId ? a.accountId : '*',
    name: a.name === b.name ? a.name : `${commonPrefix(literal(a.name), literal(b.name))}*`,
  };
  return { pattern, width: widthOf(pattern) };
}

/** The pattern without its last level; undefined where nothing is left to cut. */
export function cut(pattern: ResourcePattern): Folding | undefined {
  const stem = literal(pattern.name);
  if (stem === '') return undefined;
  const folder = stem.slice(0, stem.lastIndexOf('/', stem.length - 2) + 1);
  const shorter = { ...pattern, name: `${folder}*` };
  return { pattern: shorter, width: Math.max(WIDTHS.cut, widthOf(shorter)) };
}

function widthOf({ region, accountId, name }: ResourcePattern): number {
  return (
    widthOfName(name) +
    (region === '*' ? WIDTHS.regions : 0) +
    (accountId === '*' ? WIDTHS.accounts : 0)
  );
}

function widthOfName(name: string): number {
  if (!name.endsWith('*')) return 0;
  const stem = literal(name);
  if (!stem.includes('/')) return WIDTHS.root;
  return stem.endsWith('/') ? WIDTHS.folder : 0;
}

/** A name up to its first wildcard. */
function literal(name: string): string {
  const end = name.search(/[*?]/);
  return end < 0 ? name : name.slice(0, end);
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}
