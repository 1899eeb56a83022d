import { isUtf8 } from 'node:buffer';
import type { Maskable } from '../masking/masks.ts';
import type { SourceProblem } from '../reporting/source-problems.ts';
import { type EnvEntry, parseEnvText } from './env-text.ts';
import { explainBadLines } from './lines.ts';
import { readPem } from './pem.ts';

/** A fetched value made ready for a target that holds it whole. */
export interface Decoded {
  readonly kind: 'decoded';
  readonly bytes: Uint8Array;
  /** Names of the variables that an env file sets, each once, in its order. */
  readonly names: readonly string[];
  readonly maskables: readonly Maskable[];
}

export type DecodeResult =
  | Decoded
  | { readonly kind: 'malformed'; readonly problem: SourceProblem };

/**
 * A stored env file is copied byte for byte, since its authors chose its dialect; a missing last newline is added.
 *
 * @param name of the source, for the problem
 */
export function decodeEnvFile(text: string, name: string): DecodeResult {
  const { entries, badLines, found } = parseEnvText(text);
  if (badLines.length > 0) {
    return { kind: 'malformed', problem: explainBadLines(name, badLines, found) };
  }
  return {
    kind: 'decoded',
    bytes: Buffer.from(text === '' || text.endsWith('\n') ? text : `${text}\n`, 'utf8'),
    names: [...new Set(entries.map((entry) => entry.name))],
    maskables: maskablesOf(entries),
  };
}

/** A PEM file holds the PEM as its tools want it, repaired where that is certain. */
export function decodePemFile(bytes: Uint8Array, name: string): DecodeResult {
  const pem = readPem(bytes);
  if (pem.kind === 'not-pem') {
    return {
      kind: 'malformed',
      problem: {
        message: `${name} holds no PEM that can be used: found ${pem.found}`,
        fix: pem.fix ?? 'Store the PEM as its tool wrote it, with its BEGIN and END lines',
      },
    };
  }
  return {
    kind: 'decoded',
    bytes: Buffer.from(pem.text, 'utf8'),
    names: [],
    // As stored too: a later step may print what it reads by itself.
    maskables: [
      { kind: 'pem', text: pem.text },
      { kind: 'text', text: Buffer.from(bytes).toString('utf8') },
    ],
  };
}

/** A plain file holds the bytes as they are. */
export function decodeFile(bytes: Uint8Array): Decoded {
  return {
    kind: 'decoded',
    bytes,
    names: [],
    maskables: isUtf8(bytes) ? textMaskables(bytes) : [],
  };
}

/** A plain file may well be an env file: then its values are masked too, not just its lines. */
function textMaskables(bytes: Uint8Array): Maskable[] {
  const text = Buffer.from(bytes).toString('utf8');
  const { entries, badLines } = parseEnvText(text);
  return [{ kind: 'text', text }, ...(badLines.length === 0 ? maskablesOf(entries) : [])];
}

function maskablesOf(entries: readonly EnvEntry[]): Maskable[] {
  return entries.flatMap(({ name, readings }) =>
    readings.map((reading): Maskable => ({ kind: 'text', name, text: reading })),
  );
}
