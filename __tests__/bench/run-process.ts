import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createCommandFiles, parseCommandFile } from '../rig/command-files.ts';
import { machineEnvironment, runnerEnvironment } from '../rig/job-environment.ts';

/** What one process, or a chain of them, took. */
export interface Cost {
  /** From the start of the process to its end. */
  readonly wallMs: number;
  /** User and system. */
  readonly processorMs: number;
  readonly peakMegabytes: number;
}

/** One process of a program. */
export interface Step {
  readonly script: string;
  readonly variables: Readonly<Record<string, string>>;
}

const NOBODY_LISTENS = 'http://127.0.0.1:9';
// Loaded before the script: it costs each program the same two milliseconds.
const METER = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeSync(3, JSON.stringify([maxRSS / 1024, (userCPUTime + systemCPUTime) / 1000]));
});
`;

/** A folder that programs of the benchmark run in, as on a runner. */
export class Bed {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'bench-')));
  readonly #meter = join(this.root, 'meter.cjs');
  #runs = 0;

  constructor() {
    writeFileSync(this.#meter, METER);
  }

  /**
   * Runs steps one after the other in an empty workspace; what one exports, the next ones have.
   *
   * @param files of the workspace, by path
   * @throws Error when one fails
   */
  async run(steps: readonly Step[], files: Readonly<Record<string, string>>): Promise<Cost> {
    this.#runs += 1;
    const root = join(this.root, String(this.#runs));
    const folder = (name: string): string => {
      mkdirSync(join(root, name), { recursive: true });
      return join(root, name);
    };
    const paths = {
      root,
      workspace: folder('workspace'),
      temp: folder('temp'),
      home: folder('home'),
      eventFile: join(root, 'event.json'),
    };
    writeFileSync(paths.eventFile, '{}');
    for (const [path, content] of Object.entries(files)) {
      writeFileSync(join(paths.workspace, path), content);
    }
    const costs: Cost[] = [];
    let exported: Record<string, string> = {};
    for (const [index, { script, variables }] of steps.entries()) {
      const commandFiles = await createCommandFiles(paths.temp, index);
      const environment = {
        ...machineEnvironment(paths, NOBODY_LISTENS),
        ...runnerEnvironment(paths, { repository: 'o/r', eventName: 'push', token: undefined }),
        ...exported,
        ...variables,
        ...commandFiles,
      };
      costs.push(await this.#measure(script, environment, paths.workspace));
      const { entries } = parseCommandFile(readFileSync(commandFiles.GITHUB_ENV, 'utf8'));
      exported = { ...exported, ...Object.fromEntries(entries) };
    }
    rmSync(root, { recursive: true });
    const sum = (pick: (cost: Cost) => number): number =>
      costs.reduce((total, cost) => total + pick(cost), 0);
    return {
      wallMs: sum(({ wallMs }) => wallMs),
      processorMs: sum(({ processorMs }) => processorMs),
      peakMegabytes: Math.max(...costs.map(({ peakMegabytes }) => peakMegabytes)),
    };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  async #measure(script: string, env: Record<string, string>, cwd: string): Promise<Cost> {
    const start = performance.now();
    const child = spawn(process.execPath, ['--require', this.#meter, script], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const ended = new Promise<{ code: number | null; wallMs: number }>((resolve) =>
      child.once('exit', (code) => resolve({ code, wallMs: performance.now() - start })),
    );
    const [, out, error, meter] = child.stdio as unknown as (NodeJS.ReadableStream & undefined)[];
    const streams = [out, error, meter].map((stream) => text(stream as never));
    const [log, errors, figures] = await Promise.all(streams);
    const { code, wallMs } = await ended;
    if (code !== 0) throw new Error(`${script} ended with code ${code}:\n${log}${errors}`);
    const [peakMegabytes = 0, processorMs = 0] = JSON.parse(figures ?? '[]') as number[];
    return { wallMs, processorMs, peakMegabytes };
  }
}
