import { type DialectName, dialectNames } from '../dialects/dialects.ts';
import type { Guards } from '../identity/guards.ts';
import { ACTION_OUTPUTS } from '../reporting/outputs.ts';
import type { Place, Problem } from '../reporting/problem.ts';
import { type AccountRule, findDisallowed, readAccountRule } from './accounts.ts';
import {
  type EnvironmentRules,
  type EnvironmentSettings,
  type FoundEnvironment,
  findEnvironment,
} from './environment.ts';
import type { WorkflowEvent } from './event.ts';
import { type InputValues, readInputs } from './inputs.ts';
import {
  type Mapping,
  type MappingContext,
  NAME_TRANSFORMATIONS,
  type Naming,
  resolveMappings,
  separateTargets,
} from './mappings.ts';
import { type RolePlan, readRolePlan } from './role-plan.ts';
import {
  type MappingRequest,
  type MappingsName,
  overlay,
  type PlacedText,
  type Settings,
} from './settings.ts';
import { SettingsReader } from './settings-reader.ts';
import type { Roots } from './target.ts';
import { isVariableName } from './variable-names.ts';

/** Everything to fetch and to write, known before the first network call. */
export interface Plan {
  readonly environment: string | undefined;
  readonly mappings: readonly Mapping[];
  /** Absent: the ambient credentials are used. */
  readonly role: RolePlan | undefined;
  /** Region of STS; undefined where no source is in AWS. */
  readonly region: string | undefined;
  /** All must allow the account of the credentials. */
  readonly accounts: readonly AccountRule[];
  /** What the manifest demands of the job before its secrets are read. */
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
  /** Variables of the step: AWS_REGION, AWS_DEFAULT_REGION, GITHUB_REPOSITORY, GITHUB_RUN_ID and the manifest's are read. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly roots: Roots;
  /** Read where no input names the environment. */
  readonly event: WorkflowEvent | undefined;
}

/** A plan as far as it could be read, with all that is wrong in it; it may only be carried out without problems. */
export interface PlanDraft {
  readonly plan: Plan;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

// The form of every region's name: AWS General Reference, "AWS service endpoints".
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d+$/;
// The owner must be able to read, or the post step could not tell whether somebody changed the file.
const FILE_MODE = /^0?[4-7][0-7]{2}$/;
const BAD_MODE: Omit<Problem, 'place'> = {
  message: 'a mode is three octal digits, and the owner can read',
  fix: 'Write "600", or "644" where processes of other users read the file',
};

const NO_SOURCE = `Name one, for example
env-files: |
  /platform/{environment}/env => .env
or write them to .github/fetch-secrets.yml`;

/** Turns inputs and manifest into one plan. Pure: what lies on the disk is checked by `inspectTargets`. */
export function draftPlan(context: PlanContext): PlanDraft {
  const { manifest, variables } = context;
  const inputs = readInputs(context.inputs);
  const problems = [...inputs.problems, ...(manifest?.problems ?? [])];

  const environment = findEnvironment(
    {
      input: inputs.settings.texts.environment,
      settings: manifest?.environments ?? { rules: new Map() },
      variables,
      event: context.event,
    },
    problems,
  );
  const fromManifest = overlay(
    settingsOf(environment?.rules),
    manifest?.settings ?? { texts: {}, lists: {}, mappings: {} },
  );
  const reader = new SettingsReader(overlay(inputs.settings, fromManifest), problems);
  const region = readRegion(reader, variables);
  const mappings = readMappings(reader, context.roots, environment, region);
  const sources = mappings.map(({ source }) => source);
  const role = readRolePlan(reader, {
    variables,
    region,
    environment: environment?.name,
    sources,
  });
  const usesAws =
    sources.some(({ kind }) => kind !== 'file') || role?.chain.exportsCredentials === true;
  if (usesAws && region === undefined && !isRegionGiven(reader, variables)) {
    problems.push({
      place: { input: 'aws-region' },
      message: 'no region is named',
      fix: 'Name it: aws-region: us-east-1',
    });
  }
  const accounts = readAccounts(reader, environment?.rules);
  const last = role?.chain.roles.at(-1);
  if (last !== undefined) problems.push(...findDisallowed(last.accountId, accounts, last.arn));

  const plan: Plan = {
    environment: environment?.name,
    mappings,
    role: usesAws ? role : undefined,
    region: usesAws ? region : undefined,
    accounts,
    guards: readGuards(reader, environment?.rules),
    onMissingToken: reader.choice('on-missing-token', ['fail', 'skip'], 'fail'),
    onConflict: reader.choice('on-conflict', ['fail', 'last-wins'], 'fail'),
    onUnavailable: reader.choice('on-unavailable', ['fail', 'keep'], 'fail'),
    placeholders: readPlaceholders(reader),
    unmaskedNames: readUnmaskedNames(reader),
    maxAttempts: reader.integer('max-attempts', { least: 1, most: 100, fallback: 8 }),
    timeoutSeconds: reader.integer('timeout-seconds', { least: 1, most: 3600, fallback: 120 }),
    cleanup: reader.boolean('cleanup', true),
    summary: reader.boolean('summary', true),
  };
  return { plan, problems, warnings: inputs.warnings };
}

/** What an environment of the manifest sets for the whole step. */
function settingsOf(rules: EnvironmentRules | undefined): Settings {
  return {
    texts: rules?.region === undefined ? {} : { 'aws-region': rules.region },
    lists: rules?.roles === undefined ? {} : { 'role-to-assume': rules.roles },
    mappings: {},
  };
}

const REGION_VARIABLES = ['AWS_REGION', 'AWS_DEFAULT_REGION'];

/** A region that is none was told of where it was read. */
function isRegionGiven(reader: SettingsReader, variables: PlanContext['variables']): boolean {
  return (
    reader.placed('aws-region') !== undefined ||
    REGION_VARIABLES.some((name) => variables[name]?.trim())
  );
}

function readRegion(
  reader: SettingsReader,
  variables: PlanContext['variables'],
): string | undefined {
  const message = 'this is no name of a region';
  const fix = 'Write it as AWS does, for example us-east-1';
  if (reader.placed('aws-region') !== undefined) {
    return reader.matching('aws-region', REGION, message, fix);
  }
  for (const name of REGION_VARIABLES) {
    const text = variables[name]?.trim();
    if (!text) continue;
    if (REGION.test(text)) return text;
    reader.problems.push({ place: { input: `the variable ${name}`, text }, message, fix });
    return undefined;
  }
  return undefined;
}

const MAPPINGS: readonly MappingsName[] = [
  'env-files',
  'pem-files',
  'files',
  'env-vars',
  'outputs',
];

function readMappings(
  reader: SettingsReader,
  roots: Roots,
  environment: FoundEnvironment | undefined,
  region: string | undefined,
): Mapping[] {
  const { problems } = reader;
  const context = mappingContext(reader, roots, environment, region);
  const mappings = separateTargets(
    MAPPINGS.flatMap((list) => resolveMappings(list, reader.mappings(list), context, problems)),
    problems,
  );
  const isEmpty =
    MAPPINGS.every((list) => reader.mappings(list).length === 0) &&
    reader.text('export-credentials')?.toLowerCase() !== 'true';
  if (isEmpty && !problems.some(({ place }) => isAboutMappings(place))) {
    problems.push({ message: 'the step names no source', fix: NO_SOURCE });
  }
  return mappings;
}

/** A list with a malformed line, or a manifest that could not be read, says itself why there is no source. */
function isAboutMappings(place: Place | undefined): boolean {
  if (place === undefined) return false;
  return 'file' in place || MAPPINGS.some((list) => list === place.input);
}

function mappingContext(
  reader: SettingsReader,
  roots: Roots,
  environment: FoundEnvironment | undefined,
  region: string | undefined,
): MappingContext {
  const format = reader.choice('env-format', dialectNames, 'portable');
  const transformation = reader.choice('name-transformation', NAME_TRANSFORMATIONS, 'none');
  const mode = readMode(reader, reader.placed('file-mode'), 0o600);
  return {
    roots,
    environment: environment?.name,
    region,
    reservedOutputs: ACTION_OUTPUTS,
    styleOf: (request) => ({
      mode: readMode(reader, placedIn(request.place, request.mode), mode),
      format: readFormat(reader, placedIn(request.place, request.format), format),
    }),
    namingOf: ({ naming, place }) => readNaming(reader, naming, place, transformation),
  };
}

function placedIn(place: Place, text: string | undefined): PlacedText | undefined {
  return text === undefined ? undefined : { text, place };
}

function readMode(reader: SettingsReader, given: PlacedText | undefined, fallback: number): number {
  if (given === undefined) return fallback;
  if (FILE_MODE.test(given.text)) return Number.parseInt(given.text, 8);
  reader.problems.push({ place: given.place, ...BAD_MODE });
  return fallback;
}

function readFormat(
  reader: SettingsReader,
  given: PlacedText | undefined,
  fallback: DialectName,
): DialectName {
  return given === undefined ? fallback : reader.chosen('format', given, dialectNames, fallback);
}

function readNaming(
  reader: SettingsReader,
  naming: MappingRequest['naming'],
  place: Place,
  fallback: Naming['transformation'],
): Naming {
  const given = placedIn(place, naming?.transformation);
  return {
    transformation:
      given === undefined
        ? fallback
        : reader.chosen('name-transformation', given, NAME_TRANSFORMATIONS, fallback),
    rename: naming?.rename ?? {},
    ...(naming?.only === undefined ? {} : { only: naming.only }),
  };
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
  const demanded =
    isProtected !== undefined &&
    reader.chosen('protected', isProtected, ['true', 'false'], 'false') === 'true';
  return {
    ...(githubEnvironment === undefined ? {} : { githubEnvironment }),
    ...(demanded ? { protected: isProtected.place } : {}),
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
