import type { FileSystem } from '../filesystem.ts';
import type { Maskable } from '../masking/masks.ts';
import type { Mapping } from '../plan/mappings.ts';
import { type FileTarget, isFileTarget } from '../plan/target.ts';
import { decodeEnvFile, decodeFile, decodePemFile } from '../values/decode.ts';

/** Files of an earlier step that stay because AWS cannot be reached. */
export interface KeptFiles {
  readonly targets: readonly FileTarget[];
  readonly names: readonly string[];
  /** What they hold is as secret as it was when it was fetched. */
  readonly maskables: readonly Maskable[];
}

/**
 * Looks whether the files that a plan would write are there already.
 *
 * @returns undefined where one is not, or where a variable or output could not be given
 */
export function keepFiles(mappings: readonly Mapping[], files: FileSystem): KeptFiles | undefined {
  const targets = new Map<string, FileTarget>();
  for (const { target, optional } of mappings) {
    if (!isFileTarget(target)) return undefined;
    if (files.kindOf(target.path) === 'file') targets.set(target.path, target);
    else if (!optional) return undefined;
  }
  if (targets.size === 0) return undefined;
  let contents: ReturnType<typeof contentOf>[];
  try {
    contents = [...targets.values()].map((target) => contentOf(target, files));
  } catch {
    // A file that cannot be read cannot be masked.
    return undefined;
  }
  return {
    targets: [...targets.values()],
    names: [...new Set(contents.flatMap(({ names }) => names))],
    maskables: contents.flatMap(({ maskables }) => maskables),
  };
}

function contentOf(
  { kind, path, shown }: FileTarget,
  files: FileSystem,
): Pick<KeptFiles, 'names' | 'maskables'> {
  const bytes = files.read(path);
  const asEnv =
    kind === 'env-file' ? decodeEnvFile(Buffer.from(bytes).toString('utf8'), shown) : undefined;
  const decoded = asEnv ?? (kind === 'pem-file' ? decodePemFile(bytes, shown) : undefined);
  // Whatever stands there in place of what is expected: its text is masked as a plain file's.
  return decoded?.kind === 'decoded' ? decoded : decodeFile(bytes);
}
