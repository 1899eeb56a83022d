import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileSystem } from '../../../src/filesystem.ts';
import { loadManifest } from '../../../src/manifest/load-manifest.ts';
import { useFolders } from '../folders.ts';

const newFolder = useFolders();

/** A workspace with a manifest at the default place and one elsewhere. */
function workspace(): string {
  const root = newFolder();
  mkdirSync(join(root, '.github'));
  mkdirSync(join(root, 'deep'));
  writeFileSync(join(root, '.github/fetch-secrets.yml'), 'region: us-east-1');
  writeFileSync(join(root, 'deep/other.yml'), '\uFEFFregion: eu-west-1');
  symlinkSync('deep/other.yml', join(root, 'link.yml'));
  symlinkSync('deep', join(root, 'linked'));
  return root;
}

describe('loadManifest', () => {
  it.each([
    [{}, 'us-east-1', '.github/fetch-secrets.yml'],
    [{ config: ' ' }, 'us-east-1', '.github/fetch-secrets.yml'],
    [{ config: ' deep/other.yml\n' }, 'eu-west-1', 'deep/other.yml'],
    [{ config: './deep/other.yml' }, 'eu-west-1', './deep/other.yml'],
  ])('reads the manifest that %j names', async (inputs, region, file) => {
    const manifest = await loadManifest(inputs, workspace(), fileSystem);
    expect(manifest?.problems).toEqual([]);
    expect(manifest?.settings.texts['aws-region']).toMatchObject({ text: region, place: { file } });
  });

  it('needs none', async () => {
    expect(await loadManifest({}, newFolder(), fileSystem)).toBe(undefined);
  });

  it.each([
    ['.github/fetch-secrets.yaml', 'there is no such file in the workspace'],
    ['/etc/passwd', 'the manifest lies in the workspace'],
    ['../x.yml', 'the manifest lies in the workspace'],
    ['deep/..\\x.yml', 'the manifest lies in the workspace'],
    ['link.yml', 'a symbolic link is in the way to the manifest'],
    ['linked/other.yml', 'a symbolic link is in the way to the manifest'],
    ['deep', 'the manifest is no regular file'],
  ])('refuses %s: %s', async (config, message) => {
    expect(await loadManifest({ config }, workspace(), fileSystem)).toEqual({
      settings: { texts: {}, lists: {}, mappings: {} },
      environments: { rules: new Map() },
      problems: [
        {
          place: { input: 'config', text: config },
          message,
          fix: 'Name a file of the repository, relative to its top, and check it out before this step',
        },
      ],
    });
  });

  it('refuses a link at the default place too', async () => {
    const root = newFolder();
    mkdirSync(join(root, '.github'));
    symlinkSync('/etc/passwd', join(root, '.github/fetch-secrets.yml'));
    const manifest = await loadManifest({}, root, fileSystem);
    expect(manifest?.problems).toMatchObject([
      {
        place: { input: 'config', text: '.github/fetch-secrets.yml' },
        message: 'a symbolic link is in the way to the manifest',
      },
    ]);
  });
});
