import type { JsonNode } from '../values/json.ts';
import type { Evaluator } from './evaluator.ts';
import {
  isSsm,
  mentionsSsm,
  nestedVariables,
  type Variable,
  type VariableSource,
} from './grammar.ts';
import { Refusal, UnsupportedSource } from './problem.ts';
import type { ParameterReference } from './reference.ts';

/** What takes the place of a variable. */
export type Replacement =
  /** Nothing: the framework reads it without a look at SSM. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'value'; readonly node: JsonNode }
  /** Another variable, which the framework goes on with. */
  | { readonly kind: 'variable'; readonly text: string };

/** How a value is written where another variable is written on. */
export interface Rewriting {
  /** Whether something reads the sources that are left: else all of them are evaluated here. */
  readonly isReadOn: boolean;
  /** Whether stored values are put in as they are: the file has no lists and objects. */
  readonly isRaw: boolean;
  /** A value as the text of a literal within a variable. */
  literal(value: string): string;
}

const SAFE_IN_VARIABLE = /^[A-Za-z0-9_./-]*$/;

/**
 * Replaces what a variable reads from SSM, source by source from the left, and leaves to the framework what only the
 * framework can know.
 *
 * @param text the text that the variable's offsets refer to
 * @throws Refusal, Pending
 */
export function replaceVariable(
  variable: Variable,
  text: string,
  evaluator: Evaluator,
  rewriting: Rewriting,
): Replacement {
  if (!variable.sources.some(mentionsSsm)) return { kind: 'keep' };
  const isRead = rewriting.isReadOn && variable.brackets.open !== '<';
  if (!isRead && variable.sources.some(isSsm))
    return evaluateWhole(variable, evaluator, rewriting.isRaw);
  return new Chain(variable, text, evaluator, rewriting).replacement();
}

/** For files whose reader knows no variables. */
function evaluateWhole(variable: Variable, evaluator: Evaluator, isRaw: boolean): Replacement {
  const missedBefore = evaluator.reads.missing.length;
  for (const source of variable.sources) {
    const node = evaluateHere(source, evaluator, isRaw);
    if (node !== undefined) return { kind: 'value', node };
  }
  throw notFound(evaluator.reads.missing.slice(missedBefore));
}

function evaluateHere(
  source: VariableSource,
  evaluator: Evaluator,
  isRaw: boolean,
): JsonNode | undefined {
  try {
    return evaluator.source(source, isRaw);
  } catch (error) {
    if (isSsm(source) || !(error instanceof UnsupportedSource)) throw error;
    throw unsupportedChain('a source of it can be read by the framework only');
  }
}

/** A source that is written on, and whether it is known to have no value. */
interface Written {
  readonly text: string;
  readonly isMissing: boolean;
}

class Chain {
  private readonly variable: Variable;
  private readonly text: string;
  private readonly evaluator: Evaluator;
  private readonly rewriting: Rewriting;
  private readonly written: Written[] = [];

  constructor(variable: Variable, text: string, evaluator: Evaluator, rewriting: Rewriting) {
    this.variable = variable;
    this.text = text;
    this.evaluator = evaluator;
    this.rewriting = rewriting;
  }

  replacement(): Replacement {
    const missedBefore = this.evaluator.reads.missing.length;
    for (const [index, source] of this.variable.sources.entries()) {
      const further = this.variable.sources.slice(index + 1);
      if (source.kind === 'literal' || isSsm(source)) {
        const node = this.evaluator.source(source, this.rewriting.isRaw);
        if (node !== undefined) return this.endWith(source, node);
      } else if (!further.some(mentionsSsm)) {
        return this.endUnread([source, ...further]);
      } else if (this.hasValue(source)) {
        this.write(source, false);
        return this.result(further.map((rest) => rest.text));
      }
    }
    if (!this.isOpen()) throw notFound(this.evaluator.reads.missing.slice(missedBefore));
    return this.result([]);
  }

  /** The value of a source ends the chain: it replaces the variable, or is its last literal. */
  private endWith(source: VariableSource, node: JsonNode): Replacement {
    if (!this.isOpen()) return { kind: 'value', node };
    if (source.kind === 'literal') return this.result([source.text]);
    if (node.kind !== 'string') {
      throw unsupportedChain(
        'a list or an object cannot follow a source that only the framework reads',
      );
    }
    return this.result([this.rewriting.literal(node.value)]);
  }

  /** No SSM is left among these: the framework reads them. */
  private endUnread(sources: readonly VariableSource[]): Replacement {
    for (const source of sources) this.write(source, false);
    return this.result([]);
  }

  /** Whether a source that is not SSM has a value; where only the framework knows, it is written on. */
  private hasValue(source: VariableSource): boolean {
    try {
      if (this.evaluator.source(source) !== undefined) return true;
      this.write(source, true);
    } catch (error) {
      if (!(error instanceof UnsupportedSource)) throw error;
      this.write(source, false);
    }
    return false;
  }

  private isOpen(): boolean {
    return this.written.some(({ isMissing }) => !isMissing);
  }

  private write(source: VariableSource, isMissing: boolean): void {
    this.written.push({ text: this.rewritten(source), isMissing });
  }

  private result(further: readonly string[]): Replacement {
    const sources = [...this.written.map(({ text }) => text), ...further];
    const { dollar, end, brackets, sources: original } = this.variable;
    const originals = original.map((source) => source.text);
    const isSame =
      sources.length === originals.length &&
      sources.every((text, index) => text === originals[index]);
    if (isSame) return { kind: 'keep' };
    const first = original[0]?.start ?? end;
    const opening = this.text.slice(dollar, first);
    return { kind: 'variable', text: `${opening}${sources.join(', ')}${brackets.close}` };
  }

  /** The text of a source with the SSM variables within it replaced. */
  private rewritten(source: VariableSource): string {
    let written = '';
    let index = source.start;
    for (const nested of nestedVariables(source)) {
      const replacement = replaceVariable(nested, this.text, this.evaluator, this.rewriting);
      if (replacement.kind === 'keep') continue;
      written += this.text.slice(index, nested.dollar);
      written += replacement.kind === 'variable' ? replacement.text : safeText(replacement.node);
      index = nested.end;
    }
    return written + this.text.slice(index, source.end);
  }
}

function safeText(node: JsonNode): string {
  const text = scalarText(node);
  if (text !== undefined && SAFE_IN_VARIABLE.test(text)) return text;
  throw new Refusal(
    'unsafe_in_variable',
    'a value that goes into another variable contains more than letters, digits, "_", ".", "/" and "-"',
    'Store a value of these characters, or move the parameter out of the other variable',
  );
}

function scalarText(node: JsonNode): string | undefined {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.source;
    case 'boolean':
      return String(node.value);
    case 'array':
    case 'object':
    case 'null':
      return undefined;
  }
}

function unsupportedChain(reason: string): Refusal {
  return new Refusal(
    'unsupported_chain',
    `the variable cannot be rendered: ${reason}`,
    'Put the parameter first, or give it a property of its own and name that: self:custom.NAME',
  );
}

function notFound(missing: readonly ParameterReference[]): Refusal {
  const names = missing.map(({ shown, region }) => `${shown} in ${region}`);
  return new Refusal(
    'not_found',
    `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} not found`,
    "Create the parameter, or write a fallback: ${ssm:/name, 'text'}",
  );
}
