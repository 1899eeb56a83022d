import { describe, expect, it } from '@jest/globals';
import { parseRoleArn } from '../../../src/identity/role-arn.ts';

describe('parseRoleArn', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/ci', 'aws', '111122223333'],
    ['arn:aws-cn:iam::111122223333:role/path/to/ci', 'aws-cn', '111122223333'],
    ['arn:aws-us-gov:iam::444455556666:role/a+=,.@-_', 'aws-us-gov', '444455556666'],
  ])('reads %s', (arn, partition, accountId) => {
    expect(parseRoleArn(arn)).toEqual({ arn, partition, accountId });
  });

  it.each([
    'ci',
    'arn:aws:iam::11112222333:role/ci',
    'arn:aws:iam::111122223333:role/',
    'arn:aws:iam::111122223333:user/ci',
    'arn:aws:sts::111122223333:assumed-role/ci/x',
    'arn:azure:iam::111122223333:role/ci',
    'arn:aws:iam::111122223333:role/c i',
    ' arn:aws:iam::111122223333:role/ci',
  ])('refuses %s', (text) => {
    expect(parseRoleArn(text)).toBeUndefined();
  });
});
