import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cleanUp, type SavedState } from '../../src/cleanup.ts';
import { fileSystem } from '../../src/filesystem.ts';
import { type FileContent, planWrites, writeFiles } from '../../src/targets/write-files.ts';
import { type Effects, fakeRunner } from './fake-runtime.ts';
import { treeOf, useFolders, withHook } from './folders.ts';

const newFolder = useFolders();

/** A workspace in which `.env` stood and a step wrote `.env` and `deep/a.pem`, with the state that it saved. */
function afterStep(overrides: Partial<SavedState> = {}): { root: string; saved: string } {
  const root = newFolder();
  writeFileSync(join(root, '.env'), 'old');
  const contents = ['.env', 'deep/a.pem'].map(
    (shown): FileContent => ({
      target: {
        kind: 'file',
        path: join(root, shown),
        root,
        shown,
        mode: 0o600,
        format: 'portable',
      },
      bytes: Buffer.from(`new ${shown}`),
    }),
  );
  const journal = planWrites(contents, new Set(), newFolder(), fileSystem);
  writeFiles(contents, journal, fileSystem).settle();
  const state: SavedState = {
    journal,
    cleanup: true,
    isComplete: true,
    blanked: [],
    ...overrides,
  };
  return { root, saved: JSON.stringify(state) };
}

/** The paths that are left. */
const pathsIn = (root: string): string[] => Object.keys(treeOf(root));

describe('after a step that wrote its files', () => {
  it('removes them and the folders that it made', () => {
    const { root, saved } = afterStep();
    const effects: Effects = [];
    cleanUp(saved, fakeRunner(effects), fileSystem);
    expect(pathsIn(root)).toEqual([]);
    expect(effects).toEqual([['info', 'Removed .env, deep/a.pem.']]);
  });

  const GONE = ['info', 'deep/a.pem is already gone.'];
  const CHANGED = [
    'warning',
    'deep/a.pem was changed after the step wrote it; it is left as it is.',
  ];
  const REMOVED = ['info', 'Removed .env.'];
  it.each<[string, (root: string) => void, string[], string[][]]>([
    [
      'changed',
      (root) => writeFileSync(join(root, 'deep/a.pem'), 'changed'),
      ['deep', 'deep/a.pem'],
      [CHANGED, REMOVED],
    ],
    ['gone', (root) => rmSync(join(root, 'deep/a.pem')), [], [GONE, REMOVED]],
    [
      'gone with its folder',
      (root) => rmSync(join(root, 'deep'), { recursive: true }),
      [],
      [GONE, REMOVED],
    ],
    [
      'a folder',
      (root) => {
        rmSync(join(root, 'deep/a.pem'));
        mkdirSync(join(root, 'deep/a.pem'));
      },
      ['deep', 'deep/a.pem'],
      [CHANGED, REMOVED],
    ],
    [
      'a link',
      (root) => {
        rmSync(join(root, 'deep/a.pem'));
        symlinkSync('../.env', join(root, 'deep/a.pem'));
      },
      ['deep', 'deep/a.pem'],
      [CHANGED, REMOVED],
    ],
    [
      'in company',
      (root) => writeFileSync(join(root, 'deep/other'), ''),
      ['deep', 'deep/other'],
      [['info', 'Removed .env, deep/a.pem.']],
    ],
  ])('explains what it leaves where a file is %s', (_, change, left, expected) => {
    const { root, saved } = afterStep();
    change(root);
    const effects: Effects = [];
    cleanUp(saved, fakeRunner(effects), fileSystem);
    expect(pathsIn(root)).toEqual(left);
    expect(effects).toEqual(expected);
  });

  it('says nothing of removals where there was none', () => {
    const { root, saved } = afterStep();
    rmSync(join(root, 'deep'), { recursive: true });
    rmSync(join(root, '.env'));
    const effects: Effects = [];
    cleanUp(saved, fakeRunner(effects), fileSystem);
    expect(effects).toEqual([['info', '.env is already gone.'], GONE]);
  });

  it('warns of a file that it cannot remove, and removes the others', () => {
    const { root, saved } = afterStep();
    const effects: Effects = [];
    const files = withHook((operation, path) => {
      if (operation === 'remove' && path.endsWith('.env'))
        throw Object.assign(new Error('/secret'), { code: 'EBUSY' });
    });
    cleanUp(saved, fakeRunner(effects), files);
    expect(pathsIn(root)).toEqual(['.env']);
    expect(effects).toEqual([
      ['warning', '.env cannot be removed (EBUSY); remove it by hand.'],
      ['info', 'Removed deep/a.pem.'],
    ]);
  });

  it('leaves all where cleanup is false, but nothing of its own', () => {
    const { root, saved } = afterStep({ cleanup: false });
    const { journal } = JSON.parse(saved) as SavedState;
    for (const { backup } of journal.files) writeFileSync(backup, '');
    const effects: Effects = [];
    cleanUp(saved, fakeRunner(effects), fileSystem);
    expect(pathsIn(root)).toEqual(['.env', 'deep', 'deep/a.pem']);
    expect(effects).toEqual([['info', 'cleanup is false; left: .env, deep/a.pem.']]);
  });
});

describe('what a step kept to undo its writes', () => {
  /** The state of a step that could not drop its backups, with them. */
  function withBackups(): { root: string; saved: string; backups: string[] } {
    const { root, saved } = afterStep();
    const { journal } = JSON.parse(saved) as SavedState;
    const backups = journal.files.map(({ backup }) => backup);
    for (const backup of backups) writeFileSync(backup, 'old');
    return { root, saved, backups };
  }

  it('goes with what it wrote', () => {
    const { root, saved } = withBackups();
    cleanUp(saved, fakeRunner([]), fileSystem);
    expect(pathsIn(root)).toEqual([]);
  });

  it('goes as far as it can be removed, and so does what it wrote', () => {
    const { root, saved, backups } = withBackups();
    const effects: Effects = [];
    const files = withHook((operation, path) => {
      if (operation === 'remove' && path === backups[0]) throw new Error('/secret');
    });
    cleanUp(saved, fakeRunner(effects), files);
    expect(pathsIn(root).map((path) => join(root, path))).toEqual(backups.slice(0, 1));
    expect(effects).toEqual([['info', 'Removed .env, deep/a.pem.']]);
  });
});

describe('after a step that handed credentials on', () => {
  const BLANKED = ['AWS_ACCESS_KEY_ID', 'AWS_REGION'];
  const EMPTY = BLANKED.map((name) => ['exportVariable', name, '']);

  it.each([
    ['that wrote its files', {}, 'Removed .env, deep/a.pem.'],
    ['whose files stay', { cleanup: false }, 'cleanup is false; left: .env, deep/a.pem.'],
    [
      'that was ended',
      { isComplete: false },
      'The step ended before everything was written; what it had begun is undone.',
    ],
  ])('and %s, empties their variables first', (_, state, told) => {
    const { saved } = afterStep({ ...state, blanked: BLANKED });
    const effects: Effects = [];
    cleanUp(saved, fakeRunner(effects), fileSystem);
    expect(effects).toEqual([...EMPTY, ['info', told]]);
  });

  it.each([true, false])('and wrote no file, tells nothing, with cleanup: %s', (cleanup) => {
    const { saved } = afterStep();
    const { journal } = JSON.parse(saved) as SavedState;
    const state: SavedState = {
      journal: { ...journal, files: [], directories: [] },
      cleanup,
      isComplete: true,
      blanked: BLANKED,
    };
    const effects: Effects = [];
    cleanUp(JSON.stringify(state), fakeRunner(effects), fileSystem);
    expect(effects).toEqual(EMPTY);
  });
});

describe('after a step that was ended', () => {
  it.each([true, false])('while it wrote, undoes it also with cleanup: %s', (cleanup) => {
    const { root, saved } = afterStep({ cleanup, isComplete: false });
    const { journal } = JSON.parse(saved) as SavedState;
    writeFileSync(journal.files[0]?.backup ?? '', 'old');
    const effects: Effects = [];
    cleanUp(saved, fakeRunner(effects), fileSystem);
    expect(pathsIn(root)).toEqual(['.env']);
    expect(readFileSync(join(root, '.env'), 'utf8')).toBe('old');
    expect(effects).toEqual([
      ['info', 'The step ended before everything was written; what it had begun is undone.'],
    ]);
  });

  it('before it wrote, has nothing to do', () => {
    const effects: Effects = [];
    cleanUp('', fakeRunner(effects), fileSystem);
    expect(effects).toEqual([['info', 'The step wrote nothing; there is nothing to remove.']]);
  });

  it('touches nothing by a state that it cannot read', () => {
    const operations: string[] = [];
    const files = withHook((operation) => operations.push(operation));
    expect(() => cleanUp('{"journal":', fakeRunner([]), files)).toThrow();
    expect(operations).toEqual([]);
  });
});
