import { backslashBefore } from './escape.ts';
import { entry, type WriteResult } from './write-result.ts';

/** systemd's `EnvironmentFile=`. Rules: `src/basic/env-file.c` of systemd. */
export function writeSystemd(name: string, value: string): WriteResult {
  return entry(name, `"${backslashBefore(/[\\"$`]/g, value)}"`);
}
