import type { Masker } from './masker.ts';
import { parseCommand, type WorkflowCommand } from './workflow-commands.ts';

/** A message that GitHub shows beside the run. */
export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  /** Masked. */
  message: string;
  /** `title`, `file`, `line` and the like. The runner does NOT mask them. */
  properties: Record<string, string>;
}

/** Every command of the runner. Those without an entry in `#commands` make the step fail here. */
const RUNNER_COMMANDS = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
] as const;

/**
 * What the runner makes of the lines that one step prints. A new one for each step: stopped commands
 * do not reach into the next step, masks (the job's) do.
 * Source: actions/runner, `Runner.Worker/ActionCommandManager.cs` and `Handlers/OutputManager.cs`.
 */
export class StepOutput {
  /** Lines as a person sees them with debug logging on, masked when they were written. */
  readonly shown: string[] = [];
  /** Lines as the process printed them. */
  readonly raw: string[] = [];
  /** All of them and whole: the runner's limits (10 of a level, 4,096 characters) could hide a leak. */
  readonly annotations: Annotation[] = [];
  /** True when a command could not be carried out, which fails the step. */
  failed = false;
  readonly #masker: Masker;
  #stopToken: string | undefined;

  constructor(masker: Masker) {
    this.#masker = masker;
  }

  /** Takes one line of stdout or stderr, without its line break. */
  receive(line: string): void {
    this.raw.push(line);
    const command = parseCommand(line, this.#knownCommands());
    if (command === undefined) {
      this.write(line);
    } else if (this.#stopToken !== undefined) {
      if (command.name === this.#stopToken) this.#stopToken = undefined;
      this.write(line);
    } else {
      this.#carryOut(command, line);
    }
  }

  /** Adds to the log, masked. */
  write(text: string): void {
    this.shown.push(this.#masker.mask(text));
  }

  /** Adds an annotation and its line in the log. */
  annotate(
    level: Annotation['level'],
    message: string,
    properties: Record<string, string> = {},
  ): void {
    this.annotations.push({ level, message: this.#masker.mask(message), properties });
    this.write(`##[${level}]${message}`);
  }

  #carryOut(command: WorkflowCommand, line: string): void {
    const run = this.#commands[command.name];
    if (run !== undefined) {
      run(command, line);
      return;
    }
    this.failed = true;
    this.annotate('error', `Unable to process command '${line}' successfully.`);
  }

  #knownCommands(): ReadonlySet<string> {
    return this.#stopToken === undefined
      ? new Set(RUNNER_COMMANDS)
      : new Set([...RUNNER_COMMANDS, this.#stopToken]);
  }

  readonly #commands: Readonly<Record<string, (command: WorkflowCommand, line: string) => void>> = {
    'add-mask': ({ data }) => {
      if (!this.#masker.addMask(data)) {
        this.annotate('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
      }
    },
    'stop-commands': ({ data }, line) => {
      this.#stopToken = data.toLowerCase();
      this.write(line);
    },
    error: ({ data, properties }) => this.annotate('error', data, properties),
    warning: ({ data, properties }) => this.annotate('warning', data, properties),
    notice: ({ data, properties }) => this.annotate('notice', data, properties),
    debug: ({ data }) => this.write(`##[debug]${data}`),
    group: ({ data }) => this.write(`##[group]${data}`),
    endgroup: () => this.write('##[endgroup]'),
  };
}
