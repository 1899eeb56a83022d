import type { Guards } from '../identity/guards.ts';
import type { Place, Problem } from '../reporting/problem.ts';
import { type AccountRule, findDisallowed, readAccountRule } from './accounts.ts';
import { type EnvironmentRules, type EnvironmentSettings, findEnvironment } from './environment.ts';
import type { WorkflowEvent } from './event.ts';
import { type InputValues, readInputs } from './inputs.ts';
import type { Mapping } from './mappings.ts';
import { MAPPINGS, readFileMode, readMappings } from './read-mappings.ts';
import { readRegion, requireRegion } from './region.ts';
import { type RolePlan, readRolePlan, readRoles } from './role-plan.ts';
import { overlay, type Settings } from './settings.ts';
import { SettingsReader } from './settings-reader.ts';
import type { Source } from './source.ts';
import type { Roots } from './target.ts';
import { findSharedTargets, readRenderOptions, readTemplateRequests } from './template-requests.ts';
import type { OpenTemplates, TemplateSet } from './template-set.ts';
import { isVariableName } from './variable-names.ts';
import type { Variables } from './variables.ts';

/** Everything to fetch and to write, known before the first network call. */
export interface Plan {
  readonly environment: string | undefined;
  readonly mappings: readonly Mapping[];
  readonly templates: TemplateSet;
  /** What mappings and templates read, as far as it is known before something is fetched. */
  readonly sources: readonly Source[];
  /** Absent: the ambient credentials are used. */
  readonly role: RolePlan | undefined;
  /** Region of STS; undefined where AWS is not needed. */
  readonly region: string | undefined;
  /** All must allow the account of the credentials. */
  readonly accounts: readonly AccountRule[];
  /** Whether a template asks for the account. */
  readonly needsAccountId: boolean;
  /** What the manifest asks of the job before its secrets are read. */
  readonly guards: Guards;
  readonly onMissingToken: 'fail' | 'skip';
  readonly onConflict: 'fail' | 'last-wins';
  readonly onUnavailable: 'fail' | 'keep';
  readonly placeholders: readonly string[];
  readonly unmaskedNames: readonly string[];
  readonly maxAttempts: number;
  readonly timeoutSeconds: number;
  readonly cleanup: boolean;
  readonly summary: boolean;
}

/** What the manifest says; with problems, as far as it could be read. */
export interface Manifest {
  readonly settings: Settings;
  readonly environments: EnvironmentSettings;
  readonly problems: readonly Problem[];
}

/** What a plan is made from. */
export interface PlanContext {
  readonly inputs: InputValues;
  /** Absent where there is none. */
  readonly manifest: Manifest | undefined;
  /** AWS_REGION, AWS_DEFAULT_REGION, GITHUB_REPOSITORY, GITHUB_RUN_ID and the manifest's variable are read. */
  readonly variables: Variables;
  readonly roots: Roots;
  /** Read where no input names the environment. */
  readonly event: WorkflowEvent | undefined;
  /** Reads and parses the templates of the plan. */
  readonly openTemplates: OpenTemplates;
}

/** A plan as far as it could be read, with all that is wrong in it; it may only be carried out without problems. */
export interface PlanDraft {
  readonly plan: Plan;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

const NO_SOURCE = `Name one, for example
env-files: |
  /platform/{environment}/env => .env
or write them to .github/fetch-secrets.yml`;

/** Turns inputs and manifest into one plan. What lies at the targets is checked by `inspectTargets`. */
export function draftPlan(context: PlanContext): PlanDraft {
  const { manifest, variables, roots } = context;
  const inputs = readInputs(context.inputs);
  const problems = [...inputs.problems, ...(manifest?.problems ?? [])];
  const found = findEnvironment(
    {
      input: inputs.settings.texts.environment,
      settings: manifest?.environments ?? { rules: new Map() },
      variables,
      event: context.event,
    },
    problems,
  );
  const environment = found?.name;
  const fromManifest = overlay(
    settingsOf(found?.rules),
    manifest?.settings ?? { texts: {}, lists: {}, mappings: {} },
  );
  const reader = new SettingsReader(overlay(inputs.settings, fromManifest), problems);
  const region = readRegion(reader, variables);
  const placeholders = readPlaceholders(reader);
  const roles = readRoles(reader, region);
  const last = roles.at(-1);
  const accounts = readAccounts(reader, found?.rules);
  if (last !== undefined) problems.push(...findDisallowed(last.accountId, accounts, last.arn));

  const mode = readFileMode(reader);
  const mappings = readMappings(reader, { roots, environment, region, mode });
  const requests = readTemplateRequests(reader, roots, environment, mode);
  problems.push(...findSharedTargets(requests, mappings));
  const templates = context.openTemplates(requests, {
    options: readRenderOptions(reader, environment),
    placeholders,
    region,
    accountId: last?.accountId,
  });
  problems.push(...templates.problems);
  const needs = templates.needs(new Map());
  problems.push(...needs.problems);
  const sources = [...mappings.map(({ source }) => source), ...needs.sources];

  const role = readRolePlan(reader, roles, { variables, region, environment, sources });
  const usesAws =
    sources.some(({ kind }) => kind !== 'file') || role?.chain.exportsCredentials === true;
  if (usesAws && region === undefined) requireRegion(reader, variables);
  if (isEmpty(reader) && !problems.some(({ place }) => isAboutSources(place))) {
    problems.push({ message: 'the step names no source', fix: NO_SOURCE });
  }

  const plan: Plan = {
    environment,
    mappings,
    templates,
    sources,
    role: usesAws ? role : undefined,
    region: usesAws ? region : undefined,
    accounts,
    needsAccountId: needs.needsAccountId,
    guards: readGuards(reader, found?.rules),
    onMissingToken: reader.choice('on-missing-token', ['fail', 'skip'], 'fail'),
    onConflict: reader.choice('on-conflict', ['fail', 'last-wins'], 'fail'),
    onUnavailable: reader.choice('on-unavailable', ['fail', 'keep'], 'fail'),
    placeholders,
    unmaskedNames: readUnmaskedNames(reader),
    maxAttempts: reader.integer('max-attempts', { least: 1, most: 100, fallback: 8 }),
    timeoutSeconds: reader.integer('timeout-seconds', { least: 1, most: 3600, fallback: 120 }),
    cleanup: reader.boolean('cleanup', true),
    summary: reader.boolean('summary', true),
  };
  const unique = [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
  return { plan, problems: unique, warnings: inputs.warnings };
}

/** What an environment of the manifest sets for the whole step. */
function settingsOf(rules: EnvironmentRules | undefined): Settings {
  return {
    texts: rules?.region === undefined ? {} : { 'aws-region': rules.region },
    lists: rules?.roles === undefined ? {} : { 'role-to-assume': rules.roles },
    mappings: {},
  };
}

/** Whether the step asks for nothing at all. */
function isEmpty(reader: SettingsReader): boolean {
  return (
    MAPPINGS.every((list) => reader.mappings(list).length === 0) &&
    reader.list('render').length === 0 &&
    reader.text('export-credentials')?.toLowerCase() !== 'true'
  );
}

/** A list with a malformed line, or a manifest that could not be read, says itself why there is no source. */
function isAboutSources(place: Place | undefined): boolean {
  if (place === undefined) return false;
  return 'file' in place || MAPPINGS.some((list) => list === place.input);
}

function readAccounts(reader: SettingsReader, rules: EnvironmentRules | undefined): AccountRule[] {
  const { problems } = reader;
  return [
    readAccountRule(reader.list('allowed-account-ids'), problems),
    readAccountRule(rules?.account === undefined ? [] : [rules.account], problems),
  ].filter((rule) => rule !== undefined);
}

function readGuards(reader: SettingsReader, rules: EnvironmentRules | undefined): Guards {
  const { githubEnvironment, protected: isProtected } = rules ?? {};
  const isDemanded =
    isProtected !== undefined &&
    reader.chosen('protected', isProtected, ['true', 'false'], 'false') === 'true';
  return {
    ...(githubEnvironment === undefined ? {} : { githubEnvironment }),
    ...(isDemanded ? { protected: isProtected.place } : {}),
  };
}

function readPlaceholders(reader: SettingsReader): string[] {
  const items = reader.list('placeholders');
  return items.length === 0 ? ['placeholder'] : items.map(({ text }) => text);
}

function readUnmaskedNames(reader: SettingsReader): string[] {
  return reader.list('unmasked-names').flatMap(({ text, place }) => {
    if (isVariableName(text)) return [text];
    reader.problems.push({
      place,
      message: 'this is no name of a variable',
      fix: 'Write one name a line, for example LOG_LEVEL',
    });
    return [];
  });
}
