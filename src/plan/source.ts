/**
 * One SSM parameter.
 *
 * `name` is what AWS is asked for: a parameter name (`/platform/staging/env`, `token`) or the ARN of a shared
 * parameter; `selector` a version (`3`) or a label (`live`) of it.
 */
export interface ParameterSource {
  readonly kind: 'parameter';
  readonly name: string;
  readonly selector?: string;
  readonly region: string;
}

/** A file of the workspace with what is no secret; `path` is relative to the workspace, with `/`. */
export interface FileSource {
  readonly kind: 'file';
  readonly path: string;
}

export type Source = ParameterSource | FileSource;

/** A source as one line asks for it: with `?` at its end, not found is no error. */
export interface RequestedSource {
  readonly source: Source;
  readonly optional: boolean;
}

/** Why a text is no source, and the form that would be right. */
export interface SourceProblem {
  readonly message: string;
  readonly fix: string;
}

export type ParsedSource =
  | { readonly kind: 'source'; readonly requested: RequestedSource }
  | { readonly kind: 'problem'; readonly problem: SourceProblem };

const FORMS = 'Write /NAME, ssm:NAME, ssm:ARN or file:PATH';

// Limits of a parameter's name: AWS Systems Manager API reference, PutParameter, "Name".
const NAME_CHARACTERS = /^[A-Za-z0-9_.\-/]+$/;
const MOST_LEVELS = 15;
const MOST_CHARACTERS = 1011;
const VERSION = /^[1-9]\d*$/;
// AWS Systems Manager user guide, "Working with parameter labels".
const LABEL = /^(?!aws|ssm)[A-Za-z_.-][A-Za-z0-9_.-]{0,99}$/i;
const PARAMETER_ARN =
  /^arn:(aws[a-z-]*):ssm:([a-z0-9-]+):(\d{12}):parameter(\/[A-Za-z0-9_.\-/]+)(?::(.*))?$/;

/**
 * Reads a source by the grammar of the README, "Sources".
 *
 * @param text one source, such as `/platform/staging/env:3?`, with `{environment}` already replaced
 * @param region the region of a parameter that names none; absent where no region is known, which is then reported
 *   once for the whole plan and not for each source
 */
export function parseSource(text: string, region: string | undefined): ParsedSource {
  const optional = text.endsWith('?');
  const address = optional ? text.slice(0, -1) : text;
  const source = parseAddress(address, region ?? '');
  return 'message' in source
    ? { kind: 'problem', problem: source }
    : { kind: 'source', requested: { source, optional } };
}

function parseAddress(address: string, region: string): Source | SourceProblem {
  if (address.startsWith('file:')) return parseFile(address.slice('file:'.length));
  if (address.startsWith('secretsmanager:')) {
    return {
      message: 'secretsmanager: is not supported yet',
      fix: 'Name the secret through Parameter Store: /aws/reference/secretsmanager/NAME',
    };
  }
  if (address.startsWith('ssm:arn:')) return parseArn(address.slice('ssm:'.length));
  if (address.startsWith('ssm:')) return parseName(address.slice('ssm:'.length), region);
  if (address.startsWith('/')) return parseName(address, region);
  if (address.startsWith('arn:')) {
    return { message: 'an ARN is named with its service before it', fix: `Write ssm:${address}` };
  }
  return { message: 'this is no source', fix: FORMS };
}

function parseFile(path: string): Source | SourceProblem {
  const invalid = whyNoWorkspacePath(path);
  return invalid === undefined
    ? { kind: 'file', path }
    : { message: invalid, fix: 'Write file: and a path relative to the workspace' };
}

function whyNoWorkspacePath(path: string): string | undefined {
  if (path === '') return 'file: names no path';
  if (path.startsWith('/') || path.startsWith('~') || /^[A-Za-z]:/.test(path)) {
    return 'a file: source lies in the workspace';
  }
  if (path.split(/[/\\]/).includes('..'))
    return 'a file: source may not leave the workspace by ".."';
  return undefined;
}

function parseArn(arn: string): Source | SourceProblem {
  const [, , region, , name, selector] = PARAMETER_ARN.exec(arn) ?? [];
  if (region === undefined || name === undefined) {
    return {
      message: 'this is no ARN of a parameter',
      fix: 'Write ssm:arn:aws:ssm:REGION:ACCOUNT:parameter/NAME',
    };
  }
  const base = selector === undefined ? arn : arn.slice(0, -(selector.length + 1));
  return whyNoName(name) ?? withSelector(base, selector, region);
}

function parseName(text: string, region: string): Source | SourceProblem {
  const [name = '', ...selectors] = text.split(':');
  return (
    whyNoName(name) ??
    withSelector(name, selectors.length === 0 ? undefined : selectors.join(':'), region)
  );
}

function withSelector(
  name: string,
  selector: string | undefined,
  region: string,
): Source | SourceProblem {
  if (selector === undefined) return { kind: 'parameter', name, region };
  if (VERSION.test(selector) || LABEL.test(selector)) {
    return { kind: 'parameter', name, selector, region };
  }
  return {
    message: 'what follows the ":" is neither a version nor a label',
    fix: 'Write NAME:3 for a version, NAME:LABEL for a label',
  };
}

function whyNoName(name: string): SourceProblem | undefined {
  const fix = 'Name a parameter as Parameter Store shows it, such as /platform/staging/env';
  if (name.includes('#')) {
    return { message: 'one key of a JSON value ("#KEY") is not supported yet', fix };
  }
  if (name.includes('*')) {
    return { message: 'a parameter path ("/*") is not supported yet', fix };
  }
  if (!NAME_CHARACTERS.test(name)) {
    return {
      message:
        'a parameter name consists of letters, digits, "_", ".", "-" and "/"; one other name fails a whole batch at AWS',
      fix,
    };
  }
  if (name.includes('//') || name.endsWith('/')) {
    return { message: 'a parameter name has no empty level', fix };
  }
  if (!name.startsWith('/') && name.includes('/')) {
    return { message: 'a parameter name with levels begins with "/"', fix: `Write /${name}` };
  }
  if (name.split('/').length - 1 > MOST_LEVELS) {
    return { message: `a parameter name has at most ${MOST_LEVELS} levels`, fix };
  }
  if (name.length > MOST_CHARACTERS) {
    return { message: `a parameter name has at most ${MOST_CHARACTERS} characters`, fix };
  }
  return undefined;
}

/** What AWS is asked for: the name or ARN, with its version or label. */
export function parameterReference({ name, selector }: ParameterSource): string {
  return selector === undefined ? name : `${name}:${selector}`;
}

/** The source as people read it in logs and reports, without a region of its own unless its ARN shows one. */
export function sourceName(source: Source): string {
  return source.kind === 'file' ? `file:${source.path}` : parameterReference(source);
}

/** A key under which the same source is fetched once, however often it is named. */
export function sourceKey(source: Source): string {
  return source.kind === 'file'
    ? sourceName(source)
    : `${source.region} ${parameterReference(source)}`;
}
