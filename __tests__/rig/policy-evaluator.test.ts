import { describe, expect, it } from '@jest/globals';
import { isAllowed, type PolicyDocument, type PolicyStatement } from './policy-evaluator.ts';

const READ: PolicyStatement = {
  Effect: 'Allow',
  Action: ['ssm:GetParameter', 'ssm:Describe*'],
  Resource: ['arn:aws:ssm:us-east-1:111122223333:parameter/a.b/*', 'arn:x:secret-??'],
};

function policy(...Statement: PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement };
}

describe('isAllowed', () => {
  it.each([
    ['ssm:GetParameter', 'arn:aws:ssm:us-east-1:111122223333:parameter/a.b/c/d', true],
    ['SSM:getparameter', 'arn:aws:ssm:us-east-1:111122223333:parameter/a.b/c', true],
    ['ssm:DescribeParameters', 'arn:x:secret-12', true],
    ['ssm:GetParameters', 'arn:x:secret-12', false],
    ['ssm:GetParameter', 'arn:x:secret-123', false],
    ['ssm:GetParameter', 'arn:aws:ssm:us-east-1:111122223333:parameter/aXb/c', false],
    ['ssm:GetParameter', 'arn:aws:ssm:us-east-1:111122223333:parameter/a.b', false],
  ])('decides about %s on %s', (action, resource, allowed) => {
    expect(isAllowed(policy(READ), { action, resource })).toBe(allowed);
  });

  it('lets a deny win', () => {
    const deny: PolicyStatement = { Effect: 'Deny', Action: '*', Resource: 'arn:x:secret-11' };
    const request = { action: 'ssm:GetParameter', resource: 'arn:x:secret-11' };
    expect(isAllowed(policy(READ, deny), request)).toBe(false);
    expect(isAllowed(policy(READ, deny), { ...request, resource: 'arn:x:secret-12' })).toBe(true);
  });

  it('needs every condition, and one value of each', () => {
    const guarded = policy({
      ...READ,
      Resource: '*',
      Condition: { StringEquals: { a: ['1', '2'] }, StringLike: { b: 'x*' } },
    });
    const ask = (context: Record<string, string>) =>
      isAllowed(guarded, { action: 'ssm:GetParameter', resource: 'any', context });
    expect([
      ask({ a: '2', b: 'xy' }),
      ask({ a: '3', b: 'xy' }),
      ask({ a: '1', b: 'y' }),
      ask({ a: '1' }),
    ]).toEqual([true, false, false, false]);
  });

  it('tells principals apart', () => {
    const trust = policy({
      Effect: 'Allow',
      Principal: { Federated: 'arn:provider' },
      Action: 'sts:AssumeRoleWithWebIdentity',
    });
    const action = 'sts:AssumeRoleWithWebIdentity';
    const ask = (type: string, id: string) => isAllowed(trust, { action, principal: { type, id } });
    expect([ask('Federated', 'arn:provider'), ask('AWS', 'arn:provider')]).toEqual([true, false]);
    expect(isAllowed(trust, { action })).toBe(false);
  });

  it('refuses to guess', () => {
    const request = { action: 'ssm:GetParameter', resource: 'any', context: { a: '1' } };
    const other = { ...READ, Resource: '*', Condition: { NumericEquals: { a: '1' } } };
    expect(() => isAllowed(policy(other), request)).toThrow('NumericEquals');
    const not = { ...READ, NotAction: 's3:*' } as PolicyStatement;
    expect(() => isAllowed(policy(not), request)).toThrow('NotAction');
  });
});
