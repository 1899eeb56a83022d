import type { JsonNode } from '../values/json.ts';
import { Pending, Refusal } from './problem.ts';
import {
  type Lookup,
  type LookupResult,
  type ParameterReference,
  type Reading,
  readStored,
  referenceKey,
  type StoredParameter,
} from './reference.ts';

/** A reference that was not fetched yet. */
export interface Need {
  readonly reference: ParameterReference;
  /** Whether it is needed for an address, where not found is an error. */
  readonly isNested: boolean;
}

/** The parameters that one round of rendering asks for, and what came of it. */
export class ParameterReads {
  /** What is to be fetched before more can be evaluated, in the order in which it was asked for. */
  readonly needed: Need[] = [];
  /** What was looked for and not found, in that order too. */
  readonly missing: ParameterReference[] = [];
  readonly used = new Map<string, { reference: ParameterReference; stored: StoredParameter }>();
  /** The suffixes of versions 1 and 2 that were met. */
  readonly legacySuffixes = new Set<string>();
  /** How often a fetched value was used: what is evaluated while this grows contains one. */
  count = 0;
  readonly #lookup: Lookup;

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  /**
   * @returns undefined where there is no such parameter
   * @throws Pending where it was not fetched yet; Refusal where it could not be read
   */
  read(reading: Reading, isNested: boolean): JsonNode | undefined {
    const { reference, legacy } = reading;
    if (legacy !== undefined) this.legacySuffixes.add(`~${legacy}`);
    const result = this.#lookup(reference);
    switch (result?.kind) {
      case undefined:
        this.needed.push({ reference, isNested });
        throw new Pending();
      case 'missing':
        this.missing.push(reference);
        return undefined;
      case 'failed':
        throw failure(reference, result);
      case 'found': {
        this.count += 1;
        const stored = { value: result.value, type: result.type };
        this.used.set(referenceKey(reference), { reference, stored });
        return readStored(stored, reading);
      }
    }
  }
}

/** Whoever read it knows its name only, which is not told where fetched values are part of it. */
function failure(
  { name, shown, region }: ParameterReference,
  { message, fix }: LookupResult & { kind: 'failed' },
): Refusal {
  if (shown === `ssm:${name}`) return new Refusal('aws_error', message, fix);
  return new Refusal(
    'aws_error',
    `${shown} in ${region} could not be read`,
    'Allow the role to read it, or see whether it has this version or label. Its name is not shown, since other values are part of it',
  );
}
