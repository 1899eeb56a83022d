/**
 * Puts `quote` around `body`. The readers in JavaScript and Ruby take a backslash before the
 * closing quote for an escape when another such quote follows anywhere in the file; a comment that
 * contains the quote ends the search on the same line.
 */
export function guardedQuotes(quote: string, body: string): string {
  return `${quote}${body}${quote}${body.endsWith('\\') ? ` #${quote}.` : ''}`;
}
