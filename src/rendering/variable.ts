import type { JsonNode } from '../values/json.ts';
import type {
  Brackets,
  CallSource,
  Fault,
  LiteralSource,
  Phrase,
  Variable,
  VariableSource,
} from './grammar.ts';
import {
  BAD_ADDRESS,
  BAD_PARAMS,
  BAD_STRING,
  BRACED_SOURCE,
  EXPECTED_SOURCE,
  LITERAL_IS_LAST,
  NESTED_TYPE,
  UNQUOTED,
  UNTERMINATED,
  VariableFault,
} from './variable-fault.ts';

const CURLY: Brackets = { open: '{', close: '}' };
const ANGLE: Brackets = { open: '<', close: '>' };
const DOUBLE_CURLY: Brackets = { open: '{{', close: '}}' };

export const BRACKETS = { curly: CURLY, angle: ANGLE, doubleCurly: DOUBLE_CURLY } as const;

/** The type of a variable's first source: a letter, then also dots and dashes. */
export const FIRST_TYPE = /[a-z][A-Za-z0-9.-]*/y;
const WORD = /[A-Za-z0-9. -]+/y;
const FURTHER_TYPE = /^(?:[a-z][A-Za-z0-9]*|ssm\.[a-z0-9-]+)$/;

/**
 * Reads one variable by the grammar of Serverless Framework 3 (`lib/configuration/variables/parse.js`), with its
 * characters of no meaning: the one after a dollar sign that opens nothing is never looked at.
 *
 * @param start of the first dollar sign before the bracket
 * @param dollar of the last of them
 * @throws VariableFault
 */
export function readVariable(
  text: string,
  start: number,
  dollar: number,
  brackets: Brackets,
): Variable {
  const typeStart = dollar + 1 + brackets.open.length;
  const type = matchAt(FIRST_TYPE, text, typeStart);
  const afterType = text[typeStart + (type?.length ?? 0)];
  if (type === undefined || (afterType !== ':' && afterType !== '(')) {
    throw new VariableFault(typeStart, afterType === undefined ? UNTERMINATED : NESTED_TYPE);
  }

  const sources: VariableSource[] = [readCall(text, typeStart, type, brackets)];
  for (;;) {
    const last = sources.at(-1);
    const index = skipAfter(text, last, typeStart);
    if (text.startsWith(brackets.close, index)) {
      const end = index + brackets.close.length;
      return { kind: 'variable', start, dollar, end, brackets, sources };
    }
    if (last?.kind === 'literal') throw new VariableFault(index, afterLiteral(text, index));
    if (text[index] !== ',') throw new VariableFault(index, endOr(text, index, BAD_ADDRESS));
    sources.push(readFurtherSource(text, skipSpaces(text, index + 1), brackets));
  }
}

/** An address may end in any blanks; behind a literal only spaces are skipped. */
function skipAfter(text: string, source: VariableSource | undefined, start: number): number {
  const skip = source?.kind === 'literal' ? skipSpaces : skipWhitespace;
  return skip(text, source?.end ?? start);
}

function readFurtherSource(text: string, start: number, brackets: Brackets): VariableSource {
  const first = text[start];
  if (first === '"' || first === "'") {
    const end = skipString(text, start);
    const value: JsonNode = { kind: 'string', value: stringAt(text, start, end) };
    return { kind: 'literal', start, end, text: text.slice(start, end), value };
  }
  const word = matchAt(WORD, text, start);
  if (word === undefined) {
    const fault = first === '$' ? BRACED_SOURCE : EXPECTED_SOURCE;
    throw new VariableFault(start, endOr(text, start, fault));
  }
  const end = start + word.length;
  if (text[end] === ':' || text[end] === '(') {
    if (!FURTHER_TYPE.test(word)) throw new VariableFault(start, EXPECTED_SOURCE);
    return readCall(text, start, word, brackets);
  }
  return readWord(text, start, word, brackets);
}

function readWord(text: string, start: number, word: string, brackets: Brackets): LiteralSource {
  const literal = word.trim();
  const value = literalValue(literal);
  const after = start + word.length;
  if (text[after] === undefined) throw new VariableFault(after, UNTERMINATED);
  if (value === undefined) throw new VariableFault(start, UNQUOTED);
  if (!text.startsWith(brackets.close, after)) {
    throw new VariableFault(after, afterLiteral(text, after));
  }
  return { kind: 'literal', start, end: start + literal.length, text: literal, value };
}

function literalValue(word: string): JsonNode | undefined {
  if (word === 'null') return { kind: 'null' };
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' };
  const number = Number(word);
  return Number.isFinite(number) ? { kind: 'number', source: JSON.stringify(number) } : undefined;
}

/** Reads `type(params):address` whose type is known to be followed by a parenthesis or a colon. */
function readCall(text: string, start: number, type: string, brackets: Brackets): CallSource {
  const params: Phrase[] = [];
  const call = (end: number, address?: Phrase): CallSource => ({
    kind: 'call',
    start,
    end,
    text: text.slice(start, end),
    type,
    params,
    ...(address === undefined ? {} : { address }),
  });

  let index = start + type.length;
  if (text[index] === '(') {
    index = readParams(text, index + 1, brackets, params);
    const colon = skipSpaces(text, index);
    if (text[colon] !== ':') return call(index);
    index = colon;
  }
  const addressStart = skipSpaces(text, index + 1);
  if (text[addressStart] === ':') throw new VariableFault(addressStart, BAD_ADDRESS);
  if (text[addressStart] === ',' || text.startsWith(brackets.close, addressStart)) {
    return call(index + 1);
  }
  const address = readPhrase(text, addressStart, brackets, ',');
  return call(address.end, address);
}

function readParams(text: string, start: number, brackets: Brackets, params: Phrase[]): number {
  let index = skipSpaces(text, start);
  while (text[index] !== ')') {
    if (text.startsWith(brackets.close, index)) throw new VariableFault(index, BAD_PARAMS);
    if (text[index] === ',') {
      params.push({ start: index, end: index, parts: [''] });
    } else {
      const param = readPhrase(text, index, brackets, ',)');
      params.push(param);
      index = skipWhitespace(text, param.end);
      if (text[index] === ')') break;
      if (text[index] !== ',') throw new VariableFault(index, endOr(text, index, BAD_PARAMS));
    }
    index = skipSpaces(text, index + 1);
  }
  return index + 1;
}

/** Reads up to one of `ends` or, in an address, the bracket that closes the variable; none of them is consumed. */
function readPhrase(text: string, start: number, brackets: Brackets, ends: string): Phrase {
  if (text[start] === '"' || text[start] === "'") {
    const end = skipString(text, start);
    return { start, end, parts: [stringAt(text, start, end)] };
  }
  const isParam = ends.includes(')');
  const parts: (string | Variable)[] = [];
  let textStart = start;
  let index = start;
  for (;;) {
    const char = text[index];
    if (char === undefined) throw new VariableFault(index, isParam ? BAD_PARAMS : UNTERMINATED);
    const isClosed = text.startsWith(brackets.close, index);
    if (isClosed && isParam) throw new VariableFault(start, BAD_PARAMS);
    if (isClosed || ends.includes(char)) break;
    if (char !== '$') {
      index += 1;
      continue;
    }
    const dollar = lastDollar(text, index);
    const nested = nestedBrackets(text, dollar, brackets);
    if (nested === undefined) {
      index = dollar + 2;
      continue;
    }
    const variable = readVariable(text, index, dollar, nested);
    parts.push(text.slice(textStart, index), variable);
    index = variable.end;
    textStart = index;
  }
  parts.push(text.slice(textStart, index));
  return trimmed(text, start, index, parts);
}

/** In `$<…>` a variable may also be written with the brackets that its file has anyway. */
function nestedBrackets(text: string, dollar: number, outer: Brackets): Brackets | undefined {
  const candidates = outer === ANGLE ? [ANGLE, CURLY] : [outer];
  return candidates.find(({ open }) => text.startsWith(open, dollar + 1));
}

function trimmed(text: string, start: number, end: number, parts: (string | Variable)[]): Phrase {
  const whole = text.slice(start, end);
  const first = parts[0];
  if (typeof first === 'string') parts[0] = first.trimStart();
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last.trimEnd();
  return {
    start: start + whole.length - whole.trimStart().length,
    end: end - whole.length + whole.trimEnd().length,
    parts: parts.filter((part, index) => part !== '' || (index === 0 && parts.length === 1)),
  };
}

/** The end of a quoted text, behind its closing quote. */
function skipString(text: string, start: number): number {
  const quote = text[start];
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === quote) return index + 1;
    if (text[index] === '\\' && quote === '"') index += 1;
  }
  throw new VariableFault(text.length, UNTERMINATED);
}

function stringAt(text: string, start: number, end: number): string {
  if (text[start] === "'") return text.slice(start + 1, end - 1);
  try {
    return String(JSON.parse(text.slice(start, end)));
  } catch {
    throw new VariableFault(start, BAD_STRING);
  }
}

function afterLiteral(text: string, index: number): Fault {
  return endOr(text, index, text[index] === ',' ? LITERAL_IS_LAST : EXPECTED_SOURCE);
}

function endOr(text: string, index: number, fault: Fault): Fault {
  return index >= text.length ? UNTERMINATED : fault;
}

/** The last of the dollar signs that begin at `index`. */
export function lastDollar(text: string, index: number): number {
  let last = index;
  while (text[last + 1] === '$') last += 1;
  return last;
}

export function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

function skipSpaces(text: string, index: number): number {
  let end = index;
  while (text[end] === ' ') end += 1;
  return end;
}

function skipWhitespace(text: string, index: number): number {
  let end = index;
  while (/\s/.test(text[end] ?? '')) end += 1;
  return end;
}
