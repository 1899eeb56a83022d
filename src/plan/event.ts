/** What the action needs to know of the event that started the workflow. */
export interface WorkflowEvent {
  /** `GITHUB_EVENT_NAME`, such as `push` or `pull_request`. */
  readonly name: string;
  /** Login of the account that started the run, such as `dependabot[bot]`. */
  readonly actor: string;
  /** Inputs of a `workflow_dispatch`, by name; empty for other events. */
  readonly dispatchInputs: Readonly<Record<string, string>>;
  /** Environment of a `deployment` event. */
  readonly deploymentEnvironment?: string;
  /** A pull request whose branch lies in another repository. */
  readonly fromFork: boolean;
}

/** The slice of `context` of `@actions/github` that an event is read from. */
export interface EventContext {
  readonly eventName: string;
  readonly actor: string;
  // biome-ignore lint/suspicious/noExplicitAny: the payload is whatever GitHub sent, typed so by @actions/github
  readonly payload: Readonly<Record<string, any>>;
}

/**
 * Reads what matters of an event's payload; parts that are missing or of another type count as absent.
 * Payloads: GitHub documentation, "Webhook events and payloads" and "Events that trigger workflows".
 */
export function readEvent({ eventName, actor, payload }: EventContext): WorkflowEvent {
  const deploymentEnvironment = payload.deployment?.environment;
  return {
    name: eventName,
    actor,
    dispatchInputs: eventName === 'workflow_dispatch' ? stringsOf(payload.inputs) : {},
    ...(typeof deploymentEnvironment === 'string' ? { deploymentEnvironment } : {}),
    fromFork: isFromFork(payload),
  };
}

function stringsOf(inputs: unknown): Record<string, string> {
  if (typeof inputs !== 'object' || inputs === null) return {};
  return Object.fromEntries(
    Object.entries(inputs).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

function isFromFork(payload: EventContext['payload']): boolean {
  const pullRequest = payload.pull_request;
  if (pullRequest === undefined) return false;
  // The head repository is null when the fork was deleted since.
  return pullRequest.head?.repo?.full_name !== pullRequest.base?.repo?.full_name;
}
