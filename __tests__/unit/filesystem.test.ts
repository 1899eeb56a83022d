import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  ancestors,
  codeOf,
  type EntryKind,
  fileSystem,
  findSymbolicLink,
} from '../../src/filesystem.ts';
import { recognizeSystemErrors, treeOf, useFolders } from './folders.ts';

const newFolder = useFolders();

/** A folder with one entry of each kind. */
function populated(): string {
  const root = newFolder();
  mkdirSync(join(root, 'folder'));
  writeFileSync(join(root, 'folder/file'), 'content');
  symlinkSync('folder', join(root, 'link'));
  symlinkSync('nowhere', join(root, 'dangling'));
  return root;
}

describe('kindOf', () => {
  recognizeSystemErrors();

  it.each<[string, EntryKind]>([
    ['no', 'none'],
    ['no/such', 'none'],
    ['folder', 'directory'],
    ['folder/file', 'file'],
    ['link', 'symbolic link'],
    ['dangling', 'symbolic link'],
    ['link/file', 'file'],
    ['folder/file/below', 'none'],
    ['folder/file/far/below', 'none'],
  ])('of %s is %s', (path, kind) => {
    expect(fileSystem.kindOf(join(populated(), path))).toBe(kind);
  });

  it.each([256, 5000])('of a name of %d letters, which no file has, is none', (length) => {
    expect(fileSystem.kindOf(join(newFolder(), 'x'.repeat(length)))).toBe('none');
  });

  it('is not known of a path that is none to the system', () => {
    expect(() => fileSystem.kindOf('a\0b')).toThrow();
  });

  it('of a device is other', () => {
    expect(fileSystem.kindOf('/dev/null')).toBe('other');
  });
});

describe('codeOf', () => {
  it.each([
    [
      'the code of a system error',
      Object.assign(new Error('/secret'), { code: 'ENOSPC' }),
      'ENOSPC',
    ],
    ['nothing of a number', Object.assign(new Error('/secret'), { code: 7 }), 'unknown error'],
    ['nothing of an error without a code', new Error('/secret'), 'unknown error'],
    ['nothing of what is no error', '/secret', 'unknown error'],
  ])('tells %s', (_, error, code) => {
    expect(codeOf(error)).toBe(code);
  });
});

describe('ancestors', () => {
  it.each([
    ['/w/a/b/c', '/w', ['/w/a', '/w/a/b', '/w/a/b/c']],
    ['/w/a', '/w', ['/w/a']],
    ['/w/a', '/', ['/w', '/w/a']],
  ])('of %s below %s', (path, root, expected) => {
    expect(ancestors(path, root)).toEqual(expected);
  });
});

describe('findSymbolicLink', () => {
  it.each([
    ['folder/file', undefined],
    ['folder/none/x', undefined],
    ['link', 'link'],
    ['link/file', 'link'],
    ['dangling', 'dangling'],
  ])('on the way to %s finds %s', (path, expected) => {
    const root = populated();
    expect(findSymbolicLink(join(root, path), root, fileSystem)).toBe(
      expected === undefined ? undefined : join(root, expected),
    );
  });

  it('does not look above the root', () => {
    const root = populated();
    expect(findSymbolicLink(join(root, 'link/file'), join(root, 'link'), fileSystem)).toBe(
      undefined,
    );
  });
});

describe('an operation', () => {
  it('creates with exactly the mode, whatever the mask of the process', () => {
    const path = join(newFolder(), 'x');
    fileSystem.create(path, Buffer.from([0, 255]), 0o666);
    expect(readFileSync(path)).toEqual(Buffer.from([0, 255]));
    expect(statSync(path).mode & 0o7777).toBe(0o666);
  });

  it.each(['folder/file', 'link', 'dangling'])('creates nothing over %s', (path) => {
    const root = populated();
    const before = treeOf(root);
    expect(() => fileSystem.create(join(root, path), Buffer.from('x'), 0o600)).toThrow();
    expect(treeOf(root)).toEqual(before);
  });

  it('reads a file, and no link to one', () => {
    const root = populated();
    symlinkSync('folder/file', join(root, 'to-file'));
    expect(fileSystem.read(join(root, 'folder/file'))).toEqual(Buffer.from('content'));
    expect(() => fileSystem.read(join(root, 'to-file'))).toThrow();
  });

  it('backs up with bytes and mode, and over nothing', () => {
    const root = populated();
    const [path, backup] = [join(root, 'folder/file'), join(root, 'backup')];
    chmodSync(path, 0o440);
    fileSystem.backUp(path, backup);
    expect(treeOf(root)).toMatchObject({ backup: '440 636f6e74656e74' });
    expect(() => fileSystem.backUp(path, join(root, 'dangling'))).toThrow();
    expect(() => fileSystem.backUp(join(root, 'none'), join(root, 'other'))).toThrow();
  });

  it('removes only folders that are empty, and makes only one', () => {
    const root = populated();
    expect(() => fileSystem.removeDirectory(join(root, 'folder'))).toThrow();
    expect(() => fileSystem.makeDirectory(join(root, 'a/b'))).toThrow();
    fileSystem.makeDirectory(join(root, 'a'));
    fileSystem.removeDirectory(join(root, 'a'));
    expect(fileSystem.kindOf(join(root, 'a'))).toBe('none');
  });
});
