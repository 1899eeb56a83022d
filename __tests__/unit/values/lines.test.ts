import { describe, expect, it } from '@jest/globals';
import { explainBadLines } from '../../../src/values/lines.ts';

const NOT = 'neither blank, nor a comment, nor NAME=value';

describe('explainBadLines', () => {
  it.each<[number[], string | undefined, string, string]>([
    [[7], undefined, `/a holds no env file: line 7 is ${NOT}`, 'Mend the stored text'],
    [[1, 3], undefined, `/a holds no env file: lines 1, 3 are ${NOT}`, 'Mend the stored text'],
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      undefined,
      `/a holds no env file: lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1 more are ${NOT}`,
      'Mend the stored text',
    ],
    [
      [1],
      'JSON',
      `/a holds no env file: line 1 is ${NOT}; it looks like JSON`,
      'Mend the stored text',
    ],
    [
      [1, 2],
      'a PEM block',
      `/a holds no env file: lines 1, 2 are ${NOT}; it looks like a PEM block`,
      'Name it in pem-files instead',
    ],
  ])('tells numbers, and nothing of the lines: %j, %s', (lines, found, message, fix) => {
    expect(explainBadLines('/a', lines, found)).toEqual({ message, fix });
  });
});
