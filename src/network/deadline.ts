import { ActionError } from '../reporting/action-error.ts';

/** AWS could not be reached after all attempts; nothing was refused. */
export class UnavailableError extends ActionError {
  override readonly name: string = 'UnavailableError';
}

/** The time for all network work is over. */
export class DeadlineError extends UnavailableError {
  override readonly name = 'DeadlineError';
  readonly seconds: number;

  /** @param lastFailure what went wrong last, as `describeFailure` words it */
  constructor(seconds: number, lastFailure?: string) {
    const after = lastFailure === undefined ? '' : `; the last attempt failed with ${lastFailure}`;
    super(
      `AWS or GitHub did not answer within timeout-seconds (${seconds})${after}.
  See whether the runner reaches their endpoints, or give it more time`,
    );
    this.seconds = seconds;
  }
}

/** The job was cancelled while the step ran. */
export class CancelledError extends ActionError {
  override readonly name = 'CancelledError';

  constructor() {
    super('The job was cancelled; nothing more is written');
  }
}

/** A signal that aborts with a DeadlineError after the seconds, or with the reason of `cancelled` when that aborts. */
export function startDeadline(seconds: number, cancelled: AbortSignal): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DeadlineError(seconds)), seconds * 1_000).unref();
  return AbortSignal.any([controller.signal, cancelled]);
}
