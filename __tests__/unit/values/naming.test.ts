import { describe, expect, it } from '@jest/globals';
import type { Naming } from '../../../src/plan/mappings.ts';
import { nameVariables } from '../../../src/values/naming.ts';

const named = (
  names: readonly string[],
  naming: Partial<Naming>,
  isTransformed = true,
): ReturnType<typeof nameVariables> =>
  nameVariables(
    names.map((name) => ({ name, value: `value of ${name}` })),
    { transformation: 'none', rename: {}, ...naming },
    isTransformed,
  );

describe('a name', () => {
  it.each<[string, readonly string[], Partial<Naming>, readonly [string, string][]]>([
    [
      'stays as it is',
      ['a_B', '_c'],
      {},
      [
        ['a_B', 'a_B'],
        ['_c', '_c'],
      ],
    ],
    [
      'becomes upper-case',
      ['db.host-1', 'Straße'],
      { transformation: 'uppercase' },
      [
        ['db.host-1', 'DB_HOST_1'],
        ['Straße', 'STRASSE'],
      ],
    ],
    [
      'becomes lower-case',
      ['DB.Host', 'ÄÖ_x'],
      { transformation: 'lowercase' },
      [
        ['DB.Host', 'db_host'],
        ['ÄÖ_x', '___x'],
      ],
    ],
    ['is taken alone', ['A', 'B', 'C'], { only: ['B'] }, [['B', 'B']]],
    [
      'is taken in the order of the source',
      ['A', 'B'],
      { only: ['B', 'A'] },
      [
        ['A', 'A'],
        ['B', 'B'],
      ],
    ],
    [
      'is taken by its old name',
      ['a-b', 'c'],
      { transformation: 'uppercase', only: ['a-b'] },
      [['a-b', 'A_B']],
    ],
    [
      'is taken by its new name',
      ['a-b', 'c'],
      { transformation: 'uppercase', only: ['A_B'] },
      [['a-b', 'A_B']],
    ],
    [
      'is replaced',
      ['A', 'B'],
      { rename: { A: 'X' } },
      [
        ['A', 'X'],
        ['B', 'B'],
      ],
    ],
    [
      'is replaced by its old name',
      ['a-b'],
      { transformation: 'uppercase', rename: { 'a-b': 'x' } },
      [['a-b', 'x']],
    ],
    [
      'is replaced by its transformed name',
      ['a-b'],
      { transformation: 'uppercase', rename: { A_B: 'x' } },
      [['a-b', 'x']],
    ],
    [
      'is not transformed once it is replaced',
      ['a'],
      { transformation: 'uppercase', rename: { a: 'b' } },
      [['a', 'b']],
    ],
    [
      'may be replaced where it is no name of a variable',
      ['1a'],
      { rename: { '1a': 'A1' } },
      [['1a', 'A1']],
    ],
    [
      'that is replaced is taken beside the others',
      ['A', 'B', 'C'],
      { only: ['B'], rename: { A: 'X' } },
      [
        ['A', 'X'],
        ['B', 'B'],
      ],
    ],
    ['that is bad, and not taken, does no harm', ['1a', 'B'], { only: ['B'] }, [['B', 'B']]],
    [
      'may be one of every object',
      ['toString', '__proto__'],
      {},
      [
        ['toString', 'toString'],
        ['__proto__', '__proto__'],
      ],
    ],
    ['is none where nothing is taken', ['A'], { only: [] }, []],
  ])('%s', (_, names, naming, expected) => {
    expect(named(names, naming)).toEqual({
      variables: expected.map(([old, name]) => ({ name, value: `value of ${old}` })),
      wrong: [],
    });
  });

  it.each<[Partial<Naming>, string]>([
    [{ transformation: 'uppercase' }, 'db_host'],
    [{ transformation: 'uppercase', only: ['db_host'] }, 'db_host'],
    [{ transformation: 'uppercase', rename: { db_host: 'host' } }, 'host'],
  ])('of env text is not transformed, but may be taken and replaced: %j', (naming, name) => {
    expect(named(['db_host'], naming, false)).toEqual({
      variables: [{ name, value: 'value of db_host' }],
      wrong: [],
    });
  });

  const SPELLING = 'See the names of the source, and the spelling';
  const FAR = '(a name with other characters)';
  it.each<[string, readonly string[], Partial<Naming>, string, string]>([
    [
      'is not there for only',
      ['A'],
      { only: ['A', 'B', 'C'] },
      'has nothing named B, C, which "only" or "rename" asks for',
      SPELLING,
    ],
    [
      'is not there for rename',
      ['A'],
      { rename: { B: 'X' } },
      'has nothing named B, which "only" or "rename" asks for',
      SPELLING,
    ],
    [
      'is not there for either',
      ['A'],
      { only: ['A'], rename: { B: 'X' } },
      'has nothing named B, which "only" or "rename" asks for',
      SPELLING,
    ],
    [
      'that a transformation would mend',
      ['db.host', 'db-port'],
      {},
      "has names that are no variable's: db.host, db-port",
      'Write name-transformation: uppercase, or rename them in the manifest: rename: { "db.host": NEW_NAME }',
    ],
    [
      'that nothing but another name mends',
      ['1st', 'db.host'],
      {},
      "has names that are no variable's: 1st, db.host",
      'Write NAME=SOURCE, or rename them in the manifest: rename: { "1st": NEW_NAME }',
    ],
    [
      'that a transformation does not mend',
      ['1st'],
      { transformation: 'uppercase' },
      "has names that are no variable's: 1ST",
      'Write NAME=SOURCE, or rename them in the manifest: rename: { "1ST": NEW_NAME }',
    ],
    [
      'that is empty',
      [''],
      {},
      `has names that are no variable's: ${FAR}`,
      `Write NAME=SOURCE, or rename them in the manifest: rename: { "${FAR}": NEW_NAME }`,
    ],
    [
      'that would forge a log line',
      ['a\n::error::b'],
      {},
      `has names that are no variable's: ${FAR}`,
      `Write name-transformation: uppercase, or rename them in the manifest: rename: { "${FAR}": NEW_NAME }`,
    ],
    [
      'that is very long',
      [`${'a'.repeat(100)}-`],
      {},
      `has names that are no variable's: ${FAR}`,
      `Write name-transformation: uppercase, or rename them in the manifest: rename: { "${FAR}": NEW_NAME }`,
    ],
    [
      'with a quote',
      ['a"b'],
      {},
      `has names that are no variable's: a"b`,
      'Write name-transformation: uppercase, or rename them in the manifest: rename: { "a\\"b": NEW_NAME }',
    ],
  ])('is told: one %s', (_, names, naming, message, fix) => {
    expect(named(names, naming).wrong).toEqual([{ message, fix }]);
  });

  it('that is absent is told beside one that is bad', () => {
    expect(named(['1'], { rename: { A: 'B' } }).wrong).toHaveLength(2);
  });
});
