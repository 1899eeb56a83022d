import { createHash } from 'node:crypto';

/** A fetched source, as far as the fingerprint knows it: `REGION NAME`, since a name may stand for one in each region. */
export interface FetchedVersion {
  readonly source: string;
  readonly version: string;
}

/**
 * SHA-256, hexadecimal, over the sorted names of the fetched sources with their versions: it changes exactly when one of
 * them got a new version, and tells nothing of the values.
 */
export function fingerprintOf(fetched: readonly FetchedVersion[]): string {
  const lines = new Set(fetched.map(({ source, version }) => `${source} ${version}\n`));
  return createHash('sha256')
    .update([...lines].sort().join(''))
    .digest('hex');
}
