import { describe, expect, it } from '@jest/globals';
import { readRenderOptions } from '../../../src/plan/render-options.ts';
import type { Problem } from '../../../src/reporting/problem.ts';

function read(text: string, environment?: string) {
  const problems: Problem[] = [];
  const lines = text.split('\n').map((line, index) => ({
    text: line,
    place: { input: 'render-options', line: index + 1, text: line },
  }));
  return { options: readRenderOptions(lines, environment, problems), problems };
}

describe('readRenderOptions', () => {
  it('has defaults', () => {
    const problems: Problem[] = [];
    expect(readRenderOptions([], 'staging', problems)).toEqual({
      options: new Map([['stage', 'staging']]),
      params: new Map(),
      consumer: 'serverless',
      dollar: 'error',
    });
    expect(readRenderOptions([], undefined, problems).options.size).toBe(0);
    expect(problems).toEqual([]);
  });

  it('reads all keys', () => {
    const text =
      'stage = qa\nopt.region=eu-west-1\nopt.a.b=\nparam.url=https://x/?a=b\nconsumer=v3\ndollar=escape\ndelimiters=${{ }}\nroot=api/serverless.yml';
    expect(read(text, 'staging')).toEqual({
      options: {
        options: new Map([
          ['stage', 'qa'],
          ['region', 'eu-west-1'],
          ['a.b', ''],
        ]),
        params: new Map([['url', 'https://x/?a=b']]),
        consumer: 'v3',
        dollar: 'escape',
        delimiters: '${{ }}',
        root: 'api/serverless.yml',
      },
      problems: [],
    });
  });

  it.each([
    ['verbatim', 'no key=value'],
    ['consumer=v5', 'serverless, v3, v4, none'],
    ['dollar=', 'error, verbatim, escape'],
    ['delimiters={ }', '${ }, ${{ }}'],
    ['stage=', 'empty'],
    ['root=', 'empty'],
    ['opt.=x', 'no such option'],
    ['region=x', 'no such option'],
    ['toString=x', 'no such option'],
  ])('refuses %s', (text, message) => {
    const { options, problems } = read(text, 'staging');
    expect(problems).toMatchObject([
      { place: { line: 1 }, message: expect.stringContaining(message) },
    ]);
    expect(options).toEqual(read('opt.stage=staging').options);
  });

  it('refuses a key that stands twice', () => {
    const { options, problems } = read('stage=a\nstage=b');
    expect(problems).toMatchObject([{ place: { line: 2 } }]);
    expect(options.options.get('stage')).toBe('a');
  });
});
