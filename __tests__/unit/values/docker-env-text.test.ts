import { describe, expect, it } from '@jest/globals';
import { parseDockerEnvText } from '../../../src/values/docker-env-text.ts';

describe("docker's env text", () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['', []],
    ['A=1', [['A', '1']]],
    [
      'A=1\nB=2\n',
      [
        ['A', '1'],
        ['B', '2'],
      ],
    ],
    [
      'A=1\r\nB=2\r\n',
      [
        ['A', '1'],
        ['B', '2'],
      ],
    ],
    ['\uFEFFA=1', [['A', '1']]],
    ['A=', [['A', '']]],
    ['A="x"', [['A', '"x"']]],
    ["A='x' # no comment", [['A', "'x' # no comment"]]],
    ['A=b=c', [['A', 'b=c']]],
    ['  A= x ', [['A', ' x ']]],
    ['\n \t\n# c\n  # c\nA=1', [['A', '1']]],
    [
      'A=1\nA=2',
      [
        ['A', '1'],
        ['A', '2'],
      ],
    ],
    ['A=\r', [['A', '']]],
    ['A=x\ry', [['A', 'x\ry']]],
  ])('of %j', (text, expected) => {
    expect(parseDockerEnvText(text)).toEqual({
      variables: expected.map(([name, value]) => ({ name, value })),
      badLines: [],
    });
  });

  it.each<[string, number[]]>([
    ['A', [1]],
    ['A=1\nexport B=2', [2]],
    ['A="x\ny"', [2]],
    ['A =1\n\n1A=2\nB=3', [1, 3]],
    ['=x', [1]],
    ['A=x\0', [1]],
    ['a-b=1', [1]],
  ])('of %j has bad lines', (text, badLines) => {
    expect(parseDockerEnvText(text).badLines).toEqual(badLines);
  });
});
