import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseEnv } from 'node:util';
import { parse as parseDotenv } from 'dotenv';
import { parse as parseDotenv16 } from 'dotenv-16';
import { ensureMoto } from './moto.ts';

const rig = import.meta.dirname;
const cache = path.resolve(rig, '../../.cache');
const goProgram = path.join(cache, 'go-readers');

export type Variables = Readonly<Record<string, string>>;

/**
 * A program that reads env files. `read` takes the paths of files that have no name in common and
 * gives the variables of all; it throws where the reader ends with an error. `program` is what has
 * to be installed for it, where that is not a package of the tests.
 */
export type EnvReader = {
  readonly name: string;
  readonly program?: 'bash' | 'dash' | 'go';
  readonly read: (paths: readonly string[]) => Promise<Variables>;
};

/** The real readers of env files, by the program that users run. */
export const envReaders = {
  docker: { name: 'docker/cli kvfile', program: 'go', read: goReader('docker') },
  compose: { name: 'compose-go', program: 'go', read: goReader('compose') },
  godotenv: { name: 'godotenv', program: 'go', read: goReader('godotenv') },
  dotenv: { name: 'dotenv 17', read: textReader(parseDotenv) },
  dotenv16: { name: 'dotenv 16', read: textReader(parseDotenv16) },
  parseEnv: { name: 'util.parseEnv', read: textReader(parseEnv) },
  nodeEnvFile: { name: 'node --env-file', read: readByNode },
  python: { name: 'python-dotenv', read: readByPython },
  bash: { name: 'bash', program: 'bash', read: shellReader('bash', '--norc') },
  dash: { name: 'dash', program: 'dash', read: shellReader('dash') },
  json: { name: 'JSON.parse', read: textReader(JSON.parse) },
} satisfies Record<string, EnvReader>;

/** Which of the programs that `readers` need are not installed. */
export function missingPrograms(readers: readonly EnvReader[]): readonly string[] {
  const programs = new Set(readers.flatMap(({ program }) => program ?? []));
  return [...programs].filter((program) => spawnSync(program, ['--version']).error !== undefined);
}

/** Builds the readers in Go; the first time it downloads the modules that go.sum names. */
export async function buildGoReaders(): Promise<void> {
  await run('go', ['build', '-o', goProgram, '.'], {
    cwd: path.join(rig, 'go-readers'),
    env: process.env,
  });
}

function textReader(
  parse: (text: string) => Readonly<Record<string, string | undefined>>,
): EnvReader['read'] {
  return async (paths) =>
    Object.assign({}, ...paths.map((file) => parse(readFileSync(file, 'utf8'))));
}

function goReader(reader: string): EnvReader['read'] {
  return async (paths) =>
    JSON.parse(await run(goProgram, [], { input: JSON.stringify({ reader, paths }) }));
}

async function readByPython(paths: readonly string[]): Promise<Variables> {
  const reader = path.join(rig, 'python-reader.py');
  return JSON.parse(await run(await ensureMoto(), [reader], { input: JSON.stringify(paths) }));
}

async function readByNode(paths: readonly string[]): Promise<Variables> {
  const files = paths.map((file) => `--env-file=${file}`);
  const script = 'process.stdout.write(JSON.stringify(process.env))';
  const output = await run(process.execPath, [...files, '--eval', script], {});
  return withoutOwn(JSON.parse(output));
}

/** Sources each file in a shell of its own, which prints its environment, each variable before a NUL. */
function shellReader(shell: string, ...options: readonly string[]): EnvReader['read'] {
  return async (paths) => {
    const script = 'for file do (set -a; . "$file"; /usr/bin/env -0) || exit; done';
    const output = await run(shell, [...options, '-c', script, shell, ...paths], {});
    const variables = output.split('\0').slice(0, -1);
    return withoutOwn(Object.fromEntries(variables.map(nameAndValue)));
  };
}

function nameAndValue(variable: string): readonly [string, string] {
  const equals = variable.indexOf('=');
  return [variable.slice(0, equals), variable.slice(equals + 1)];
}

/** Drops what a process sets by itself. */
function withoutOwn(variables: Variables): Variables {
  const own = new Set(['_', 'OLDPWD', 'PWD', 'SHLVL', '__CF_USER_TEXT_ENCODING']);
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !own.has(name)));
}

/** Runs a program to its end, by default with an empty environment, and gives its stdout. */
async function run(
  program: string,
  args: readonly string[],
  {
    input = '',
    cwd = tmpdir(),
    env = {},
  }: { input?: string; cwd?: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
  const child = spawn(program, args, { cwd, env });
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${stderr}`);
  return stdout;
}
