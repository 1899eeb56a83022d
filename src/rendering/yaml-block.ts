import type { CST } from 'yaml';
import { dollarCount, nthDollar } from './document.ts';
import type { TextEdit } from './substitution.ts';
import { isPrintable } from './yaml-scalar.ts';

/**
 * Edits the text of a literal (`|`) or folded (`>`) scalar in place, so that its lines stay lines.
 *
 * @param cooked the scalar's text as it is read
 * @param edits parts of it, in order
 * @returns the lines below the header, or undefined where the edits need another style: values with line breaks or
 *   control characters, at the beginning of a line with a blank, or that leave a line empty
 */
export function editBlock(
  token: CST.BlockScalar,
  cooked: string,
  edits: readonly TextEdit[],
): string | undefined {
  const { source } = token;
  if (dollarCount(cooked) !== dollarCount(source)) return undefined;
  let result = '';
  let index = 0;
  for (const edit of edits) {
    const start = findEdit(source, cooked, edit);
    if (start === undefined || start < index || !isPrintable(edit.text)) return undefined;
    result += source.slice(index, start) + edit.text;
    index = start + edit.end - edit.start;
  }
  result += source.slice(index);
  return keepsLines(source, result, edits) ? result : undefined;
}

/** The part of the source that an edit's part of the text comes from: both contain the same dollar signs. */
function findEdit(source: string, cooked: string, edit: TextEdit): number | undefined {
  const part = cooked.slice(edit.start, edit.end);
  const inPart = part.indexOf('$');
  if (inPart === -1) return undefined;
  const start = nthDollar(source, dollarCount(cooked.slice(0, edit.start))) - inPart;
  return source.startsWith(part, start) ? start : undefined;
}

/** Lines with a change must neither become empty nor begin or end with other blanks than before. */
function keepsLines(before: string, after: string, edits: readonly TextEdit[]): boolean {
  if (edits.some(({ text }) => /[\n\r]/.test(text))) return false;
  const changed = after.split('\n');
  return before.split('\n').every((line, index) => {
    const other = changed[index];
    return other === line || (other !== undefined && blanks(other) === blanks(line));
  });
}

/** The blanks around a line; of one without indentation a text that no changed line has. */
function blanks(line: string): string {
  const [, leading = '', trailing = ''] = /^([ \t]*)(?:.*?[^ \t\r])?([ \t\r]*)$/s.exec(line) ?? [];
  const isContent = leading.length + trailing.length < line.length;
  return leading === '' || !isContent ? line : `${leading}|${trailing}`;
}
