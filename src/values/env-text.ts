import {
  type Assignment,
  parseAssignment,
  primaryReading,
  type Quoted,
  readingsOf,
} from './env-assignment.ts';
import { describeText } from './foreign-text.ts';

/** One variable of a stored env file. */
export interface EnvEntry {
  readonly name: string;
  /** 1-based line on which the variable begins. */
  readonly line: number;
  /** The value as npm dotenv reads it. */
  readonly value: string;
  /** Every value that a reader in the field gives the variable, `value` among them: what must be masked. */
  readonly readings: readonly string[];
}

export interface EnvText {
  /**
   * In the order of the text; a name that is assigned twice has two entries. Empty when the text is no env file: what
   * looks like a name in a PEM block or in base64 is part of a secret.
   */
  readonly entries: readonly EnvEntry[];
  /** 1-based numbers of the lines that are no part of an env file, ascending. */
  readonly badLines: readonly number[];
  /** With bad lines only: a phrase for the log that says what was found instead of plain env-file lines. */
  readonly found: string | undefined;
}

/** A value between quotes together with the index of the line on which the closing quote stands. */
interface ClosedQuote extends Quoted {
  readonly lastIndex: number;
}

/**
 * Reads env-file text whose dialect is not known: docker's raw dialect, or any dotenv that knows quotes. Never throws.
 *
 * Lines are blank, comments, or `[export ]NAME=value` with LF or CRLF ends; a byte order mark is skipped. A value that
 * begins with a quote ends at the first such quote (in double quotes: one without a backslash) with nothing but blanks
 * and a comment after it, on whatever line; without one the value is its physical line, as docker takes it. Since docker
 * reads each line of a quoted value by itself, what it makes of these lines is among the readings of the entry.
 */
export function parseEnvText(text: string): EnvText {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  const kind = describeText(text);
  const entries: EnvEntry[] = [];
  const badLines: number[] = [];
  const neverClosed = new Set<string>();

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (/^\s*(?:#[^\0]*)?$/.test(line)) continue;
    // Base64 of one word with its padding has the looks of an assignment; its "name" would be a secret.
    const assignment = kind === 'base64' ? undefined : parseAssignment(line);
    if (assignment === undefined) {
      badLines.push(index + 1);
      continue;
    }
    const quoted = findClosingQuote(assignment.raw, lines, index, neverClosed);
    const span = lines.slice(index, (quoted?.lastIndex ?? index) + 1);
    const hasNul = span.map((part) => part.includes('\0'));
    if (hasNul.includes(true)) {
      for (const [offset, bad] of hasNul.entries()) if (bad) badLines.push(index + offset + 1);
    } else {
      entries.push(toEntry(assignment, quoted, span, index + 1));
    }
    index += span.length - 1;
  }
  if (badLines.length === 0) return { entries, badLines, found: undefined };
  if (kind !== undefined && kind !== 'an env file') return { entries: [], badLines, found: kind };
  const hasBareArmor = badLines.some((line) => lines[line - 1]?.includes('-----END '));
  const found = hasBareArmor ? 'an env file with a PEM block that is not in quotes' : undefined;
  return { entries, badLines, found };
}

function toEntry(
  { name, raw }: Assignment,
  quoted: Quoted | undefined,
  span: readonly string[],
  line: number,
): EnvEntry {
  const physicalLines = span.flatMap((part) => part.split('\r'));
  const readByLine = physicalLines.length === 1 ? [] : physicalLines.map(parseAssignment);
  const readings = [
    ...readingsOf(raw, quoted),
    ...readByLine.flatMap((part) => (part === undefined ? [] : readingsOf(part.raw, undefined))),
  ];
  return { name, line, value: primaryReading(raw, quoted), readings: [...new Set(readings)] };
}

/** @param neverClosed quotes for which the rest of the text was searched in vain; keeps the whole search linear */
function findClosingQuote(
  raw: string,
  lines: readonly string[],
  firstIndex: number,
  neverClosed: Set<string>,
): ClosedQuote | undefined {
  const [, quote, rest] = /^[ \t]*(['"`])(.*)$/s.exec(raw) ?? [];
  if (quote === undefined || rest === undefined || neverClosed.has(quote)) return undefined;
  const innerLines: string[] = [];
  for (let index = firstIndex; index < lines.length; index += 1) {
    const line = index === firstIndex ? rest : (lines[index] ?? '');
    const end = closingColumn(line, quote);
    if (end !== undefined) {
      const inner = [...innerLines, line.slice(0, end)].join('\n');
      return { quote, inner, lastIndex: index };
    }
    innerLines.push(line);
  }
  neverClosed.add(quote);
  return undefined;
}

function closingColumn(line: string, quote: string): number | undefined {
  for (let column = 0; column < line.length; column += 1) {
    const character = line[column];
    if (character === '\\' && quote === '"') column += 1;
    else if (character === quote && /^[ \t]*(?:#.*)?$/s.test(line.slice(column + 1))) return column;
  }
  return undefined;
}
