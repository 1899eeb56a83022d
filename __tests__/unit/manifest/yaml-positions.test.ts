import { describe, expect, it } from '@jest/globals';
import { LineCounter, parseDocument } from 'yaml';
import { YamlPositions } from '../../../src/manifest/yaml-positions.ts';

const TEXT = `# a comment
a:
  - x
  - b: "y"
    'c': &anchor { d: e }
f: *anchor
? g
: h`;

function positions(text: string): YamlPositions {
  const lines = new LineCounter();
  return new YamlPositions(parseDocument(text, { lineCounter: lines }), lines);
}

describe('the position', () => {
  it.each<[PropertyKey[], number, number]>([
    [[], 2, 1],
    [['a'], 3, 3],
    [['a', 0], 3, 5],
    [['a', 1, 'b'], 4, 8],
    [['a', 1, 'c'], 5, 18],
    [['a', 1, 'c', 'd'], 5, 23],
    [['f'], 6, 4],
    [['f', 'd'], 5, 23],
    [['g'], 8, 3],
    // What is not there is where it would be.
    [['none'], 2, 1],
    [['a', 7], 3, 3],
    [['a', 0, 'b', 'c'], 3, 5],
  ])('of the value at %j', (path, line, column) => {
    expect(positions(TEXT).ofValue(path)).toEqual({ line, column });
  });

  it.each<[PropertyKey[], string, number, number]>([
    [[], 'a', 2, 1],
    [[], 'f', 6, 1],
    [[], 'g', 7, 3],
    [['a', 1], 'c', 5, 5],
    [['f'], 'd', 5, 20],
    [['a'], 'none', 3, 3],
    [[], 'none', 2, 1],
  ])('of the key at %j: %s', (path, key, line, column) => {
    expect(positions(TEXT).ofKey(path, key)).toEqual({ line, column });
  });

  it('in an empty text is its beginning', () => {
    expect(positions('').ofValue(['a'])).toEqual({ line: 1, column: 1 });
    expect(positions('a: *none').ofValue(['a', 'b'])).toEqual({ line: 1, column: 4 });
    expect(positions('a: *none').ofKey(['a'], 'b')).toEqual({ line: 1, column: 1 });
  });
});
