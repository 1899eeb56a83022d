import type { JsonNode } from '../values/json.ts';
import { parseJson } from '../values/json.ts';
import { Refusal } from './problem.ts';

/** One parameter that a template needs. */
export interface ParameterReference {
  /** As AWS is asked for it: a name or an ARN, with `:version` or `:label`. */
  readonly name: string;
  readonly region: string;
  readonly withDecryption: boolean;
  /** The name for people: where fetched values are part of the name, the source as the template has it. */
  readonly shown: string;
}

/** What SSM stores under a name (SSM API reference, "Parameter"). */
export interface StoredParameter {
  readonly value: string;
  readonly type: 'String' | 'StringList' | 'SecureString';
}

/** What came of reading a reference. */
export type LookupResult =
  | ({ readonly kind: 'found' } & StoredParameter)
  /** There is no such parameter or secret: the next source of the variable holds. */
  | { readonly kind: 'missing' }
  /** Anything else, also a version that is not there: an error, whatever sources follow. Quotes no value. */
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

/** The result of a reference; undefined where it was not fetched yet. */
export type Lookup = (reference: ParameterReference) => LookupResult | undefined;

/** How a stored value is read. */
export interface Reading {
  readonly reference: ParameterReference;
  readonly raw: boolean;
  /** The suffix of versions 1 and 2: `~true`, `~false`, `~split`. */
  readonly legacy?: LegacySuffix;
}

export type LegacySuffix = 'true' | 'false' | 'split';

/** References with equal keys are one request. */
export function referenceKey({ name, region, withDecryption }: ParameterReference): string {
  return `${region} ${withDecryption ? 'plain' : 'encrypted'} ${name}`;
}

// Amazon's names of regions: "us-east-1", "us-gov-west-1", "us-iso-east-1".
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/;
// SSM API reference, PutParameter, "Name"; a selector is a version or a label.
const NAME = /^[A-Za-z0-9_.\-/]+(?::[A-Za-z0-9_.-]+)?$/;
const ARN =
  /^arn:aws[a-z-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/[A-Za-z0-9_.\-/]+(?::[A-Za-z0-9_.-]+)?$/;
const SUFFIX = /~(true|false|split)$/;
const SECRET = '/aws/reference/secretsmanager/';

/**
 * Reads params and address of an `ssm` source.
 *
 * @param shown its name for people; absent where the address itself can be shown
 * @param region of the reference where no param names one; asked for only then
 * @throws Refusal where version 3 or AWS would refuse them
 */
export function readSsm(
  params: readonly string[],
  address: string,
  shown: string | undefined,
  region: () => string,
): Reading {
  const paramRegion = readRegion(params);
  const legacy = SUFFIX.exec(address)?.[1] as LegacySuffix | undefined;
  const name = legacy === undefined ? address : address.slice(0, -(legacy.length + 1));
  if (!NAME.test(name) && !ARN.test(name)) {
    throw new Refusal(
      'aws_error',
      `${shown ?? `ssm:${name}`} is no name of a parameter: AWS takes letters, digits, "_", ".", "-" and "/", then perhaps a version or a label`,
      'Write the name as Parameter Store shows it, such as /platform/staging/key',
    );
  }
  const withDecryption = !params.includes('noDecrypt') && legacy !== 'false';
  if (!withDecryption && name.startsWith(SECRET)) {
    throw new Refusal(
      'aws_error',
      `${shown ?? `ssm:${name}`} cannot be read without decryption: AWS refuses that for secrets of Secrets Manager`,
      'Leave out "noDecrypt"',
    );
  }
  const reference = {
    name,
    region: paramRegion ?? readDefault(region()),
    withDecryption,
    shown: shown ?? `ssm:${name}`,
  };
  return {
    reference,
    raw: params.includes('raw'),
    ...(legacy === undefined ? {} : { legacy }),
  };
}

function readDefault(region: string): string {
  if (REGION.test(region)) return region;
  throw new Refusal(
    'bad_param',
    'the region that holds for references without one is no name of a region',
    'Write provider.region, or opt.region in render-options, as AWS does: eu-west-1',
  );
}

/** @throws Refusal where the params are more than a region and the two flags */
export function readRegion(params: readonly string[]): string | undefined {
  const [region, ...others] = params.filter((param) => param !== 'raw' && param !== 'noDecrypt');
  if (others.length === 0 && (region === undefined || REGION.test(region))) return region;
  throw new Refusal(
    'bad_param',
    'the parentheses of ssm() take one region, "raw" and "noDecrypt", and nothing else',
    'Write ssm(eu-west-1, raw):/name',
  );
}

/** What a stored value is in a configuration: version 3 reads a StringList as a list, JSON of a SecureString as an object. */
export function readStored({ value, type }: StoredParameter, reading: Reading): JsonNode {
  const text: JsonNode = { kind: 'string', value };
  if (reading.raw) return text;
  switch (type) {
    case 'String':
      return text;
    case 'StringList':
      return reading.legacy === undefined || reading.legacy === 'split' ? listOf(value) : text;
    case 'SecureString':
      return isParsed(reading) ? (objectIn(value) ?? text) : text;
  }
}

function listOf(value: string): JsonNode {
  return {
    kind: 'array',
    items: value.split(',').map((item): JsonNode => ({ kind: 'string', value: item })),
  };
}

/** Versions 1 and 2 parse the JSON of secrets only. */
function isParsed({ legacy, reference }: Reading): boolean {
  return legacy === undefined || (legacy === 'true' && reference.name.startsWith(SECRET));
}

function objectIn(value: string): JsonNode | undefined {
  if (!value.startsWith('{')) return undefined;
  const result = parseJson(value);
  return result.kind === 'invalid' ? undefined : withoutDuplicates(result.value);
}

/** Of members with one key the last holds, in the place of the first, as `JSON.parse` has it. */
function withoutDuplicates(node: JsonNode): JsonNode {
  switch (node.kind) {
    case 'object': {
      const members = new Map(
        node.members.map(({ key, value }) => [key, withoutDuplicates(value)]),
      );
      return { kind: 'object', members: [...members].map(([key, value]) => ({ key, value })) };
    }
    case 'array':
      return { kind: 'array', items: node.items.map(withoutDuplicates) };
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return node;
  }
}
