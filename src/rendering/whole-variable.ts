import type { Evaluator } from './evaluator.ts';
import type { Delimiters, Variable } from './grammar.ts';
import { Pending, Refusal, UnsupportedSource } from './problem.ts';
import { scan } from './scan.ts';

/**
 * Where empty values leave nothing of a text but one variable, the framework no longer makes a text of it: a number, a
 * list or an object stays one. That is refused, unless the variable is known to give a text.
 *
 * @param text of which a part was replaced, while another variable was left
 * @throws Refusal, Pending
 */
export function refuseWholeVariable(
  text: string,
  delimiters: Delimiters,
  evaluator: Evaluator,
): void {
  const [variable, ...others] = scan(text, delimiters);
  if (variable?.kind !== 'variable' || others.length > 0 || givesText(variable, evaluator)) return;
  throw new Refusal(
    'hazard',
    'its value is empty, and the framework would not make a text of the variable that is left',
    'Store another value, or let the other variable stand alone',
  );
}

function givesText(variable: Variable, evaluator: Evaluator): boolean {
  try {
    const node = evaluator.variable(variable);
    return node === undefined || node.kind === 'string';
  } catch (error) {
    if (error instanceof Pending || !(error instanceof Refusal)) throw error;
    // What only the framework can read, such as an output of a stack, is a text; what is wrong, it refuses itself.
    return !(error instanceof UnsupportedSource) || hasOnlyTexts(variable);
  }
}

function hasOnlyTexts({ sources }: Variable): boolean {
  return sources.every((source) => source.kind === 'call' || source.value.kind === 'string');
}
