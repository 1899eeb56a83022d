import type { EnvironmentRules, EnvironmentSettings } from '../plan/environment.ts';
import type { PlacedText } from '../plan/settings.ts';
import type { Problem } from '../reporting/problem.ts';
import type { ManifestData } from './schema.ts';
import type { PlaceOf } from './yaml-positions.ts';

type EnvironmentData = NonNullable<ManifestData['environments']>[string];

/** What the manifest says of environments, `use` followed. */
export function readEnvironments(
  { environments = {}, 'environment-variable': variable }: ManifestData,
  placeOf: PlaceOf,
  problems: Problem[],
): EnvironmentSettings {
  const rules = new Map<string, EnvironmentRules>();
  for (const name of Object.keys(environments)) {
    const chain = followUse(name, environments, placeOf, problems);
    // What an environment sets itself goes before what it takes from the one that it uses.
    const merged = chain.toReversed().map((each) => ownRules(each, environments[each], placeOf));
    rules.set(name, {
      ...Object.assign({}, ...merged),
      name: chain.at(-1) ?? name,
      aliases: environments[name]?.aliases ?? [],
    });
  }
  findAmbiguousAliases(environments, placeOf, problems);
  return { rules, ...(variable === undefined ? {} : { variable }) };
}

/** The environment, the one that it uses, the one which that uses, and so on. */
function followUse(
  name: string,
  environments: Readonly<Record<string, EnvironmentData>>,
  placeOf: PlaceOf,
  problems: Problem[],
): string[] {
  const chain = [name];
  for (;;) {
    const last = chain.at(-1) ?? name;
    const used = environments[last]?.use;
    if (used === undefined) return chain;
    if (!Object.hasOwn(environments, used) || chain.includes(used)) {
      problems.push({
        place: placeOf(['environments', last, 'use'], used),
        message: chain.includes(used)
          ? `${used} is used by itself in the end`
          : `the manifest has no environment ${used}`,
        fix: `Write one of ${Object.keys(environments).join(', ')} that uses no other`,
      });
      return chain;
    }
    chain.push(used);
  }
}

function ownRules(
  name: string,
  data: EnvironmentData | undefined,
  placeOf: PlaceOf,
): Partial<EnvironmentRules> {
  const placed = (key: string, text: string): PlacedText => ({
    text,
    place: placeOf(['environments', name, key], text),
  });
  if (data === undefined) return {};
  const { role, region, account, protected: isProtected } = data;
  const githubEnvironment = data['github-environment'];
  const roles = typeof role === 'string' ? [role] : role;
  return {
    ...(roles === undefined ? {} : { roles: roles.map((arn) => placed('role', arn)) }),
    ...(region === undefined ? {} : { region: placed('region', region) }),
    ...(account === undefined ? {} : { account: placed('account', account) }),
    ...(githubEnvironment === undefined
      ? {}
      : { githubEnvironment: placed('github-environment', githubEnvironment) }),
    ...(isProtected === undefined ? {} : { protected: placed('protected', isProtected) }),
  };
}

function findAmbiguousAliases(
  environments: Readonly<Record<string, EnvironmentData>>,
  placeOf: PlaceOf,
  problems: Problem[],
): void {
  const taken = new Map(Object.keys(environments).map((name) => [name, name]));
  for (const [name, { aliases = [] }] of Object.entries(environments)) {
    for (const [index, alias] of aliases.entries()) {
      const owner = taken.get(alias);
      taken.set(alias, name);
      if (owner === undefined) continue;
      problems.push({
        place: placeOf(['environments', name, 'aliases', index], alias),
        message: `${alias} is already a name of the environment ${owner}`,
        fix: 'Leave one of them out',
      });
    }
  }
}
