import { isUtf8 } from 'node:buffer';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type FileSystem, findSymbolicLink } from '../filesystem.ts';
import type { RenderOptions, TemplateRequest } from '../plan/template-requests.ts';
import type { FileAnswer, RenderContext } from '../rendering/context.ts';
import type { TemplateProblem } from '../rendering/problem.ts';
import { openTemplate, type Template, templateFormat } from '../rendering/template.ts';
import type { Problem } from '../reporting/problem.ts';

/** A template that was read and whose syntax is right. */
export interface OpenTemplate {
  readonly request: TemplateRequest;
  /** As people read it: relative to the workspace. */
  readonly shown: string;
  readonly template: Template;
}

/** What templates are opened with. */
export interface OpenContext {
  readonly workspace: string;
  readonly options: RenderOptions;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly region: string | undefined;
  /** The account of the credentials; undefined as long as it is not known. */
  readonly accountId: () => string | undefined;
}

/** The templates that could be opened, and what is wrong with the others. */
export interface OpenedTemplates {
  readonly templates: readonly OpenTemplate[];
  readonly problems: readonly Problem[];
}

const NOT_OPENED: Readonly<Record<Exclude<FileAnswer['kind'], 'text'>, (file: string) => string>> =
  {
    missing: (file) => `there is no file ${file} with text in UTF-8`,
    outside: (file) => `${file} lies outside of the workspace, or behind a symbolic link`,
  };
const ROOT_NAMES = ['serverless.yml', 'serverless.yaml', 'serverless.json'];

/** Reads the templates and their root files, and finds all that is wrong with them before anything is fetched. */
export function openTemplates(
  requests: readonly TemplateRequest[],
  context: OpenContext,
  files: FileSystem,
): OpenedTemplates {
  const problems: Problem[] = [];
  const templates = requests.flatMap((request): OpenTemplate[] => {
    const shown = relative(context.workspace, request.path);
    const answer = readInside(request.path, context.workspace, files);
    if (answer.kind !== 'text') {
      problems.push({
        place: request.place,
        message: NOT_OPENED[answer.kind](shown),
        fix: 'Name a file of the repository, and check it out before this step',
      });
      return [];
    }
    const root = findRoot(request, context, files);
    if (root.kind === 'problem') {
      problems.push(root.problem);
      return [];
    }
    const opened = openTemplate(
      answer.text,
      templateFormat(request.path),
      renderContext(context, root.folder, root.text, files),
    );
    if (opened.kind === 'template') return [{ request, shown, template: opened.template }];
    problems.push(...opened.problems.map((problem) => placed(problem, shown)));
    return [];
  });
  return { templates, problems };
}

/** A template's problem where people look for it. */
export function placed(
  { line, column, message, fix }: Pick<TemplateProblem, 'line' | 'column' | 'message' | 'fix'>,
  file: string,
): Problem {
  return { place: { file, line, column }, message, fix };
}

type Root =
  /** `text` is absent where the template is the root itself. */
  | { readonly kind: 'root'; readonly folder: string; readonly text?: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The file whose variables an included one reads: named by `root`, or the `serverless.yml` in the nearest folder upward. */
function findRoot(
  { path }: TemplateRequest,
  { workspace, options: { root, consumer } }: OpenContext,
  files: FileSystem,
): Root {
  if (root !== undefined) {
    const rootPath = join(workspace, root.text);
    const answer = readInside(rootPath, workspace, files);
    if (answer.kind === 'text') return rootOf(path, rootPath, answer.text);
    const problem: Problem = {
      place: root.place,
      message: `there is no file ${root.text} in the workspace`,
      fix: 'Name the serverless.yml that includes the template',
    };
    return { kind: 'problem', problem };
  }
  if (consumer !== 'none' && !ROOT_NAMES.includes(basename(path))) {
    for (let folder = dirname(path); folder.startsWith(workspace); folder = dirname(folder)) {
      for (const name of ROOT_NAMES) {
        const candidate = join(folder, name);
        const answer = readInside(candidate, workspace, files);
        if (answer.kind === 'text') return rootOf(path, candidate, answer.text);
      }
    }
  }
  return { kind: 'root', folder: dirname(path) };
}

function rootOf(path: string, rootPath: string, text: string): Root {
  const root = { kind: 'root', folder: dirname(rootPath) } as const;
  return path === rootPath ? root : { ...root, text };
}

function renderContext(
  { workspace, options, variables, region, accountId }: OpenContext,
  folder: string,
  root: string | undefined,
  files: FileSystem,
): RenderContext {
  return {
    options: options.options,
    params: options.params,
    env: (name) => variables[name],
    readFile: (path) => readInside(join(folder, path), workspace, files),
    accountId,
    consumer: options.consumer,
    dollar: options.dollar,
    ...(root === undefined ? {} : { root }),
    ...(region === undefined ? {} : { region }),
    ...(options.delimiters === undefined ? {} : { delimiters: options.delimiters }),
  };
}

function readInside(path: string, workspace: string, files: FileSystem): FileAnswer {
  const inside = relative(workspace, path);
  if (inside === '' || inside.split(sep)[0] === '..') return { kind: 'outside' };
  if (findSymbolicLink(path, workspace, files) !== undefined) return { kind: 'outside' };
  if (files.kindOf(path) !== 'file') return { kind: 'missing' };
  try {
    const bytes = files.read(path);
    // Another encoding would be changed all over the file.
    return isUtf8(bytes)
      ? { kind: 'text', text: Buffer.from(bytes).toString('utf8') }
      : { kind: 'missing' };
  } catch {
    return { kind: 'missing' };
  }
}
