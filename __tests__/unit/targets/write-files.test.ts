import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cleanUp, type SavedState } from '../../../src/cleanup.ts';
import { type FileSystem, fileSystem } from '../../../src/filesystem.ts';
import {
  type FileContent,
  planWrites,
  WriteError,
  writeFiles,
} from '../../../src/targets/write-files.ts';
import { fakeRunner } from '../fake-runtime.ts';
import { treeOf, useFolders, withHook } from '../folders.ts';

const NOTHING_RESTORED: ReadonlySet<string> = new Set();
// Where the originals of rendered files are kept; there are none here.
const TEMP = '/nowhere';

const newFolder = useFolders();

/** Targets in every situation: a file that stands, one that stands in a folder, new ones, new ones in new folders. */
const TARGETS = [
  '.env',
  'docker/old.env',
  'new.env',
  'docker/pems/deep/a.pem',
  'docker/pems/b.pem',
];

const contentsIn = (root: string, mode = 0o600): FileContent[] =>
  TARGETS.map((shown) => ({
    target: { kind: 'file', path: join(root, shown), root, shown, mode, format: 'portable' },
    bytes: Buffer.from(`new ${shown}\n`),
  }));

/** A workspace in which some targets stand, with modes of their own. */
function workspace(): string {
  const root = newFolder();
  mkdirSync(join(root, 'docker'));
  for (const [path, mode] of [
    ['.env', 0o640],
    ['docker/old.env', 0o444],
    ['other', 0o644],
  ] as const) {
    writeFileSync(join(root, path), `old ${path}`);
    chmodSync(join(root, path), mode);
  }
  return root;
}

describe('planWrites', () => {
  it('touches nothing and tells what is there', () => {
    const root = workspace();
    const before = treeOf(root);
    const operations = new Set<string>();
    const { key, files, directories } = planWrites(
      contentsIn(root),
      NOTHING_RESTORED,
      TEMP,
      withHook((operation) => operations.add(operation)),
    );
    expect([...operations]).toEqual(['kindOf']);
    expect(treeOf(root)).toEqual(before);
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(directories).toEqual([join(root, 'docker/pems'), join(root, 'docker/pems/deep')]);
    expect(files.map(({ shown, existed }) => [shown, existed])).toEqual([
      ['.env', true],
      ['docker/old.env', true],
      ['new.env', false],
      ['docker/pems/deep/a.pem', false],
      ['docker/pems/b.pem', false],
    ]);
    expect(files[1]?.temporary).toMatch(/\/docker\/\.[0-9a-f]{12}\.new$/);
    expect(files[1]?.backup).toMatch(/\/docker\/\.[0-9a-f]{12}\.old$/);
  });

  it('gives nothing away of what is written: equal bytes have another digest each time', () => {
    const root = newFolder();
    const digest = (): string | undefined =>
      planWrites(contentsIn(root), NOTHING_RESTORED, TEMP, fileSystem).files[0]?.digest;
    expect(digest()).not.toBe(digest());
  });

  it('prepares a file with the longest name that there is', () => {
    const root = newFolder();
    const shown = 'x'.repeat(255);
    const contents: FileContent[] = [
      {
        target: {
          kind: 'file',
          path: join(root, shown),
          root,
          shown,
          mode: 0o600,
          format: 'portable',
        },
        bytes: Buffer.from('x'),
      },
    ];
    writeFiles(
      contents,
      planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem),
      fileSystem,
    ).settle();
    expect(Object.keys(treeOf(root))).toEqual([shown]);
  });
});

describe('writeFiles', () => {
  const written = (mode: string): Record<string, string> =>
    Object.fromEntries(
      TARGETS.map((path) => [path, `${mode} ${Buffer.from(`new ${path}\n`).toString('hex')}`]),
    );

  it.each([
    [0o600, '600'],
    [0o666, '666'],
    [0o440, '440'],
  ])('writes all files with the mode %o, whatever stood there', (mode, told) => {
    const root = workspace();
    const contents = contentsIn(root, mode);
    writeFiles(
      contents,
      planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem),
      fileSystem,
    ).settle();
    const tree = treeOf(root);
    expect(tree).toMatchObject(written(told));
    // And leaves nothing beside them.
    expect(Object.keys(tree).sort()).toEqual(
      ['docker', 'docker/pems', 'docker/pems/deep', 'other', ...TARGETS].sort(),
    );
  });

  it('renames nothing before all files are prepared', () => {
    const root = workspace();
    const contents = contentsIn(root);
    const operations: string[] = [];
    const files = withHook((operation) => operations.push(operation));
    writeFiles(contents, planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem), files);
    const [created, moved] = [operations.lastIndexOf('create'), operations.indexOf('rename')];
    expect(created).toBeLessThan(moved);
    expect(created).toBeLessThan(operations.indexOf('backUp'));
  });

  it('can be taken back', () => {
    const root = workspace();
    const before = treeOf(root);
    const contents = contentsIn(root);
    writeFiles(
      contents,
      planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem),
      fileSystem,
    ).undo();
    expect(treeOf(root)).toEqual(before);
  });

  it('can be taken back where a backup is a copy', () => {
    const root = workspace();
    const before = treeOf(root);
    const contents = contentsIn(root);
    const copying: FileSystem = {
      ...fileSystem,
      backUp: (path, backup) => copyFileSync(path, backup),
    };
    writeFiles(contents, planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem), copying).undo();
    expect(treeOf(root)).toEqual(before);
  });

  it('keeps a file that appeared since the plan was made, when it is taken back', () => {
    const root = workspace();
    const contents = contentsIn(root);
    const journal = planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem);
    writeFileSync(join(root, 'new.env'), 'appeared');
    const before = treeOf(root);
    const files = writeFiles(contents, journal, fileSystem);
    expect(readFileSync(join(root, 'new.env'), 'utf8')).toBe('new new.env\n');
    files.undo();
    expect(treeOf(root)).toEqual(before);
  });

  it('keeps what somebody wrote over a new file, when it is taken back', () => {
    const root = workspace();
    const contents = contentsIn(root);
    const files = writeFiles(
      contents,
      planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem),
      fileSystem,
    );
    writeFileSync(join(root, 'new.env'), 'changed');
    files.undo();
    expect(readFileSync(join(root, 'new.env'), 'utf8')).toBe('changed');
  });

  it.each(['remove', 'rename'] as const)(
    'goes on with the others when it is taken back and one cannot be: %s',
    (failing) => {
      const root = workspace();
      const contents = contentsIn(root);
      let failures = 0;
      let isUndoing = false;
      const files = withHook((operation) => {
        if (!isUndoing || operation !== failing || failures > 0) return;
        failures += 1;
        throw new Error('/secret');
      });
      const before = treeOf(root);
      const journal = planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem);
      const written = writeFiles(contents, journal, files);
      isUndoing = true;
      written.undo();
      expect(failures).toBe(1);
      const left = Object.entries(treeOf(root)).filter(([path, entry]) => before[path] !== entry);
      // One file, with what was kept for it or the folder that it lies in.
      expect(left.length).toBeGreaterThan(0);
      expect(left.filter(([path]) => TARGETS.includes(path))).toHaveLength(1);
      // The post step tries again.
      const state: SavedState = { journal, cleanup: true, isComplete: false, blanked: [] };
      cleanUp(JSON.stringify(state), fakeRunner([]), fileSystem);
      expect(treeOf(root)).toEqual(before);
    },
  );

  it('refuses a folder that appeared since the plan was made', () => {
    const root = workspace();
    const contents = contentsIn(root);
    const journal = planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem);
    mkdirSync(join(root, 'new.env'));
    const before = treeOf(root);
    expect(() => writeFiles(contents, journal, fileSystem)).toThrow(
      new WriteError('new.env', 'a directory appeared'),
    );
    expect(treeOf(root)).toEqual(before);
  });
});

type Counted = 'create' | 'backUp' | 'rename' | 'makeDirectory' | 'remove' | 'removeDirectory';
const CHANGING: ReadonlySet<string> = new Set<Counted>([
  'create',
  'backUp',
  'rename',
  'makeDirectory',
  'remove',
  'removeDirectory',
]);
// 2 folders, 5 prepared files, 2 backups, 5 renames.
const OPERATIONS = 14;
const FAILURE = Object.assign(new Error('quotes /secret'), { code: 'ENOSPC' });

/**
 * A file system whose n-th changing operation fails, before or after it was carried out.
 *
 * @param isKilled whether each later one fails as well, before it is carried out: undoing does not help then
 */
function failingAt(n: number, when: 'before' | 'after', isKilled: boolean): FileSystem {
  let count = 0;
  return withHook(
    (operation) => {
      if (!CHANGING.has(operation)) return;
      count += 1;
      if ((count === n && when === 'before') || (count > n && isKilled)) throw FAILURE;
    },
    (operation) => {
      if (CHANGING.has(operation) && count === n && when === 'after') throw FAILURE;
    },
  );
}

const everyFailure = (['before', 'after'] as const).flatMap((when) =>
  Array.from({ length: OPERATIONS }, (_, index) => [when, index + 1] as const),
);

describe('a failure', () => {
  it.each(everyFailure)('%s operation %d leaves everything as it was', (when, n) => {
    const root = workspace();
    const before = treeOf(root);
    const contents = contentsIn(root);
    const journal = planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem);
    const write = (): unknown => writeFiles(contents, journal, failingAt(n, when, false));
    expect(write).toThrow(WriteError);
    expect(treeOf(root)).toEqual(before);
  });

  it('is not thought to come after the last operation', () => {
    const root = workspace();
    const contents = contentsIn(root);
    const journal = planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem);
    const files = failingAt(OPERATIONS + 1, 'before', true);
    expect(() => writeFiles(contents, journal, files)).not.toThrow();
  });

  it.each([
    ['makeDirectory', 'docker/pems', FAILURE, 'ENOSPC'],
    ['create', '.env', FAILURE, 'ENOSPC'],
    ['rename', '.env', new Error('quotes a secret'), 'unknown error'],
  ] as const)('of %s tells the path and the code of the system', (failing, shown, error, code) => {
    const root = workspace();
    const contents = contentsIn(root);
    let hasFailed = false;
    const files = withHook((operation) => {
      if (operation !== failing || hasFailed) return;
      hasFailed = true;
      throw error;
    });
    const write = (): unknown =>
      writeFiles(contents, planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem), files);
    const path = failing === 'makeDirectory' ? join(root, shown) : shown;
    expect(write).toThrow(new WriteError(path, code));
    expect(new WriteError(path, code).message).toBe(`${path} cannot be written: ${code}`);
  });
});

describe('a step that is killed', () => {
  it.each(everyFailure)('%s operation %d is undone by its post step', (when, n) => {
    const root = workspace();
    const before = treeOf(root);
    const contents = contentsIn(root);
    const journal = planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem);
    expect(() => writeFiles(contents, journal, failingAt(n, when, true))).toThrow();
    const state: SavedState = { journal, cleanup: true, isComplete: false, blanked: [] };
    cleanUp(JSON.stringify(state), fakeRunner([]), fileSystem);
    expect(treeOf(root)).toEqual(before);
  });

  it.each(Array.from({ length: 12 }, (_, index) => [index + 1]))(
    'while it undoes, at operation %d, is undone by its post step',
    (n) => {
      const root = workspace();
      const before = treeOf(root);
      const contents = contentsIn(root);
      const journal = planWrites(contents, NOTHING_RESTORED, TEMP, fileSystem);
      const { undo } = writeFiles(contents, journal, failingAt(OPERATIONS + n, 'before', true));
      // What undoes may swallow an error of its last operations, which remove folders.
      try {
        undo();
      } catch (error) {
        expect(error).toBe(FAILURE);
      }
      const state: SavedState = { journal, cleanup: true, isComplete: false, blanked: [] };
      cleanUp(JSON.stringify(state), fakeRunner([]), fileSystem);
      expect(treeOf(root)).toEqual(before);
    },
  );
});
