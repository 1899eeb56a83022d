import { createHmac, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { ancestors, codeOf, type FileSystem } from '../filesystem.ts';
import type { FileTarget } from '../plan/target.ts';
import { ActionError } from '../reporting/action-error.ts';

const OWNER_ONLY = 0o600;

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
  /** Of a file that is rendered over itself: where its bytes are kept until the post step puts them back. */
  readonly original?: { readonly copy: string; readonly mode: number };
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

/**
 * Decides on names and digests; touches nothing.
 *
 * @param restored paths of the files that the post step puts back as they were
 * @param temp the folder in which these are kept meanwhile
 */
export function planWrites(
  contents: readonly FileContent[],
  restored: ReadonlySet<string>,
  temp: string,
  files: FileSystem,
): Journal {
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
        ...(restored.has(path)
          ? { original: { copy: join(temp, `.${id}.original`), mode: files.modeOf(path) } }
          : {}),
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
      files.create(file.temporary, bytes, target?.mode ?? OWNER_ONLY);
      if (file.original !== undefined) {
        files.create(file.original.copy, files.read(file.path), OWNER_ONLY);
      }
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
      for (const { backup } of journal.files) removeIfThere(backup, files);
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
  removeIfThere(file.temporary, files);
  const isBackedUp = files.kindOf(file.backup) !== 'none';
  if (isRenamed && isBackedUp) files.rename(file.backup, file.path);
  else if (isRenamed && !file.existed && isUnchanged(file, key, files)) files.remove(file.path);
  if (file.original !== undefined) removeIfThere(file.original.copy, files);
  // Where nothing was renamed, and where both names are links to one file, which `rename` leaves as they are.
  removeIfThere(file.backup, files);
}

/** Puts back what stood at the target before it was rendered, with its mode. */
export function restoreOriginal(
  { path, temporary, original }: JournalFile,
  files: FileSystem,
): void {
  if (original === undefined) return;
  files.create(temporary, files.read(original.copy), original.mode);
  files.rename(temporary, path);
  files.remove(original.copy);
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

/** Removes a file that need not be there. */
export function removeIfThere(path: string, files: FileSystem): void {
  if (files.kindOf(path) !== 'none') files.remove(path);
}
