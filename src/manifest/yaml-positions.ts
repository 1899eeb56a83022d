import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { FilePlace } from '../reporting/problem.ts';

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the value at a path of the data stands, with what was written there. */
export type PlaceOf = (path: readonly PropertyKey[], text?: string) => FilePlace;

/** Finds where in a YAML file the values at paths of its data stand. */
export class YamlPositions {
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  /** Where the value at a path begins, or the last value on the way to it that exists. */
  ofValue(path: readonly PropertyKey[]): Position {
    return this.#positionOf(this.#walk(path));
  }

  /** Where a key of the object at a path begins. */
  ofKey(path: readonly PropertyKey[], key: string): Position {
    const node = this.#resolve(this.#walk(path));
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    return this.#positionOf(isScalar(pair?.key) ? pair.key : node);
  }

  #walk(path: readonly PropertyKey[]): Node | null {
    let node: Node | null = this.#document.contents;
    for (const part of path) {
      const collection = this.#resolve(node);
      const next: unknown =
        isMap(collection) || isSeq(collection) ? collection.get(part, true) : undefined;
      if (next === undefined || next === null) return node;
      node = next as Node;
    }
    return node;
  }

  #resolve(node: Node | null | undefined): Node | null {
    if (isAlias(node)) return node.resolve(this.#document) ?? null;
    return node ?? null;
  }

  #positionOf(node: Node | null): Position {
    const { line, col } = this.#lines.linePos(node?.range?.[0] ?? 0);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}
