/**
 * What writing one variable gives. `line` is the entry without its final newline (it may span
 * several lines), `written` the part of it that stands for the value, as it is in the file: it is
 * another spelling of the secret, so it has to be masked too. `reason` completes the sentence "the
 * dialect cannot hold the value: …" and never quotes the value.
 */
export type WriteResult = WrittenEntry | Unrepresentable;

export type WrittenEntry = {
  readonly kind: 'line';
  readonly line: string;
  readonly written: string;
};

export type Unrepresentable = {
  readonly kind: 'unrepresentable';
  readonly reason: string;
};

/** Writes one variable. The name is `[A-Za-z_][A-Za-z0-9_]*`: the caller has checked it. */
export type WriteEntry = (name: string, value: string) => WriteResult;

/** The entry `NAME=written`. */
export function entry(name: string, written: string): WrittenEntry {
  return { kind: 'line', line: `${name}=${written}`, written };
}

export function unrepresentable(reason: string): Unrepresentable {
  return { kind: 'unrepresentable', reason };
}
