import type { Place, Problem } from '../reporting/problem.ts';
import type { WorkflowEvent } from './event.ts';
import type { PlacedText } from './settings.ts';

// The environment becomes part of parameter names and of paths: no separator, and no "." in front.
const ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** One environment of the manifest, with what it takes from another one by `use` already in it. */
export interface EnvironmentRules {
  /** What `{environment}` stands for. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles?: readonly PlacedText[];
  readonly region?: PlacedText;
  /** The account that the credentials must be of. */
  readonly account?: PlacedText;
  /** The GitHub environment that the job must run in. */
  readonly githubEnvironment?: PlacedText;
  /** `true`: the job must run from a protected ref, or in a GitHub environment. */
  readonly protected?: PlacedText;
}

/** What the manifest says of environments. */
export interface EnvironmentSettings {
  /** Name of the variable that may name the environment. */
  readonly variable?: string;
  /** By the name that a step may give; empty: every name is allowed. */
  readonly rules: ReadonlyMap<string, EnvironmentRules>;
}

/** Where the name of the environment may stand, beside the manifest. */
export interface EnvironmentContext {
  /** The input. */
  readonly input: PlacedText | undefined;
  readonly settings: EnvironmentSettings;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Read where no input names the environment. */
  readonly event: WorkflowEvent | undefined;
}

/** The environment of a step. */
export interface FoundEnvironment {
  /** What `{environment}` stands for: after aliases and `use`. */
  readonly name: string;
  readonly rules?: EnvironmentRules;
}

/**
 * Finds which environment this step is for: the input first, then the variable that the manifest names, then the
 * `environment` input of a `workflow_dispatch`, then the environment of a `deployment` event.
 *
 * @param problems receives a name that is none, or that the manifest does not list
 * @returns undefined where none of them names one
 */
export function findEnvironment(
  context: EnvironmentContext,
  problems: Problem[],
): FoundEnvironment | undefined {
  const given = givenName(context);
  if (given === undefined) return undefined;
  const { text: name, place } = given;
  const { rules } = context.settings;
  if (!ENVIRONMENT.test(name)) {
    problems.push({
      place,
      message:
        'an environment begins with a letter or digit and consists of letters, digits, ".", "_" and "-"',
      fix: 'Name it as its secrets do, for example environment: staging',
    });
    return { name: 'environment' };
  }
  if (rules.size === 0) return { name };
  const found =
    rules.get(name) ?? [...rules.values()].find(({ aliases }) => aliases.includes(name));
  if (found === undefined) {
    problems.push({
      place,
      message: `the manifest has no environment ${name}`,
      fix: `Write one of ${[...rules].map(describeEnvironment).join(', ')}, or add it to the manifest`,
    });
    // A name, if not a good one, was given: the lines that use it are not wrong for want of it.
    return { name };
  }
  return { name: found.name, rules: found };
}

function describeEnvironment([name, { aliases }]: [string, EnvironmentRules]): string {
  return aliases.length === 0 ? name : `${name} (${aliases.join(', ')})`;
}

function givenName({
  input,
  settings: { variable },
  variables,
  event,
}: EnvironmentContext): PlacedText | undefined {
  const at = (text: string | undefined, from: string): PlacedText | undefined => {
    const place: Place = { input: from, ...(text === undefined ? {} : { text }) };
    return text ? { text, place } : undefined;
  };
  return (
    input ??
    (variable === undefined
      ? undefined
      : at(variables[variable]?.trim(), `the variable ${variable}`)) ??
    at(event?.dispatchInputs.environment, 'the workflow_dispatch input "environment"') ??
    at(event?.deploymentEnvironment, 'the environment of the deployment event')
  );
}
