import { describe, expect, it } from '@jest/globals';
import type { EnvironmentRules } from '../../../src/plan/environment.ts';
import type { PlacedText } from '../../../src/plan/settings.ts';
import { manifestOf, placeIn } from '../manifests.ts';

const TEXT = `environment-variable: PIXELL_ENV
environments:
  development: { role: dev-role, aliases: [dev, local] }
  production:
    role: [hub-role, production-role]
    region: eu-central-1
    account: "012345678901"
    github-environment: prod-environment
    protected: True
  test: { use: development }
  canary:
    use: production
    region: eu-west-1
    aliases: [early]
  twice: { use: canary, role: own-role }`;

const { environments, problems } = manifestOf(TEXT);
const placed = (fragment: string): PlacedText => ({
  text: fragment.replaceAll('"', ''),
  place: placeIn(TEXT, fragment, fragment.replaceAll('"', '')),
});

describe('the environments of a manifest', () => {
  it('are read with the place of each part', () => {
    expect(problems).toEqual([]);
    expect(environments.variable).toBe('PIXELL_ENV');
    expect([...environments.rules.keys()]).toEqual([
      'development',
      'production',
      'test',
      'canary',
      'twice',
    ]);
    expect(environments.rules.get('development')).toEqual({
      name: 'development',
      aliases: ['dev', 'local'],
      roles: [placed('dev-role')],
    });
  });

  const RULES = {
    roles: ['hub-role', 'production-role'].map((role) => ({
      text: role,
      place: placeIn(TEXT, '[hub-role', role),
    })),
    region: placed('eu-central-1'),
    account: placed('"012345678901"'),
    githubEnvironment: placed('prod-environment'),
    protected: placed('True'),
  };
  it.each<[string, Partial<EnvironmentRules>]>([
    ['production', { name: 'production', aliases: [], ...RULES }],
    ['test', { name: 'development', aliases: [], roles: [placed('dev-role')] }],
    ['canary', { name: 'production', aliases: ['early'], ...RULES, region: placed('eu-west-1') }],
    [
      'twice',
      {
        name: 'production',
        aliases: [],
        ...RULES,
        region: placed('eu-west-1'),
        roles: [placed('own-role')],
      },
    ],
  ])('take what they do not set from the one that they use: %s', (name, rules) => {
    expect(environments.rules.get(name)).toEqual(rules);
  });

  it.each([
    [
      'an environment that is not there',
      'environments:\n  a: {}\n  b: { use: c }',
      'c',
      'the manifest has no environment c',
      'Write one of a, b that uses no other',
    ],
    [
      'a name of every object',
      'environments: { test: { use: constructor } }',
      'constructor',
      'the manifest has no environment constructor',
      'Write one of test that uses no other',
    ],
    [
      'itself',
      'environments:\n  loop: { use: loop }',
      'loop }',
      'loop is used by itself in the end',
      'Write one of loop that uses no other',
    ],
    [
      'an alias',
      'environments:\n  a: { aliases: [ b ] }\n  c: { use: b }',
      'b }\n',
      'the manifest has no environment b',
      'Write one of a, c that uses no other',
    ],
  ])('may not use %s', (_, text, fragment, message, fix) => {
    const written = fragment.replace(/ .*/s, '');
    const whole = `${text}\n`;
    expect(manifestOf(whole).problems).toEqual([
      { place: placeIn(whole, fragment, written), message, fix },
    ]);
  });

  it('may not use one another in a circle', () => {
    const { problems: found } = manifestOf('environments:\n  a: { use: b }\n  b: { use: a }');
    expect(found.map(({ message }) => message).sort()).toEqual([
      'a is used by itself in the end',
      'b is used by itself in the end',
    ]);
  });

  it.each([
    [
      'of another environment',
      'environments:\n  a: {}\n  b: { aliases: [ a ] }',
      '[ a ]',
      'a',
      'a',
    ],
    ['of its own', 'environments:\n  a: { aliases: [ a ] }', '[ a ]', 'a', 'a'],
    [
      'that is another alias',
      'environments:\n  a: { aliases: [ x ] }\n  b: { aliases: [ x, y ] }',
      '[ x, y',
      'x',
      'a',
    ],
    ['twice', 'environments:\n  a: { aliases: [ x, "x" ] }', '"x"', 'x', 'a'],
  ])('may not have a name %s', (_, text, fragment, alias, owner) => {
    const place = placeIn(text, fragment, alias);
    const column = place.column + (fragment.startsWith('[') ? 2 : 0);
    expect(manifestOf(text).problems).toEqual([
      {
        place: { ...place, column },
        message: `${alias} is already a name of the environment ${owner}`,
        fix: 'Leave one of them out',
      },
    ]);
  });
});
