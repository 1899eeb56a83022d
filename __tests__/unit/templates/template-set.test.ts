import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileSystem } from '../../../src/filesystem.ts';
import { type ParameterSource, sourceKey } from '../../../src/plan/source.ts';
import type { RenderOptions, TemplateRequest } from '../../../src/plan/template-requests.ts';
import type { TemplateSet } from '../../../src/plan/template-set.ts';
import type { Found, Outcome } from '../../../src/stores/outcome.ts';
import { openTemplateSet } from '../../../src/templates/template-set.ts';
import { useFolders } from '../folders.ts';

const newFolder = useFolders();

const OPTIONS: RenderOptions = {
  options: new Map([['stage', 'staging']]),
  params: new Map(),
  consumer: 'serverless',
  dollar: 'error',
};

const found = (value: string, rest: Partial<Found> = {}): Found => ({
  kind: 'found',
  bytes: Buffer.from(value),
  version: '1',
  ...rest,
});

const key = (name: string, more: Partial<ParameterSource> = {}): string =>
  sourceKey({ kind: 'parameter', name, region: 'us-east-1', ...more });

interface Opening {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly templates?: readonly string[];
  readonly options?: Partial<RenderOptions>;
  readonly accountId?: string;
  readonly prepare?: (workspace: string) => void;
}

function open({ files, templates, options, accountId, prepare }: Opening): TemplateSet {
  const workspace = newFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  prepare?.(workspace);
  const requests = (templates ?? Object.keys(files)).map((path, index): TemplateRequest => {
    const absolute = join(workspace, path);
    return {
      path: absolute,
      place: { input: 'render', line: index + 1 },
      target: {
        kind: 'rendered-file',
        path: absolute,
        root: workspace,
        shown: path,
        mode: 0o600,
        format: 'portable',
      },
    };
  });
  return openTemplateSet(
    requests,
    {
      options: { ...OPTIONS, ...options },
      placeholders: ['placeholder'],
      region: 'us-east-1',
      accountId,
    },
    { workspace, variables: { NAME: 'env-name' }, files: fileSystem, accountId: () => undefined },
  );
}

const textsOf = (set: TemplateSet, outcomes: Readonly<Record<string, Outcome>>): string[] =>
  set
    .render(new Map(Object.entries(outcomes)))
    .files.map(({ bytes }) => Buffer.from(bytes).toString());

const needsOf = (set: TemplateSet, outcomes: Readonly<Record<string, Outcome>> = {}): string[] =>
  set.needs(new Map(Object.entries(outcomes))).sources.map(sourceKey);

describe('templates', () => {
  it('ask for each parameter once, with its region and whether it is decrypted', () => {
    const set = open({
      files: {
        'serverless.yml':
          'a: ${ssm:/a}\nb: ${ssm:/a}\nc: ${ssm(eu-west-1):/b}\nd: ${ssm(noDecrypt):/c}\n',
        'other.json': '{"a": "${ssm:/a:3}"}',
      },
    });
    expect(set.problems).toEqual([]);
    expect(needsOf(set)).toEqual([
      key('/a'),
      key('/b', { region: 'eu-west-1' }),
      key('/c', { isEncrypted: true }),
      key('/a', { selector: '3' }),
    ]);
  });

  it('are rendered with what was fetched, and tell what is to be masked and reported', () => {
    const set = open({ files: { 'serverless.yml': 'a: ${ssm:/a}\n' } });
    const outcome = found('it is: secret', { type: 'SecureString' });
    const rendered = set.render(new Map([[key('/a'), outcome]]));
    expect(rendered.problems).toEqual([]);
    expect(rendered.files.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
      'a: "it is: secret"\n',
    ]);
    expect(rendered.maskables).toContainEqual({ kind: 'text', text: 'it is: secret' });
    expect(rendered.rows).toMatchObject([{ shown: '/a', found: outcome }]);
    expect(needsOf(set, { [key('/a')]: outcome })).toEqual([]);
  });

  it('ask again for addresses that are made of values, and do not show these', () => {
    const set = open({ files: { 'serverless.yml': 'a: ${ssm:/p/${ssm:/which}/url}\n' } });
    const first = { [key('/which')]: found('blue') };
    expect(needsOf(set)).toEqual([key('/which')]);
    expect(needsOf(set, first)).toEqual([key('/p/blue/url')]);
    const outcomes = { ...first, [key('/p/blue/url')]: found('x') };
    expect(textsOf(set, outcomes)).toEqual(['a: "x"\n']);
    const { rows } = set.render(new Map(Object.entries(outcomes)));
    expect(rows.map(({ shown }) => shown).join()).not.toContain('blue');
  });

  it.each<[string, Outcome, string]>([
    ['missing', { kind: 'missing' }, 'serverless.yml'],
    ['unfilled', found('placeholder'), 'was created, but never filled in'],
    [
      'denied',
      { kind: 'denied', denial: { action: 'ssm:GetParameter', policy: 'unknown' } },
      'ssm:GetParameter is denied',
    ],
    ['unavailable', { kind: 'unavailable', reason: 'HTTP 503' }, 'cannot be read: HTTP 503'],
  ])('tell what is %s where it stands', (_, outcome, part) => {
    const set = open({ files: { 'serverless.yml': 'a:\n  b: ${ssm:/a}\n' } });
    const { problems, files } = set.render(new Map([[key('/a'), outcome]]));
    expect(files).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.place).toEqual({ file: 'serverless.yml', line: 2, column: 6 });
    expect(JSON.stringify(problems)).toContain(part);
  });

  it('take another source for what is missing, but not for a version that is', () => {
    const set = open({
      files: { 'serverless.yml': "a: ${ssm:/a, 'none'}\n", 'b.yml': "b: ${ssm:/a:7, 'none'}\n" },
    });
    const { files, problems } = set.render(
      new Map<string, Outcome>([
        [key('/a'), { kind: 'missing' }],
        [key('/a', { selector: '7' }), { kind: 'missing' }],
      ]),
    );
    expect(files.map(({ target }) => target.shown)).toEqual(['serverless.yml']);
    expect(problems[0]?.fix).toBe('See whether the parameter has this version or label');
  });

  it('read variables, local files, the account, and the root file of the nearest folder upward', () => {
    const set = open({
      files: {
        'api/serverless.yml': 'custom: { group: team }\nname: ${file(names.yml):x}\n',
        'api/names.yml': 'x: from-file\n',
        'api/parts/env.yml': [
          'a: ${ssm:/${self:custom.group}/${env:NAME}}',
          'b: ${ssm:/${file(names.yml):x}/${aws:accountId}}',
          '',
        ].join('\n'),
      },
      templates: ['api/parts/env.yml'],
      accountId: '111122223333',
    });
    expect(set.problems).toEqual([]);
    expect(needsOf(set)).toEqual([key('/team/env-name'), key('/from-file/111122223333')]);
  });

  it('ask for the account where nobody knows it yet', () => {
    const set = open({ files: { 'serverless.yml': 'a: ${ssm:/${aws:accountId}}\n' } });
    expect(set.needs(new Map())).toMatchObject({ sources: [], needsAccountId: true });
  });

  it('that still ask for something when they are rendered are told, and not written', () => {
    const set = open({
      files: {
        'serverless.yml': 'a: ${ssm:/a}\n  ',
        'b.yml': 'b:\n  c: ${ssm:/${aws:accountId}}\n',
      },
    });
    const { files, problems } = set.render(new Map());
    expect(files).toEqual([]);
    expect(problems.map(({ place, message }) => [place, message])).toEqual([
      [
        { file: 'serverless.yml', line: 1, column: 4 },
        'addresses that are made of values go too deep here',
      ],
      [
        { file: 'b.yml', line: 1, column: 1 },
        'the account of the credentials, which ${aws:accountId} asks for, is not known',
      ],
    ]);
  });

  it('read the root file that the options name', () => {
    const root = { text: 'other/base.yml', place: { input: 'render-options' } };
    const files = { 'a.yml': 'a: ${ssm:/${self:x}}\n', 'other/base.yml': 'x: of-the-root\n' };
    expect(needsOf(open({ files, templates: ['a.yml'], options: { root } }))).toEqual([
      key('/of-the-root'),
    ]);
    const absent = { ...root, text: 'absent.yml' };
    expect(open({ files, templates: ['a.yml'], options: { root: absent } }).problems).toEqual([
      {
        place: root.place,
        message: 'there is no file absent.yml in the workspace',
        fix: 'Name the serverless.yml that includes the template',
      },
    ]);
  });

  it('are refused where they cannot be read, lead away, or are no text', () => {
    const set = open({
      files: { 'bytes.yml': Uint8Array.from([0xff, 0xfe]), 'broken.yml': 'a: [\n' },
      templates: ['absent.yml', 'bytes.yml', 'link.yml', 'broken.yml'],
      prepare: (workspace) => symlinkSync('/etc/hostname', join(workspace, 'link.yml')),
    });
    expect(set.problems.map(({ message }) => message)).toEqual([
      'there is no file absent.yml with text in UTF-8',
      'there is no file bytes.yml with text in UTF-8',
      'link.yml lies outside of the workspace, or behind a symbolic link',
      expect.any(String),
    ]);
    expect(set.problems[3]?.place).toMatchObject({ file: 'broken.yml' });
  });

  it('tell before anything is fetched what only the framework could read', () => {
    const set = open({ files: { 'serverless.yml': 'a: ${ssm:/${cf:stack.Output}}\n' } });
    expect(set.needs(new Map()).problems.map(({ place }) => place)).toEqual([
      { file: 'serverless.yml', line: 1, column: 4 },
    ]);
  });
});
