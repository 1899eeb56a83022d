import { type JsonNode, parseJson } from '../values/json.ts';
import type { RenderContext } from './context.ts';
import { type Pending, Refusal, UnsupportedSource } from './problem.ts';
import { readConfiguration } from './yaml-configuration.ts';

/** A source's type, params and address, with the variables in them already evaluated. */
export interface SourceCall {
  readonly type: string;
  readonly params: readonly string[];
  readonly address?: string;
  /** The source as it is written, which messages quote. */
  readonly text: string;
}

/** What sources need of the evaluation. */
export interface Evaluation {
  readonly context: RenderContext;
  /** The value at a path within a node, variables on the way resolved; undefined where there is none, or null. */
  navigate(node: JsonNode, path: readonly string[]): JsonNode | undefined;
  /** The value at a path of the root configuration, with the defaults that the framework puts in. */
  property(path: readonly string[]): JsonNode | undefined;
  /** Text of a value that must be one, such as a stage. */
  textOf(node: JsonNode): string;
  /** Asks for the account id, which is not known yet. */
  needAccountId(): Pending;
  /** Local files that were read before, by path; a text file is a string. */
  readonly files: Map<string, JsonNode | undefined>;
}

type Read = (call: SourceCall, evaluation: Evaluation) => JsonNode | undefined;

const DEFAULT_STAGE = 'dev';
const DEFAULT_REGION = 'us-east-1';

/** The sources of which the value can be known without the framework; `ssm` is read elsewhere. */
const SOURCES: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['opt', (call, { context }) => textNode(context.options.get(addressOf(call)))],
  ['env', (call, { context }) => textNode(context.env(addressOf(call)))],
  ['self', ({ address = '' }, evaluation) => evaluation.property(pathOf(address))],
  ['param', (call, evaluation) => readParam(addressOf(call), evaluation)],
  ['sls', readSls],
  ['aws', readAws],
  ['file', readFile],
  ['strToBool', readBoolean],
]);

/**
 * Reads a source other than `ssm`.
 *
 * @returns undefined where it has no value, so that the next source of its variable holds
 * @throws Refusal where it is used wrongly; UnsupportedSource where only the framework knows it; Pending
 */
export function readSource(call: SourceCall, evaluation: Evaluation): JsonNode | undefined {
  const read = SOURCES.get(call.type);
  if (read === undefined) throw new UnsupportedSource(call.text);
  return read(call, evaluation);
}

/** `opt:stage`, else `provider.stage`, else `dev`. */
function stageOf(evaluation: Evaluation): string {
  const option = evaluation.context.options.get('stage');
  if (option !== undefined && option !== '') return option;
  const stage = evaluation.property(['provider', 'stage']);
  return stage === undefined ? DEFAULT_STAGE : evaluation.textOf(stage);
}

/** `opt:region`, else `provider.region`, else `us-east-1`, which is a default of the configuration. */
function regionOf(evaluation: Evaluation): string {
  const option = evaluation.context.options.get('region');
  if (option !== undefined && option !== '') return option;
  const region = evaluation.property(['provider', 'region']);
  return region === undefined ? DEFAULT_REGION : evaluation.textOf(region);
}

/** What the framework puts into the configuration where its author left it out. */
export function defaultProperty(
  path: readonly string[],
  context: RenderContext,
): JsonNode | undefined {
  const region = context.options.get('region') || DEFAULT_REGION;
  const defaults: ReadonlyMap<string, string> = new Map([
    ['provider.stage', DEFAULT_STAGE],
    ['provider.region', region],
  ]);
  return textNode(defaults.get(path.join('.')));
}

function readParam(name: string, evaluation: Evaluation): JsonNode | undefined {
  const given = textNode(evaluation.context.params.get(name));
  if (given !== undefined) return given;
  const stage = stageOf(evaluation);
  const places = [
    ['params', stage],
    ['params', 'default'],
    ['stages', stage, 'params'],
    ['stages', 'default', 'params'],
  ];
  for (const place of places) {
    const value = evaluation.property([...place, name]);
    if (value !== undefined) return value;
  }
  return undefined;
}

function readSls(call: SourceCall, evaluation: Evaluation): JsonNode | undefined {
  if (call.address !== 'stage') throw new UnsupportedSource(call.text);
  return textNode(stageOf(evaluation));
}

function readAws(call: SourceCall, evaluation: Evaluation): JsonNode | undefined {
  switch (call.address) {
    case 'region':
      return textNode(regionOf(evaluation));
    case 'accountId': {
      const id = evaluation.context.accountId();
      if (id === undefined) throw evaluation.needAccountId();
      return textNode(id);
    }
    default:
      throw new UnsupportedSource(call.text);
  }
}

function readFile(call: SourceCall, evaluation: Evaluation): JsonNode | undefined {
  const path = normalize(call.params[0] ?? '');
  if (path === '') {
    throw new Refusal('bad_param', 'file() names no path', 'Write file(./config.yml):key');
  }
  if (!evaluation.files.has(path)) {
    evaluation.files.set(path, loadFile(path, call.text, evaluation.context));
  }
  const content = evaluation.files.get(path);
  return content && evaluation.navigate(content, pathOf(call.address ?? ''));
}

function loadFile(path: string, shown: string, context: RenderContext): JsonNode | undefined {
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? '';
  if (/^\.[cm]?[jt]s$/.test(extension)) throw new UnsupportedSource(shown);
  const answer = path.startsWith('/') ? { kind: 'outside' as const } : context.readFile(path);
  switch (answer.kind) {
    case 'missing':
      return undefined;
    case 'outside':
      throw unreadable(`${shown} lies outside of the workspace`);
    case 'text':
      return parseFile(extension, shown, answer.text);
  }
}

function parseFile(extension: string, shown: string, text: string): JsonNode {
  if (extension === '.yml' || extension === '.yaml') {
    const configuration = readConfiguration(text);
    if (configuration !== undefined) return configuration;
    throw unreadable(`the file of ${shown} is not valid YAML`);
  }
  if (extension === '.json' || extension === '.tfstate') {
    const result = parseJson(text);
    if (result.kind !== 'invalid') return result.value;
    throw unreadable(`the file of ${shown} is not valid JSON`);
  }
  return { kind: 'string', value: text };
}

function unreadable(message: string): Refusal {
  return new Refusal('unresolvable_address', message, 'Name a readable file of the workspace');
}

/** `./a/../b.yml` as `b.yml`; what leads out of the folder stays at the front. */
function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[/\\]/)) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..' && last !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function readBoolean({ params }: SourceCall): JsonNode {
  const text = (params[0] ?? '').trim().toLowerCase();
  const value = ['true', '1'].includes(text);
  if (value || ['false', '0'].includes(text)) return { kind: 'boolean', value };
  throw new Refusal(
    'unresolvable_address',
    'strToBool() takes true, false, 1 or 0',
    'Give it one of these',
  );
}

function addressOf({ type, address }: SourceCall): string {
  if (address !== undefined && address !== '') return address;
  throw new Refusal('missing_address', `${type}: names nothing`, `Write ${type}:NAME`);
}

function pathOf(address: string): string[] {
  return address === '' ? [] : address.split('.');
}

function textNode(value: string | undefined): JsonNode | undefined {
  return value === undefined ? undefined : { kind: 'string', value };
}
