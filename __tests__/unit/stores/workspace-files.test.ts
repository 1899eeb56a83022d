import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileSystem } from '../../../src/filesystem.ts';
import type { Outcome } from '../../../src/stores/outcome.ts';
import { readWorkspaceFiles } from '../../../src/stores/workspace-files.ts';
import { useFolders, withHook } from '../folders.ts';

const newFolder = useFolders();
const LINK: Outcome = { kind: 'failed', reason: 'a symbolic link in its path' };

describe('a file of the workspace', () => {
  it.each<[string, string, Outcome]>([
    ['is read byte for byte', 'deep/defaults', { kind: 'found', bytes: Buffer.from([0xff, 0x0a]) }],
    ['may be missing', 'deep/other', { kind: 'missing' }],
    ['may be missing with its folder', 'no/such', { kind: 'missing' }],
    ['is no folder', 'deep', { kind: 'failed', reason: 'not a regular file' }],
    ['is no link, not even within the workspace', 'link', LINK],
    ['is not read through a linked folder', 'linked/defaults', LINK],
    ['is no dangling link', 'dangling', LINK],
  ])('%s', (_, path, outcome) => {
    const workspace = newFolder();
    mkdirSync(join(workspace, 'deep'));
    writeFileSync(join(workspace, 'deep/defaults'), Buffer.from([0xff, 0x0a]));
    symlinkSync('deep/defaults', join(workspace, 'link'));
    symlinkSync('deep', join(workspace, 'linked'));
    symlinkSync('nowhere', join(workspace, 'dangling'));
    expect(readWorkspaceFiles([{ kind: 'file', path }], workspace, fileSystem)).toEqual(
      new Map([[`file:${path}`, outcome]]),
    );
  });

  it.each([
    ['EACCES', Object.assign(new Error('quotes /secret'), { code: 'EACCES' })],
    ['unknown error', new Error('quotes /secret')],
  ])('that cannot be read has failed with the code of the system: %s', (reason, error) => {
    const workspace = newFolder();
    writeFileSync(join(workspace, 'defaults'), 'A=1');
    const files = withHook((operation) => {
      if (operation === 'read') throw error;
    });
    expect(readWorkspaceFiles([{ kind: 'file', path: 'defaults' }], workspace, files)).toEqual(
      new Map([['file:defaults', { kind: 'failed', reason }]]),
    );
  });
});
