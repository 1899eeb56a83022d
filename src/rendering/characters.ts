/** The last of the dollar signs that begin at `index`. */
export function lastDollar(text: string, index: number): number {
  let last = index;
  while (text[last + 1] === '$') last += 1;
  return last;
}

/** What a sticky pattern finds at `index`. */
export function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

/** Behind the spaces at `index`. */
export function skipSpaces(text: string, index: number): number {
  let end = index;
  while (text[end] === ' ') end += 1;
  return end;
}

/** Behind the blanks of any kind at `index`. */
export function skipWhitespace(text: string, index: number): number {
  let end = index;
  while (/\s/.test(text[end] ?? '')) end += 1;
  return end;
}
