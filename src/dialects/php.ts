import { backslashBefore, escapeLineBreaks } from './escape.ts';
import { entry, type WriteResult } from './write-result.ts';

/**
 * vlucas/phpdotenv. Always double quotes: in single quotes a `="` can be taken for the start of a
 * value of several lines, and the rest of the file is lost. Rules: its `Parser/` folder.
 */
export function writePhp(name: string, value: string): WriteResult {
  const escaped = escapeLineBreaks(backslashBefore(/[\\"$]/g, value))
    .replaceAll('\t', String.raw`\t`)
    .replaceAll('\v', String.raw`\v`)
    .replaceAll('\f', String.raw`\f`);
  return entry(name, `"${escaped}"`);
}
