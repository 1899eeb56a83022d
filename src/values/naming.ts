import type { Naming } from '../plan/mappings.ts';
import { isVariableName } from '../plan/variable-names.ts';

/** A value under the name that its source gives it: the relative name of a parameter, a JSON key, an env text's variable. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
  /** All that readers may take for the value; absent: the value alone. */
  readonly readings?: readonly string[];
}

/** The values under their variables' names; what is wrong, as messages that complete "SOURCE …". */
export interface NamedVariables<Value extends NamedValue> {
  readonly variables: readonly Value[];
  readonly wrong: readonly Wrong[];
}

interface Wrong {
  readonly message: string;
  readonly fix: string;
}

const TRANSFORMATIONS: Record<Naming['transformation'], (name: string) => string> = {
  none: (name) => name,
  uppercase: (name) => name.toUpperCase().replaceAll(/[^A-Z0-9_]/g, '_'),
  lowercase: (name) => name.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_'),
};

/**
 * Gives values their variables' names.
 *
 * @param isTransformed whether `name-transformation` applies: to parameters and JSON keys, not to env text
 */
export function nameVariables<Value extends NamedValue>(
  values: readonly Value[],
  { transformation, only, rename }: Naming,
  isTransformed: boolean,
): NamedVariables<Value> {
  const transform = isTransformed ? TRANSFORMATIONS[transformation] : TRANSFORMATIONS.none;
  const renamed = new Map(Object.entries(rename));
  const asked = only === undefined ? undefined : new Set([...only, ...renamed.keys()]);
  const seen = new Set<string>();
  const variables = values.flatMap((value): Value[] => {
    const { name } = value;
    const transformed = transform(name);
    for (const each of [name, transformed]) seen.add(each);
    if (asked !== undefined && !asked.has(name) && !asked.has(transformed)) return [];
    return [{ ...value, name: renamed.get(name) ?? renamed.get(transformed) ?? transformed }];
  });
  const absent = [...(asked ?? renamed.keys())].filter((name) => !seen.has(name));
  const invalid = variables.map(({ name }) => name).filter((name) => !isVariableName(name));
  return {
    variables,
    wrong: [
      ...(absent.length === 0 ? [] : [explainAbsent(absent)]),
      ...(invalid.length === 0 ? [] : [explainInvalid(invalid)]),
    ],
  };
}

function explainAbsent(names: readonly string[]): Wrong {
  return {
    message: `has nothing named ${names.join(', ')}, which "only" or "rename" asks for`,
    fix: 'See the names of the source, and the spelling',
  };
}

function explainInvalid(names: readonly string[]): Wrong {
  const upper = names.every((name) => isVariableName(TRANSFORMATIONS.uppercase(name)));
  const rename = `rename them in the manifest: rename: { ${JSON.stringify(printable(names[0] ?? ''))}: NEW_NAME }`;
  return {
    message: `has names that are no variable's: ${names.map(printable).join(', ')}`,
    fix: upper
      ? `Write name-transformation: uppercase, or ${rename}`
      : `Write NAME=SOURCE, or ${rename}`,
  };
}

/** A key may be anything; a log line may not. */
function printable(name: string): string {
  return /^[\x20-\x7e]{1,100}$/.test(name) ? name : '(a name with other characters)';
}
