import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileSystem } from '../../../src/filesystem.ts';
import type { Git, GitPath, GitStatus } from '../../../src/git.ts';
import type { Mapping } from '../../../src/plan/mappings.ts';
import { NO_TEMPLATES } from '../../../src/plan/template-set.ts';
import { type Inspection, inspectTargets } from '../../../src/targets/inspect-targets.ts';
import { recognizeSystemErrors, useFolders } from '../folders.ts';

const newFolder = useFolders();

/** A workspace with a file and a folder, and links to both. */
function workspace(): string {
  const root = newFolder();
  mkdirSync(join(root, 'folder'));
  writeFileSync(join(root, 'folder/file'), '');
  symlinkSync('folder', join(root, 'linked'));
  symlinkSync('folder/file', join(root, 'link'));
  symlinkSync('nowhere', join(root, 'dangling'));
  return root;
}

const mappingOf = (root: string, shown: string): Mapping => ({
  source: { kind: 'parameter', name: '/a', region: 'us-east-1' },
  optional: false,
  target: { kind: 'file', path: join(root, shown), root, shown, mode: 0o600, format: 'portable' },
  naming: { transformation: 'none', rename: {} },
  place: { input: 'files', line: 1, text: `/a => ${shown}` },
});

const inspect = (
  root: string,
  paths: readonly string[],
  git: Git = async () => new Map(),
): Promise<Inspection> =>
  inspectTargets(
    {
      mappings: paths.map((path) => mappingOf(root, path)),
      templates: NO_TEMPLATES,
      cleanup: true,
    },
    fileSystem,
    git,
  );

/** Git that says this of each path, and that all else is ignored. */
const saying =
  (root: string, statuses: Readonly<Record<string, Partial<GitStatus>>>): Git =>
  async (paths) =>
    new Map(
      paths.map(({ path }) => {
        const shown = path.slice(root.length + 1);
        return [
          path,
          { tracked: false, ignored: true, ignoreLine: `/${shown}`, ...statuses[shown] },
        ];
      }),
    );

describe('what lies on the disk', () => {
  recognizeSystemErrors();

  it.each(['new', 'folder/new', 'folder/file', 'a/b/c'])('may be in order: %s', async (path) => {
    expect(await inspect(workspace(), [path])).toEqual({
      problems: [],
      warnings: [],
      notices: [],
    });
  });

  const linkTo = (path: string): string[] => [
    `a symbolic link is in the way to ${path}, and it may lead anywhere`,
    'Remove the link, or choose another path',
  ];
  it.each([
    ['link', linkTo('link')],
    ['dangling', linkTo('dangling')],
    ['linked/new', linkTo('linked/new')],
    ['linked/a/b', linkTo('linked/a/b')],
    ['folder', ['the target folder is a folder', 'Name a file in it, or choose another path']],
    [
      'folder/file/x',
      ['a file is in the way to folder/file/x, where a folder is needed', 'Choose another path'],
    ],
    [
      'folder/file/a/b',
      ['a file is in the way to folder/file/a/b, where a folder is needed', 'Choose another path'],
    ],
  ])('may be in the way: %s', async (path, [message, fix]) => {
    const place = { input: 'files', line: 1, text: `/a => ${path}` };
    const { problems } = await inspect(workspace(), [path, 'folder/other']);
    expect(problems).toEqual([{ place, message, fix }]);
  });

  it('may be no regular file', async () => {
    const { problems } = await inspect('/dev', ['null']);
    expect(problems).toMatchObject([{ message: 'the target null is no regular file' }]);
  });
});

describe('what git says', () => {
  it('of a tracked file is a problem, with what to do', async () => {
    const root = workspace();
    const git = saying(root, { 'folder/file': { tracked: true, ignored: false } });
    expect(await inspect(root, ['folder/file', 'new'], git)).toEqual({
      problems: [
        {
          place: { input: 'files', line: 1, text: '/a => folder/file' },
          message: 'git tracks folder/file: secrets written to it would be committed',
          fix: 'Choose another path, or stop tracking it: git rm --cached folder/file, and add the line /folder/file to .gitignore',
        },
      ],
      warnings: [],
      notices: [],
    });
  });

  it('of files that are not ignored is one warning, with the lines to add', async () => {
    const root = workspace();
    const git = saying(root, { new: { ignored: false }, 'a/b': { ignored: false } });
    expect(await inspect(root, ['new', 'folder/file', 'a/b'], git)).toEqual({
      problems: [],
      warnings: ['git does not ignore every target. Add to .gitignore:\n/new\n/a/b'],
      notices: [],
    });
  });

  it('is asked in the nearest folder that exists', async () => {
    const root = workspace();
    const asked: GitPath[] = [];
    await inspect(root, ['new', 'folder/new', 'folder/a/b', 'a/b/c'], async (paths) => {
      asked.push(...paths);
      return new Map();
    });
    expect(asked.map(({ directory }) => directory)).toEqual([
      root,
      join(root, 'folder'),
      join(root, 'folder'),
      root,
    ]);
  });
});

describe('a template', () => {
  const inspectTemplate = (path: string, cleanup: boolean): Promise<Inspection> => {
    const root = workspace();
    const target = {
      kind: 'rendered-file',
      path: join(root, 'folder/file'),
      root,
      shown: 'folder/file',
      mode: 0o600,
      format: 'portable',
    } as const;
    const place = { input: 'render', line: 1, text: path };
    const templates = { ...NO_TEMPLATES, requests: [{ path: join(root, path), target, place }] };
    const git = saying(root, { 'folder/file': { tracked: true, ignored: false } });
    return inspectTargets({ mappings: [], templates, cleanup }, fileSystem, git);
  };

  it.each([
    [true, 'the post step puts back what stands there now'],
    [false, 'cleanup is false, so that the values stay in place of the variables'],
  ])(
    'that is rendered over itself may be tracked, and is told: cleanup %s',
    async (cleanup, told) => {
      expect(await inspectTemplate('folder/file', cleanup)).toEqual({
        problems: [],
        warnings: [],
        notices: [`Rendered in place: folder/file; ${told}.`],
      });
    },
  );

  it('may not be rendered over another file that is tracked', async () => {
    const { problems, notices } = await inspectTemplate('template', true);
    expect(problems).toMatchObject([
      { message: 'git tracks folder/file: secrets written to it would be committed' },
    ]);
    expect(notices).toEqual([]);
  });
});
