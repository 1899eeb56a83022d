import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DialectName, dialects } from '../../../src/dialects/dialects.ts';
import { type Variable, writeEnvFile } from '../../../src/dialects/env-file.ts';
import {
  buildGoReaders,
  type EnvReader,
  envReaders,
  missingPrograms,
  type Variables,
} from '../../rig/env-readers.ts';
import { hostileValues } from '../../rig/hostile-values.ts';

const VALUES = 10_000;
const VALUES_IN_A_FILE = 25;
const TIMEOUT = 300_000;

/** Told with each difference: it makes the same files again. */
const seed = fc.readConfigureGlobal().seed ?? Math.floor(Math.random() * 2 ** 31);

const { docker, compose, godotenv, dotenv, dotenv16, parseEnv, nodeEnvFile, python, bash, dash } =
  envReaders;

/** Which real readers have to read a dialect's files; there is none here for ruby, php and systemd. */
const readersOf: Partial<Record<DialectName, readonly EnvReader[]>> = {
  portable: [compose, godotenv, dotenv, dotenv16, parseEnv, nodeEnvFile, python, bash, dash],
  docker: [docker],
  compose: [compose],
  dotenv: [dotenv, dotenv16],
  node: [parseEnv, nodeEnvFile],
  python: [python],
  go: [godotenv],
  shell: [bash, dash],
  json: [envReaders.json],
};

const missing = missingPrograms(Object.values(envReaders));
const present = (reader: EnvReader) => !missing.includes(reader.program ?? '');
reportLeftOut();

/** The dialects whose readers can run here, with these. */
const pairs = (Object.entries(readersOf) as [DialectName, readonly EnvReader[]][])
  .map(([dialect, readers]) => ({ dialect, readers: readers.filter(present) }))
  .filter(({ readers }) => readers.length > 0);

const folder = mkdtempSync(path.join(tmpdir(), 'env-readers-'));

beforeAll(async () => {
  if (present(docker)) await buildGoReaders();
}, TIMEOUT);

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(pairs)('a file in the dialect $dialect', ({ dialect, readers }) => {
  let variables: readonly Variable[];
  let files: readonly string[];

  beforeAll(() => {
    variables = generate(dialect, () => true);
    files = writeFiles(dialect, dialect, variables);
  }, TIMEOUT);

  it.each(readers)(
    'is read back equal by $name',
    async ({ read }) => {
      expect(variables).toHaveLength(VALUES);
      expect(differences(dialect, variables, await read(files))).toEqual([]);
    },
    TIMEOUT,
  );
});

if (present(docker)) {
  describe('the reader of docker run', () => {
    it(
      'reads the entries of a portable file that have no quotes',
      async () => {
        const variables = generate('portable', ({ name, value }) => {
          const result = dialects.portable.write(name, value);
          return result.kind === 'line' && result.written === value;
        });
        const files = writeFiles('portable', 'unquoted', variables);
        expect(differences('portable', variables, await docker.read(files))).toEqual([]);
      },
      TIMEOUT,
    );

    it('reads the longest line that the writer allows, and no longer one', async () => {
      const longest = 'x'.repeat(65_535 - 'A='.length);
      const [file = ''] = writeFiles('docker', 'longest', [{ name: 'A', value: longest }]);
      expect(await docker.read([file])).toEqual({ A: longest });
      writeFileSync(file, `A=${longest}x\n`);
      await expect(docker.read([file])).rejects.toThrow('token too long');
    });
  });
}

/** Random variables that `dialect` can hold and `fits` accepts. */
function generate(dialect: DialectName, fits: (variable: Variable) => boolean): Variable[] {
  const variables: Variable[] = [];
  for (let round = 0; variables.length < VALUES; round += 1) {
    for (const value of fc.sample(hostileValues, { numRuns: 5_000, seed: seed + round })) {
      const variable = { name: `${dialect.toUpperCase()}_${variables.length}`, value };
      const held = dialects[dialect].write(variable.name, value).kind === 'line';
      if (held && variables.length < VALUES && fits(variable)) variables.push(variable);
    }
  }
  return variables;
}

function writeFiles(
  dialect: DialectName,
  subfolder: string,
  variables: readonly Variable[],
): string[] {
  mkdirSync(path.join(folder, subfolder));
  const count = Math.ceil(variables.length / VALUES_IN_A_FILE);
  return Array.from({ length: count }, (_, index) => {
    const first = index * VALUES_IN_A_FILE;
    const result = writeEnvFile(dialect, variables.slice(first, first + VALUES_IN_A_FILE));
    const file = path.join(folder, subfolder, `${index}.env`);
    if (result.kind === 'text') writeFileSync(file, result.text);
    return file;
  });
}

/** The first variables that were read wrong, with the line that was written, or were not written at all. */
function differences(dialect: DialectName, written: readonly Variable[], read: Variables) {
  const wrong = written
    .filter(({ name, value }) => read[name] !== value)
    .map(({ name, value }) => ({
      seed,
      value,
      read: read[name],
      ...dialects[dialect].write(name, value),
    }));
  const names = new Set(written.map(({ name }) => name));
  const extra = Object.keys(read).filter((name) => !names.has(name));
  return [...wrong, ...extra].slice(0, 5);
}

/** Says once which readers cannot run here; where everything has to run, that is an error. */
function reportLeftOut(): void {
  if (missing.length === 0) return;
  const leftOut = Object.values(envReaders).filter((reader) => !present(reader));
  const names = leftOut.map(({ name }) => name).join(', ');
  const line = `Not installed: ${missing.join(', ')}; left out: the env file readers ${names}.`;
  const { CI, REQUIRE_GO } = process.env;
  if (CI === 'true' || (REQUIRE_GO === '1' && missing.includes('go'))) throw new Error(line);
  process.stderr.write(`${line}\n`);
}
