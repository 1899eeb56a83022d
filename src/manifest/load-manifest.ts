import { join } from 'node:path';
import { codeOf, type FileSystem, findSymbolicLink } from '../filesystem.ts';
import type { InputValues } from '../plan/inputs.ts';
import type { Manifest } from '../plan/plan.ts';
import type { Problem } from '../reporting/problem.ts';

/** Where a manifest lies that no input names. */
const DEFAULT_PATH = '.github/fetch-secrets.yml';

/**
 * Reads the manifest of the repository: the file that `config` names, else the default one where it exists. The parser
 * is loaded only for a manifest that is there.
 *
 * @returns undefined where there is none
 */
export async function loadManifest(
  inputs: InputValues,
  workspace: string,
  files: FileSystem,
): Promise<Manifest | undefined> {
  const named = inputs.config?.trim();
  const file = named || DEFAULT_PATH;
  const problem = whyUnreadable(file, workspace, files);
  if (problem === 'missing' && !named) return undefined;
  if (problem !== undefined) return withoutContent(file, problem);
  const { readManifest } = await import('./read-manifest.ts');
  let bytes: Uint8Array;
  try {
    bytes = files.read(join(workspace, file));
  } catch (error) {
    return withoutContent(file, `the manifest cannot be read (${codeOf(error)})`);
  }
  return readManifest(Buffer.from(bytes).toString('utf8'), file);
}

function whyUnreadable(file: string, workspace: string, files: FileSystem): string | undefined {
  if (file.startsWith('/') || file.split(/[/\\]/).includes('..')) {
    return 'the manifest lies in the workspace';
  }
  const path = join(workspace, file);
  if (findSymbolicLink(path, workspace, files) !== undefined) {
    return 'a symbolic link is in the way to the manifest';
  }
  const kind = files.kindOf(path);
  if (kind === 'none') return 'missing';
  return kind === 'file' ? undefined : 'the manifest is no regular file';
}

function withoutContent(file: string, reason: string): Manifest {
  const problem: Problem = {
    place: { input: 'config', text: file },
    message: reason === 'missing' ? 'there is no such file in the workspace' : reason,
    fix: 'Name a file of the repository, relative to its top, and check it out before this step',
  };
  return {
    settings: { texts: {}, lists: {}, mappings: {} },
    environments: { rules: new Map() },
    problems: [problem],
  };
}
