import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type GitStatus, git } from '../../src/git.ts';
import { useFolders } from './folders.ts';

const newFolder = useFolders();

function inFolder(folder: string, ...command: string[]): void {
  execFileSync('git', command, { cwd: folder, stdio: 'ignore' });
}

/** A repository with this `.gitignore`, in which these files are tracked. */
function repository(ignore: string, tracked: readonly string[] = [], folder = newFolder()): string {
  mkdirSync(folder, { recursive: true });
  inFolder(folder, 'init', '--quiet');
  writeFileSync(join(folder, '.gitignore'), ignore);
  for (const path of tracked) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
    inFolder(folder, '--literal-pathspecs', 'add', '--force', '--', path);
  }
  return folder;
}

/** What git says of one path; the folder above it that exists is the root. */
async function statusOf(
  root: string,
  path: string,
  directory = root,
): Promise<GitStatus | undefined> {
  return (await git([{ path: join(root, path), directory }])).get(join(root, path));
}

describe('a path that git does not track', () => {
  it.each([
    ['.env', '.env', true],
    ['.env', '*.pem', false],
    ['.env', '', false],
    ['docker/staging.env', 'docker/', true],
    ['docker/pems/a.pem', 'docker/\n', true],
    ['docker/a.env', '*.env\n!a.env', false],
    ['a b.env', 'a b.env', true],
    ['ä.env', 'ä.env', true],
    ['[ab].env', '\\[ab\\].env', true],
    ['[ab].env', 'a.env', false],
    [':colon', ':colon', true],
    [':(top)x', '/x', false],
    ['new\nline', '*line', true],
    ['-x', '-x', true],
  ])('%j with the pattern %j: ignored is %s', async (path, ignore, ignored) => {
    expect(await statusOf(repository(ignore), path)).toMatchObject({ tracked: false, ignored });
  });

  it.each(['.env', 'docker/a.env', 'a b ', '[ab]*?.env', '!x', '#x', ':x', 'a\\b', 'ä'])(
    '%j is ignored by the line that is proposed, and nothing else is',
    async (path) => {
      const root = repository('');
      const { ignoreLine = '' } = (await statusOf(root, path)) ?? {};
      writeFileSync(join(root, '.gitignore'), `${ignoreLine}\n`);
      expect(await statusOf(root, path)).toMatchObject({ ignored: true });
      expect(await statusOf(root, 'other')).toMatchObject({ ignored: false });
      expect(await statusOf(root, `sub/${path}`)).toMatchObject({ ignored: false });
    },
  );
});

describe('a path that git tracks', () => {
  it.each(['.env', 'docker/a.env', 'a b.env', '[ab].env', ':colon', ':(top)x', 'ä.env', '-x'])(
    'is found, whether or not it is ignored: %j',
    async (path) => {
      const root = repository('*', [path]);
      expect(await statusOf(root, path)).toMatchObject({ tracked: true });
    },
  );

  it('does not make others tracked: a folder above it, a name that its name matches as a pattern', async () => {
    const root = repository('', ['docker/a.env', 'a.env']);
    expect(await statusOf(root, 'docker')).toMatchObject({ tracked: false });
    expect(await statusOf(root, '[ab].env')).toMatchObject({ tracked: false });
  });
});

describe('the repository', () => {
  it('is asked from a folder within it, with the line for its top', async () => {
    const root = repository('/sub/.env', ['sub/tracked']);
    const directory = join(root, 'sub');
    expect(await statusOf(root, 'sub/.env', directory)).toEqual({
      tracked: false,
      ignored: true,
      ignoreLine: '/sub/.env',
    });
    expect(await statusOf(root, 'sub/tracked', directory)).toMatchObject({ tracked: true });
  });

  it('is the nearest one', async () => {
    const root = repository('*');
    const nested = repository('', ['tracked'], join(root, 'nested'));
    expect(await statusOf(nested, 'x')).toEqual({
      tracked: false,
      ignored: false,
      ignoreLine: '/x',
    });
    expect(await statusOf(nested, 'tracked')).toMatchObject({ tracked: true });
  });

  it('may be absent: no answer', async () => {
    expect(await statusOf(newFolder(), '.env')).toBeUndefined();
  });

  it('may be one of several, each asked once for all its paths', async () => {
    const [one, two, none] = [repository('.env'), repository('', ['a']), newFolder()];
    const paths = [
      { path: join(one, '.env'), directory: one },
      { path: join(one, 'x'), directory: one },
      { path: join(two, 'a'), directory: two },
      { path: join(none, 'b'), directory: none },
    ];
    const statuses = await git(paths);
    expect(paths.map(({ path }) => statuses.get(path))).toEqual([
      { ignored: true, tracked: false, ignoreLine: '/.env' },
      { ignored: false, tracked: false, ignoreLine: '/x' },
      { ignored: false, tracked: true, ignoreLine: '/a' },
      undefined,
    ]);
  });

  it('may lie in a folder that is not there: no answer', async () => {
    const root = newFolder();
    expect(await statusOf(root, 'x', join(root, 'none'))).toBeUndefined();
  });

  it('cannot run a program of its own', async () => {
    const root = repository('', ['a']);
    const proof = join(root, 'proof');
    inFolder(root, 'config', 'core.fsmonitor', `touch '${proof}'; false`);
    await statusOf(root, 'a');
    expect(await statusOf(root, 'a')).toMatchObject({ tracked: true });
    expect(() => execFileSync('test', ['-e', proof])).toThrow();
  });

  it('is not asked without git: no answer', () => {
    const root = repository('.env');
    // In a process of its own, since Jest gives a test no say in the variables of the programs that it starts.
    const program = `
      import { git } from ${JSON.stringify(new URL('../../src/git.ts', import.meta.url).href)};
      const statuses = await git([{ path: '/x', directory: ${JSON.stringify(root)} }]);
      process.stdout.write(String(statuses.size));`;
    const command = ['--input-type=module-typescript', '--eval', program];
    expect(String(execFileSync(process.execPath, command, { env: { PATH: root } }))).toBe('0');
    expect(String(execFileSync(process.execPath, command))).toBe('1');
  });
});
