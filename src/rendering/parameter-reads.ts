import type { JsonNode } from '../values/json.ts';
import { Pending, Refusal } from './problem.ts';
import {
  type Lookup,
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
  private readonly lookup: Lookup;

  constructor(lookup: Lookup) {
    this.lookup = lookup;
  }

  /**
   * @returns undefined where there is no such parameter
   * @throws Pending where it was not fetched yet; Refusal where it could not be read
   */
  read(reading: Reading, isNested: boolean): JsonNode | undefined {
    const { reference, legacy } = reading;
    if (legacy !== undefined) this.legacySuffixes.add(`~${legacy}`);
    const result = this.lookup(reference);
    switch (result?.kind) {
      case undefined:
        this.needed.push({ reference, isNested });
        throw new Pending();
      case 'missing':
        this.missing.push(reference);
        return undefined;
      case 'failed':
        throw new Refusal('aws_error', result.message, result.fix);
      case 'found': {
        this.count += 1;
        const stored = { value: result.value, type: result.type };
        this.used.set(referenceKey(reference), { reference, stored });
        return readStored(stored, reading);
      }
    }
  }
}
