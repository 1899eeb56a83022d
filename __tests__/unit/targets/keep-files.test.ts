import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileSystem } from '../../../src/filesystem.ts';
import type { Mapping } from '../../../src/plan/mappings.ts';
import { keepFiles } from '../../../src/targets/keep-files.ts';
import { planOf } from '../fake-runtime.ts';
import { useFolders, withHook } from '../folders.ts';
import { CERTIFICATE_CHAIN } from '../values/pem-fixtures.ts';

const newFolder = useFolders();

/** The mappings of a plan whose workspace is this folder. */
function mappingsIn(root: string, inputs: Readonly<Record<string, string>>): Mapping[] {
  return planOf(inputs).mappings.map((mapping): Mapping => {
    const { target } = mapping;
    if (!('path' in target)) return mapping;
    return { ...mapping, target: { ...target, root, path: join(root, target.shown) } };
  });
}

const INPUTS = {
  'env-files': '/a => a.env\n/b => a.env\n/none? => none.env',
  'pem-files': '/pem => a.pem',
  files: '/f => f',
};

function workspace(): string {
  const root = newFolder();
  writeFileSync(join(root, 'a.env'), "A='kept secret' # c\nB=other-secret");
  writeFileSync(join(root, 'a.pem'), CERTIFICATE_CHAIN);
  writeFileSync(join(root, 'f'), 'plain-secret');
  return root;
}

describe('keepFiles', () => {
  it('keeps what is there, with all that must be masked of it', () => {
    const root = workspace();
    const kept = keepFiles(mappingsIn(root, INPUTS), fileSystem);
    expect(kept?.targets.map(({ shown }) => shown)).toEqual(['a.env', 'a.pem', 'f']);
    expect(kept?.names).toEqual(['A', 'B']);
    const masked = kept?.maskables.map(({ kind, text }) => [kind, text]);
    expect(masked).toEqual(
      expect.arrayContaining([
        ['text', 'kept secret'],
        ['text', 'other-secret'],
        ['pem', CERTIFICATE_CHAIN],
        ['text', 'plain-secret'],
      ]),
    );
  });

  it.each([
    ['a.env', 'no env text s3cret'],
    ['a.pem', 'no PEM s3cret'],
  ])('masks the text of what is not what it should be: %s', (path, content) => {
    const root = workspace();
    writeFileSync(join(root, path), content);
    const kept = keepFiles(mappingsIn(root, INPUTS), fileSystem);
    expect(kept?.maskables).toContainEqual({ kind: 'text', text: content });
    expect(kept?.targets).toHaveLength(3);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a file is not there', { files: '/f => f\n/g => g' }],
    ['a folder is there', { files: '/f => f\n/g => folder' }],
    ['a link is there', { files: '/f => f\n/g => link' }],
    ['a variable is wanted', { files: '/f => f', 'env-vars': 'A=/a' }],
    ['an output is wanted', { files: '/f => f', outputs: 'a=/a' }],
    ['an optional variable is wanted', { files: '/f => f', 'env-vars': 'A=/a?' }],
    ['nothing is there', { files: '/none? => none' }],
  ])('keeps nothing where %s', (_, inputs) => {
    const root = workspace();
    mkdirSync(join(root, 'folder'));
    symlinkSync('f', join(root, 'link'));
    expect(keepFiles(mappingsIn(root, inputs), fileSystem)).toBe(undefined);
  });

  it('keeps nothing where a file cannot be read, and so not be masked', () => {
    const files = withHook((operation, path) => {
      if (operation === 'read' && path.endsWith('/f')) throw new Error('EACCES');
    });
    expect(keepFiles(mappingsIn(workspace(), INPUTS), files)).toBe(undefined);
  });
});
