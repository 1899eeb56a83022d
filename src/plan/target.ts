import { isAbsolute, join, normalize, relative, sep } from 'node:path';
import type { DialectName } from '../dialects/dialects.ts';

/** What a file holds, by the input that names it. */
export type FileKind = 'env-file' | 'pem-file' | 'file' | 'rendered-file';

/** A file to be written. */
export interface FileTarget<Kind extends FileKind = FileKind> {
  readonly kind: Kind;
  /** Absolute path. */
  readonly path: string;
  /** The folder that it stays inside: the workspace or RUNNER_TEMP; absolute. */
  readonly root: string;
  /** The path as people read it: relative to the workspace, or absolute inside RUNNER_TEMP. */
  readonly shown: string;
  /** Permission bits. */
  readonly mode: number;
  /** Dialect of an env file that is written and not copied. */
  readonly format: DialectName;
}

/** Variables for the later steps of the job. */
export interface VariableTarget {
  readonly kind: 'env-var';
  readonly shown: string;
}

/** An output of the step. */
export interface OutputTarget {
  readonly kind: 'output';
  readonly name: string;
  readonly shown: string;
}

/** Where a value goes. */
export type Target = FileTarget<Exclude<FileKind, 'rendered-file'>> | VariableTarget | OutputTarget;
export type TargetKind = Target['kind'];

/** The folders that files may be written to, absolute. */
export interface Roots {
  readonly workspace: string;
  readonly temp: string;
}

/** How a file is written. */
export type FileStyle = Pick<FileTarget, 'mode' | 'format'>;

export type ParsedTarget<Kind extends FileKind> =
  | { readonly kind: 'target'; readonly target: FileTarget<Kind> }
  | { readonly kind: 'problem'; readonly message: string; readonly fix: string };

const FIX = 'Write a path relative to the workspace, or one below ${{ runner.temp }}';

/**
 * Resolves the path of a target. The rule that targets stay inside the workspace or RUNNER_TEMP is checked here by the
 * path alone; what lies on the disk is checked by `inspectTargets`.
 */
export function parseFileTarget<Kind extends FileKind>(
  kind: Kind,
  text: string,
  style: FileStyle,
  roots: Roots,
): ParsedTarget<Kind> {
  const message = whyNoTarget(text);
  if (message !== undefined) return { kind: 'problem', message, fix: FIX };
  const path = isAbsolute(text) ? normalize(text) : join(roots.workspace, text);
  const root = [roots.workspace, roots.temp].find((candidate) => isBelow(path, candidate));
  if (root === undefined) {
    return {
      kind: 'problem',
      message: 'the target lies outside the workspace and RUNNER_TEMP',
      fix: FIX,
    };
  }
  if (
    relative(root, path)
      .split(sep)
      .some((part) => part.toLowerCase() === '.git')
  ) {
    return { kind: 'problem', message: 'the target lies inside a .git folder', fix: FIX };
  }
  const shown = root === roots.workspace ? relative(root, path) : path;
  return { kind: 'target', target: { kind, path, root, shown, ...style } };
}

function whyNoTarget(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character in a path could forge a log line
  if (/[\u0000-\u001f\u007f]/.test(text)) return 'the target contains a control character';
  if (text.split(/[/\\]/).includes('..')) return 'the target contains ".."';
  if (text.startsWith('~')) return '"~" is not the home folder here';
  if (/[/\\]\.?$/.test(text) || text === '.') return 'the target is a folder, not a file';
  return undefined;
}

function isBelow(path: string, root: string): boolean {
  const rest = relative(root, path);
  return rest !== '' && !isAbsolute(rest) && rest.split(sep)[0] !== '..';
}

/** Whether a target is a file. */
export function isFileTarget(
  target: Target,
): target is Exclude<Target, VariableTarget | OutputTarget> {
  return target.kind !== 'env-var' && target.kind !== 'output';
}
