import type { Consumer, DollarPolicy } from '../rendering/context.ts';
import type { Delimiters } from '../rendering/grammar.ts';
import { formatPlace, type Place, type Problem } from '../reporting/problem.ts';
import type { Mapping } from './mappings.ts';
import type { PlacedText } from './settings.ts';
import type { SettingsReader } from './settings-reader.ts';
import { type FileTarget, isFileTarget, parseFileTarget, type Roots } from './target.ts';

/** A file to be rendered, and where to. */
export interface TemplateRequest {
  /** Absolute path of the template. */
  readonly path: string;
  readonly target: FileTarget;
  readonly place: Place;
}

/** Options of the rendering, from `render-options`. */
export interface RenderOptions {
  /** `opt:NAME`, `stage` among them. */
  readonly options: ReadonlyMap<string, string>;
  /** `param:NAME`. */
  readonly params: ReadonlyMap<string, string>;
  readonly consumer: Consumer;
  readonly dollar: DollarPolicy;
  readonly delimiters?: Delimiters;
  /** The root file of included ones, relative to the workspace. */
  readonly root?: PlacedText;
}

const CONSUMERS = ['serverless', 'v3', 'v4', 'none'] as const;
const DOLLARS = ['error', 'verbatim', 'escape'] as const;
const DELIMITERS = ['${ }', '${{ }}'] as const;
const KEYS = 'stage, opt.NAME, param.NAME, consumer, dollar, delimiters, root';

/** Reads the lines of `render`: `PATH` in place, or `PATH => PATH`. */
export function readTemplateRequests(
  reader: SettingsReader,
  roots: Roots,
  environment: string | undefined,
  mode: number,
): TemplateRequest[] {
  return reader.list('render').flatMap(({ text, place }) => {
    const [from = '', to = from, ...more] = text.split('=>').map((part) => part.trim());
    const wrong = (message: string, fix: string): [] => {
      reader.problems.push({ place, message, fix });
      return [];
    };
    if (more.length > 0 || from === '' || to === '') {
      return wrong('this is no template', 'Write PATH, or PATH => PATH');
    }
    if (environment === undefined && text.includes('{environment}')) {
      return wrong(
        '{environment} is used, but no environment is named',
        'Name it: environment: staging',
      );
    }
    const parse = (path: string) =>
      parseFileTarget(
        'rendered-file',
        path.replaceAll('{environment}', environment ?? ''),
        { mode, format: 'portable' },
        roots,
      );
    const [source, target] = [parse(from), parse(to)];
    if (source.kind === 'problem') return wrong(source.message, source.fix);
    if (target.kind === 'problem') return wrong(target.message, target.fix);
    return [{ path: source.target.path, target: target.target, place }];
  });
}

/** Whether a template is rendered over itself. */
export function isInPlace({ path, target }: TemplateRequest): boolean {
  return path === target.path;
}

/** Finds templates whose target something else writes. */
export function findSharedTargets(
  requests: readonly TemplateRequest[],
  mappings: readonly Mapping[],
): Problem[] {
  const places = new Map<string, Place>(
    mappings.flatMap(({ target, place }) => (isFileTarget(target) ? [[target.path, place]] : [])),
  );
  return requests.flatMap(({ target, place }): Problem[] => {
    const earlier = places.get(target.path);
    places.set(target.path, place);
    if (earlier === undefined) return [];
    return [
      {
        place,
        message: `${target.shown} is already the target of ${formatPlace(earlier)}`,
        fix: 'Name each target once',
      },
    ];
  });
}

/** Reads the lines of `render-options`. */
export function readRenderOptions(
  reader: SettingsReader,
  environment: string | undefined,
): RenderOptions {
  const options = new Map(environment === undefined ? [] : [['stage', environment]]);
  const params = new Map<string, string>();
  const given = new Map<string, PlacedText>();
  for (const { text, place } of reader.list('render-options')) {
    const [, key, value] = /^([A-Za-z][\w.-]*)\s*=\s*(.*)$/.exec(text) ?? [];
    const [, group, name] = /^(opt|param)\.(.+)$/.exec(key ?? '') ?? [];
    if (key === undefined || value === undefined) {
      reader.problems.push({ place, message: 'this is no option', fix: 'Write NAME=VALUE' });
    } else if (group !== undefined && name !== undefined) {
      (group === 'opt' ? options : params).set(name, value);
    } else if (key === 'stage') {
      options.set('stage', value);
    } else if (['consumer', 'dollar', 'delimiters', 'root'].includes(key)) {
      given.set(key, { text: value, place });
    } else {
      reader.problems.push({
        place,
        message: `the rendering has no option ${key}`,
        fix: `Write one of ${KEYS}`,
      });
    }
  }
  const choose = <Option extends string>(
    key: string,
    all: readonly Option[],
  ): Option | undefined => {
    const text = given.get(key);
    const [fallback] = all;
    return text === undefined || fallback === undefined
      ? undefined
      : reader.chosen(key, text, all, fallback);
  };
  const delimiters = choose('delimiters', DELIMITERS);
  const root = given.get('root');
  return {
    options,
    params,
    consumer: choose('consumer', CONSUMERS) ?? 'serverless',
    dollar: choose('dollar', DOLLARS) ?? 'error',
    ...(delimiters === undefined ? {} : { delimiters }),
    ...(root === undefined ? {} : { root }),
  };
}
