import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';

const run = promisify(execFile);

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const SERVER = join(import.meta.dirname, 'serve_moto.py');
const CACHE = join(import.meta.dirname, '..', '..', '.cache');

/** A server that stands in for AWS. */
export interface Moto {
  url: string;
  stop(): Promise<void>;
}

/**
 * Makes sure that moto is installed in a virtual environment of its own, named after the hash of
 * `requirements.txt`. Safe when interrupted and when run twice at once: the environment is built under
 * a temporary name and renamed when it is complete.
 * @returns the path of the virtual environment's `python`.
 */
export async function ensureMoto(): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(REQUIREMENTS))
    .digest('hex');
  const environment = join(CACHE, `moto-${hash.slice(0, 12)}`);
  const python = join(environment, 'bin', 'python');
  // `bin/python` is a link to the system's Python: when that went away, the environment is of no use.
  if (existsSync(python)) return python;

  process.stderr.write('Installing moto, the stand-in for AWS, once (about half a minute) ...\n');
  const building = `${environment}.${process.pid}`;
  await mkdir(CACHE, { recursive: true });
  await removeInterrupted();
  try {
    await install(building);
    // Another process may have been faster, which is just as well.
    if (!existsSync(python)) {
      await rm(environment, { recursive: true, force: true });
      await rename(building, environment);
    }
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return python;
}

/** Removes what installations left whose process has gone. */
async function removeInterrupted(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const owner = /^moto-[0-9a-f]+\.(\d+)$/.exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    await rm(join(CACHE, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function install(environment: string): Promise<void> {
  await rm(environment, { recursive: true, force: true });
  await step('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))'], {
    problem: 'The tests need Python 3.10 or newer as `python3`, for moto, the stand-in for AWS.',
  });
  await step('python3', ['-m', 'venv', environment], {
    problem:
      'python3 has no working `venv` module. On Debian and Ubuntu: apt-get install python3-venv.',
  });
  const python = join(environment, 'bin', 'python');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  await step(python, [...pip, '--requirement', REQUIREMENTS], {
    problem: `pip could not install ${REQUIREMENTS}.`,
  });
}

async function step(
  command: string,
  args: readonly string[],
  { problem }: { problem: string },
): Promise<void> {
  try {
    await run(command, args);
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Error([problem, stderr.trim()].filter(Boolean).join('\n'), { cause: error });
  }
}

/** Starts moto on a free loopback port. It ends with `stop`, and when this process ends. */
export async function startMoto(): Promise<Moto> {
  const python = await ensureMoto();
  const child = spawn(python, [SERVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await firstLine(child);
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

async function firstLine(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  return await new Promise((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`moto ended with code ${code} as it started.`)));
  });
}
