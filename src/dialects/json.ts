import type { WriteResult } from './write-result.ts';

/** One member of a JSON object (RFC 8259), its name in quotes too. */
export function writeJson(name: string, value: string): WriteResult {
  const written = JSON.stringify(value);
  return { kind: 'line', line: `${JSON.stringify(name)}: ${written}`, written };
}
