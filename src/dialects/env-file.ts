import { type DialectName, dialectNames, dialects } from './dialects.ts';

/** One variable. The name is `[A-Za-z_][A-Za-z0-9_]*` and unique in its file; the value any string. */
export type Variable = { readonly name: string; readonly value: string };

/**
 * Why the value of `name` is not in the file. `reason` completes "it cannot be written: …" and
 * never quotes the value; `representableIn` lists the dialects that can hold it, in the order of
 * the table, and is empty where none can.
 */
export type EnvFileProblem = {
  readonly name: string;
  readonly reason: string;
  readonly representableIn: readonly DialectName[];
};

export type EnvFileResult =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Each value as it is spelled in the file: another form of the secret. */
      readonly written: readonly Variable[];
    }
  | { readonly kind: 'problems'; readonly problems: readonly EnvFileProblem[] };

/**
 * The text of an env file with `variables` in their order: line feeds, a final newline, to be
 * stored as UTF-8 without a byte order mark. Without variables the text is empty, in `json` an
 * empty object. All values that the dialect cannot hold are reported at once.
 */
export function writeEnvFile(dialect: DialectName, variables: readonly Variable[]): EnvFileResult {
  const { write, file } = dialects[dialect];
  const lines: string[] = [];
  const written: Variable[] = [];
  const problems: EnvFileProblem[] = [];
  for (const { name, value } of variables) {
    const result = write(name, value);
    if (result.kind === 'line') {
      lines.push(result.line);
      written.push({ name, value: result.written });
    } else {
      problems.push({ name, reason: result.reason, representableIn: dialectsFor(name, value) });
    }
  }
  return problems.length === 0
    ? { kind: 'text', text: file(lines), written }
    : { kind: 'problems', problems };
}

function dialectsFor(name: string, value: string): readonly DialectName[] {
  return dialectNames.filter((dialect) => dialects[dialect].write(name, value).kind === 'line');
}
