import { parseRoleArn, type RoleArn } from '../identity/role-arn.ts';
import type { SettingsReader } from './settings-reader.ts';

/** How the role is assumed. */
export interface RolePlan {
  readonly role: RoleArn;
  readonly audience: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
}

// STS API reference, AssumeRoleWithWebIdentity, "RoleSessionName".
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const MOST_SESSION_NAME = 64;

/**
 * Reads which role is assumed, and how.
 *
 * @returns undefined where none is named, or with a problem no role
 */
export function readRolePlan(
  reader: SettingsReader,
  variables: Readonly<Record<string, string | undefined>>,
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
  const role = readRole(reader);
  if (role === undefined) return undefined;
  return {
    role,
    audience: reader.text('audience') ?? defaultAudience(role, region),
    sessionName: sessionName ?? defaultSessionName(variables),
    durationSeconds,
  };
}

function readRole(reader: SettingsReader): RoleArn | undefined {
  const [first, second] = reader.list('role-to-assume');
  if (second !== undefined) {
    reader.problems.push({
      place: second.place,
      message: 'a second role is not supported yet',
      fix: 'Name one role that may read what the step names',
    });
  }
  if (first === undefined) return undefined;
  const role = parseRoleArn(first.text);
  if (role === undefined) {
    reader.problems.push({
      place: first.place,
      message: 'this is no ARN of an IAM role',
      fix: 'Write role-to-assume: arn:aws:iam::ACCOUNT:role/NAME',
    });
  }
  return role;
}

function defaultAudience({ partition }: RoleArn, region: string | undefined): string {
  const isChina = partition === 'aws-cn' || region?.startsWith('cn-') === true;
  return `sts.amazonaws.com${isChina ? '.cn' : ''}`;
}

/** `OWNER.REPOSITORY@RUN_ID`, cut in front where it is too long, so that CloudTrail leads back to the run. */
function defaultSessionName(variables: Readonly<Record<string, string | undefined>>): string {
  const repository = (variables.GITHUB_REPOSITORY ?? 'fetch-secrets').replaceAll(/[^\w.-]/g, '.');
  return `${repository}@${variables.GITHUB_RUN_ID ?? '0'}`.slice(-MOST_SESSION_NAME);
}
