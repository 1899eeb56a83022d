import type { Mapping } from '../plan/mappings.ts';
import { type Source, sourceKey, sourceName } from '../plan/source.ts';
import { type Problem, ProblemReport } from '../reporting/problem.ts';
import {
  explainOutcome,
  explainUnfilled,
  type SourceProblem,
} from '../reporting/source-problems.ts';
import type { Found, Outcome, Outcomes } from '../stores/outcome.ts';
import { type Decoded, decodeValue } from './decode.ts';

/** A mapping with its value, ready to be masked and written. */
export interface PreparedValue {
  readonly mapping: Mapping;
  readonly found: Found;
  readonly decoded: Decoded;
}

/** The mappings of a plan after everything was fetched. */
export interface PreparedValues {
  readonly values: readonly PreparedValue[];
  /** Mappings of optional sources that do not exist. */
  readonly missing: readonly Mapping[];
}

/**
 * Joins the mappings with what was fetched, and decodes it.
 *
 * @param placeholders values that mean "created, never filled in"
 * @throws ProblemReport with every missing, denied, unfilled and malformed source, each once
 */
export function prepareValues(
  mappings: readonly Mapping[],
  outcomes: Outcomes,
  placeholders: readonly string[],
): PreparedValues {
  const values: PreparedValue[] = [];
  const missing: Mapping[] = [];
  const problems = new Map<string, Problem>();
  for (const mapping of mappings) {
    const { source, optional, target, place } = mapping;
    const report = (problem: SourceProblem): void => {
      const key = `${sourceKey(source)} ${problem.message}`;
      if (!problems.has(key)) problems.set(key, { place, ...problem });
    };
    const outcome: Outcome = outcomes.get(sourceKey(source)) ?? { kind: 'missing' };
    if (outcome.kind === 'missing' && optional) {
      missing.push(mapping);
    } else if (outcome.kind !== 'found') {
      report(explainOutcome(source, outcome));
    } else if (source.kind === 'parameter' && isPlaceholder(outcome, placeholders)) {
      report(explainUnfilled(source));
    } else {
      const decoded = decodeValue(target.kind, outcome.bytes);
      if (decoded.kind === 'decoded') {
        values.push({ mapping, found: outcome, decoded: withoutMasks(decoded, source) });
      } else {
        report({ message: `${sourceName(source)} ${decoded.message}`, fix: decoded.fix });
      }
    }
  }
  if (problems.size > 0) {
    throw new ProblemReport('Nothing was written, since not every source can be used', [
      ...problems.values(),
    ]);
  }
  return { values, missing };
}

function isPlaceholder({ bytes }: Found, placeholders: readonly string[]): boolean {
  return placeholders.includes(Buffer.from(bytes).toString('utf8').trim());
}

/** What a `file:` source holds is no secret: anybody who can read the repository can read it. */
function withoutMasks(decoded: Decoded, source: Source): Decoded {
  return source.kind === 'file' ? { ...decoded, maskables: [] } : decoded;
}
