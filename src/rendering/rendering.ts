import type { TemplatePlace, TemplateProblem, TemplateWarning } from './problem.ts';
import type { ParameterReference, StoredParameter } from './reference.ts';

/** A reference that a template needs, and the variables that ask for it. */
export interface RequestedReference {
  readonly reference: ParameterReference;
  readonly places: readonly TemplatePlace[];
  /** Whether every variable that asks for it has another source for the case that it is missing. */
  readonly isOptional: boolean;
}

/** A value that was put in, or that an address was made of. */
export interface UsedParameter {
  readonly reference: ParameterReference;
  readonly stored: StoredParameter;
}

export type Rendering =
  | {
      readonly kind: 'rendered';
      readonly text: string;
      /** All that was fetched and used; to be masked. */
      readonly used: readonly UsedParameter[];
      /** The values as they are spelled in the file, where that is another text; to be masked too. */
      readonly spellings: readonly string[];
      readonly warnings: readonly TemplateWarning[];
    }
  | {
      readonly kind: 'needs';
      /** What is to be fetched now; each reference once. */
      readonly references: readonly RequestedReference[];
      /** Whether the account id must be known. */
      readonly needsAccountId: boolean;
      /** What is wrong with other variables, as far as it is known. */
      readonly problems: readonly TemplateProblem[];
    }
  | { readonly kind: 'problems'; readonly problems: readonly TemplateProblem[] };
