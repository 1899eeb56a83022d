import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type DialectName, dialects } from '../../../src/dialects/dialects.ts';

/** `line` of the entry with the name KEY; null where the reader cannot hold the value. */
type Vector = {
  readonly id: string;
  readonly value: string;
  readonly portable: string | null;
  readonly lines: Readonly<Record<string, string | null>>;
};

const fixture = new URL('../../fixtures/env-vectors.json', import.meta.url);
const { vectors }: { vectors: readonly Vector[] } = JSON.parse(readFileSync(fixture, 'utf8'));

const columns: readonly (readonly [DialectName, string])[] = [
  ['docker', 'docker_run'],
  ['docker', 'kubectl'],
  ['docker', 'ecs'],
  ['compose', 'compose'],
  ['dotenv', 'dotenv_js'],
  ['node', 'node'],
  ['python', 'python_dotenv'],
  ['ruby', 'ruby_dotenv'],
  ['php', 'phpdotenv'],
  ['go', 'godotenv'],
  ['shell', 'bash'],
  ['systemd', 'systemd'],
];

function lineOf(dialect: DialectName, value: string): string | null {
  const result = dialects[dialect].write('KEY', value);
  return result.kind === 'line' ? result.line : null;
}

describe.each(columns)('the writer of %s', (dialect, column) => {
  it.each(vectors)(`writes what ${column} reads: $id`, ({ value, lines }) => {
    expect(lineOf(dialect, value)).toBe(lines[column]);
  });
});

describe('the writer of portable', () => {
  it.each(vectors)('writes what all readers read, or nothing: $id', ({ value, portable }) => {
    expect(lineOf('portable', value)).toBe(portable);
  });
});

describe('the writer of json', () => {
  it.each(vectors)('writes a member of an object: $id', ({ value }) => {
    expect(lineOf('json', value)).toBe(`"KEY": ${JSON.stringify(value)}`);
  });
});
