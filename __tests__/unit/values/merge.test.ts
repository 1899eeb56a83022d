import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Mapping } from '../../../src/plan/mappings.ts';
import { mergeVariables, type Variable } from '../../../src/values/merge.ts';
import { planOf } from '../fake-runtime.ts';

// Sources 0 to 2 are in AWS, 3 and 4 are files of the workspace.
const MAPPINGS = planOf({
  'env-files': '/a => .env\n/b#k => .env\nsecretsmanager:c => .env\nfile:d => .env\nfile:e => .env',
}).mappings;

function mappingAt(index: number): Mapping {
  const mapping = MAPPINGS[index];
  if (mapping === undefined) throw new Error(`The plan has no mapping ${index}.`);
  return mapping;
}

const variable = (index: number, name: string, value: string): Variable => ({
  name,
  value,
  mapping: mappingAt(index),
});

type Given = readonly [source: number, name: string, value: string];
const merge = (
  given: readonly Given[],
  onConflict: 'fail' | 'last-wins' = 'fail',
): ReturnType<typeof mergeVariables> =>
  mergeVariables(
    given.map((each) => variable(...each)),
    onConflict,
  );

describe('variables', () => {
  it.each<[string, Given[], [string, string, number][]]>([
    [
      'of one source stay in order',
      [
        [0, 'B', '1'],
        [0, 'A', '2'],
      ],
      [
        ['B', '1', 0],
        ['A', '2', 0],
      ],
    ],
    [
      'of several come one after the other',
      [
        [1, 'B', '1'],
        [0, 'A', '2'],
      ],
      [
        ['B', '1', 1],
        ['A', '2', 0],
      ],
    ],
    [
      'of AWS override defaults',
      [
        [3, 'A', '1'],
        [0, 'A', '2'],
      ],
      [['A', '2', 0]],
    ],
    [
      'of AWS override later defaults',
      [
        [0, 'A', '2'],
        [3, 'A', '1'],
      ],
      [['A', '2', 0]],
    ],
    [
      'keep the place of the first',
      [
        [3, 'A', '1'],
        [3, 'B', '1'],
        [0, 'A', '2'],
      ],
      [
        ['A', '2', 0],
        ['B', '1', 3],
      ],
    ],
    [
      'of later defaults override earlier ones',
      [
        [3, 'A', '1'],
        [4, 'A', '2'],
      ],
      [['A', '2', 4]],
    ],
    [
      'with the same value are no conflict',
      [
        [0, 'A', '1'],
        [1, 'A', '1'],
      ],
      [['A', '1', 1]],
    ],
    [
      'may have the names of every object',
      [
        [0, '__proto__', '1'],
        [0, 'constructor', '2'],
      ],
      [
        ['__proto__', '1', 0],
        ['constructor', '2', 0],
      ],
    ],
    ['may be none', [], []],
  ])('%s', (_, given, expected) => {
    const variables = expected.map(([name, value, source]) => variable(source, name, value));
    for (const onConflict of ['fail', 'last-wins'] as const) {
      expect(merge(given, onConflict)).toEqual({ variables, problems: [] });
    }
  });

  it('of AWS with two values are a conflict, also with a default between them', () => {
    expect(
      merge([
        [0, 'A', 's3cret-1'],
        [3, 'A', 'x'],
        [1, 'A', 's3cret-2'],
      ]).problems,
    ).toEqual([
      {
        place: { input: 'env-files', line: 2, text: '/b#k => .env' },
        message: 'A in .env has two different values, from /a (env-files, line 1) and from /b#k',
        fix: 'Name one of them otherwise, or write on-conflict: last-wins',
      },
    ]);
  });

  it('of AWS with two values have the last one, where that wins', () => {
    expect(
      merge(
        [
          [0, 'A', '1'],
          [1, 'A', '2'],
          [3, 'A', '3'],
        ],
        'last-wins',
      ),
    ).toEqual({
      variables: [variable(1, 'A', '2')],
      problems: [],
    });
  });

  it('have each conflict told', () => {
    const { problems } = merge([
      [0, 'A', '1'],
      [0, 'B', '1'],
      [1, 'A', '2'],
      [2, 'A', '3'],
      [2, 'B', '4'],
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'A in .env has two different values, from /a (env-files, line 1) and from /b#k',
      'A in .env has two different values, from /b#k (env-files, line 2) and from secretsmanager:c',
      'B in .env has two different values, from /a (env-files, line 1) and from secretsmanager:c',
    ]);
  });

  it('of any sources follow the rules', () => {
    const given = fc.tuple(
      fc.nat({ max: 4 }),
      fc.constantFrom('A', 'B', 'C'),
      fc.constantFrom('1', '2'),
    );
    const isDefault = ([source]: Given): boolean => source >= 3;
    fc.assert(
      fc.property(fc.array(given, { maxLength: 12 }), (all) => {
        const { variables } = merge(all, 'last-wins');
        expect(variables.map(({ name }) => name)).toEqual([
          ...new Set(all.map(([, name]) => name)),
        ]);
        for (const { name, value, mapping } of variables) {
          const named = all.filter(([, each]) => each === name);
          const fromAws = named.filter((each) => !isDefault(each));
          const expected = (fromAws.length > 0 ? fromAws : named).at(-1);
          expect([MAPPINGS.indexOf(mapping), name, value]).toEqual(expected);
        }
        const conflicts = [...new Set(all.map(([, name]) => name))].filter(
          (name) =>
            new Set(
              all
                .filter((each) => each[1] === name && !isDefault(each))
                .map(([, , value]) => value),
            ).size > 1,
        );
        const { problems, variables: same } = merge(all);
        expect(same).toEqual(variables);
        expect(new Set(problems.map(({ message }) => message.charAt(0)))).toEqual(
          new Set(conflicts),
        );
      }),
    );
  });
});
