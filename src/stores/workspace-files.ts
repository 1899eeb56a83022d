import { join } from 'node:path';
import { codeOf, type FileSystem, findSymbolicLink } from '../filesystem.ts';
import { type FileSource, sourceKey } from '../plan/source.ts';
import type { Outcome, Outcomes } from './outcome.ts';

/** Reads `file:` sources from the workspace; a symbolic link in the way counts as failed, since it may lead out of it. */
export function readWorkspaceFiles(
  sources: readonly FileSource[],
  workspace: string,
  files: FileSystem,
): Outcomes {
  return new Map(
    sources.map((source) => [sourceKey(source), readWorkspaceFile(source, workspace, files)]),
  );
}

function readWorkspaceFile({ path }: FileSource, workspace: string, files: FileSystem): Outcome {
  const absolute = join(workspace, path);
  const link = findSymbolicLink(absolute, workspace, files);
  if (link !== undefined) return { kind: 'failed', reason: 'a symbolic link in its path' };
  const kind = files.kindOf(absolute);
  if (kind === 'none') return { kind: 'missing' };
  if (kind !== 'file') return { kind: 'failed', reason: 'not a regular file' };
  try {
    return { kind: 'found', bytes: files.read(absolute) };
  } catch (error) {
    return { kind: 'failed', reason: codeOf(error) };
  }
}
