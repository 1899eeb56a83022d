import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hostileValues } from '../rig/hostile-values.ts';
import type { Job } from '../rig/runner.ts';
import { expectNoLeak, openScene, putFile, readFile, type Scene, treeOf } from './scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

/** Files of the runner's temporary folder that are not the runner's own. */
function leftInTemp({ temp }: Job): string[] {
  return readdirSync(temp).filter((name) => !name.startsWith('_'));
}

describe('a step that the runner ends', () => {
  const OLD = 'written by hand\n';
  const NEW = { 'a.txt': 'first secret', 'deep/b.txt': 'second secret', 'old.txt': 'third secret' };

  /** A job with one target that exists; `use` runs the step, which is sent the signal after so many milliseconds. */
  async function jobWithTargets() {
    const targets = Object.keys(NEW);
    const inputs = scene.inputs({
      files: targets.map((path, index) => `/app/${index} => ${path}`).join('\n'),
    });
    const job = await scene.openJob();
    putFile(job, 'old.txt', OLD);
    const use = (signal?: NodeJS.Signals, ms = 0) =>
      job.use(inputs, {
        onStart: (child) => {
          if (signal !== undefined) setTimeout(() => child.kill(signal), ms);
        },
      });
    return { job, use };
  }

  beforeEach(async () => {
    const values = Object.values(NEW);
    await Promise.all(values.map((value, n) => scene.account.putParameter(`/app/${n}`, value)));
  });

  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM', 'SIGKILL'])(
    'by %s at any time leaves whole files or none, and nothing after its post step',
    async (signal) => {
      const { use } = await jobWithTargets();
      const before = performance.now();
      await use();
      const duration = performance.now() - before;

      const points = Array.from({ length: 20 }, (_, index) => (duration * (index + 1)) / 18);
      const results: (number | null)[] = [];
      for (const ms of points) {
        const { job, use: useSignalled } = await jobWithTargets();
        const { exitCode, state } = await useSignalled(signal, ms);
        results.push(exitCode);

        const { isComplete } = JSON.parse(state.journal ?? '{"isComplete":false}');
        const found = treeOf(job);
        for (const [path, text] of Object.entries(NEW)) {
          const allowed = isComplete || path !== 'old.txt' ? [text] : [OLD, text];
          if (found.includes(path)) expect(allowed).toContain(readFile(job, path));
        }
        if (isComplete) expect(found).toEqual(expect.arrayContaining(Object.keys(NEW)));
        const posts = await job.end();
        expect(posts.map((post) => [post.exitCode, post.annotations])).toEqual([[0, []]]);
        const left = treeOf(job);
        expect(left).toEqual(isComplete ? [] : ['old.txt']);
        expect(left.map((path) => readFile(job, path))).toEqual(left.map(() => OLD));
        expect(leftInTemp(job)).toEqual([]);
        expectNoLeak(job, Object.values(NEW));
        await job.cleanUp();
      }
      expect(new Set(results).size).toBeGreaterThan(1);
    },
  );
});

describe('a target that somebody else writes', () => {
  it('while the step waits for AWS is replaced whole or left whole', async () => {
    await scene.account.putParameter('/app/0', 'late secret');
    scene.proxy.fault({ operation: 'GetParameters', effect: { kind: 'delay', ms: 500 } });
    const job = await scene.openJob();

    const [result] = await Promise.all([
      job.use(scene.inputs({ files: '/app/0 => a.txt' })),
      (async () => {
        while (scene.proxy.count('GetParameters') === 0) await sleep(10);
        putFile(job, 'a.txt', 'of somebody else');
      })(),
    ]);

    expect(readFile(job, 'a.txt')).toBe(result.exitCode === 0 ? 'late secret' : 'of somebody else');
    await job.end();
    expect(treeOf(job)).toEqual(result.exitCode === 0 ? [] : ['a.txt']);
    expect(leftInTemp(job)).toEqual([]);
    expectNoLeak(job, ['late secret']);
  });

  it('holds the whole file of one of six steps that write it at once', async () => {
    const values = Array.from({ length: 6 }, (_, n) => `secret of step ${n} `.repeat(200));
    await Promise.all(values.map((value, n) => scene.account.putParameter(`/six/${n}`, value)));
    const job = await scene.openJob();
    // Whoever makes a folder removes it: with one that is there already, only the file is in question.
    putFile(job, 'deep/own.txt', 'of the repository\n');

    const results = await Promise.all(
      values.map((_, n) => job.use(scene.inputs({ files: `/six/${n} => deep/shared.txt` }))),
    );

    expect(results.map(({ exitCode }) => exitCode)).toContain(0);
    expect(values).toContain(readFile(job, 'deep/shared.txt'));
    expect(treeOf(job)).toEqual(['deep/', 'deep/own.txt', 'deep/shared.txt']);
    const posts = await job.end();
    expect(posts.map(({ exitCode }) => exitCode)).toEqual(values.map(() => 0));
    expect(treeOf(job)).toEqual(['deep/', 'deep/own.txt']);
    expect(leftInTemp(job)).toEqual([]);
    expectNoLeak(job, values);
  });
});

describe('1,000 secrets of every shape', () => {
  const PER_STEP = 250;
  // A mark in the middle keeps them apart from words of the log.
  const mark = fc.integer({ min: 2 ** 44, max: 2 ** 48 }).map((number) => number.toString(16));
  const secrets = fc.sample(
    fc.tuple(hostileValues, mark, hostileValues).map((parts) => parts.join('')),
    { seed: 6, numRuns: 4 * PER_STEP },
  );
  const quarters = [0, 1, 2, 3].map((n) => secrets.slice(n * PER_STEP, (n + 1) * PER_STEP));

  it.each<[string, Record<string, string>]>([
    ['env-files', { 'env-files': 'secretsmanager:app => a.env', 'env-format': 'shell' }],
    ['env-vars', { 'env-vars': 'secretsmanager:app' }],
    ['files', { files: 'secretsmanager:app => app.json' }],
    ['env-files that cannot hold them', { 'env-files': 'secretsmanager:app => a.env' }],
    ['pem-files, which they are not', { 'pem-files': lines((n) => `#K${n} => ${n}.pem`) }],
  ])('are nowhere to be seen: %s', async (kind, inputs) => {
    const index = ['env-files', 'env-vars', 'files'].indexOf(kind);
    const planted = quarters.at(index) ?? [];
    const json = Object.fromEntries(planted.map((value, n) => [`K${n}`, value]));
    await scene.account.createSecret('app', JSON.stringify(json));
    const job = await scene.openJob();

    const result = await job.use(scene.inputs({ summary: 'true', ...inputs }));

    expect(result.exitCode).toBe(index < 0 ? 1 : 0);
    await job.end();
    expect(treeOf(job)).toEqual([]);
    expectNoLeak(job, planted);
  });

  function lines(line: (n: number) => string): string {
    return Array.from({ length: PER_STEP }, (_, n) => `secretsmanager:app${line(n)}`).join('\n');
  }
});
