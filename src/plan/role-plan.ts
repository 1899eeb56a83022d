import { tooLongForChain } from '../identity/guards.ts';
import type { Readable } from '../identity/readable.ts';
import { parseRoleArn, type RoleArn, whyNoRoleArn } from '../identity/role-arn.ts';
import type { RoleChain, SessionPolicyChoice } from '../identity/role-chain.ts';
import { makeSessionPolicy } from '../identity/session-policy.ts';
import { sessionTags } from '../identity/session-tags.ts';
import type { Place } from '../reporting/problem.ts';
import { parseJson } from '../values/json.ts';
import type { TextName } from './settings.ts';
import type { SettingsReader } from './settings-reader.ts';
import type { Source } from './source.ts';

/** How roles are assumed. */
export interface RolePlan {
  readonly chain: RoleChain;
  readonly audience: string;
}

/** What of the plan the session is made for. */
export interface SessionContext {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly region: string | undefined;
  readonly environment: string | undefined;
  readonly sources: readonly Source[];
}

// STS API reference, AssumeRoleWithWebIdentity, "RoleSessionName".
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const MOST_SESSION_NAME = 64;
// STS API reference, AssumeRole, "Policy".
const MOST_POLICY = 2_048;

/**
 * Reads how the roles are assumed.
 *
 * @param roles as `readRoles` read them
 * @returns undefined where there is none
 */
export function readRolePlan(
  reader: SettingsReader,
  roles: readonly RoleArn[],
  context: SessionContext,
): RolePlan | undefined {
  const sessionName = reader.matching(
    'role-session-name',
    SESSION_NAME,
    'a session name has 2 to 64 letters, digits and characters of "_+=,.@-"',
    'Leave it out: the default is made of repository and run id',
  );
  const exportsCredentials = reader.boolean('export-credentials', false);
  // IAM user guide, "Maximum session duration": from 15 minutes to 12 hours.
  const durationSeconds = reader.integer('role-duration-seconds', {
    least: 900,
    most: 43_200,
    fallback: exportsCredentials ? 3_600 : 900,
  });
  const isTagged = reader.boolean('role-session-tags', false);
  const policy = readSessionPolicy(reader);
  const last = roles.at(-1);
  if (last === undefined) {
    if (exportsCredentials && reader.list('role-to-assume').length === 0) {
      reader.problems.push({
        place: placeOf(reader, 'export-credentials'),
        message: 'there are no credentials to export without a role',
        fix: 'Name it: role-to-assume: arn:aws:iam::ACCOUNT:role/NAME',
      });
    }
    return undefined;
  }
  const tooLong = tooLongForChain(roles, durationSeconds, placeOf(reader, 'role-duration-seconds'));
  if (tooLong !== undefined) reader.problems.push(tooLong);
  return {
    audience: reader.text('audience') ?? defaultAudience(last),
    chain: {
      roles,
      sessionName: sessionName ?? defaultSessionName(context.variables),
      durationSeconds,
      sessionPolicy: policy ?? scopedPolicy(context.sources, last),
      tags: isTagged ? sessionTags(context.variables, context.environment) : [],
      exportsCredentials,
    },
  };
}

/** Reads which roles are assumed; one that is none is a problem, and left out. */
export function readRoles(reader: SettingsReader, region: string | undefined): RoleArn[] {
  return reader.list('role-to-assume').flatMap(({ text, place }) => {
    const wrong = whyNoRoleArn(text, region);
    if (wrong !== undefined) reader.problems.push({ place, ...wrong });
    const role = wrong === undefined ? parseRoleArn(text) : undefined;
    return role === undefined ? [] : [role];
  });
}

/** @returns undefined for `scoped`, the default */
function readSessionPolicy(reader: SettingsReader): SessionPolicyChoice | undefined {
  const given = reader.placed('session-policy');
  if (given === undefined || given.text.toLowerCase() === 'scoped') return undefined;
  const { text, place } = given;
  if (text.toLowerCase() === 'none') return { kind: 'none' };
  const parsed = parseJson(text);
  if (parsed.kind === 'json' && parsed.value.kind === 'object' && text.length <= MOST_POLICY) {
    return { kind: 'given', json: text };
  }
  reader.problems.push({
    place,
    message: `a session policy is scoped, none, or a JSON object of at most ${MOST_POLICY} characters`,
    fix: 'Leave it out: the session may then read just what the step names',
  });
  return { kind: 'none' };
}

/** Where a setting stands, in the step or in the manifest. */
function placeOf(reader: SettingsReader, name: TextName): Place {
  return reader.placed(name)?.place ?? { input: name };
}

/** Lets through just what the plan reads; without a read in AWS there is nothing to let through. */
export function scopedPolicy(sources: readonly Source[], role: RoleArn): SessionPolicyChoice {
  const readables = sources.flatMap((source) => readableOf(source) ?? []);
  if (readables.length === 0) return { kind: 'none' };
  return { kind: 'scoped', policy: makeSessionPolicy(readables, role) };
}

/** What IAM knows of a source; undefined for a local file. */
export function readableOf(source: Source): Readable | undefined {
  switch (source.kind) {
    case 'parameter':
      return { kind: 'parameter', name: source.name, region: source.region };
    case 'path': {
      const { path, isRecursive, region } = source;
      return { kind: 'path', path, recursive: isRecursive, region };
    }
    case 'secret':
      return { kind: 'secret', secretId: source.secretId, region: source.region };
    case 'file':
      return undefined;
  }
}

/** A role of China's partition is asked for with China's audience. */
function defaultAudience({ partition }: RoleArn): string {
  return `sts.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
}

/** `OWNER.REPOSITORY@RUN_ID`, cut in front where it is too long, so that CloudTrail leads back to the run. */
function defaultSessionName(variables: SessionContext['variables']): string {
  const repository = (variables.GITHUB_REPOSITORY ?? 'fetch-secrets').replaceAll(/[^\w.-]/g, '.');
  return `${repository}@${variables.GITHUB_RUN_ID ?? '0'}`.slice(-MOST_SESSION_NAME);
}
