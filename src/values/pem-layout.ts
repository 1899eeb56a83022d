import { isEnvLine } from './foreign-text.ts';
import { blockLines, describeBlockProblem, type PemBlock } from './pem-block.ts';

/** What a text with LF line ends is as PEM. `found` is a phrase for the log that holds nothing of the text. */
export type PemLayout =
  | {
      readonly kind: 'pem';
      /** The text with every block laid out as it should be; the same text when nothing was wrong. */
      readonly text: string;
      readonly repairs: readonly string[];
      readonly labels: readonly string[];
    }
  | { readonly kind: 'not-pem'; readonly found: string };

/** Thrown and caught in this file only: the first thing that no certain repair mends. */
class NotPem extends Error {}

/** The lines around a block (RFC 7468, section 3), wherever they stand. */
const ARMOR = /-----(BEGIN|END) ([A-Z0-9.]+(?: [A-Z0-9.]+)*)-----/g;

/** The header lines that OpenSSL writes; the vector's length tells where they end when the line breaks are lost. */
const ENCRYPTION_HEADERS =
  /^\s*(Proc-Type: 4,ENCRYPTED)\s*(DEK-Info: (?:(?:DES|RC2|IDEA|BF|CAST5)-[A-Z0-9-]+,[0-9A-Fa-f]{16}|[A-Z0-9-]+,[0-9A-Fa-f]{32}))/;

/** The longest line that older readers take; some writers use it in place of the 64 characters of RFC 7468. */
const LONGEST_LINE = 76;

/**
 * Finds the blocks of a text, mends their layout where only one layout can be meant, and checks each block.
 * Explanatory text between blocks, as openssl writes it, stays. Never throws.
 */
export function readPemLayout(text: string): PemLayout {
  const repairs = new Set<string>();
  try {
    const trimmed = trimBlankEdges(text, repairs);
    const lines: string[] = [];
    const labels: string[] = [];
    let position = 0;
    for (const { start, end, label } of findBlocks(trimmed)) {
      lines.push(...readTextAround(trimmed.slice(position, start), position > 0, true, repairs));
      lines.push(...readBlock(trimmed.slice(start, end), label, repairs));
      labels.push(label);
      position = end;
    }
    lines.push(...readTextAround(trimmed.slice(position), true, false, repairs));
    return { kind: 'pem', text: `${lines.join('\n')}\n`, repairs: [...repairs], labels };
  } catch (error) {
    if (error instanceof NotPem) return { kind: 'not-pem', found: error.message };
    throw error;
  }
}

/** @returns the text without blank lines around it and without its last line end */
function trimBlankEdges(text: string, repairs: Set<string>): string {
  const head = text.slice(0, text.length - text.trimStart().length);
  const firstLine = head.lastIndexOf('\n') + 1;
  const trimmed = text.slice(firstLine).trimEnd();
  const tail = text.slice(firstLine + trimmed.length);
  if (firstLine > 0 || tail.split('\n').length > 2) repairs.add('blank lines');
  if (!tail.includes('\n')) repairs.add('missing last newline');
  if (/[^\n]/.test(tail)) repairs.add('blanks around lines');
  return trimmed;
}

interface BlockPlace {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

function findBlocks(text: string): BlockPlace[] {
  const armors = [...text.matchAll(ARMOR)].map((match) => ({
    kind: match[1],
    label: match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  const blocks: BlockPlace[] = [];
  for (let index = 0; index < armors.length; index += 2) {
    const [begin, end] = armors.slice(index, index + 2);
    if (begin === undefined || begin.kind === 'END')
      throw new NotPem('a PEM without its BEGIN line');
    if (end === undefined || end.kind === 'BEGIN') throw new NotPem('a PEM without its END line');
    if (begin.label !== end.label) throw new NotPem('a PEM whose BEGIN and END lines do not agree');
    blocks.push({ start: begin.start, end: end.end, label: begin.label });
  }
  if (blocks.length > 0) return blocks;
  throw new NotPem(
    /-----(?:BEGIN|END)/.test(text)
      ? 'a PEM whose BEGIN line is malformed'
      : 'text that is not PEM',
  );
}

/** @param text from the end of one block to the begin of the next, with what shares a line with either */
function readTextAround(
  text: string,
  afterBlock: boolean,
  beforeBlock: boolean,
  repairs: Set<string>,
): string[] {
  const lines = text.split('\n');
  const isOneLine = lines.length === 1;
  const edges = [...(afterBlock ? lines.slice(0, 1) : []), ...(beforeBlock ? lines.slice(-1) : [])];
  if (edges.some((edge) => edge.trim() !== '')) {
    throw new NotPem('a PEM with other text on its BEGIN or END line');
  }
  if (isOneLine && afterBlock && beforeBlock) {
    repairs.add('lost line breaks');
    return [];
  }
  const between = lines.slice(afterBlock ? 1 : 0, beforeBlock ? -1 : undefined);
  if (
    edges.some((edge) => edge !== '') ||
    between.some((line) => line !== '' && line.trim() === '')
  ) {
    repairs.add('blanks around lines');
  }
  return between.map(checkTextLine);
}

function checkTextLine(line: string): string {
  if (isEnvLine(line)) throw new NotPem('an env file with a PEM block in it');
  if (/-----(?:BEGIN|END)/.test(line)) {
    throw new NotPem('a PEM with a BEGIN or END line that is malformed');
  }
  if (/^\s*[\w."'-]+:\s*[|>][-+\d]*\s*$/.test(line))
    throw new NotPem('YAML with a PEM block in it');
  if (/^\s*["'`,;{}[\]()<>|]+\s*$/.test(line)) throw new NotPem('a PEM inside of other syntax');
  return line.trim() === '' ? '' : line;
}

/** @param text from BEGIN to END, both included */
function readBlock(text: string, label: string, repairs: Set<string>): string[] {
  const content = text.replace(/^-----[^-]*-----/, '').replace(/-----[^-]*-----$/, '');
  const block = { label, ...readContent(content, label) };
  const problem = describeBlockProblem(block);
  if (problem !== undefined) throw new NotPem(problem);

  const mended = blockLines(block);
  const written = text.split('\n');
  const unindented = written.map((line) => line.trim());
  if (!isSame(written, unindented)) repairs.add('blanks around lines');
  if (!isSame(unindented.filter(Boolean), mended.filter(Boolean))) repairs.add('lost line breaks');
  else if (!isSame(unindented, mended)) repairs.add('blank lines');
  return mended;
}

function readContent(content: string, label: string): Omit<PemBlock, 'label'> {
  const found = ENCRYPTION_HEADERS.exec(content);
  const headers = found?.slice(1) ?? [];
  const lines = content.slice(found?.[0].length ?? 0).split('\n');
  const body = lines.map((line) => line.trim()).filter(Boolean);
  const isOnItsOwnLines =
    lines.length > 1 && lines[0]?.trim() === '' && lines.at(-1)?.trim() === '';
  const isWrapped =
    headers.length === 0
      ? body.every((line) => line.length <= LONGEST_LINE && !/\s/.test(line))
      : // OpenSSL 1.1 reads encrypted bodies only in lines of exactly 64 characters.
        body.every(
          (line, index) => line.length === 64 || (index === body.length - 1 && line.length < 64),
        );
  if (isOnItsOwnLines && isWrapped) return { headers, body };
  return { headers, body: wrap(body.join('').replaceAll(/\s/g, ''), label) };
}

/** ssh-keygen wraps at 70 characters, everybody else at the 64 of RFC 7468. */
function wrap(base64: string, label: string): string[] {
  const width = label === 'OPENSSH PRIVATE KEY' ? 70 : 64;
  return base64.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.join('\n') === right.join('\n');
}
