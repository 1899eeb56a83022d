import { describe, expect, it } from '@jest/globals';
import { type Problem, ProblemReport } from '../../../src/reporting/problem.ts';

const PROBLEMS: Problem[] = [
  {
    place: { input: 'env-files', line: 3, text: '/a -> b' },
    message: 'the line is wrong',
    fix: 'Write SOURCE => PATH',
  },
  { place: { input: 'aws-region' }, message: 'no region is named', fix: 'Name it' },
  { place: { input: 'cleanup', text: 'no' }, message: 'the value is wrong' },
  {
    place: { file: '.github/fetch-secrets.yml', line: 12, column: 5, text: 'colour: red' },
    message: 'this key is unknown',
  },
  { message: 'there is nothing', fix: 'Name one:\na: |\n  b' },
];
const TEXT = `The inputs cannot be used:
- env-files, line 3: the line is wrong
    /a -> b
    Write SOURCE => PATH
- aws-region: no region is named
    Name it
- cleanup: the value is wrong
    no
- .github/fetch-secrets.yml:12:5: this key is unknown
    colour: red
- there is nothing
    Name one:
    a: |
      b`;

describe('a report', () => {
  it('tells each problem with its place, its text and its fix', () => {
    const error = new ProblemReport('The inputs cannot be used', PROBLEMS);
    expect(error.message).toBe(TEXT);
    expect(error.problems).toBe(PROBLEMS);
  });
});
