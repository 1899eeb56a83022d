import { parseSource } from '../plan/parse-source.ts';
import { type ParameterSource, sourceKey } from '../plan/source.ts';
import type { Lookup, LookupResult, ParameterReference } from '../rendering/reference.ts';
import { explainFailure, explainUnfilled } from '../reporting/source-problems.ts';
import type { Outcomes } from '../stores/outcome.ts';
import { isPlaceholder } from '../values/take.ts';

/** A reference of a template as a source; undefined for a name that AWS would refuse. */
export function sourceOf({
  name,
  region,
  withDecryption,
}: ParameterReference): ParameterSource | undefined {
  const parsed = parseSource(`ssm:${name}`, region);
  if (parsed.kind !== 'source' || parsed.requested.source.kind !== 'parameter') return undefined;
  return { ...parsed.requested.source, ...(withDecryption ? {} : { isEncrypted: true }) };
}

const NO_VERSION = 'See whether the parameter has this version or label';

/** Looks references up among what was fetched. */
export function lookupIn(outcomes: Outcomes, placeholders: readonly string[]): Lookup {
  return (reference): LookupResult | undefined => {
    const source = sourceOf(reference);
    if (source === undefined) {
      return {
        kind: 'failed',
        message: 'this is no name of a parameter',
        fix: 'Name it as Parameter Store shows it',
      };
    }
    const outcome = outcomes.get(sourceKey(source));
    if (outcome === undefined) return undefined;
    if (outcome.kind === 'found') {
      const value = Buffer.from(outcome.bytes).toString('utf8');
      if (!isPlaceholder(value, placeholders)) {
        return { kind: 'found', value, type: outcome.type ?? 'String' };
      }
      const { message, fix = '' } = explainUnfilled(source);
      return { kind: 'failed', message, fix };
    }
    // A version that is not there is an error for the framework too, whatever sources follow.
    if (outcome.kind === 'found-path') return { kind: 'missing' };
    if (outcome.kind === 'missing' && source.selector === undefined) return { kind: 'missing' };
    const { message, fix } = explainFailure({ source, optional: false }, outcome);
    return { kind: 'failed', message, fix: outcome.kind === 'missing' ? NO_VERSION : (fix ?? '') };
  };
}
