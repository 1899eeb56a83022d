import { describe, expect, it } from '@jest/globals';
import { expectedCalls } from '../../../src/stores/expected-calls.ts';
import { planOf } from '../fake-runtime.ts';

const ROLE = { 'role-to-assume': 'arn:aws:iam::111122223333:role/ci' };

function lines(count: number, prefix: string): string {
  return Array.from({ length: count }, (_, index) => `V${index}=${prefix}${index} => .env`).join(
    '\n',
  );
}

describe('expectedCalls', () => {
  it.each([
    ['none for files', 'file:.env.defaults => .env', {}, []],
    ['one for ten parameters', lines(10, '/p/'), {}, ['ssm us-east-1 1']],
    ['one more for each ten', lines(11, '/p/'), {}, ['ssm us-east-1 2']],
    ['one for each path', '/a/* => .env\n/b/** => .env', {}, ['ssm us-east-1 2']],
    ['the same source once', '/p => .a\n/p => .b', {}, ['ssm us-east-1 1']],
    [
      'one for each secret, within the bound',
      lines(30, 'secretsmanager:s'),
      {},
      ['secretsmanager us-east-1 20'],
    ],
    ['the role first', '/p => .env', ROLE, ['sts us-east-1 1', 'ssm us-east-1 1']],
    [
      'each region by itself',
      '/p => .env\nX=ssm:arn:aws:ssm:eu-west-1:111122223333:parameter/x => .env',
      {},
      ['ssm us-east-1 1', 'ssm eu-west-1 1'],
    ],
  ])('%s', (_, envFiles, more: Record<string, string>, expected) => {
    const plan = planOf({ environment: 'staging', 'env-files': envFiles, ...more });
    const calls = expectedCalls(plan).map(({ service, region, count }) =>
      [service, region, count].join(' '),
    );
    expect(calls).toEqual(expected);
  });
});
