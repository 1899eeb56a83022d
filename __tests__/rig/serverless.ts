import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

const run = promisify(execFile);

const SOURCE = join(import.meta.dirname, 'serverless-reader');
const CACHE = join(import.meta.dirname, '..', '..', '.cache');

/** A configuration that Serverless Framework 3 is to read. */
export interface ServerlessCase {
  /** Name of the file, whose extension decides how it is loaded. */
  readonly file: string;
  readonly text: string;
  /** Parameters by name, or by region and name; null where SSM is switched off. */
  readonly parameters: object | null;
  readonly options?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Files beside it. */
  readonly files?: Readonly<Record<string, string>>;
  /** Outputs of CloudFormation stacks, for `cf:`. */
  readonly outputs?: Readonly<Record<string, string>>;
}

/** The configuration with all variables resolved, or why the framework refuses it; and the names it asked SSM for. */
export type ServerlessResult =
  | { readonly configuration: unknown; readonly requests: readonly string[] }
  | { readonly error: string; readonly requests: readonly string[] };

/**
 * Makes sure that the framework is installed in a folder of its own, named after the hash of its lock file.
 *
 * @returns the folder
 */
export async function ensureServerless(): Promise<string> {
  const lock = await readFile(join(SOURCE, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  const folder = join(CACHE, `serverless-${hash.slice(0, 12)}`);
  if (existsSync(folder)) return folder;

  process.stderr.write('Installing Serverless Framework 3, once (about half a minute) ...\n');
  const building = `${folder}.${process.pid}`;
  try {
    await mkdir(building, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) {
      await copyFile(join(SOURCE, name), join(building, name));
    }
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: building });
    // Another process may have been faster, which is just as well.
    if (!existsSync(folder)) await rename(building, folder);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return folder;
}

/** Has the framework's own code read configurations, in a process of its own. */
export async function readWithServerless(
  cases: readonly ServerlessCase[],
): Promise<readonly ServerlessResult[]> {
  const folder = await ensureServerless();
  const child = spawn(process.execPath, [join(SOURCE, 'reader.mjs'), folder]);
  child.stdin.end(JSON.stringify(cases));
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  if (code !== 0) throw new Error(errors);
  return JSON.parse(output);
}
