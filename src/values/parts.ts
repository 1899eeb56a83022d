import type { Maskable } from '../masking/masks.ts';
import type { Mapping } from '../plan/mappings.ts';
import { requestName } from '../plan/source.ts';
import type { TargetKind } from '../plan/target.ts';
import type { SourceProblem } from '../reporting/source-problems.ts';
import type { Found, FoundPath } from '../stores/outcome.ts';
import { type DecodeResult, decodeEnvFile, decodeFile, decodePemFile } from './decode.ts';
import { parseJson } from './json.ts';
import type { NamedValue } from './naming.ts';
import { structureOf } from './structured.ts';
import { findUnfilled, type Taken, takeValue, takeVariables, variablesIn } from './take.ts';

/** What one mapping contributes. */
export type Part =
  /** The whole content of a file. */
  | {
      readonly kind: 'content';
      readonly bytes: Uint8Array;
      readonly names: readonly string[];
      readonly maskables: readonly Maskable[];
    }
  /** Variables of an env file or of the job, to be merged with those of other mappings. */
  | { readonly kind: 'variables'; readonly variables: readonly NamedValue[] }
  /** The text of an output. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong'; readonly problems: readonly SourceProblem[] };

/** What parts are made with. */
export interface PartContext {
  readonly placeholders: readonly string[];
  /** Whether the target has no other source. */
  readonly isSole: boolean;
}

type MakePart = (mapping: Mapping, found: Found | FoundPath, context: PartContext) => Promise<Part>;

const MAKERS: Record<TargetKind, MakePart> = {
  'env-file': makeEnvFilePart,
  'pem-file': (mapping, found, context) =>
    makeContent(mapping, found, context, (bytes) => decodePemFile(bytes, requestName(mapping))),
  file: (mapping, found, context) => makeContent(mapping, found, context, decodeFile),
  'env-var': (mapping, found, { placeholders }) => takeVariables(mapping, found, placeholders),
  output: makeOutput,
};

/** Turns what was fetched for a mapping into its part of the target. */
export function makePart(
  mapping: Mapping,
  found: Found | FoundPath,
  context: PartContext,
): Promise<Part> {
  return MAKERS[mapping.target.kind](mapping, found, context);
}

/** A stored env text that is the only source of its file is copied; everything else becomes variables. */
async function makeEnvFilePart(
  mapping: Mapping,
  found: Found | FoundPath,
  { placeholders, isSole }: PartContext,
): Promise<Part> {
  const { name, naming } = mapping;
  const isPlain = name === undefined && naming.only === undefined && isEmpty(naming.rename);
  if (isSole && isPlain && found.kind === 'found') {
    const value = await takeValue(mapping, found, placeholders, false);
    if (value.kind !== 'value') return value;
    const { node, text } = value;
    if (node === undefined || node.kind === 'string') {
      return contentOf(decodeEnvFile(text, requestName(mapping)));
    }
    return variablesIn(mapping, value, placeholders);
  }
  return takeVariables(mapping, found, placeholders);
}

async function makeContent(
  mapping: Mapping,
  found: Found | FoundPath,
  { placeholders }: PartContext,
  decode: (bytes: Uint8Array) => DecodeResult,
): Promise<Part> {
  const bytes = await takeBytes(mapping, found, placeholders);
  return bytes instanceof Uint8Array ? contentOf(decode(bytes)) : bytes;
}

async function takeBytes(
  mapping: Mapping,
  found: Found | FoundPath,
  placeholders: readonly string[],
): Promise<Uint8Array | Exclude<Taken<never>, never>> {
  if (found.kind === 'found-path') return { kind: 'missing' };
  if (mapping.key !== undefined) {
    const value = await takeValue(mapping, found, placeholders, true);
    return value.kind === 'value' ? Buffer.from(value.text, 'utf8') : value;
  }
  const problems = findUnfilledIn(mapping, found, placeholders);
  return problems.length > 0 ? { kind: 'wrong', problems } : found.bytes;
}

/** A file is copied as it is, but a placeholder in it was never filled in. */
function findUnfilledIn(
  { source }: Mapping,
  { bytes, isBinary }: Found,
  placeholders: readonly string[],
): SourceProblem[] {
  if (isBinary === true) return [];
  const text = Buffer.from(bytes).toString('utf8');
  const json = structureOf(source, text) === 'json' ? parseJson(text) : undefined;
  const node = json?.kind === 'json' ? json.value : undefined;
  return findUnfilled(source, text, node, undefined, placeholders);
}

async function makeOutput(
  mapping: Mapping,
  found: Found | FoundPath,
  { placeholders }: PartContext,
): Promise<Part> {
  if (found.kind === 'found-path') return { kind: 'missing' };
  const value = await takeValue(mapping, found, placeholders, true);
  return value.kind === 'value' ? { kind: 'text', text: value.text } : value;
}

function contentOf(result: DecodeResult): Part {
  if (result.kind === 'malformed') return { kind: 'wrong', problems: [result.problem] };
  const { bytes, names, maskables } = result;
  return { kind: 'content', bytes, names, maskables };
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
