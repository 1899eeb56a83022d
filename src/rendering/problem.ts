/** What kind of problem it is, for callers and tests; people read the message. */
export type ProblemCode =
  | 'option'
  | 'yaml_syntax'
  | 'json_syntax'
  | 'syntax'
  | 'bad_literal'
  | 'bad_param'
  | 'missing_address'
  | 'non_string_address'
  | 'unresolvable_address'
  | 'circular'
  | 'not_found'
  | 'aws_error'
  | 'non_string_in_string'
  | 'unsafe_in_variable'
  | 'unsupported_chain'
  | 'hazard';

/** Where something stands in a template: line and column are 1-based, columns in UTF-16 units. */
export interface TemplatePlace {
  readonly line: number;
  readonly column: number;
  /** The property that holds it, keys and indices joined by dots; absent in text files. */
  readonly property?: string;
}

/** One thing that is wrong in a template. Quotes names and variables of the template, never a value that was read. */
export interface TemplateProblem extends TemplatePlace {
  readonly code: ProblemCode;
  /** What is wrong, a sentence without a final full stop. */
  readonly message: string;
  /** What to do about it, an imperative sentence without a final full stop. */
  readonly fix: string;
}

/** Something that renders, but is not what its author may think. */
export interface TemplateWarning extends TemplatePlace {
  readonly message: string;
  readonly fix: string;
}

/** Ends the evaluation of one variable; its place is known to whoever catches it. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly fix: string;

  constructor(code: ProblemCode, message: string, fix: string) {
    super(message);
    this.code = code;
    this.fix = fix;
  }
}

/** A source that only the framework can read, such as `cf`: no error where the framework goes on reading. */
export class UnsupportedSource extends Refusal {
  /** @param source as it is written */
  constructor(source: string) {
    super(
      'unresolvable_address',
      `${source} is needed here, and only the framework can read it`,
      'Give the value with opt.NAME or param.NAME in render-options, or write it out',
    );
  }
}

/** Ends the evaluation of one variable until something that was asked for is known. */
export class Pending extends Error {}
