/** Puts a backslash before each match of `special`, a global expression. */
export function backslashBefore(special: RegExp, text: string): string {
  return text.replaceAll(special, String.raw`\$&`);
}

/** Writes each line feed as `\n` and each carriage return as `\r`. */
export function escapeLineBreaks(text: string): string {
  return text.replaceAll('\n', String.raw`\n`).replaceAll('\r', String.raw`\r`);
}
