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
  /** A SecureString is taken as it is stored, not decrypted. */
  readonly isEncrypted?: true;
}

/** The parameters below a path; `path` begins with `/` and, the root aside, does not end with it. */
export interface PathSource {
  readonly kind: 'path';
  readonly path: string;
  /** `/**`: all levels; `/*`: the parameters directly below. */
  readonly isRecursive: boolean;
  readonly region: string;
}

/** A secret of Secrets Manager by name or ARN; without stage and version id its current version. */
export interface SecretSource {
  readonly kind: 'secret';
  readonly secretId: string;
  readonly versionStage?: string;
  readonly versionId?: string;
  readonly region: string;
}

/** A file of the workspace with what is no secret; `path` is relative to the workspace, with `/`. */
export interface FileSource {
  readonly kind: 'file';
  readonly path: string;
}

/** Where a value lives. */
export type Source = ParameterSource | PathSource | SecretSource | FileSource;

/** A source as one line asks for it. */
export interface RequestedSource {
  readonly source: Source;
  /** One key of a JSON value: what follows `#`. */
  readonly key?: string;
  /** `?` at the end: not found is no error. */
  readonly optional: boolean;
}

/** The source as people read it in logs and reports, without a region of its own unless its ARN shows one. */
export function sourceName(source: Source): string {
  switch (source.kind) {
    case 'parameter':
      return parameterReference(source);
    case 'path':
      return `${source.path === '/' ? '' : source.path}/${source.isRecursive ? '**' : '*'}`;
    case 'secret': {
      const version = source.versionStage ?? source.versionId;
      return `secretsmanager:${source.secretId}${version === undefined ? '' : `@${version}`}`;
    }
    case 'file':
      return `file:${source.path}`;
  }
}

/** The source with the key that is asked for. */
export function requestName({ source, key }: Pick<RequestedSource, 'source' | 'key'>): string {
  return `${sourceName(source)}${key === undefined ? '' : `#${key}`}`;
}

/** A key under which the same source is fetched once, however often it is named. */
export function sourceKey(source: Source): string {
  if (source.kind === 'file') return sourceName(source);
  const encrypted = source.kind === 'parameter' && source.isEncrypted === true ? ' encrypted' : '';
  return `${source.region}${encrypted} ${sourceName(source)}`;
}

/** The sources by their keys, each once. */
export function sourcesByKey<Each extends Source>(sources: readonly Each[]): Map<string, Each> {
  return new Map(sources.map((source) => [sourceKey(source), source]));
}

/** What SSM is asked for: the name or ARN, with its version or label. */
export function parameterReference({ name, selector }: ParameterSource): string {
  return selector === undefined ? name : `${name}:${selector}`;
}
