import type { WorkflowEvent } from './event.ts';

// The environment becomes part of parameter names and of paths: no separator, and no "." in front.
const ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The environment of this step and where its name was found. */
export interface FoundEnvironment {
  readonly name: string;
  /** For the report: the input, or the part of the event. */
  readonly from: string;
}

/**
 * Finds which environment this step is for: the input first, then the `environment` input of a `workflow_dispatch`, then
 * the environment of a `deployment` event.
 *
 * @returns undefined where none of them names one
 */
export function findEnvironment(
  input: string | undefined,
  event: WorkflowEvent | undefined,
): FoundEnvironment | undefined {
  if (input !== undefined) return { name: input, from: 'environment' };
  const dispatched = event?.dispatchInputs.environment;
  if (dispatched) return { name: dispatched, from: 'the workflow_dispatch input "environment"' };
  if (event?.deploymentEnvironment) {
    return { name: event.deploymentEnvironment, from: 'the environment of the deployment event' };
  }
  return undefined;
}

/** Whether a name may be an environment's. */
export function isEnvironmentName(name: string): boolean {
  return ENVIRONMENT.test(name);
}
