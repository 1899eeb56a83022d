import type { JsonNode } from '../values/json.ts';
import type { RenderContext } from './context.ts';
import {
  type Delimiters,
  isSsm,
  legacyRegion,
  type Phrase,
  type Variable,
  type VariableSource,
} from './grammar.ts';
import { memberOf } from './nodes.ts';
import { ParameterReads } from './parameter-reads.ts';
import { Pending, Refusal } from './problem.ts';
import { type Lookup, readSsm } from './reference.ts';
import { scan } from './scan.ts';
import { defaultProperty, type Evaluation, readSource } from './sources.ts';

/** A value of a value of a value …: version 3 gives up after as many rounds. */
const MOST_ROUNDS = 10;

/**
 * Evaluates variables as Serverless Framework 3 does, as far as addresses need it: lazily, each property of the root
 * configuration once. One evaluator serves one round of rendering. Its methods throw a Refusal where a variable cannot
 * be evaluated and Pending where something must be fetched first, which is then in `reads.needed`.
 */
export class Evaluator implements Evaluation {
  readonly context: RenderContext;
  readonly files: Map<string, JsonNode | undefined>;
  readonly reads: ParameterReads;
  needsAccountId = false;
  private readonly root: JsonNode;
  private readonly delimiters: Delimiters;
  private readonly resolved = new Map<JsonNode, { value: JsonNode; isFetched: boolean }>();
  private readonly resolving = new Set<JsonNode>();
  private nesting = 0;
  private isFindingRegion = false;
  private providerRegion: string | undefined;

  constructor(
    context: RenderContext,
    root: JsonNode,
    delimiters: Delimiters,
    lookup: Lookup,
    files: Map<string, JsonNode | undefined>,
  ) {
    this.context = context;
    this.root = root;
    this.delimiters = delimiters;
    this.reads = new ParameterReads(lookup);
    this.files = files;
  }

  /**
   * The value of a variable's first source that has one, or undefined.
   *
   * @param isRaw whether a stored value is taken as it is, as with `ssm(raw)`
   */
  variable(variable: Variable, isRaw = false, round = 0): JsonNode | undefined {
    for (const source of variable.sources) {
      const value = this.source(source, isRaw, round);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** The value of one source: undefined where it has none. A literal null is a value. */
  source(source: VariableSource, isRaw = false, round = 0): JsonNode | undefined {
    if (source.kind === 'literal') return source.value;
    const readsBefore = this.reads.count;
    const { address: phrase, params: phrases } = source;
    const texts = this.phrases(phrase === undefined ? phrases : [...phrases, phrase], round);
    const params = texts.slice(0, phrases.length);
    const address = texts[phrases.length];
    const { type, text } = source;
    if (!isSsm(source)) {
      return readSource(
        { type, text, params, ...(address === undefined ? {} : { address }) },
        this,
      );
    }
    if (address === undefined || address === '') {
      throw new Refusal('missing_address', 'ssm: names no parameter', 'Write ssm:/name');
    }
    const shown = this.reads.count > readsBefore ? text : undefined;
    const reading = readSsm(
      params,
      address,
      shown,
      () => legacyRegion(type) ?? this.defaultRegion(),
    );
    return this.reads.read(isRaw ? { ...reading, raw: true } : reading, this.nesting > 0);
  }

  navigate(node: JsonNode, path: readonly string[]): JsonNode | undefined {
    let current = this.resolve(node);
    for (const key of path) {
      const next = memberOf(current, key);
      if (next === undefined) return undefined;
      current = this.resolve(next);
    }
    return current.kind === 'null' ? undefined : current;
  }

  property(path: readonly string[]): JsonNode | undefined {
    return this.navigate(this.root, path) ?? defaultProperty(path, this.context);
  }

  textOf(node: JsonNode): string {
    switch (node.kind) {
      case 'string':
        return node.value;
      case 'number':
        return String(Number(node.source));
      case 'boolean':
        return String(node.value);
      case 'array':
        return node.items.map((item) => this.textOf(this.resolve(item))).join(',');
      case 'object':
      case 'null':
        throw new Refusal(
          'non_string_address',
          'an address contains a value that is no text',
          'Name a text there, such as one key of the object',
        );
    }
  }

  needAccountId(): Pending {
    this.needsAccountId = true;
    return new Pending();
  }

  /** Evaluates with the region that holds before `provider.region` is known. */
  withoutProviderRegion<Result>(evaluate: () => Result): Result {
    const before = this.isFindingRegion;
    this.isFindingRegion = true;
    try {
      return evaluate();
    } finally {
      this.isFindingRegion = before;
    }
  }

  /** Where a reference names no region: the option, else `provider.region`, else the run's. */
  private defaultRegion(): string {
    const option = this.context.options.get('region');
    const ofRun = this.context.region ?? 'us-east-1';
    if (option !== undefined && option !== '') return option;
    // A region that is itself a parameter is read where the run is.
    if (this.isFindingRegion) return ofRun;
    this.providerRegion ??= this.withoutProviderRegion(() => {
      const region = this.navigate(this.root, ['provider', 'region']);
      return region === undefined ? ofRun : this.textOf(region);
    });
    return this.providerRegion;
  }

  private phrases(phrases: readonly Phrase[], round: number): readonly string[] {
    this.nesting += 1;
    try {
      return attemptAll(phrases, (phrase) => this.phrase(phrase, round));
    } finally {
      this.nesting -= 1;
    }
  }

  /** The text of a phrase: values of variables in it are evaluated on, then joined with what stands around them. */
  private phrase({ parts }: Phrase, round: number): string {
    const texts = attemptAll(parts, (part) => {
      if (typeof part === 'string') return part;
      const value = this.variable(part, false, round);
      if (value === undefined) throw missingInAddress(part);
      return this.textOf(this.evaluated(value, round + 1));
    });
    return texts.join('').trim();
  }

  /** A value without variables: of a node of the root configuration, or of what a variable in it gave. */
  private resolve(node: JsonNode): JsonNode {
    if (node.kind !== 'string' || !node.value.includes('$')) return node;
    const known = this.resolved.get(node);
    if (known !== undefined) {
      if (known.isFetched) this.reads.count += 1;
      return known.value;
    }
    if (this.resolving.has(node)) {
      throw new Refusal(
        'circular',
        'the address needs a property that needs the address',
        'Write one of the two without the other',
      );
    }
    this.resolving.add(node);
    const readsBefore = this.reads.count;
    try {
      const value = this.evaluated(node, 0);
      const isFetched = this.reads.count > readsBefore;
      if (!this.isFindingRegion) this.resolved.set(node, { value, isFetched });
      return value;
    } finally {
      this.resolving.delete(node);
    }
  }

  private evaluated(node: JsonNode, round: number): JsonNode {
    if (node.kind !== 'string' || !node.value.includes('$')) return node;
    if (round > MOST_ROUNDS) {
      throw new Refusal(
        'circular',
        `a variable leads to a variable more than ${MOST_ROUNDS} times`,
        'Name the value itself',
      );
    }
    const text = node.value;
    const pieces = scan(text, this.delimiters);
    const [only] = pieces;
    if (only?.kind === 'variable' && pieces.length === 1) {
      return this.evaluated(this.required(only, round), round + 1);
    }
    const texts = attemptAll(pieces, (piece) => {
      switch (piece.kind) {
        case 'text':
          return text.slice(piece.start, piece.end);
        case 'escape':
        case 'backslashes':
          return piece.decoded;
        case 'fault':
          throw new Refusal('syntax', piece.fault.message, piece.fault.fix);
        case 'variable':
          return this.textOf(this.evaluated(this.required(piece, round), round + 1));
      }
    });
    return { kind: 'string', value: texts.join('') };
  }

  private required(variable: Variable, round: number): JsonNode {
    const value = this.variable(variable, false, round);
    if (value === undefined) throw missingInAddress(variable);
    return value;
  }
}

function missingInAddress(variable: Variable): Refusal {
  const names = variable.sources
    .map((source) => (source.kind === 'call' ? source.type : ''))
    .join(', ');
  const isParameter = variable.sources.every(isSsm);
  return new Refusal(
    isParameter ? 'not_found' : 'unresolvable_address',
    isParameter
      ? 'a parameter that an address needs is not found'
      : `an address needs a value that its sources (${names}) do not have`,
    "Give it a value, or write a fallback within the address: ${opt:stage, 'dev'}",
  );
}

/** Maps all items before it waits for one, so that what they need is fetched at once. */
function attemptAll<Item, Result>(
  items: readonly Item[],
  attempt: (item: Item) => Result,
): Result[] {
  const results: Result[] = [];
  let pending: Pending | undefined;
  for (const item of items) {
    try {
      results.push(attempt(item));
    } catch (error) {
      if (!(error instanceof Pending)) throw error;
      pending = error;
    }
  }
  if (pending !== undefined) throw pending;
  return results;
}
