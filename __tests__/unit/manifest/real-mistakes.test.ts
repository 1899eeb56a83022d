import { describe, expect, it } from '@jest/globals';
import { draftOf, MANIFEST_FILE, manifestOf } from '../manifests.ts';

/** The problems of a manifest with this text after a region, in short: place and fix. */
const problemsOf = (text: string): string[] =>
  manifestOf(text).problems.map(({ place, message, fix }) => {
    if (place === undefined || !('file' in place)) throw new Error('The place is in no file.');
    return `${place.line}:${place.column} ${message}: ${fix}`;
  });

describe('what people get wrong in a manifest', () => {
  it('is told once for a placeholder without quotes in a list', () => {
    const [problem, ...more] = problemsOf('env-files:\n  .env: [ /a/{environment}/b ]\n');
    expect(more).toEqual([]);
    expect(problem).toContain('around {environment} within [ ] or { }');
  });

  it.each([
    ['env-vars: [ { form: /a } ]', '1:15 the manifest has no such key here: Write from'],
    [
      'env-files: { .env: { format: docker, source: [ /a ] } }',
      '1:38 the manifest has no such key here: Write sources',
    ],
  ])('is told by the right key for a typo in a key that must be there: %s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('is placed at the item of a list that is wrong', () => {
    const [problem] = problemsOf('env-files:\n  .env:\n    - /a\n    - from: [ x ]\n');
    expect(problem).toMatch(/^4:13 /);
  });

  it('is no mistake where two lines take different names of one source', () => {
    const { plan, problems } = draftOf(
      'region: us-east-1\nenv-files: { .env: [ { from: /a, only: [A] }, { from: /a, only: [B] } ] }\n',
    );
    expect(problems).toEqual([]);
    expect(plan.mappings.map(({ naming }) => naming.only)).toEqual([['A'], ['B']]);
  });

  it('is told where one file has two styles under two spellings of its path', () => {
    const { problems } = draftOf(
      'region: us-east-1\nenv-files:\n  .env: { mode: "600", sources: /a }\n  ./.env: { mode: "644", sources: /b }\n',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      `.env has another format or mode in ${MANIFEST_FILE}:3:33`,
    ]);
  });

  it('is placed at the option of the rendering that is wrong', () => {
    const { problems } = draftOf(
      'region: us-east-1\nrender: [ a.yml ]\nrender-options:\n  stage: a\n  colour: blue\n',
    );
    expect(problems).toEqual([
      {
        place: { file: MANIFEST_FILE, line: 5, column: 11, text: 'colour=blue' },
        message: 'the rendering has no option colour',
        fix: 'Write one of stage, opt.NAME, param.NAME, consumer, dollar, delimiters, root',
      },
    ]);
  });

  it('is no mistake to say nothing, or to leave a value empty', () => {
    expect(problemsOf('---\n')).toEqual([]);
    expect(manifestOf('audience:\n').settings.texts).toEqual({});
  });
});
