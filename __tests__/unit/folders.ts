import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isNativeError } from 'node:util/types';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { type FileSystem, fileSystem } from '../../src/filesystem.ts';

/** A maker of empty folders, absolute and free of symbolic links, which are gone after the test. */
export function useFolders(): () => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fetch-secrets-unit-')));
    made.push(folder);
    return folder;
  };
}

/** Everything below a folder: for each path its mode in octal and, of a file, its bytes in hexadecimal. */
export function treeOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(paths.map((path) => [path, describeEntry(join(folder, path))]));
}

function describeEntry(path: string): string {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return `-> ${readlinkSync(path)}`;
  const mode = (stats.mode & 0o7777).toString(8);
  return stats.isFile() ? `${mode} ${readFileSync(path).toString('hex')}` : mode;
}

/** The machine's file system, with something done before each operation and, where it throws, instead of it. */
export function withHook(
  before: (operation: keyof FileSystem, path: string) => void,
  after: (operation: keyof FileSystem) => void = () => {},
): FileSystem {
  const operations = Object.entries(fileSystem) as [
    keyof FileSystem,
    (path: string, ...rest: unknown[]) => unknown,
  ][];
  const hooked = operations.map(([operation, act]) => [
    operation,
    (path: string, ...rest: unknown[]) => {
      before(operation, path);
      const result = act(path, ...rest);
      after(operation);
      return result;
    },
  ]);
  return Object.fromEntries(hooked) as FileSystem;
}

/**
 * Jest gives tests an `Error` of their own, of which what Node's modules throw is no instance. In the tests of this file
 * it is, as in the program.
 */
export function recognizeSystemErrors(): void {
  beforeAll(() => {
    Object.defineProperty(Error, Symbol.hasInstance, { value: isNativeError, configurable: true });
  });
  afterAll(() => {
    Reflect.deleteProperty(Error, Symbol.hasInstance);
  });
}
