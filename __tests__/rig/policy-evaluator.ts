/** A policy document as IAM reads it, as far as the policies of this project use it. */
export interface PolicyDocument {
  Version: string;
  Statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  Effect: 'Allow' | 'Deny';
  Action: string | readonly string[];
  /** Absent in a trust policy. */
  Resource?: string | readonly string[];
  /** Only in a trust policy. */
  Principal?: Readonly<Record<string, string | readonly string[]>>;
  Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** One call that IAM decides about. */
export interface PolicyRequest {
  /** `service:Operation`. */
  action: string;
  /** ARN of what the call is about; absent for a trust policy. */
  resource?: string;
  /** Who asks, for a trust policy: for example `{ type: 'Federated', id: ARN of the OIDC provider }`. */
  principal?: { type: string; id: string };
  /** Condition keys of the call with their values. */
  context?: Readonly<Record<string, string>>;
}

type Test = (value: string, pattern: string) => boolean;

const OPERATORS: Readonly<Record<string, Test>> = {
  StringEquals: (value, expected) => value === expected,
  StringLike: (value, pattern) => matches(value, pattern),
};

/**
 * Decides as IAM does ("Policy evaluation logic" in its user guide, for one policy): allowed where a statement allows it and
 * none denies it. What it does not know, such as another operator, is an error and not a guess.
 */
export function isAllowed(policy: PolicyDocument, request: PolicyRequest): boolean {
  const applying = policy.Statement.filter((statement) => applies(statement, request));
  return (
    applying.some(({ Effect }) => Effect === 'Allow') &&
    !applying.some(({ Effect }) => Effect === 'Deny')
  );
}

function applies(statement: PolicyStatement, request: PolicyRequest): boolean {
  const known = ['Sid', 'Effect', 'Action', 'Resource', 'Principal', 'Condition'];
  const unknown = Object.keys(statement).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`A statement has ${unknown.join(', ')}.`);
  const { Action, Resource, Principal, Condition = {} } = statement;
  return (
    listOf(Action).some((action) => matches(request.action.toLowerCase(), action.toLowerCase())) &&
    (Resource === undefined ||
      listOf(Resource).some((pattern) => matches(request.resource ?? '', pattern))) &&
    (Principal === undefined || isPrincipal(Principal, request.principal)) &&
    Object.entries(Condition).every(([operator, keys]) => holds(operator, keys, request.context))
  );
}

function isPrincipal(
  principals: NonNullable<PolicyStatement['Principal']>,
  principal: PolicyRequest['principal'],
): boolean {
  if (principal === undefined) return false;
  return listOf(principals[principal.type] ?? []).includes(principal.id);
}

/** Every key must hold, with one of its values; a key that the call does not have does not hold. */
function holds(
  operator: string,
  keys: Readonly<Record<string, string | readonly string[]>>,
  context: PolicyRequest['context'] = {},
): boolean {
  const test = OPERATORS[operator];
  if (test === undefined) throw new Error(`The operator ${operator} is not known here.`);
  return Object.entries(keys).every(([key, expected]) => {
    const value = context[key];
    return value !== undefined && listOf(expected).some((pattern) => test(value, pattern));
  });
}

function listOf(one: string | readonly string[]): readonly string[] {
  return typeof one === 'string' ? [one] : one;
}

/** `*` is any text, `?` any one character; every other character is itself. */
function matches(text: string, pattern: string): boolean {
  const escaped = pattern.replaceAll(/[^*?]/g, (character) =>
    character.replace(/[\\^$.|+()[\]{}]/, '\\$&'),
  );
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}
