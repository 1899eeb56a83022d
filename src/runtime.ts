import type { FileSystem } from './filesystem.ts';
import type { Git } from './git.ts';
import type { Get } from './identity/token.ts';
import type { AwsClients } from './network/aws-clients.ts';
import type { ExpectedCalls } from './network/likely-endpoint.ts';
import type { WorkflowEvent } from './plan/event.ts';

/** What the action asks of the runner: a slice of `@actions/core`. */
export interface Runner {
  /** Registers a string with the runner's masker, which also registers each of its lines. */
  mask(value: string): void;
  info(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
  /** Lines of the log that fold under a title. */
  group(title: string, text: string): void;
  setOutput(name: string, value: string): void;
  /** Sets a variable for the later steps of the job. */
  exportVariable(name: string, value: string): void;
  /** Keeps a value for the post step of this use of the action. */
  saveState(name: string, value: string): void;
  /** Appends HTML or Markdown to the job summary. */
  writeSummary(text: string): Promise<void>;
}

/** Everything outside of the action's own code, so that a run can be tested whole. */
export interface Runtime {
  /** The variables of the process, inputs among them. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly runner: Runner;
  readonly readEvent: () => Promise<WorkflowEvent>;
  readonly get: Get;
  readonly aws: AwsClients;
  /** Opens connections for calls that will come; it never fails, and nothing depends on it. */
  readonly connectAhead: (calls: readonly ExpectedCalls[]) => void;
  readonly files: FileSystem;
  readonly git: Git;
  readonly now: () => Date;
  /** Aborts when the runner asks the step to end. */
  readonly cancelled: AbortSignal;
}
