import { type JSONVisitor, type ParseErrorCode, type ParseOptions, visit } from 'jsonc-parser';

/**
 * A JSON value as it was written: numbers keep their digits, members their order. Members are a list and no record,
 * so that `__proto__` is a key like any other.
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly source: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

interface JsonMember {
  readonly key: string;
  readonly value: JsonNode;
}

/**
 * What `parseJson` found. Lines and columns are 1-based, columns in UTF-16 units. Nothing in `reason`, `key` or the
 * position quotes a value, so all of them can be printed.
 */
export type JsonResult =
  | { readonly kind: 'json'; readonly value: JsonNode }
  | {
      readonly kind: 'duplicate-key';
      /** The second of two equal keys of one object, the first such pair in the text. */
      readonly line: number;
      readonly column: number;
      /** The key, where it looks like a name (`[A-Za-z_][A-Za-z0-9_.-]*`). */
      readonly key?: string;
      /** The whole document, with every member of the key. */
      readonly value: JsonNode;
    }
  | {
      readonly kind: 'invalid';
      readonly line: number;
      readonly column: number;
      /** A phrase that tells what is wrong, without capital and full stop. */
      readonly reason: string;
    };

/** A string, number, boolean or null within a document. */
interface JsonLeaf {
  /**
   * Where it is: keys joined by dots, array items as `[0]`, '' for the document itself. A key that does not look like
   * a name may be a secret; its place in the object stands for it, as `[0]`, so that a path can be printed.
   */
  readonly path: string;
  /** A string as it is, a number as it was written, else `true`, `false` or `null`. */
  readonly text: string;
}

/** The parser, `jsonLeaves` and `compactJson` are recursive; this keeps them far from the end of the stack. */
const MAX_DEPTH = 500;

const NAME_LIKE = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

const STRICT: ParseOptions = {
  disallowComments: true,
  allowTrailingComma: false,
  allowEmptyContent: false,
};

const NESTED_TOO_DEEP = `objects and arrays are nested deeper than ${MAX_DEPTH} levels`;
const ENDS_EARLY = 'the text ends too early';

/** By the numbers of jsonc-parser's `ParseErrorCode`: a `const enum` of another package has no names for us. */
const REASONS: Readonly<Record<ParseErrorCode, string>> = {
  1: 'only numbers, true, false and null may stand without double quotes',
  2: 'a number is not written as JSON writes numbers',
  3: 'a property name in double quotes is expected',
  4: 'a value is expected',
  5: 'a colon after the property name is missing',
  6: 'a comma is missing',
  7: 'a closing brace is missing',
  8: 'a closing bracket is missing',
  9: 'there is more text after the end of the JSON value',
  10: 'comments are not allowed in JSON',
  11: 'comments are not allowed in JSON',
  12: 'a string is not closed on its line',
  13: 'a number is not complete',
  14: 'a \\u in a string is not followed by four hexadecimal digits',
  15: 'a string contains a backslash with a character that JSON does not escape',
  16: 'a string contains a control character that is not escaped',
};

const UNEXPECTED_END_OF_STRING = 12;

/** Ends the parse at the first fault: jsonc-parser itself would go on, and recurse without a bound. */
class Fault extends Error {
  readonly result: JsonResult & { kind: 'invalid' };

  constructor(line: number, column: number, reason: string) {
    super(reason);
    this.result = { kind: 'invalid', line: line + 1, column: column + 1, reason };
  }
}

/** An object or array whose end is still to come. */
type Open =
  | { readonly kind: 'array'; readonly items: JsonNode[] }
  | {
      readonly kind: 'object';
      readonly members: JsonMember[];
      readonly keys: Set<string>;
      /** Of the member whose value comes next. */
      key: string;
    };

/**
 * Reads JSON strictly (RFC 8259): accepts what `JSON.parse` accepts, down to 500 levels of objects and arrays. A key
 * that one object has twice is told apart from text that is not JSON.
 */
export function parseJson(text: string): JsonResult {
  const open: Open[] = [];
  let document: JsonNode = { kind: 'null' };
  let duplicate: { line: number; column: number; key?: string } | undefined;

  function add(node: JsonNode): void {
    const parent = open.at(-1);
    if (parent === undefined) document = node;
    else if (parent.kind === 'array') parent.items.push(node);
    else parent.members.push({ key: parent.key, value: node });
  }

  function enter(container: Open, line: number, column: number): void {
    if (open.length === MAX_DEPTH) throw new Fault(line, column, NESTED_TOO_DEEP);
    open.push(container);
  }

  const visitor: JSONVisitor = {
    onObjectBegin: (_offset, _length, line, column) => {
      const members: JsonMember[] = [];
      add({ kind: 'object', members });
      enter({ kind: 'object', members, keys: new Set(), key: '' }, line, column);
    },
    onObjectProperty: (key, _offset, _length, line, column) => {
      const parent = open.at(-1);
      if (parent?.kind !== 'object') return;
      if (parent.keys.has(key)) {
        const place = { line: line + 1, column: column + 1 };
        duplicate ??= NAME_LIKE.test(key) ? { ...place, key } : place;
      }
      parent.keys.add(key);
      parent.key = key;
    },
    onObjectEnd: () => {
      open.pop();
    },
    onArrayBegin: (_offset, _length, line, column) => {
      const items: JsonNode[] = [];
      add({ kind: 'array', items });
      enter({ kind: 'array', items }, line, column);
    },
    onArrayEnd: () => {
      open.pop();
    },
    onLiteralValue: (value, offset, length) => {
      add(literalNode(value, text.slice(offset, offset + length)));
    },
    onError: (code, offset, length, line, column) => {
      const isUnclosed = code === UNEXPECTED_END_OF_STRING && offset + length === text.length;
      const isEarly = offset === text.length || isUnclosed;
      throw new Fault(line, column, isEarly ? ENDS_EARLY : REASONS[code]);
    },
  };

  try {
    visit(text, visitor, STRICT);
  } catch (error) {
    if (error instanceof Fault) return error.result;
    throw error;
  }
  if (duplicate !== undefined) return { kind: 'duplicate-key', ...duplicate, value: document };
  return { kind: 'json', value: document };
}

function literalNode(value: unknown, source: string): JsonNode {
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (value === null) return { kind: 'null' };
  return { kind: 'number', source };
}

/** Every string, number, boolean and null of a document, in its order. */
export function* jsonLeaves(node: JsonNode, path = ''): Iterable<JsonLeaf> {
  switch (node.kind) {
    case 'object':
      for (const [index, { key, value }] of node.members.entries()) {
        yield* jsonLeaves(value, memberPath(path, key, index));
      }
      break;
    case 'array':
      for (const [index, item] of node.items.entries()) {
        yield* jsonLeaves(item, `${path}[${index}]`);
      }
      break;
    case 'string':
      yield { path, text: node.value };
      break;
    case 'number':
      yield { path, text: node.source };
      break;
    case 'boolean':
      yield { path, text: String(node.value) };
      break;
    case 'null':
      yield { path, text: 'null' };
      break;
  }
}

function memberPath(path: string, key: string, index: number): string {
  if (!NAME_LIKE.test(key)) return `${path}[${index}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** JSON text without blanks between its parts; numbers as they were written. */
export function compactJson(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(({ key, value }) => `${JSON.stringify(key)}:${compactJson(value)}`).join(',')}}`;
    case 'array':
      return `[${node.items.map(compactJson).join(',')}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.source;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}
