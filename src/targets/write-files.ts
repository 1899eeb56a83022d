import { createHmac, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { ancestors, codeOf, type FileSystem } from '../filesystem.ts';
import type { FileTarget } from '../plan/target.ts';
import { ActionError } from '../reporting/action-error.ts';

/** A target with what is to be written to it. */
export interface FileContent {
  readonly target: FileTarget;
  readonly bytes: Uint8Array;
}

/** What the post step must know of one file. */
export interface JournalFile {
  readonly path: string;
  readonly shown: string;
  /** Where its bytes are prepared, beside the target. */
  readonly temporary: string;
  /** Where the file that stood at the target is kept until all are in place. */
  readonly backup: string;
  /** Whether a file stood at the target before. */
  readonly existed: boolean;
  /** Keyed hash of what is written, to tell whether somebody changed it since. */
  readonly digest: string;
}

/** What a step is about to write: saved before the first file appears, so that the post step can undo any part of it. */
export interface Journal {
  /** Key of the digests, hexadecimal: a plain hash of a short secret could be guessed. */
  readonly key: string;
  readonly files: readonly JournalFile[];
  /** Folders that did not exist before, the highest first. */
  readonly directories: readonly string[];
}

/** Files that are in place, but can still be taken back. */
export interface WrittenFiles {
  /** Puts everything back as it was. */
  undo(): void;
  /** Drops what was kept for `undo`. */
  settle(): void;
}

/** A file could not be written; all others are as they were. `code` is the system's, such as `ENOSPC`. */
export class WriteError extends ActionError {
  override readonly name = 'WriteError';
  readonly shown: string;
  readonly code: string;

  constructor(shown: string, code: string) {
    super(`${shown} cannot be written: ${code}`);
    this.shown = shown;
    this.code = code;
  }
}

/** Decides on names and digests; touches nothing. */
export function planWrites(contents: readonly FileContent[], files: FileSystem): Journal {
  const key = randomBytes(16).toString('hex');
  const missing = contents.flatMap(({ target }) =>
    ancestors(dirname(target.path), target.root).filter((path) => files.kindOf(path) === 'none'),
  );
  return {
    key,
    files: contents.map(({ target: { path, shown }, bytes }) => {
      const id = randomBytes(6).toString('hex');
      const beside = (ending: string): string => join(dirname(path), `.${id}.${ending}`);
      return {
        path,
        shown,
        temporary: beside('new'),
        backup: beside('old'),
        existed: files.kindOf(path) !== 'none',
        digest: digestOf(bytes, key),
      };
    }),
    directories: [...new Set(missing)].sort(),
  };
}

/** Keyed SHA-256 of a file's bytes, hexadecimal. */
function digestOf(bytes: Uint8Array, key: string): string {
  return createHmac('sha256', key).update(bytes).digest('hex');
}

/**
 * Writes all files or none: each is prepared beside its target, and only when all are ready they are renamed into place.
 *
 * @throws WriteError; everything is as it was before
 */
export function writeFiles(
  contents: readonly FileContent[],
  journal: Journal,
  files: FileSystem,
): WrittenFiles {
  const undo = (): void => undoWrites(journal, files);
  let shown = '';
  try {
    for (const directory of journal.directories) {
      shown = directory;
      files.makeDirectory(directory);
    }
    journal.files.forEach((file, index) => {
      shown = file.shown;
      const { bytes = new Uint8Array(), target } = contents[index] ?? {};
      files.create(file.temporary, bytes, target?.mode ?? 0o600);
    });
    for (const file of journal.files) {
      shown = file.shown;
      putInPlace(file, files);
    }
  } catch (error) {
    undo();
    throw new WriteError(shown, codeOf(error));
  }
  return {
    undo,
    settle: () => {
      for (const { backup } of journal.files) ifThere(backup, files, () => files.remove(backup));
    },
  };
}

function putInPlace({ path, temporary, backup }: JournalFile, files: FileSystem): void {
  // Looked at again: what was inspected before the calls to AWS may have changed meanwhile.
  const kind = files.kindOf(path);
  if (kind === 'file') files.backUp(path, backup);
  else if (kind !== 'none') throw Object.assign(new Error(), { code: `a ${kind} appeared` });
  files.rename(temporary, path);
}

/**
 * Takes back what of a journal was carried out, in whatever state it stopped: the file that stood at a target returns,
 * a new one goes, prepared files and new folders go.
 */
export function undoWrites(journal: Journal, files: FileSystem): void {
  for (const file of journal.files.toReversed()) {
    try {
      undoWrite(file, journal.key, files);
    } catch {
      // The others are undone all the same; the post step tries this one again.
    }
  }
  removeEmptyDirectories(journal, files);
}

function undoWrite(file: JournalFile, key: string, files: FileSystem): void {
  // A prepared file that is still there was not renamed: its target was not touched.
  const isRenamed = files.kindOf(file.temporary) === 'none';
  ifThere(file.temporary, files, () => files.remove(file.temporary));
  const isBackedUp = files.kindOf(file.backup) !== 'none';
  if (isRenamed && isBackedUp) files.rename(file.backup, file.path);
  else if (isRenamed && !file.existed && isUnchanged(file, key, files)) files.remove(file.path);
  // Where nothing was renamed, and where both names are links to one file, which `rename` leaves as they are.
  ifThere(file.backup, files, () => files.remove(file.backup));
}

/** Whether the file at the target is the one that was written. */
export function isUnchanged(
  { path, digest }: JournalFile,
  key: string,
  files: FileSystem,
): boolean {
  return files.kindOf(path) === 'file' && digestOf(files.read(path), key) === digest;
}

/** Removes the folders that the step made, as far as nothing else lies in them. */
export function removeEmptyDirectories({ directories }: Journal, files: FileSystem): void {
  for (const directory of directories.toReversed()) {
    try {
      files.removeDirectory(directory);
    } catch {
      // Somebody else uses it, or it was never made.
    }
  }
}

function ifThere(path: string, files: FileSystem, act: () => void): void {
  if (files.kindOf(path) !== 'none') act();
}
