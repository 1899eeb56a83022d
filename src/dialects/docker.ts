import { entry, unrepresentable, type WriteResult } from './write-result.ts';

/** The longest line in bytes that Go's `bufio.Scanner` takes, by which docker and kubectl read. */
const LONGEST_LINE = 65_535;

/**
 * The raw form of `docker run --env-file`, kubectl and ECS: everything after the first `=` is the
 * value, without quotes or escapes. A longer line is an error in docker, and in kubectl the silent
 * end of the file. Rules: `pkg/kvfile` of docker/cli.
 */
export function writeDocker(name: string, value: string): WriteResult {
  if (value.includes('\n')) {
    return unrepresentable('it contains a line break');
  }
  // The reader drops one carriage return before the line feed.
  const result = entry(name, value.endsWith('\r') ? `${value}\r` : value);
  return Buffer.byteLength(result.line) > LONGEST_LINE
    ? unrepresentable('its line would be longer than 65,535 bytes')
    : result;
}
