import type { Brackets, Delimiters, Piece } from './grammar.ts';
import { BRACKETS, FIRST_TYPE, lastDollar, matchAt, readVariable } from './variable.ts';
import { VariableFault } from './variable-fault.ts';

/** What stands at a dollar sign. `next` is where to go on. */
type Opening =
  | { readonly kind: 'nothing'; readonly next: number }
  /** Brackets that belong to something else, such as `${AWS::Region}`: variables within them count. */
  | { readonly kind: 'foreign'; readonly next: number }
  | { readonly kind: 'variable'; readonly dollar: number; readonly brackets: Brackets };

const SPECIAL = { '${ }': /[\\$}]/g, '${{ }}': /[\\$}]/g } as const;
const ANGLE_SSM = /<ssm[.:(]/y;

/**
 * Takes a text apart as Serverless Framework 3 does (`lib/configuration/variables/parse.js`). `$<ssm:…>` is a variable
 * with either delimiters. With `${{ }}`, what stands in `${ }` is text.
 */
export function scan(text: string, delimiters: Delimiters): readonly Piece[] {
  const curly = delimiters === '${ }' ? BRACKETS.curly : BRACKETS.doubleCurly;
  const special = new RegExp(SPECIAL[delimiters]);
  const pieces: Piece[] = [];
  let textStart = 0;
  /** Foreign brackets that are open: within them a backslash means nothing. */
  let depth = 0;
  let index = 0;

  function add(piece: Piece, next: number): void {
    if (textStart < piece.start) {
      pieces.push({ kind: 'text', start: textStart, end: piece.start });
    }
    pieces.push(piece);
    textStart = piece.end;
    index = next;
  }

  for (;;) {
    special.lastIndex = index;
    const found = special.exec(text);
    if (found === null) break;
    index = found.index;
    if (found[0] === '\\') {
      const run = depth === 0 ? backslashesAt(text, index, curly) : { next: index + 1 };
      if (run.piece === undefined) index = run.next;
      else add(run.piece, run.next);
      continue;
    }
    if (found[0] === '}') {
      const isClosing = depth > 0 && text.startsWith(curly.close, index);
      if (isClosing) depth -= 1;
      index += isClosing ? curly.close.length : 1;
      continue;
    }
    const opening = openingAt(text, index, curly);
    switch (opening.kind) {
      case 'nothing':
        index = opening.next;
        break;
      case 'foreign':
        depth += 1;
        index = opening.next;
        break;
      case 'variable': {
        const piece = variableOrFault(text, index, opening.dollar, opening.brackets);
        add(piece, piece.end);
        break;
      }
    }
  }
  if (textStart < text.length) pieces.push({ kind: 'text', start: textStart, end: text.length });
  return pieces;
}

/** A run of backslashes counts when a single dollar sign and a bracket follow. */
function backslashesAt(
  text: string,
  start: number,
  curly: Brackets,
): { readonly piece?: Piece; readonly next: number } {
  let end = start;
  while (text[end] === '\\') end += 1;
  const isOdd = (end - start) % 2 === 1;
  const bracket = [curly.open, '<ssm'].find((open) => text.startsWith(`$${open}`, end));
  if (bracket === undefined) return { next: isOdd && text[end] === '$' ? end + 1 : end };
  const decoded = '\\'.repeat(Math.floor((end - start) / 2));
  return isOdd
    ? {
        piece: { kind: 'escape', start, end: end + 1, decoded: `${decoded}$` },
        next: end + 1 + bracket.length,
      }
    : { piece: { kind: 'backslashes', start, end, decoded }, next: end };
}

function openingAt(text: string, start: number, curly: Brackets): Opening {
  const dollar = lastDollar(text, start);
  if (matchAt(ANGLE_SSM, text, dollar + 1) !== undefined) {
    return { kind: 'variable', dollar, brackets: BRACKETS.angle };
  }
  // Version 3 does not look at the character after a dollar sign that opens nothing.
  if (!text.startsWith(curly.open, dollar + 1)) return { kind: 'nothing', next: dollar + 2 };
  const inside = dollar + 1 + curly.open.length;
  const type = matchAt(FIRST_TYPE, text, inside) ?? '';
  const after = inside + type.length;
  const isCall = type !== '' && (text[after] === ':' || text[after] === '(');
  if (isCall && !isDoubleColon(text, after)) return { kind: 'variable', dollar, brackets: curly };
  if (isCall) return { kind: 'foreign', next: text.indexOf(':', after + 1) + 1 };
  if (text.startsWith(curly.close, after)) {
    return { kind: 'nothing', next: after + curly.close.length };
  }
  return { kind: 'foreign', next: text[after] === '$' ? after : after + 1 };
}

/** `${AWS::Region}` in lower case. */
function isDoubleColon(text: string, colon: number): boolean {
  let index = colon + 1;
  while (text[index] === ' ') index += 1;
  return text[colon] === ':' && text[index] === ':';
}

function variableOrFault(text: string, start: number, dollar: number, brackets: Brackets): Piece {
  try {
    return readVariable(text, start, dollar, brackets);
  } catch (error) {
    if (!(error instanceof VariableFault)) throw error;
    const close = text.indexOf(brackets.close, error.at);
    const end = close === -1 ? text.length : close + brackets.close.length;
    return { kind: 'fault', start, end, at: error.at, fault: error.fault };
  }
}
