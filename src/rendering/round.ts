import { type JsonNode, jsonLeaves } from '../values/json.ts';
import { type Replacement, replaceVariable } from './chain.ts';
import type { RenderContext } from './context.ts';
import type { Slot, SlotChange, TemplateDocument } from './document.ts';
import { Evaluator } from './evaluator.ts';
import type { Delimiters, Piece, Variable } from './grammar.ts';
import type { ReaderPolicy } from './hazard.ts';
import {
  Pending,
  Refusal,
  type TemplatePlace,
  type TemplateProblem,
  type TemplateWarning,
} from './problem.ts';
import { type Lookup, referenceKey } from './reference.ts';
import type { Rendering, RequestedReference } from './rendering.ts';
import { literalText, rewritingFor, type Substitution, substitute } from './substitution.ts';

/** A slot in which SSM may be named, taken apart. */
export interface TemplateText {
  readonly slot: Slot;
  readonly pieces: readonly Piece[];
}

/** A template that is parsed. */
export interface ParsedTemplate {
  readonly document: TemplateDocument;
  readonly texts: readonly TemplateText[];
  readonly root: JsonNode;
  readonly delimiters: Delimiters;
  readonly context: RenderContext;
  /** Local files that were read before. */
  readonly files: Map<string, JsonNode | undefined>;
  placeOf(slot: Slot, index: number): TemplatePlace;
}

/** Renders as far as the lookup allows. */
export function renderRound(template: ParsedTemplate, lookup: Lookup): Rendering {
  const round = new Round(template, lookup);
  for (const text of template.texts) round.renderText(text);
  return round.result();
}

class Round {
  private readonly template: ParsedTemplate;
  private readonly evaluator: Evaluator;
  private readonly policy: ReaderPolicy;
  private readonly changes = new Map<Slot, SlotChange>();
  private readonly problems: TemplateProblem[] = [];
  private readonly warnings: TemplateWarning[] = [];
  private readonly requests = new Map<string, RequestedReference>();
  private readonly spellings = new Set<string>();
  private readonly warnedSuffixes = new Set<string>();
  private isPending = false;

  constructor(template: ParsedTemplate, lookup: Lookup) {
    const { context, root, delimiters, files } = template;
    this.template = template;
    this.evaluator = new Evaluator(context, root, delimiters, lookup, files);
    this.policy = { consumer: context.consumer, dollar: context.dollar, delimiters };
  }

  renderText({ slot, pieces }: TemplateText): void {
    this.warnOfBlanks(slot);
    const replacements = new Map<Piece, Replacement>();
    const variables = pieces.filter((piece) => piece.kind === 'variable');
    for (const variable of variables) {
      const replacement = this.attempt(
        slot,
        () => [variable],
        () => this.replace(slot, variable),
      );
      if (replacement !== undefined) replacements.set(variable, replacement);
    }
    if (replacements.size < variables.length) return;
    const { isPlainText } = this.template.document;
    const changed = variables.filter((variable) => replacements.get(variable)?.kind !== 'keep');
    if (changed.length === 0) return;
    const change = (replaced: ReadonlyMap<Piece, Replacement>): Substitution =>
      substitute(slot.text, pieces, replaced, this.policy, isPlainText);
    const culprits = (): readonly Variable[] => culpritsOf(changed, replacements, change);
    this.attempt(slot, culprits, () => {
      this.note(slot, change(replacements));
      for (const replacement of replacements.values()) this.noteSpellings(replacement);
    });
  }

  result(): Rendering {
    const { problems, evaluator, warnings } = this;
    if (this.isPending) {
      const references = [...this.requests.values()];
      return { kind: 'needs', references, needsAccountId: evaluator.needsAccountId, problems };
    }
    if (problems.length > 0) return { kind: 'problems', problems };
    const text = this.template.document.write(this.changes);
    const used = [...evaluator.reads.used.values()];
    return { kind: 'rendered', text, used, spellings: [...this.spellings], warnings };
  }

  private replace(slot: Slot, variable: Variable): Replacement {
    const { context, document } = this.template;
    this.evaluator.reads.legacySuffixes.clear();
    const rewriting = rewritingFor(this.policy, document.isPlainText);
    const replace = (): Replacement =>
      replaceVariable(variable, slot.text, this.evaluator, rewriting);
    const isRegion = context.root === undefined && slot.path.join('.') === 'provider.region';
    const replacement = isRegion ? this.evaluator.withoutProviderRegion(replace) : replace();
    this.warnOfSuffix(slot, variable);
    return replacement;
  }

  /** Notes why something could not be done, with the variables that are to blame. */
  private attempt<Result>(
    slot: Slot,
    variables: () => readonly Variable[],
    action: () => Result,
  ): Result | undefined {
    const neededBefore = this.evaluator.reads.needed.length;
    try {
      return action();
    } catch (error) {
      if (error instanceof Pending) {
        this.isPending = true;
        this.request(slot, variables(), neededBefore);
      } else if (error instanceof Refusal) {
        this.problem(slot, variables(), error);
      } else {
        throw error;
      }
      return undefined;
    }
  }

  private request(slot: Slot, variables: readonly Variable[], neededBefore: number): void {
    const [variable] = variables;
    if (variable === undefined) return;
    const place = this.template.placeOf(slot, variable.dollar);
    for (const { reference, isNested } of this.evaluator.reads.needed.slice(neededBefore)) {
      const key = referenceKey(reference);
      const known = this.requests.get(key);
      const isOptional = !isNested && variable.sources.length > 1;
      this.requests.set(key, {
        reference,
        places: [...(known?.places ?? []), place],
        isOptional: isOptional && known?.isOptional !== false,
      });
    }
  }

  private problem(slot: Slot, variables: readonly Variable[], refusal: Refusal): void {
    const texts = variables.map(({ dollar, end }) => slot.text.slice(dollar, end));
    const { code, message, fix } = refusal;
    const place = this.template.placeOf(slot, variables[0]?.dollar ?? 0);
    this.problems.push({ code, ...place, message: `${texts.join(' and ')}: ${message}`, fix });
  }

  private note(slot: Slot, change: Substitution): void {
    if (change.kind === 'same') return;
    const reason = this.template.document.refuses(slot, change);
    if (reason !== undefined) {
      const fix = 'Remove the tag, or read a text: ssm(raw):/name';
      throw new Refusal('non_string_in_string', reason, fix);
    }
    this.changes.set(slot, change);
  }

  private noteSpellings(replacement: Replacement): void {
    if (replacement.kind !== 'value') return;
    for (const { text } of jsonLeaves(replacement.node)) {
      const spelling = this.template.document.spelling(literalText(text, this.policy));
      if (spelling !== text) this.spellings.add(spelling);
    }
  }

  private warnOfSuffix(slot: Slot, { dollar }: Variable): void {
    const { legacySuffixes } = this.evaluator.reads;
    for (const suffix of legacySuffixes) {
      if (this.warnedSuffixes.has(suffix)) continue;
      this.warnedSuffixes.add(suffix);
      this.warnings.push({
        ...this.template.placeOf(slot, dollar),
        message: `the suffix ${suffix} is read as in version 1 of the framework; versions 3 and 4 take it for a part of the name`,
        fix: 'Leave it out: versions 3 and 4 decrypt and split by themselves',
      });
    }
  }

  private warnOfBlanks(slot: Slot): void {
    const index = slot.text.search(/\$\{+\s+ssm[.:(]/);
    if (index === -1) return;
    this.warnings.push({
      ...this.template.placeOf(slot, index),
      message:
        'a variable with a blank behind its bracket is left alone, as version 3 of the framework does',
      fix: 'Write ${ssm:/name}',
    });
  }
}

const HARMLESS: Replacement = { kind: 'value', node: { kind: 'string', value: 'x' } };

/** The variables without whose values the text could be changed; all where it takes more than one. */
function culpritsOf(
  variables: readonly Variable[],
  replacements: ReadonlyMap<Piece, Replacement>,
  change: (replaced: ReadonlyMap<Piece, Replacement>) => Substitution,
): readonly Variable[] {
  const culprits = variables.filter((variable) => {
    try {
      return change(new Map(replacements).set(variable, HARMLESS)) !== undefined;
    } catch {
      return false;
    }
  });
  return culprits.length > 0 ? culprits : variables;
}
