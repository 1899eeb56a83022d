import type { Mapping } from '../plan/mappings.ts';
import { requestName } from '../plan/source.ts';
import { formatPlace, type Problem } from '../reporting/problem.ts';
import type { NamedValue } from './naming.ts';

/** A variable and the mapping that it comes from. */
export interface Variable extends NamedValue {
  readonly mapping: Mapping;
}

/** Variables of one target, each name once, in the order in which the names first appear. */
export interface Merged {
  readonly variables: readonly Variable[];
  readonly problems: readonly Problem[];
}

/**
 * Merges variables in the order of their lines. `file:` sources are defaults: AWS sources override them silently, and later
 * ones earlier ones. Two values of AWS sources for one name are a conflict, unless they are the same.
 */
export function mergeVariables(
  variables: readonly Variable[],
  onConflict: 'fail' | 'last-wins',
): Merged {
  const merged = new Map<string, Variable>();
  const problems: Problem[] = [];
  for (const variable of variables) {
    const earlier = merged.get(variable.name);
    if (earlier !== undefined && isDefault(variable) && !isDefault(earlier)) continue;
    const isConflict =
      earlier !== undefined &&
      !isDefault(variable) &&
      !isDefault(earlier) &&
      earlier.value !== variable.value;
    if (isConflict && onConflict === 'fail') problems.push(explainConflict(earlier, variable));
    merged.set(variable.name, variable);
  }
  return { variables: [...merged.values()], problems };
}

function isDefault({ mapping }: Variable): boolean {
  return mapping.source.kind === 'file';
}

function explainConflict(earlier: Variable, { name, mapping }: Variable): Problem {
  const { target } = mapping;
  return {
    place: mapping.place,
    message: `${name} in ${target.shown} has two different values, from ${requestName(earlier.mapping)} (${formatPlace(earlier.mapping.place)}) and from ${requestName(mapping)}`,
    fix: 'Name one of them otherwise, or write on-conflict: last-wins',
  };
}
