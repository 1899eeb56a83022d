import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What lies at a path, a symbolic link not followed. */
export type EntryKind = 'none' | 'file' | 'directory' | 'symbolic link' | 'other';

/**
 * The few operations on files that the action needs. All are synchronous, so that no signal can come between the steps of
 * a write; all throw Node's errors, whose `code` may be told, whose message may not.
 */
export interface FileSystem {
  kindOf(path: string): EntryKind;
  /** Reads a regular file; fails on a symbolic link. */
  read(path: string): Uint8Array;
  /** Permission bits of a file. */
  modeOf(path: string): number;
  /** Makes one folder, whose parent exists. */
  makeDirectory(path: string): void;
  /** Creates a file that must not exist, with exactly this mode, on the disk when it returns. */
  create(path: string, bytes: Uint8Array, mode: number): void;
  /** Keeps a second name for a file; where the file system knows no hard links, a copy. */
  backUp(path: string, backup: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Removes a folder that is empty; fails otherwise. */
  removeDirectory(path: string): void;
}

/**
 * Walks from `root` down to `path`, which lies below it.
 *
 * @returns the first symbolic link on the way or at the end, absolute; undefined where there is none
 */
export function findSymbolicLink(
  path: string,
  root: string,
  files: Pick<FileSystem, 'kindOf'>,
): string | undefined {
  return ancestors(path, root).find((ancestor) => files.kindOf(ancestor) === 'symbolic link');
}

/** Every path from below `root` down to `path` itself, the highest first. */
export function ancestors(path: string, root: string): string[] {
  const parts = relative(root, path).split(sep);
  return parts.map((_, index) => join(root, ...parts.slice(0, index + 1)));
}

/** Nothing can lie below a file, nor under a name that is too long for the system. */
function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (['ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

/** The system's code of an error, such as `ENOSPC`: all that may be told of it. */
export function codeOf(error: unknown): string {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown error';
}

/** The file system of the machine. */
export const fileSystem: FileSystem = {
  kindOf(path) {
    const stats = statsOf(path);
    if (stats === undefined) return 'none';
    if (stats.isFile()) return 'file';
    if (stats.isDirectory()) return 'directory';
    return stats.isSymbolicLink() ? 'symbolic link' : 'other';
  },
  read(path) {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  },
  modeOf(path) {
    return lstatSync(path).mode & 0o777;
  },
  makeDirectory(path) {
    mkdirSync(path);
  },
  create(path, bytes, mode) {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
    // Nobody else may read it before its mode is set, nor through a mask of the process that is too wide.
    const file = openSync(path, flags, 0o600);
    try {
      writeFileSync(file, bytes);
      fchmodSync(file, mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  backUp(path, backup) {
    try {
      linkSync(path, backup);
    } catch {
      copyFileSync(path, backup, constants.COPYFILE_EXCL);
    }
  },
  rename(from, to) {
    renameSync(from, to);
  },
  remove(path) {
    unlinkSync(path);
  },
  removeDirectory(path) {
    rmdirSync(path);
  },
};
