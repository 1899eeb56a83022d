import { writeCompose } from './compose.ts';
import { writeDocker } from './docker.ts';
import { writeDotenv } from './dotenv.ts';
import { writeGo } from './go.ts';
import { writeJson } from './json.ts';
import { writeNode } from './node.ts';
import { writePhp } from './php.ts';
import { writePortable } from './portable.ts';
import { writePython } from './python.ts';
import { writeRuby } from './ruby.ts';
import { writeShell } from './shell.ts';
import { writeSystemd } from './systemd.ts';
import { entry, unrepresentable, type WriteEntry, type WriteResult } from './write-result.ts';

/** How one dialect writes an entry, and how a file is made of entries. */
export type Dialect = {
  readonly write: WriteEntry;
  readonly file: (lines: readonly string[]) => string;
};

/** What every reader takes for itself without quotes, the raw ones too. */
const PLAIN = /^[A-Za-z0-9_./:@%+,=^-]*$/;

/** The dialects of the `env-format` input by name; `portable` is the default. */
export const dialects = {
  portable: quoting(writePortable),
  docker: envFile(writeDocker),
  compose: quoting(writeCompose),
  dotenv: quoting(writeDotenv),
  node: quoting(writeNode),
  python: quoting(writePython),
  ruby: quoting(writeRuby),
  php: quoting(writePhp),
  go: quoting(writeGo),
  shell: quoting(writeShell),
  systemd: quoting(writeSystemd),
  json: { write: environmentString(writeJson), file: jsonObject },
} satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;

export const dialectNames = Object.keys(dialects) as readonly DialectName[];

/** A dialect that adds quotes where the value is not plain. */
function quoting(write: WriteEntry): Dialect {
  return envFile((name, value) => (PLAIN.test(value) ? entry(name, value) : write(name, value)));
}

function envFile(write: WriteEntry): Dialect {
  return { write: environmentString(write), file: textOfLines };
}

/** Keeps away from `write` what no environment or no UTF-8 file can hold. */
function environmentString(write: WriteEntry): WriteEntry {
  return (name: string, value: string): WriteResult => {
    if (value.includes('\0')) return unrepresentable('it contains a NUL character');
    if (!value.isWellFormed()) return unrepresentable('it contains half of a surrogate pair');
    return write(name, value);
  };
}

function textOfLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function jsonObject(lines: readonly string[]): string {
  return lines.length === 0 ? '{}\n' : `{\n${lines.map((line) => `  ${line}`).join(',\n')}\n}\n`;
}
