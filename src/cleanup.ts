import { codeOf, type FileSystem } from './filesystem.ts';
import type { Runner } from './runtime.ts';
import {
  isUnchanged,
  type Journal,
  type JournalFile,
  removeEmptyDirectories,
  removeIfThere,
  restoreOriginal,
  undoWrites,
} from './targets/write-files.ts';

/** Name of the state that carries the journal from the step to its post step. */
export const STATE = 'journal';

/** What the post step finds in its state. */
export interface SavedState {
  readonly journal: Journal;
  /** The input `cleanup`. */
  readonly cleanup: boolean;
  /** Whether everything was written and published: otherwise the step ended before, and is undone. */
  readonly isComplete: boolean;
  /** Names of the variables with credentials, which end with the job's last step but the post steps. */
  readonly blanked: readonly string[];
}

/**
 * The post step: removes what the step wrote and explains what it leaves. It only warns, since a job must not fail for
 * its cleaning.
 *
 * @param saved the state as text; empty where the step ended before it wrote anything
 */
export function cleanUp(
  saved: string,
  runner: Pick<Runner, 'info' | 'warning' | 'exportVariable'>,
  files: FileSystem,
): void {
  if (saved === '') {
    runner.info('The step wrote nothing; there is nothing to remove.');
    return;
  }
  const { journal, cleanup, isComplete, blanked } = JSON.parse(saved) as SavedState;
  for (const name of blanked) runner.exportVariable(name, '');
  if (!isComplete) {
    undoWrites(journal, files);
    runner.info('The step ended before everything was written; what it had begun is undone.');
    return;
  }
  // What was kept to undo the writes, where the step ended before it could drop it.
  removeQuietly(
    journal.files.map(({ backup }) => backup),
    files,
  );
  const copies = journal.files.flatMap(({ original }) => original?.copy ?? []);
  if (!cleanup) {
    removeQuietly(copies, files);
    if (journal.files.length > 0) runner.info(`cleanup is false; left: ${namesOf(journal.files)}.`);
    return;
  }
  const done = journal.files.filter((file) => removeFile(file, journal.key, runner, files));
  const removed = done.filter(({ original }) => original === undefined);
  const restored = done.filter(({ original }) => original !== undefined);
  removeQuietly(copies, files);
  removeEmptyDirectories(journal, files);
  if (removed.length > 0) runner.info(`Removed ${namesOf(removed)}.`);
  if (restored.length > 0) runner.info(`Put back as it was: ${namesOf(restored)}.`);
}

/** Removes what is of no use to anybody any more; what cannot be removed is in a folder that the runner empties, or that went. */
function removeQuietly(paths: readonly string[], files: FileSystem): void {
  for (const path of paths) {
    try {
      removeIfThere(path, files);
    } catch {
      // Nothing is left to do about it.
    }
  }
}

function removeFile(
  file: JournalFile,
  key: string,
  runner: Pick<Runner, 'info' | 'warning'>,
  files: FileSystem,
): boolean {
  try {
    if (files.kindOf(file.path) === 'none') {
      runner.info(`${file.shown} is already gone.`);
      return false;
    }
    if (isUnchanged(file, key, files)) {
      if (file.original === undefined) files.remove(file.path);
      else restoreOriginal(file, files);
      return true;
    }
    runner.warning(`${file.shown} was changed after the step wrote it; it is left as it is.`);
  } catch (error) {
    runner.warning(`${file.shown} cannot be removed (${codeOf(error)}); remove it by hand.`);
  }
  return false;
}

function namesOf(files: readonly JournalFile[]): string {
  return files.map(({ shown }) => shown).join(', ');
}
