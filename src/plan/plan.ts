import { parseRoleArn, type RoleArn } from '../identity/role-arn.ts';
import type { Problem } from '../reporting/problem.ts';
import { findEnvironment, isEnvironmentName } from './environment.ts';
import type { WorkflowEvent } from './event.ts';
import { findUnknownInputs, InputReader, type InputValues } from './input-reader.ts';
import { type Mapping, readMappings, separateTargets } from './mappings.ts';
import type { Roots } from './target.ts';

/** The inputs of `action.yml`, in its order. */
export const INPUT_NAMES = [
  'environment',
  'env-files',
  'pem-files',
  'files',
  'role-to-assume',
  'aws-region',
  'audience',
  'role-session-name',
  'role-duration-seconds',
  'allowed-account-ids',
  'on-missing-token',
  'placeholders',
  'unmasked-names',
  'file-mode',
  'max-attempts',
  'timeout-seconds',
  'cleanup',
  'summary',
] as const;

/** How the role is assumed. */
export interface RolePlan {
  readonly role: RoleArn;
  readonly audience: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
}

/** Everything to fetch and to write, known before the first network call. */
export interface Plan {
  readonly environment: string | undefined;
  readonly mappings: readonly Mapping[];
  /** Absent: the ambient credentials are used. */
  readonly role: RolePlan | undefined;
  /** Region of STS; undefined where no source is in AWS. */
  readonly region: string | undefined;
  /** Empty: every account is allowed. */
  readonly allowedAccountIds: readonly string[];
  readonly onMissingToken: 'fail' | 'skip';
  readonly placeholders: readonly string[];
  readonly unmaskedNames: readonly string[];
  /** Permission bits of every file written. */
  readonly fileMode: number;
  readonly maxAttempts: number;
  readonly timeoutSeconds: number;
  readonly cleanup: boolean;
  readonly summary: boolean;
}

/** What a plan is made from. */
export interface PlanContext {
  readonly inputs: InputValues;
  /** Variables of the step: AWS_REGION, AWS_DEFAULT_REGION, GITHUB_REPOSITORY, GITHUB_RUN_ID are read. */
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
const REGION = /^[a-z]{2}(-[a-z]+)+-\d+$/;
// STS API reference, AssumeRoleWithWebIdentity, "RoleSessionName".
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const MOST_SESSION_NAME = 64;
const ACCOUNT_ID = /^\d{12}$/;
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
// The owner must be able to read, or the post step could not tell whether somebody changed the file.
const FILE_MODE = /^0?[4-7][0-7]{2}$/;

const NO_SOURCE = `Name one, for example
env-files: |
  /platform/{environment}/env => .env`;

/** Turns inputs into a plan. Pure: what lies on the disk is checked by `inspectTargets`. */
export function draftPlan(context: PlanContext): PlanDraft {
  const reader = new InputReader(context.inputs);
  const { problems } = reader;
  const unknown = findUnknownInputs(context.inputs, INPUT_NAMES);
  problems.push(...unknown.problems);

  const environment = readEnvironment(reader, context.event);
  const region = readRegion(reader, context.variables);
  const mappings = readAllMappings(reader, { roots: context.roots, environment, region });
  const usesAws = mappings.some(({ source }) => source.kind === 'parameter');
  if (usesAws && region === undefined && reader.text('aws-region') === undefined) {
    problems.push({
      place: { input: 'aws-region' },
      message: 'no region is named',
      fix: 'Name it: aws-region: us-east-1',
    });
  }
  const role = readRole(reader, context.variables, region);
  const allowedAccountIds = readAccountIds(reader);
  if (role !== undefined) {
    const { arn, accountId } = role.role;
    const disallowed = disallowedAccount(accountId, allowedAccountIds, arn);
    if (disallowed !== undefined) problems.push(disallowed);
  }

  const plan: Plan = {
    environment,
    mappings,
    role: usesAws ? role : undefined,
    region: usesAws ? region : undefined,
    allowedAccountIds,
    onMissingToken: reader.choice('on-missing-token', ['fail', 'skip'], 'fail'),
    placeholders: readPlaceholders(reader),
    unmaskedNames: readUnmaskedNames(reader),
    fileMode: readFileMode(reader),
    maxAttempts: reader.integer('max-attempts', { least: 1, most: 100, fallback: 8 }),
    timeoutSeconds: reader.integer('timeout-seconds', { least: 1, most: 3600, fallback: 120 }),
    cleanup: reader.boolean('cleanup', true),
    summary: reader.boolean('summary', true),
  };
  return { plan, problems, warnings: unknown.warnings };
}

function readEnvironment(
  reader: InputReader,
  event: WorkflowEvent | undefined,
): string | undefined {
  const found = findEnvironment(reader.text('environment'), event);
  if (found === undefined || isEnvironmentName(found.name)) return found?.name;
  reader.problems.push({
    place: { input: found.from, text: found.name },
    message:
      'an environment begins with a letter or digit and consists of letters, digits, ".", "_" and "-"',
    fix: 'Name it as its secrets do, for example environment: staging',
  });
  // A name, if not a good one, was given: the lines that use it are not wrong for want of it.
  return 'environment';
}

function readRegion(reader: InputReader, variables: PlanContext['variables']): string | undefined {
  const message = 'this is no name of a region';
  const fix = 'Write it as AWS does, for example us-east-1';
  const given = reader.text('aws-region');
  if (given !== undefined) return reader.matching('aws-region', REGION, message, fix);
  for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
    const text = variables[name]?.trim();
    if (!text) continue;
    if (REGION.test(text)) return text;
    reader.problems.push({ place: { input: `the variable ${name}`, text }, message, fix });
    return undefined;
  }
  return undefined;
}

function readAllMappings(
  reader: InputReader,
  context: Parameters<typeof readMappings>[2],
): Mapping[] {
  const { problems } = reader;
  const found = problems.length;
  const envFiles = readMappings('env-file', reader.lines('env-files'), context, problems);
  const pemFiles = readMappings('pem-file', reader.lines('pem-files'), context, problems);
  const files = readMappings('file', reader.lines('files'), context, problems);
  const mappings = separateTargets([...envFiles, ...pemFiles, ...files], problems);
  if (mappings.length === 0 && problems.length === found) {
    problems.push({ message: 'the step names no source', fix: NO_SOURCE });
  }
  return mappings;
}

function readRole(
  reader: InputReader,
  variables: PlanContext['variables'],
  region: string | undefined,
): RolePlan | undefined {
  const sessionName = reader.matching(
    'role-session-name',
    SESSION_NAME,
    'a session name has 2 to 64 letters, digits and characters of "_+=,.@-"',
    'Leave it out: the default is made of repository and run id',
  );
  // IAM user guide, "Maximum session duration": from 15 minutes to 12 hours.
  const durationSeconds = reader.integer('role-duration-seconds', {
    least: 900,
    most: 43_200,
    fallback: 900,
  });
  const audience = reader.text('audience');
  const [line, second] = reader.lines('role-to-assume');
  if (second !== undefined) {
    reader.problems.push({
      place: second.place,
      message: 'a second role is not supported yet',
      fix: 'Name one role that may read what the step names',
    });
  }
  if (line === undefined) return undefined;
  const role = parseRoleArn(line.text);
  if (role === undefined) {
    reader.problems.push({
      place: line.place,
      message: 'this is no ARN of an IAM role',
      fix: 'Write role-to-assume: arn:aws:iam::ACCOUNT:role/NAME',
    });
    return undefined;
  }
  const china = role.partition === 'aws-cn' || region?.startsWith('cn-');
  return {
    role,
    audience: audience ?? `sts.amazonaws.com${china ? '.cn' : ''}`,
    sessionName: sessionName ?? defaultSessionName(variables),
    durationSeconds,
  };
}

/** `OWNER.REPOSITORY@RUN_ID`, cut in front where it is too long, so that CloudTrail leads back to the run. */
function defaultSessionName(variables: PlanContext['variables']): string {
  const repository = (variables.GITHUB_REPOSITORY ?? 'fetch-secrets').replaceAll(/[^\w.-]/g, '.');
  return `${repository}@${variables.GITHUB_RUN_ID ?? '0'}`.slice(-MOST_SESSION_NAME);
}

function readAccountIds(reader: InputReader): string[] {
  return reader.lines('allowed-account-ids').flatMap(({ text, place }) => {
    const ids = text.split(',').map((id) => id.trim());
    if (ids.every((id) => ACCOUNT_ID.test(id))) return ids;
    reader.problems.push({
      place,
      message: 'an account id has 12 digits',
      fix: 'Write the ids one a line or with a comma between them, each in quotes: "111122223333"',
    });
    return [];
  });
}

/**
 * Whether credentials lie in an account that the step allows.
 *
 * @param allowed empty: every account is
 * @param whose what lies in the account: a role's ARN, or the ambient credentials
 */
export function disallowedAccount(
  accountId: string | undefined,
  allowed: readonly string[],
  whose: string,
): Problem | undefined {
  if (allowed.length === 0 || (accountId !== undefined && allowed.includes(accountId))) {
    return undefined;
  }
  return {
    place: { input: 'allowed-account-ids', text: allowed.join(', ') },
    message: `the account ${accountId ?? '(unknown)'} of ${whose} is not allowed`,
    fix: 'Use credentials of an allowed account, or add the account to the list',
  };
}

function readPlaceholders(reader: InputReader): string[] {
  const lines = reader.lines('placeholders');
  return lines.length === 0 ? ['placeholder'] : lines.map(({ text }) => text);
}

function readUnmaskedNames(reader: InputReader): string[] {
  return reader.lines('unmasked-names').flatMap(({ text, place }) => {
    if (VARIABLE_NAME.test(text)) return [text];
    reader.problems.push({
      place,
      message: 'this is no name of a variable',
      fix: 'Write one name a line, for example LOG_LEVEL',
    });
    return [];
  });
}

function readFileMode(reader: InputReader): number {
  const mode = reader.matching(
    'file-mode',
    FILE_MODE,
    'a mode is three octal digits, and the owner can read',
    'Write file-mode: "600", or "644" where processes of other users read the file',
  );
  return Number.parseInt(mode ?? '600', 8);
}
