import { describe, expect, it } from '@jest/globals';
import { partitionOf } from '../../../src/identity/partition.ts';
import { parseRoleArn, whyNoRoleArn } from '../../../src/identity/role-arn.ts';

const FORM = 'Write arn:aws:iam::ACCOUNT:role/NAME, as IAM shows it for the role';

describe('whyNoRoleArn', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/ci', 'us-east-1'],
    ['arn:aws:iam::111122223333:role/team/sub/ci+=,.@-_1', 'us-east-1'],
    ['arn:aws-cn:iam::111122223333:role/ci', 'cn-north-1'],
    ['arn:aws-us-gov:iam::111122223333:role/ci', 'us-gov-west-1'],
    ['arn:aws-cn:iam::111122223333:role/ci', undefined],
  ])('takes %s', (text, region) => {
    expect(whyNoRoleArn(text, region)).toBeUndefined();
    expect(parseRoleArn(text)).toMatchObject({ arn: text, accountId: '111122223333' });
  });

  it.each([
    ['', 'this is no ARN', FORM],
    [
      '$' + '{{ vars.ROLE }}x',
      'the ARN has blanks in it',
      `${FORM}; several roles are written one a line`,
    ],
    ['ci*', 'this is no ARN', FORM],
    [
      'ci-staging',
      'this is the name of a role and not its ARN',
      "Write arn:aws:iam::ACCOUNT:role/ci-staging with the account's id",
    ],
    [
      'role/team/ci',
      'this is the name of a role and not its ARN',
      "Write arn:aws:iam::ACCOUNT:role/team/ci with the account's id",
    ],
    ['111122223333', 'this is an account id and no role', FORM],
    [
      'arn:aws:iam::111122223333: role/ci',
      'the ARN has blanks in it',
      'Write arn:aws:iam::111122223333:role/ci',
    ],
    [
      'arn:aws:iam::111122223333:role/a arn:aws:iam::111122223333:role/b',
      'the ARN has blanks in it',
      `${FORM}; several roles are written one a line`,
    ],
    [
      '"arn:aws:iam::111122223333:role/ci"',
      'the ARN is in quotes',
      'Write it without them: arn:aws:iam::111122223333:role/ci',
    ],
    ['arn:aws:iam::111122223333:user/bob', 'this is the ARN of a user and not of a role', FORM],
    ['arn:aws:iam::111122223333:root', 'this is the ARN of an account and not of a role', FORM],
    ['arn:aws:iam::aws:policy/Admin', 'this is the ARN of a policy and not of a role', FORM],
    [
      'arn:aws:iam::111122223333:instance-profile/x',
      'this is the ARN of an instance profile and not of a role',
      FORM,
    ],
    [
      'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      'this is the ARN of an OIDC provider and not of a role',
      FORM,
    ],
    [
      'arn:aws:sts::111122223333:assumed-role/ci/session',
      "this is the ARN of a role's session and not of the role",
      "Write arn:aws:iam::111122223333:role/ci, with the role's path before its name where it has one",
    ],
    ['arn:aws:s3:::bucket', 'this is an ARN of the service "s3" and not of IAM', FORM],
    [
      'arn:aws:iam:us-east-1:111122223333:role/ci',
      "a role's ARN has no region in it",
      'Write arn:aws:iam::111122223333:role/ci',
    ],
    ['arn:aws:iam::1111:role/ci', 'the account in the ARN is no 12 digits', FORM],
    ['arn:azure:iam::111122223333:role/ci', '"azure" is no partition of AWS', FORM],
    ['arn:aws:iam::111122223333:rolle/ci', 'this is no ARN of an IAM role', FORM],
    [
      'arn:aws:iam::111122223333:role/',
      "the ARN has no name of a role, or characters that a role's name cannot have",
      FORM,
    ],
    [
      'arn:aws:iam::111122223333:role/ci!',
      "the ARN has no name of a role, or characters that a role's name cannot have",
      FORM,
    ],
  ])('says what is wrong with %j', (text, message, fix) => {
    expect(whyNoRoleArn(text, 'us-east-1')).toEqual({ message, fix });
    expect(parseRoleArn(text)).toBeUndefined();
  });

  it('compares the partition with the region', () => {
    expect(whyNoRoleArn('arn:aws:iam::111122223333:role/ci', 'cn-north-1')).toEqual({
      message: 'the role lies in the partition aws, but the region cn-north-1 in aws-cn',
      fix: 'Name a region of aws in aws-region, or the role as arn:aws-cn:iam::111122223333:role/ci where that is its ARN',
    });
  });
});

describe('partitionOf', () => {
  it.each([
    ['us-east-1', 'aws'],
    ['ap-southeast-7', 'aws'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('knows that %s is in %s', (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
  });
});
