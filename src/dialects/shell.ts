import { entry, type WriteResult } from './write-result.ts';

/** A file for `.` or `source` in sh, bash and dash: POSIX single quotes, which expand nothing. */
export function writeShell(name: string, value: string): WriteResult {
  return entry(name, `'${value.replaceAll("'", String.raw`'\''`)}'`);
}
