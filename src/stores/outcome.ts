/** A value that was read, and what is told of it in reports. */
export interface Found {
  readonly kind: 'found';
  readonly bytes: Uint8Array;
  /** As the store names it; absent for local files. */
  readonly version?: string;
  readonly lastModified?: Date;
  readonly arn?: string;
}

/** Why a source gave no value. */
export type Failure =
  | { readonly kind: 'missing' }
  | { readonly kind: 'denied'; readonly action: 'ssm:GetParameter' | 'kms:Decrypt' }
  /** `reason` is an error's code with its host, never a foreign message. */
  | { readonly kind: 'failed'; readonly reason: string };

/** What came of reading one source. */
export type Outcome = Found | Failure;

/** Outcomes by `sourceKey`. */
export type Outcomes = ReadonlyMap<string, Outcome>;
