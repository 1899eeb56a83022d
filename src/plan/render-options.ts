import type { RenderContext } from '../rendering/context.ts';
import type { Problem } from '../reporting/problem.ts';
import type { InputLine } from './input-reader.ts';

/** What `render-options` says about the templates of a step. */
export interface RenderOptions
  extends Pick<RenderContext, 'options' | 'params' | 'consumer' | 'dollar' | 'delimiters'> {
  /** The root `serverless.yml` of all templates, relative to the workspace; absent: the nearest one upward. */
  readonly root?: string;
}

const CHOICES = {
  consumer: ['serverless', 'v3', 'v4', 'none'],
  dollar: ['error', 'verbatim', 'escape'],
  delimiters: ['${ }', '${{ }}'],
} as const;

type Choice = keyof typeof CHOICES;

const FIX =
  'Write stage=NAME, opt.NAME=TEXT, param.NAME=TEXT, root=PATH, consumer=v3, dollar=verbatim or delimiters=${{ }}';

/**
 * Reads lines `key=value`. Blanks around the key and the value do not count.
 *
 * @param environment the stage where no line names one
 * @param problems receives one problem for each line that is wrong; the line then does not count
 */
export function readRenderOptions(
  lines: readonly InputLine[],
  environment: string | undefined,
  problems: Problem[],
): RenderOptions {
  const options = new Map<string, string>(
    environment === undefined ? [] : [['stage', environment]],
  );
  const params = new Map<string, string>();
  const choices = new Map<Choice, string>();
  let root: string | undefined;
  const seen = new Set<string>();

  for (const { text, place } of lines) {
    const [key = '', ...rest] = text.split('=');
    const name = key.trim();
    const value = rest.join('=').trim();
    const [, map, subject = ''] = /^(opt|param)\.([^\s.].*)$/.exec(name) ?? [];
    const problem = rest.length === 0 ? 'this is no key=value' : whyNot(name, value, seen);
    seen.add(name);
    if (problem !== undefined) problems.push({ place, message: problem, fix: FIX });
    else if (isChoice(name)) choices.set(name, value);
    else if (name === 'root') root = value;
    else if (name === 'stage') options.set('stage', value);
    else (map === 'opt' ? options : params).set(subject, value);
  }
  return {
    options,
    params,
    consumer: chosen('consumer', choices) ?? 'serverless',
    dollar: chosen('dollar', choices) ?? 'error',
    ...optional('delimiters', chosen('delimiters', choices)),
    ...optional('root', root),
  };
}

function whyNot(name: string, value: string, seen: ReadonlySet<string>): string | undefined {
  if (seen.has(name)) return `${name} stands here twice`;
  if (isChoice(name)) {
    const known: readonly string[] = CHOICES[name];
    return known.includes(value) ? undefined : `${name} is one of ${known.join(', ')}`;
  }
  if (name === 'root' || name === 'stage') return value === '' ? `${name} is empty` : undefined;
  return /^(?:opt|param)\.[^\s.]/.test(name) ? undefined : 'there is no such option';
}

function isChoice(name: string): name is Choice {
  return Object.hasOwn(CHOICES, name);
}

function chosen<Name extends Choice>(
  name: Name,
  choices: ReadonlyMap<Choice, string>,
): (typeof CHOICES)[Name][number] | undefined {
  const known: readonly (typeof CHOICES)[Name][number][] = CHOICES[name];
  return known.find((value) => value === choices.get(name));
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  const entry: Partial<Record<Name, Value>> = {};
  if (value !== undefined) entry[name] = value;
  return entry;
}
