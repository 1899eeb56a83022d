import { writeEnvFile } from '../dialects/env-file.ts';
import type { Maskable } from '../masking/masks.ts';
import type { FileTarget } from '../plan/target.ts';
import type { Problem } from '../reporting/problem.ts';
import type { Variable } from './merge.ts';

/** The text of an env file, and the forms in which its values are written, which must be masked too. */
export interface WrittenEnvFile {
  readonly text: string;
  readonly maskables: readonly Maskable[];
  readonly problems: readonly Problem[];
}

/** Writes variables in the dialect of their file; a value that it cannot hold is a problem that names the dialects that can. */
export function writeVariables(
  { format, shown }: FileTarget,
  variables: readonly Variable[],
): WrittenEnvFile {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const result = writeEnvFile(format, variables);
  if (result.kind === 'text') {
    const maskables = result.written
      .filter(({ name }) => isSecret(byName.get(name)))
      .map(({ name, value }): Maskable => ({ kind: 'text', name, text: value }));
    return { text: result.text, maskables, problems: [] };
  }
  const problems = result.problems.map(({ name, reason, representableIn }): Problem => {
    const place = byName.get(name)?.mapping.place;
    return {
      ...(place === undefined ? {} : { place }),
      message: `${name} cannot be written to ${shown} in the dialect ${format}: ${reason}`,
      fix:
        representableIn.length === 0
          ? 'No env file can hold it: write it to a file of its own, by files'
          : `Write env-format: ${representableIn.join(' or ')}, whichever reads the file`,
    };
  });
  return { text: '', maskables: [], problems };
}

// execve(2): MAX_ARG_STRLEN, 128 KiB for one `NAME=value` with its NUL; with more, every later step fails to start.
const MOST_BYTES = 131_072;

/** Why a variable cannot be given to the later steps of the job. */
export function findUnpassable({ name, value, mapping }: Variable): Problem[] {
  const problem = (message: string): Problem[] => [
    { place: mapping.place, message, fix: 'Write it to a file instead, by files or env-files' },
  ];
  if (value.includes('\0')) return problem(`${name} contains a NUL, which no variable can hold`);
  if (Buffer.byteLength(`${name}=${value}`) + 1 > MOST_BYTES) {
    return problem(`${name} is larger than the system can pass on, 128 KiB with its name`);
  }
  return [];
}

/** All that must be masked of variables: every reading of each, `file:` sources aside, which hold no secrets. */
export function maskablesOf(variables: readonly Variable[]): Maskable[] {
  return variables
    .filter(isSecret)
    .flatMap(({ name, value, readings = [] }) =>
      [value, ...readings].map((text): Maskable => ({ kind: 'text', name, text })),
    );
}

function isSecret(variable: Variable | undefined): boolean {
  return variable?.mapping.source.kind !== 'file';
}
