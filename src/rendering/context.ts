import type { Delimiters } from './grammar.ts';

/** Who reads the file after it was rendered: the framework, of a version not known, 3 or 4, or something else. */
export type Consumer = 'serverless' | 'v3' | 'v4' | 'none';

/**
 * What is done with a value that the framework would read again as a variable: refuse it, insert it as it is, as the
 * framework itself does, or write it with the escapes of version 3.
 */
export type DollarPolicy = 'error' | 'verbatim' | 'escape';

/** What a reader of local files answers. */
export type FileAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** It may not be read: it lies outside of the workspace. */
  | { readonly kind: 'outside' };

/** All that a template may depend on, besides parameters. */
export interface RenderContext {
  /** `opt:NAME`: what the framework's command line would give; `stage` and `region` among them. */
  readonly options: ReadonlyMap<string, string>;
  /** `param:NAME`: what `--param` would give. */
  readonly params: ReadonlyMap<string, string>;
  /** `env:NAME`. */
  env(name: string): string | undefined;
  /** `file(PATH)`; the path is relative to the folder of the root file, with `/`, and may begin with `..`. */
  readFile(path: string): FileAnswer;
  /** Text of the root `serverless.yml`; absent where the template is the root itself. */
  readonly root?: string;
  /** The region of references that nothing else gives one: of the run. */
  readonly region?: string;
  /** `aws:accountId`; undefined as long as it is not known. */
  accountId(): string | undefined;
  readonly consumer: Consumer;
  readonly dollar: DollarPolicy;
  /** Absent: what `provider.variableSyntax` of the root file says, else `${ }`. */
  readonly delimiters?: Delimiters;
}
