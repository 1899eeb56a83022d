import yaml from 'js-yaml';
import type { RenderContext } from '../../../src/rendering/context.ts';
import type { TemplateProblem } from '../../../src/rendering/problem.ts';
import type {
  Lookup,
  LookupResult,
  ParameterReference,
  StoredParameter,
} from '../../../src/rendering/reference.ts';
import type { Rendering } from '../../../src/rendering/rendering.ts';
import { openTemplate, type TemplateFormat } from '../../../src/rendering/template.ts';

/** A parameter of a fake store; `history` holds the values of the versions before. */
export interface FakeParameter extends StoredParameter {
  readonly history?: readonly string[];
}

/** Parameters by name, or by region and name: `eu-west-1 /name`. */
export type FakeParameters = Readonly<Record<string, FakeParameter | string>>;

export function createContext(overrides: Partial<RenderContext> = {}): RenderContext {
  return {
    options: new Map(),
    params: new Map(),
    env: () => undefined,
    readFile: () => ({ kind: 'missing' }),
    accountId: () => '111122223333',
    consumer: 'serverless',
    dollar: 'error',
    ...overrides,
  };
}

/** Local files by path. */
export function fileReader(files: Readonly<Record<string, string>>): RenderContext['readFile'] {
  return (path) => {
    const text = files[path];
    return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
  };
}

/** Answers as SSM does. A plain text stands for a String; other regions than us-east-1 are part of the key. */
export function storeOf(parameters: FakeParameters): Lookup {
  return ({ name, region, withDecryption }) => {
    const [plain = '', selector] = name.split(':');
    const key = region === 'us-east-1' ? plain : `${region} ${plain}`;
    const entry = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
    if (entry === undefined) return { kind: 'missing' };
    const stored: FakeParameter =
      typeof entry === 'string' ? { type: 'String', value: entry } : entry;
    return answer(stored, selector, withDecryption);
  };
}

function answer(
  { type, value, history = [] }: FakeParameter,
  selector: string | undefined,
  withDecryption: boolean,
): LookupResult {
  const versions = [...history, value];
  const version = selector === undefined ? value : versions[Number(selector) - 1];
  if (version === undefined) {
    return { kind: 'failed', message: 'the version is not there', fix: 'Name another' };
  }
  const isEncrypted = type === 'SecureString' && !withDecryption;
  return { kind: 'found', type, value: isEncrypted ? `kms:alias/aws/ssm:${version}` : version };
}

export interface RunResult {
  readonly rendering: Exclude<Rendering, { kind: 'needs' }>;
  readonly requests: readonly ParameterReference[];
  readonly rounds: number;
}

/** Does what the action does: asks, fetches all that is needed, asks again. */
export function run(
  text: string,
  lookup: Lookup,
  format: TemplateFormat = 'yaml',
  overrides: Partial<RenderContext> = {},
): RunResult {
  const requests: ParameterReference[] = [];
  const opened = openTemplate(text, format, createContext(overrides));
  if (opened.kind === 'problems') return { rendering: opened, requests, rounds: 0 };
  const fetched = new Map<string, LookupResult>();
  const keyOf = ({ name, region, withDecryption }: ParameterReference): string =>
    JSON.stringify([name, region, withDecryption]);
  for (let rounds = 1; rounds < 20; rounds += 1) {
    const rendering = opened.template.render((reference) => fetched.get(keyOf(reference)));
    if (rendering.kind !== 'needs') return { rendering, requests, rounds };
    for (const { reference } of rendering.references) {
      requests.push(reference);
      const result = lookup(reference);
      if (result !== undefined) fetched.set(keyOf(reference), result);
    }
  }
  throw new Error('The template never has enough');
}

/** The text that comes out. */
export function rendered(...args: Parameters<typeof run>): string {
  const { rendering } = run(...args);
  if (rendering.kind === 'rendered') return rendering.text;
  throw new Error(rendering.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}

/** What is wrong. */
export function problemsOf(...args: Parameters<typeof run>): readonly TemplateProblem[] {
  const { rendering } = run(...args);
  return rendering.kind === 'problems' ? rendering.problems : [];
}

const FUNCTIONS =
  'And Base64 Cidr Equals FindInMap GetAtt GetAZs If ImportValue Join Not Or Select Split Sub';

function cloudFormationTag(name: string, kind: 'mapping' | 'scalar' | 'sequence'): yaml.Type {
  const key = ['Ref', 'Condition'].includes(name) ? name : `Fn::${name}`;
  return new yaml.Type(`!${name}`, {
    kind,
    construct: (data: unknown) => {
      if (name !== 'GetAtt' || typeof data !== 'string') return { [key]: data };
      const [first, ...rest] = data.split('.');
      return { [key]: [first, rest.join('.')] };
    },
  });
}

/** The schema of the framework, `@serverless/utils/cloudformation-schema`. */
const SCHEMA = yaml.DEFAULT_SCHEMA.extend(
  [...FUNCTIONS.split(' '), 'Ref', 'Condition'].flatMap((name) => [
    cloudFormationTag(name, 'mapping'),
    cloudFormationTag(name, 'scalar'),
    cloudFormationTag(name, 'sequence'),
  ]),
);

/** Loads YAML as the framework does: js-yaml with the tags of CloudFormation, then JSON. */
export function loadAsFramework(text: string): unknown {
  const loaded = yaml.load(text, { schema: SCHEMA });
  return loaded === undefined ? undefined : JSON.parse(JSON.stringify(loaded));
}
