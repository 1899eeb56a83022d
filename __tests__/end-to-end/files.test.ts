import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  expectNoLeak,
  initGit,
  modeOf,
  openScene,
  putFile,
  readFile,
  type Scene,
  treeOf,
} from './scene.ts';

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();
const SECRET = 'PASSWORD=known to nobody';
const SOURCE = '/platform/staging/env';

describe('files', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = await openScene();
    await scene.account.putParameter(SOURCE, SECRET);
  });
  afterEach(() => scene.close());

  it('mends every PEM whose mending is certain', async () => {
    const damaged: Record<string, string> = {
      intact: KEY,
      'literal-newlines': KEY.replaceAll('\n', '\\n'),
      crlf: KEY.replaceAll('\n', '\r\n'),
      'one-line': KEY.replaceAll('\n', ' '),
      'no-last-newline': KEY.trimEnd(),
      base64: Buffer.from(KEY).toString('base64'),
    };
    for (const [name, value] of Object.entries(damaged)) {
      await scene.account.putParameter(`/pem/${name}`, value);
    }
    const job = await scene.openJob();

    const lines = Object.keys(damaged).map((name) => `/pem/${name} => pems/${name}.pem`);
    const result = await job.use(scene.inputs({ 'pem-files': lines.join('\n') }));

    expect(result.exitCode).toBe(0);
    for (const name of Object.keys(damaged)) expect(readFile(job, `pems/${name}.pem`)).toBe(KEY);
    await job.end();
    expect(treeOf(job)).toEqual([]);
    expectNoLeak(job, Object.values(damaged));
  });

  it('refuses targets that lead away, all in one report and before any call', async () => {
    const job = await scene.openJob();
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    symlinkSync(outside, join(job.workspace, 'linked-folder'));
    symlinkSync(join(outside, 'file'), join(job.workspace, 'linked-file'));
    mkdirSync(join(job.workspace, 'folder'));
    initGit(job);
    putFile(job, 'tracked.env', 'A=1\n');
    execFileSync('git', ['add', 'tracked.env'], { cwd: job.workspace });

    const result = await job.use(
      scene.inputs({
        'env-files': `
          ${SOURCE} => ../outside.env
          ${SOURCE} => /etc/outside.env
          ${SOURCE} => linked-folder/a.env
          ${SOURCE} => linked-file
          ${SOURCE} => folder
          ${SOURCE} => tracked.env
          ${SOURCE} => .git/hooks/pre-commit`,
      }),
    );

    expect(result.exitCode).toBe(1);
    for (const line of [
      'env-files, line 2: the target contains ".."',
      'env-files, line 3: the target lies outside the workspace and RUNNER_TEMP',
      'env-files, line 4: a symbolic link is in the way to linked-folder/a.env',
      'env-files, line 5: a symbolic link is in the way to linked-file',
      'env-files, line 6: the target folder is a folder',
      'env-files, line 7: git tracks tracked.env',
      'env-files, line 8: the target lies inside a .git folder',
    ]) {
      expect(result.log).toContain(line);
    }
    expect(scene.token.tokens).toEqual([]);
    expect(scene.proxy.calls).toEqual([]);
    expect(readdirSync(outside)).toEqual([]);
  });

  it('warns once of all targets that git does not ignore, with the lines for .gitignore', async () => {
    const job = await scene.openJob();
    initGit(job, '*.ignored');

    const result = await job.use(
      scene.inputs({
        'env-files': `${SOURCE} => a.ignored\n${SOURCE} => b.env\n${SOURCE} => c/d.env`,
      }),
    );

    expect(result.exitCode).toBe(0);
    expect(result.annotations).toEqual([
      {
        level: 'warning',
        message: 'git does not ignore every target. Add to .gitignore:\n/b.env\n/c/d.env',
        properties: {},
      },
    ]);
    await job.end();
    expectNoLeak(job, ['known to nobody']);
  });

  it('writes with the mode of file-mode, also over a file with another one, and below RUNNER_TEMP', async () => {
    const job = await scene.openJob();
    putFile(job, '.env', 'OLD=1\n');
    chmodSync(join(job.workspace, '.env'), 0o777);

    const result = await job.use(
      scene.inputs({
        'env-files': `${SOURCE} => .env\n${SOURCE} => ${job.temp}/secrets/a.env`,
        'file-mode': '0640',
      }),
    );

    expect(result.exitCode).toBe(0);
    expect(modeOf(job, '.env')).toBe('640');
    expect(result.outputs['env-files']).toBe(`${job.workspace}/.env\n${job.temp}/secrets/a.env`);
    await job.end();
    expect(readdirSync(job.temp)).not.toContain('secrets');
    expectNoLeak(job, ['known to nobody']);
  });

  it('removes its files after a later failure, for each use, and leaves a changed one with a warning', async () => {
    const job = await scene.openJob();
    await job.use(scene.inputs({ 'env-files': `${SOURCE} => first.env\n${SOURCE} => shared.env` }));
    await job.use(
      scene.inputs({ files: `${SOURCE} => second.txt`, 'env-files': `${SOURCE} => shared.env` }),
    );
    await job.use(scene.inputs({ files: `${SOURCE} => kept.txt`, cleanup: 'false' }));
    const failed = await job.use(scene.inputs({ files: '/platform/absent => third.txt' }));
    putFile(job, 'first.env', 'CHANGED=1\n');

    const posts = await job.end();

    expect(failed.exitCode).toBe(1);
    expect(posts.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(posts.map(({ log }) => log)).toEqual([
      'The step wrote nothing; there is nothing to remove.',
      'cleanup is false; left: kept.txt.',
      'Removed shared.env, second.txt.',
      expect.stringContaining(
        'first.env was changed after the step wrote it; it is left as it is.',
      ),
    ]);
    expect(treeOf(job)).toEqual(['first.env', 'kept.txt']);
    expectNoLeak(job, ['known to nobody']);
  });

  it('leaves no file behind when the runner cancels the step while it waits for AWS', async () => {
    const job = await scene.openJob();
    scene.proxy.fault({ operation: 'GetParameters', effect: { kind: 'hang' } });

    const result = await job.use(scene.inputs({ files: `${SOURCE} => a.txt` }), {
      onStart: (child) => {
        const poll = setInterval(() => {
          if (scene.proxy.count('GetParameters') === 0) return;
          clearInterval(poll);
          child.kill('SIGINT');
        }, 10);
      },
    });

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('The job was cancelled');
    await job.end();
    expect(treeOf(job)).toEqual([]);
    expectNoLeak(job, ['known to nobody']);
  });

  it.each([
    ['quotes and dollars', `it's "quoted" \`tick\` $HOME \${PATH} $(id)`],
    ['a workflow command', '::add-mask::not-a-command'],
    ['another workflow command', '::stop-commands::token-of-a-secret'],
    ['escapes of workflow commands', 'abc%0A::error::def%25%0D'],
    ['a multi-line value', 'first secret line\nsecond secret line\r\n  indented secret line'],
    ['a heredoc delimiter', 'ghadelimiter_x\nEOF\nname<<ghadelimiter_x'],
    ['pretty JSON', '{\n  "user": "json-user-name",\n  "deep": [ { "key": "json-deep-key" } ]\n}'],
    ['4 KB', 'x4-'.repeat(1_365)],
    ['8 KB', 'long value '.repeat(744)],
    ['Unicode', 'pässwörd-€-🔑'],
  ])('keeps a hostile value secret: %s', async (_, value) => {
    await scene.account.putParameter('/hostile', value);
    const job = await scene.openJob();

    const result = await job.use(scene.inputs({ files: '/hostile => hostile.txt' }));
    const asEnv = await job.use(scene.inputs({ 'env-files': '/hostile => hostile.env' }));
    const asPem = await job.use(scene.inputs({ 'pem-files': '/hostile => hostile.pem' }));

    expect(result.exitCode).toBe(0);
    expect(readFile(job, 'hostile.txt')).toBe(value);
    // JSON becomes variables; the rest is no env file.
    expect(asEnv.exitCode).toBe(value.startsWith('{') ? 0 : 1);
    expect(asPem.exitCode).toBe(1);
    // What a careless later step would print, line by line, as the runner shows it.
    const lines = value.split(/[\r\n]+/).map((line) => job.masker.mask(line));
    if (!value.startsWith('{'))
      expect(lines.filter((line) => line.trim() !== '***' && line.trim() !== 'EOF')).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/json-user-name|json-deep-key/);
    await job.end();
    expect(treeOf(job)).toEqual([]);
    expectNoLeak(job, [value]);
  });

  it('masks both readings of a stored env file: raw, as docker takes it, and unquoted', async () => {
    const text = `RAW="docker keeps the quotes"\nCOMMENTED=value-before # and-a-comment\nMULTI="line one of it\nline two of it"\n`;
    await scene.account.putParameter(SOURCE, text);
    const job = await scene.openJob();

    await job.use(scene.inputs({ 'env-files': `${SOURCE} => .env` }));

    expect(readFile(job, '.env')).toBe(text);
    for (const shown of [
      '"docker keeps the quotes"',
      'docker keeps the quotes',
      'value-before # and-a-comment',
      'value-before',
      'line one of it',
      'line two of it',
    ]) {
      expect(job.masker.mask(`[${shown}]`)).toBe('[***]');
    }
    await job.end();
    expectNoLeak(job, [text]);
  });

  it('names the variables that it leaves unmasked', async () => {
    await scene.account.putParameter(
      SOURCE,
      'LOG_LEVEL=debug\nPORT=8080\nPUBLIC=not a secret\nKEY=a real secret\n',
    );
    const job = await scene.openJob();

    const result = await job.use(
      scene.inputs({ 'env-files': `${SOURCE} => .env`, 'unmasked-names': 'PUBLIC' }),
    );

    expect(result.log).toContain('Not masked: LOG_LEVEL, PORT, PUBLIC');
    expect(job.masker.mask('debug 8080 not a secret')).toBe('debug 8080 not a secret');
    await job.end();
    expectNoLeak(job, ['a real secret']);
  });
});
