import { type SourceProblem, whyNoParameterName } from './parameter-name.ts';
import type { RequestedSource, Source } from './source.ts';

export type ParsedSource =
  | { readonly kind: 'source'; readonly requested: RequestedSource }
  | { readonly kind: 'problem'; readonly problem: SourceProblem };

type Parsed = Source | SourceProblem;

const VERSION = /^[1-9]\d*$/;
// AWS Systems Manager user guide, "Working with parameter labels".
const LABEL = /^(?!aws|ssm)[A-Za-z_.-][A-Za-z0-9_.-]{0,99}$/i;
const PARAMETER_ARN =
  /^(arn:aws[a-z-]*:ssm:([a-z0-9-]+):\d{12}:parameter(\/[A-Za-z0-9_.\-/]+))(?::(.*))?$/;
// Secrets Manager API reference, CreateSecret, "Name", and GetSecretValue, "SecretId".
const SECRET_NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
const SECRET_ARN = /^arn:aws[a-z-]*:secretsmanager:([a-z0-9-]+):\d{12}:secret:[A-Za-z0-9/_+=.@-]+$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const STAGE = /^[\w.-]{1,256}$/;

/** The kinds of source by the prefix of their address; a source that begins with `/` is a parameter or path. */
const PARSERS: readonly (readonly [string, (address: string, region: string) => Parsed])[] = [
  ['ssm:arn:', (rest) => parseParameterArn(`arn:${rest}`)],
  ['ssm:', parseParameter],
  ['secretsmanager:', parseSecret],
  ['file:', parseFile],
];

/**
 * Reads a source by the grammar of the README, "Sources".
 *
 * @param text one source, such as `/platform/staging/env:3?` or `secretsmanager:pixell/dev#DB_HOST`, with
 *   `{environment}` already replaced
 * @param region the region of a source that names none; absent where no region is known, which is then reported
 *   once for the whole plan and not for each source
 */
export function parseSource(text: string, region: string | undefined): ParsedSource {
  const optional = text.endsWith('?');
  const [address = '', ...keys] = (optional ? text.slice(0, -1) : text).split('#');
  const key = keys.length === 0 ? undefined : keys.join('#');
  const source = parseAddress(address, region ?? '');
  const problem = 'kind' in source ? whyNoKey(source, key) : source;
  if (problem !== undefined || !('kind' in source)) {
    return { kind: 'problem', problem: problem ?? NO_SOURCE };
  }
  return {
    kind: 'source',
    requested: { source, optional, ...(key === undefined ? {} : { key }) },
  };
}

const NO_SOURCE: SourceProblem = {
  message: 'this is no source',
  fix: 'Write /NAME, /PATH/*, ssm:NAME, ssm:ARN, secretsmanager:NAME, secretsmanager:ARN or file:PATH',
};

function parseAddress(address: string, region: string): Parsed {
  if (address.startsWith('/')) return parseParameter(address, region);
  for (const [prefix, parse] of PARSERS) {
    if (address.startsWith(prefix)) return parse(address.slice(prefix.length), region);
  }
  const [, service] = /^arn:aws[a-z-]*:(ssm|secretsmanager):/.exec(address) ?? [];
  if (service === undefined) return NO_SOURCE;
  return {
    message: 'an ARN is named with its service before it',
    fix: `Write ${service}:${address}`,
  };
}

function whyNoKey(source: Source, key: string | undefined): SourceProblem | undefined {
  if (key === '') {
    return { message: 'the key is missing after "#"', fix: 'Write SOURCE#KEY, or leave "#" out' };
  }
  if (key === undefined || source.kind !== 'path') return undefined;
  return {
    message: 'a path has no keys: "#KEY" reads one key of a JSON value',
    fix: 'Name the one parameter that holds the JSON value',
  };
}

function parseParameter(text: string, region: string): Parsed {
  const [name = '', ...selectors] = text.split(':');
  const selector = selectors.length === 0 ? undefined : selectors.join(':');
  const [, path, stars] = /^(.*)\/(\*{1,2})$/.exec(name) ?? [];
  if (path !== undefined) return parsePath(path, stars === '**', selector, region);
  if (name.includes('*')) {
    return {
      message: '"*" stands only at the end of a path',
      fix: 'Write /PATH/* for the parameters directly below, /PATH/** for all below',
    };
  }
  return whyNoParameterName(name) ?? withSelector(name, selector, region);
}

function parsePath(
  path: string,
  isRecursive: boolean,
  selector: string | undefined,
  region: string,
): Parsed {
  if (selector !== undefined) {
    return {
      message: 'a path has no version or label',
      fix: 'Leave out what follows the ":", or name one parameter',
    };
  }
  const problem = path === '' ? undefined : whyNoParameterName(path);
  return problem ?? { kind: 'path', path: path === '' ? '/' : path, isRecursive, region };
}

function parseParameterArn(text: string): Parsed {
  const [, arn, region, name, selector] = PARAMETER_ARN.exec(text) ?? [];
  if (arn === undefined || region === undefined || name === undefined) {
    return {
      message: 'this is no ARN of a parameter',
      fix: 'Write ssm:arn:aws:ssm:REGION:ACCOUNT:parameter/NAME',
    };
  }
  return whyNoParameterName(name) ?? withSelector(arn, selector, region);
}

function withSelector(name: string, selector: string | undefined, region: string): Parsed {
  if (selector === undefined) return { kind: 'parameter', name, region };
  if (VERSION.test(selector) || LABEL.test(selector)) {
    return { kind: 'parameter', name, selector, region };
  }
  return {
    message: 'what follows the ":" is neither a version nor a label',
    fix: 'Write NAME:3 for a version, NAME:LABEL for a label',
  };
}

function parseSecret(text: string, region: string): Parsed {
  // A name may hold "@" itself: the last one separates.
  const at = text.lastIndexOf('@');
  const secretId = at < 0 ? text : text.slice(0, at);
  const version = at < 0 ? undefined : text.slice(at + 1);
  const [, arnRegion] = SECRET_ARN.exec(secretId) ?? [];
  if (secretId.startsWith('arn:') ? arnRegion === undefined : !SECRET_NAME.test(secretId)) {
    return {
      message: 'this is no name or ARN of a secret',
      fix: 'Write secretsmanager:NAME or secretsmanager:arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME',
    };
  }
  const base = { kind: 'secret', secretId, region: arnRegion ?? region } as const;
  if (version === undefined) return base;
  if (UUID.test(version)) return { ...base, versionId: version };
  if (STAGE.test(version)) return { ...base, versionStage: version };
  return {
    message: 'what follows the "@" is neither a stage nor a version id',
    fix: 'Write NAME@AWSPREVIOUS for a stage, NAME@VERSION-ID for a version',
  };
}

function parseFile(path: string): Parsed {
  const message = whyNoWorkspacePath(path);
  return message === undefined
    ? { kind: 'file', path }
    : { message, fix: 'Write file: and a path relative to the workspace' };
}

function whyNoWorkspacePath(path: string): string | undefined {
  if (path === '') return 'file: names no path';
  if (path.startsWith('/') || path.startsWith('~') || /^[A-Za-z]:/.test(path)) {
    return 'a file: source lies in the workspace';
  }
  if (path.split(/[/\\]/).includes('..')) {
    return 'a file: source may not leave the workspace by ".."';
  }
  return undefined;
}
