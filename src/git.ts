import { spawn } from 'node:child_process';
import { relative, sep } from 'node:path';

/** What git says of one path. */
export interface GitStatus {
  readonly tracked: boolean;
  readonly ignored: boolean;
  /** The line of the repository's top `.gitignore` that would ignore exactly this path. */
  readonly ignoreLine: string;
}

/** A path, and the nearest folder above it that exists; both absolute. */
export interface GitPath {
  readonly path: string;
  readonly directory: string;
}

/** Asks git about paths; a path that lies in no repository is absent from the answer. */
export type Git = (paths: readonly GitPath[]) => Promise<ReadonlyMap<string, GitStatus>>;

/**
 * The installed git. It runs with a repository's own programs switched off (`core.fsmonitor`) and also where the
 * workspace belongs to another user, as in a job container (`safe.directory`). Without git: no answers.
 */
export const git: Git = async (paths) => {
  const groups = [...Map.groupBy(paths, ({ directory }) => directory)];
  const answers = await Promise.all(groups.map(([directory, group]) => statusIn(directory, group)));
  return new Map(answers.flat());
};

async function statusIn(
  directory: string,
  group: readonly GitPath[],
): Promise<[string, GitStatus][]> {
  const prefix = await run(directory, ['rev-parse', '--show-prefix']);
  if (prefix === undefined) return [];
  const names = group.map(({ path }) => relative(directory, path).split(sep).join('/'));
  // check-ignore takes no literal pathspecs; "./" keeps a name with a colon in front from being one with magic.
  const list = names.map((name) => `./${name}\0`).join('');
  const [tracked, ignored] = await Promise.all([
    run(directory, ['--literal-pathspecs', 'ls-files', '-z', '--', ...names]),
    run(directory, ['check-ignore', '-z', '--stdin'], list),
  ]);
  const trackedNames = new Set(tracked?.split('\0'));
  const ignoredNames = new Set(ignored?.split('\0'));
  return group.map(({ path }, index) => {
    const name = names[index] ?? '';
    return [
      path,
      {
        tracked: trackedNames.has(name),
        ignored: ignoredNames.has(`./${name}`),
        ignoreLine: `/${escapePattern(prefix.replace(/\r?\n$/, '') + name)}`,
      },
    ];
  });
}

/** Special characters of a pattern: git documentation, gitignore, "PATTERN FORMAT". */
function escapePattern(path: string): string {
  return path.replaceAll(/[\\*?[ ]/g, '\\$&');
}

/** Standard output of a git command; undefined where it fails or git is not there. */
function run(directory: string, command: string[], input = ''): Promise<string | undefined> {
  const settings = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'];
  return new Promise((resolve) => {
    const child = spawn('git', ['-C', directory, ...settings, ...command], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(undefined));
    // `check-ignore` ends with 1 where nothing is ignored.
    child.on('close', (code) =>
      resolve(code === 0 || code === 1 ? Buffer.concat(chunks).toString('utf8') : undefined),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
