import { isUtf8 } from 'node:buffer';
import type { Maskable } from '../masking/masks.ts';
import type { TargetKind } from '../plan/target.ts';
import { type EnvEntry, parseEnvText } from './env-text.ts';
import { readPem } from './pem.ts';

/** A fetched value made ready for its target. */
export interface Decoded {
  readonly kind: 'decoded';
  readonly bytes: Uint8Array;
  /** Names of the variables that an env file sets, each once, in its order. */
  readonly names: readonly string[];
  readonly maskables: readonly Maskable[];
}

/** A value that is not what its target holds; `message` completes "SOURCE …" and quotes nothing of the value. */
export interface Malformed {
  readonly kind: 'malformed';
  readonly message: string;
  readonly fix: string;
}

const DECODERS: Record<TargetKind, (bytes: Uint8Array) => Decoded | Malformed> = {
  'env-file': decodeEnvFile,
  'pem-file': decodePemFile,
  file: decodeFile,
};

/** Turns a fetched value into the bytes of its target, checks them, and finds what must be masked. */
export function decodeValue(kind: TargetKind, bytes: Uint8Array): Decoded | Malformed {
  return DECODERS[kind](bytes);
}

/** A stored env file is copied byte for byte, since its authors chose its dialect; a missing last newline is added. */
function decodeEnvFile(bytes: Uint8Array): Decoded | Malformed {
  if (!isUtf8(bytes)) {
    return { kind: 'malformed', message: 'is no text in UTF-8', fix: 'Name it in files instead' };
  }
  const text = Buffer.from(bytes).toString('utf8');
  const { entries, badLines, found } = parseEnvText(text);
  if (badLines.length > 0) {
    const what = found === undefined ? '' : `; it looks like ${found}`;
    return {
      kind: 'malformed',
      message: `holds no env file: ${lineNumbers(badLines)} ${badLines.length === 1 ? 'is' : 'are'} neither blank, nor a comment, nor NAME=value${what}`,
      fix: found === 'a PEM block' ? 'Name it in pem-files instead' : 'Mend the stored text',
    };
  }
  return {
    kind: 'decoded',
    bytes: text === '' || text.endsWith('\n') ? bytes : Buffer.concat([bytes, Buffer.from('\n')]),
    names: [...new Set(entries.map(({ name }) => name))],
    maskables: maskablesOf(entries),
  };
}

const MOST_LINES_TOLD = 10;

function lineNumbers(lines: readonly number[]): string {
  const told = lines.slice(0, MOST_LINES_TOLD).join(', ');
  const more = lines.length > MOST_LINES_TOLD ? ` and ${lines.length - MOST_LINES_TOLD} more` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${told}${more}`;
}

function decodePemFile(bytes: Uint8Array): Decoded | Malformed {
  const pem = readPem(bytes);
  if (pem.kind === 'not-pem') {
    return {
      kind: 'malformed',
      message: `holds no PEM that can be used: found ${pem.found}`,
      fix: pem.fix ?? 'Store the PEM as its tool wrote it, with its BEGIN and END lines',
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

function decodeFile(bytes: Uint8Array): Decoded {
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
