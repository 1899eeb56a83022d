import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inputVariable, readActionManifest } from './action-manifest.ts';
import { createCommandFiles, parseCommandFile, readCommandFiles } from './command-files.ts';
import {
  type JobPaths,
  machineEnvironment,
  reservedOnly,
  runnerEnvironment,
} from './job-environment.ts';
import { Masker } from './masker.ts';
import { type Annotation, StepOutput } from './step-output.ts';
import { runScript } from './step-process.ts';
import type { TokenEndpoint } from './token-endpoint.ts';

/** What one step (or its post script) did. */
export interface StepResult {
  /** Of the process; 1 when it ended with 0 but a workflow command or command file failed the step. */
  exitCode: number | null;
  /** That ended the process, if one did. */
  signal: NodeJS.Signals | null;
  outputs: Record<string, string>;
  state: Record<string, string>;
  /** As a person sees it with debug logging on: commands carried out, masked. */
  log: string;
  annotations: Annotation[];
  /** Markdown, masked line by line, as the runner uploads it. */
  summary: string;
  /** As the process wrote it. */
  stderr: string;
}

/** Options of {@link createJob}. */
export interface JobOptions {
  /** Default: a push with an almost empty payload. */
  event?: { name: string; payload: object };
  /**
   * Variables of the job. `GITHUB_…`, `RUNNER_…` and `ACTIONS_…` replace the runner's own, which a
   * workflow could not do: this is how a test says who runs the job and on which ref.
   */
  env?: Record<string, string>;
  /** Given: the job has `id-token: write`. */
  token?: TokenEndpoint | undefined;
  /** Where every AWS call of the job goes. Default: moto, else a port where nobody listens. */
  awsUrl?: string;
  /** Default `octo-org/platform`. */
  repository?: string;
  /** The folder with `action.yml`. Default: this repository. */
  actionDir?: string;
}

/** Options of {@link Job.use}. */
export interface StepOptions {
  /** The step's `env:`; it wins over everything, also over the runner's own variables. */
  env?: Record<string, string>;
  /** Called when the process has been started, to send it signals. */
  onStart?: (child: ChildProcess) => void;
}

const REPOSITORY_ROOT = join(import.meta.dirname, '..', '..');

/** Sets up a job: an empty workspace and temporary folder, an event, a masker. */
export async function createJob(options: JobOptions = {}): Promise<Job> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'runner-stand-in-')));
  const repository = options.repository ?? 'octo-org/platform';
  const name = repository.split('/')[1] ?? repository;
  const paths: JobPaths = {
    root,
    workspace: join(root, name, name),
    temp: join(root, '_temp'),
    home: join(root, 'home'),
    eventFile: join(root, '_temp', '_github_workflow', 'event.json'),
  };
  for (const folder of ['_github_workflow', '_runner_file_commands']) {
    await mkdir(join(paths.temp, folder), { recursive: true });
  }
  await mkdir(paths.workspace, { recursive: true });
  await mkdir(paths.home);
  const event = options.event ?? { name: 'push', payload: { ref: 'refs/heads/main' } };
  await writeFile(paths.eventFile, JSON.stringify(event.payload));

  const jobEnv = options.env ?? {};
  const token = options.token;
  const runner = runnerEnvironment(paths, { repository, eventName: event.name, token });
  return new Job({
    paths,
    actionDir: options.actionDir ?? REPOSITORY_ROOT,
    early: { ...machineEnvironment(paths, options.awsUrl), ...jobEnv },
    late: { ...runner, ...reservedOnly(jobEnv) },
    secrets: token === undefined ? [] : [token.requestToken],
  });
}

/** A job on a runner: steps that use the action, one after the other, then their post scripts. */
export class Job {
  readonly workspace: string;
  readonly temp: string;
  readonly masker = new Masker();
  readonly annotations: Annotation[] = [];
  /** What GITHUB_ENV set for later steps. */
  readonly environment: Record<string, string> = {};
  readonly #setup: JobSetup;
  readonly #shown: string[] = [];
  readonly #raw: string[] = [];
  readonly #pathEntries: string[] = [];
  readonly #posts: (() => Promise<StepResult>)[] = [];
  readonly #running = new Set<ChildProcess>();
  #summary = '';
  #stepNumber = 0;

  constructor(setup: JobSetup) {
    this.#setup = setup;
    this.workspace = setup.paths.workspace;
    this.temp = setup.paths.temp;
    // The runner knows the token with which a job asks for ID tokens, and hides it from the start.
    for (const secret of setup.secrets) this.masker.addValue(secret);
  }

  /** All lines so far as a person sees them, masked when they were written. */
  get log(): string {
    return this.#shown.join('\n');
  }

  /** All lines so far as the processes printed them: only for tests of the masks themselves. */
  get rawOutput(): string {
    return this.#raw.join('\n');
  }

  /** Of all steps so far, masked line by line. */
  get summary(): string {
    return this.#summary;
  }

  /** Runs a step that uses the action with these inputs; its post script runs in {@link Job.end}. */
  async use(inputs: Record<string, string>, options: StepOptions = {}): Promise<StepResult> {
    const action = await readActionManifest(this.#setup.actionDir);
    const given = Object.entries({ ...action.inputs, ...inputs });
    const env = {
      ...options.env,
      ...Object.fromEntries(given.map(([name, value]) => [inputVariable(name), value])),
    };
    const { main, post } = action;
    let state: Record<string, string> = {};
    if (post !== undefined) {
      this.#posts.push(() => {
        const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
        return this.#run(post, { ...env, ...Object.fromEntries(saved) }, () => {});
      });
    }
    const result = await this.#run(main, env, options.onStart ?? (() => {}));
    state = result.state;
    return result;
  }

  /** Ends the job: the post script of every use, the last use first, whatever the steps' results. */
  async end(): Promise<StepResult[]> {
    const results: StepResult[] = [];
    for (const post of this.#posts.splice(0).reverse()) results.push(await post());
    return results;
  }

  /** Ends what still runs and removes the job's folders. */
  async cleanUp(): Promise<void> {
    for (const child of this.#running) child.kill('SIGKILL');
    await rm(this.#setup.paths.root, { recursive: true, force: true });
  }

  async #run(
    script: string,
    stepEnv: Record<string, string>,
    onStart: (child: ChildProcess) => void,
  ): Promise<StepResult> {
    if (!existsSync(script)) {
      throw new Error(`${script} is missing: run \`npm run build\` first.`);
    }
    const output = new StepOutput(this.masker);
    this.#stepNumber += 1;
    const files = await createCommandFiles(
      join(this.temp, '_runner_file_commands'),
      this.#stepNumber,
    );
    const { early, late } = this.#setup;
    const env: Record<string, string> = { ...early, ...this.environment, ...late, ...stepEnv };
    env.PATH = [...this.#pathEntries, env.PATH].join(delimiter);
    const end = await runScript(script, {
      cwd: this.workspace,
      env: { ...env, ...files },
      onStart: (child) => {
        this.#running.add(child);
        child.once('close', () => this.#running.delete(child));
        onStart(child);
      },
      onLine: (line) => output.receive(line),
    });
    const texts = await readCommandFiles(files);
    this.#setEnvironment(readEntries('GITHUB_ENV', texts.GITHUB_ENV, output), output);
    this.#pathEntries.unshift(...texts.GITHUB_PATH.split('\n').filter(Boolean).reverse());
    const outputs = Object.fromEntries(readEntries('GITHUB_OUTPUT', texts.GITHUB_OUTPUT, output));
    const state = Object.fromEntries(readEntries('GITHUB_STATE', texts.GITHUB_STATE, output));
    const summaryLines = texts.GITHUB_STEP_SUMMARY.split(/\r\n|\n|\r/);
    const summary = summaryLines.map((line) => this.masker.mask(line)).join('\n');

    this.#shown.push(...output.shown);
    this.#raw.push(...output.raw);
    this.annotations.push(...output.annotations);
    this.#summary += summary;
    return {
      exitCode: end.exitCode === 0 && output.failed ? 1 : end.exitCode,
      signal: end.signal,
      outputs,
      state,
      log: output.shown.join('\n'),
      annotations: output.annotations,
      summary,
      stderr: end.stderr,
    };
  }

  #setEnvironment(entries: readonly [string, string][], output: StepOutput): void {
    for (const [name, value] of entries) {
      if (name.toUpperCase() === 'NODE_OPTIONS') {
        output.annotate(
          'error',
          `Can't store ${name} output parameter using '$GITHUB_ENV' command.`,
        );
      } else {
        this.environment[name] = value;
      }
    }
  }
}

function readEntries(file: string, text: string, output: StepOutput): [string, string][] {
  const { entries, error } = parseCommandFile(text);
  if (error !== undefined) {
    output.failed = true;
    output.annotate('error', `Unable to process file command '${file}' successfully. ${error}`);
  }
  return entries;
}

/** What {@link createJob} decided. */
interface JobSetup {
  paths: JobPaths;
  actionDir: string;
  /** Variables below GITHUB_ENV. */
  early: Record<string, string>;
  /** Variables above GITHUB_ENV. */
  late: Record<string, string>;
  /** Hidden before the first step. */
  secrets: readonly string[];
}
