import type { Denial } from '../identity/denial.ts';

export type ParameterType = 'String' | 'StringList' | 'SecureString';

/** A value that was read, and what is told of it in reports. */
export interface Found {
  readonly kind: 'found';
  readonly bytes: Uint8Array;
  /** A secret that was stored as bytes: it is no text, even where it looks like one. */
  readonly isBinary?: true;
  /** Of a parameter. */
  readonly type?: ParameterType;
  /** As the store names it; absent for local files. */
  readonly version?: string;
  readonly lastModified?: Date;
  readonly arn?: string;
}

/** A parameter below a path. */
export interface FoundMember extends Found {
  /** Its whole name. */
  readonly name: string;
}

/** What lies below a path: at least one parameter, in the order of their names. */
export interface FoundPath {
  readonly kind: 'found-path';
  readonly members: readonly FoundMember[];
}

/** Why a source gave no value; `reason` is an error's code with its host or our own words, never a foreign message. */
export type Failure =
  | { readonly kind: 'missing' }
  | { readonly kind: 'denied'; readonly denial: Denial }
  | { readonly kind: 'failed'; readonly reason: string; readonly fix?: string }
  /** AWS could not be reached after all attempts. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** What came of reading one source. */
export type Outcome = Found | FoundPath | Failure;

/** Outcomes by `sourceKey`. */
export type Outcomes = ReadonlyMap<string, Outcome>;
