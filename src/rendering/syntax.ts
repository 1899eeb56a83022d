import { isSsm, nestedVariables, type Piece, type VariableSource } from './grammar.ts';
import { Refusal } from './problem.ts';
import { readRegion } from './reference.ts';

const MENTIONS_SSM = /ssm[.:(]/;

/** What is wrong in a piece of a text, before anything is looked up. */
export function refusalsOf(piece: Piece, text: string): readonly Refusal[] {
  switch (piece.kind) {
    case 'text':
    case 'escape':
    case 'backslashes':
      return [];
    case 'fault': {
      // What is wrong with variables of the framework alone, the framework tells.
      const isOurs = MENTIONS_SSM.test(text.slice(piece.start, piece.end));
      const { code, message, fix } = piece.fault;
      return isOurs ? [new Refusal(code, message, fix)] : [];
    }
    case 'variable':
      return piece.sources.flatMap(refusalsInSource);
  }
}

function refusalsInSource(source: VariableSource): readonly Refusal[] {
  const nested = nestedVariables(source).flatMap(({ sources }) =>
    sources.flatMap(refusalsInSource),
  );
  if (!isSsm(source)) return nested;
  if (source.address === undefined || source.address.parts.join('') === '') {
    return [
      ...nested,
      new Refusal('missing_address', 'ssm: names no parameter', 'Write ssm:/name'),
    ];
  }
  const params = source.params.map(({ parts }) => parts);
  const isKnown = params.every((parts) => parts.every((part) => typeof part === 'string'));
  return isKnown ? [...nested, ...refusedParams(params.map((parts) => parts.join('')))] : nested;
}

function refusedParams(params: readonly string[]): readonly Refusal[] {
  try {
    readRegion(params);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [error];
    throw error;
  }
}
