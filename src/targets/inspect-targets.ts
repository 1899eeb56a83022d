import { dirname } from 'node:path';
import { ancestors, type FileSystem, findSymbolicLink } from '../filesystem.ts';
import type { Git, GitStatus } from '../git.ts';
import type { Plan } from '../plan/plan.ts';
import { type FileTarget, isFileTarget } from '../plan/target.ts';
import { isInPlace } from '../plan/template-requests.ts';
import type { Place, Problem } from '../reporting/problem.ts';

/** What the disk and git say of the targets. */
export interface Inspection {
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
  readonly notices: readonly string[];
}

/**
 * Looks at what lies at and above each target before anything is fetched: a symbolic link, a folder, a tracked file are
 * problems; a file that git does not ignore is a warning. A template that is rendered over itself may be tracked: that is
 * its use, and the post step puts it back.
 */
export async function inspectTargets(
  { mappings, templates, cleanup }: Pick<Plan, 'mappings' | 'templates' | 'cleanup'>,
  files: FileSystem,
  git: Git,
): Promise<Inspection> {
  const inPlace = templates.requests.filter(isInPlace).map(({ target }) => target);
  const targets = [...targetsOf({ mappings, templates }).values()];
  const written = targets.filter(({ target }) => !inPlace.includes(target));
  const statuses = await git(
    written.map(({ target }) => ({
      path: target.path,
      directory: nearestDirectory(target, files),
    })),
  );
  const problems = targets.flatMap(({ target, place }): Problem[] => {
    const wrong = whatIsWrong(target, files) ?? whyTracked(target, statuses.get(target.path));
    return wrong === undefined ? [] : [{ place, ...wrong }];
  });
  return {
    problems,
    warnings: warnUnignored([...statuses.values()]),
    notices: inPlace.length === 0 ? [] : [noticeRendered(inPlace, cleanup)],
  };
}

function targetsOf({
  mappings,
  templates,
}: Pick<Plan, 'mappings' | 'templates'>): Map<string, { target: FileTarget; place: Place }> {
  const all = [
    ...mappings.flatMap(({ target, place }) => (isFileTarget(target) ? [{ target, place }] : [])),
    ...templates.requests,
  ];
  return new Map(all.map(({ target, place }) => [target.path, { target, place }]));
}

function noticeRendered(targets: readonly FileTarget[], cleanup: boolean): string {
  const names = targets.map(({ shown }) => shown).join(', ');
  const restored = cleanup
    ? 'the post step puts back what stands there now'
    : 'cleanup is false, so that the values stay in place of the variables';
  return `Rendered in place: ${names}; ${restored}.`;
}

/** One warning for all targets, to be pasted: each would be an annotation of its own. */
function warnUnignored(statuses: readonly GitStatus[]): string[] {
  const lines = statuses.filter(({ ignored, tracked }) => !ignored && !tracked);
  if (lines.length === 0) return [];
  const list = lines.map(({ ignoreLine }) => ignoreLine).join('\n');
  return [`git does not ignore every target. Add to .gitignore:\n${list}`];
}

function whatIsWrong(
  { path, root, shown }: FileTarget,
  files: FileSystem,
): Omit<Problem, 'place'> | undefined {
  const link = findSymbolicLink(path, root, files);
  if (link !== undefined) {
    return {
      message: `a symbolic link is in the way to ${shown}, and it may lead anywhere`,
      fix: 'Remove the link, or choose another path',
    };
  }
  const blocking = ancestors(dirname(path), root).find(
    (ancestor) => !['none', 'directory'].includes(files.kindOf(ancestor)),
  );
  if (blocking !== undefined && dirname(path) !== root) {
    return {
      message: `a file is in the way to ${shown}, where a folder is needed`,
      fix: 'Choose another path',
    };
  }
  const kind = files.kindOf(path);
  if (kind === 'none' || kind === 'file') return undefined;
  return {
    message: `the target ${shown} is ${kind === 'directory' ? 'a folder' : 'no regular file'}`,
    fix: 'Name a file in it, or choose another path',
  };
}

function whyTracked(
  { shown }: FileTarget,
  status: GitStatus | undefined,
): Omit<Problem, 'place'> | undefined {
  if (status?.tracked !== true) return undefined;
  return {
    message: `git tracks ${shown}: secrets written to it would be committed`,
    fix: `Choose another path, or stop tracking it: git rm --cached ${shown}, and add the line ${status.ignoreLine} to .gitignore`,
  };
}

function nearestDirectory({ path, root }: FileTarget, files: FileSystem): string {
  const existing = ancestors(dirname(path), root).filter(
    (ancestor) => files.kindOf(ancestor) === 'directory',
  );
  return existing.at(-1) ?? root;
}
