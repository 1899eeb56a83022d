import { describe, expect, it } from '@jest/globals';
import {
  parameterReference,
  requestName,
  type Source,
  sourceKey,
  sourceName,
} from '../../../src/plan/source.ts';

const ARN = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shared/x';
const REGION = { region: 'us-east-1' };
const SECRET_ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:x-AbCdEf';

describe('the names of a source', () => {
  it.each<[Source, string, string]>([
    [{ kind: 'parameter', name: '/a', ...REGION }, '/a', 'us-east-1 /a'],
    [{ kind: 'parameter', name: '/a', selector: '3', ...REGION }, '/a:3', 'us-east-1 /a:3'],
    [
      { kind: 'parameter', name: ARN, selector: 'live', region: 'eu-west-1' },
      `${ARN}:live`,
      `eu-west-1 ${ARN}:live`,
    ],
    [{ kind: 'path', path: '/a', isRecursive: false, ...REGION }, '/a/*', 'us-east-1 /a/*'],
    [{ kind: 'path', path: '/a', isRecursive: true, ...REGION }, '/a/**', 'us-east-1 /a/**'],
    [{ kind: 'path', path: '/', isRecursive: true, ...REGION }, '/**', 'us-east-1 /**'],
    [
      { kind: 'secret', secretId: 'a/b', ...REGION },
      'secretsmanager:a/b',
      'us-east-1 secretsmanager:a/b',
    ],
    [
      { kind: 'secret', secretId: 'a', versionStage: 'AWSPREVIOUS', ...REGION },
      'secretsmanager:a@AWSPREVIOUS',
      'us-east-1 secretsmanager:a@AWSPREVIOUS',
    ],
    [
      { kind: 'secret', secretId: SECRET_ARN, versionId: 'v', region: 'eu-west-1' },
      `secretsmanager:${SECRET_ARN}@v`,
      `eu-west-1 secretsmanager:${SECRET_ARN}@v`,
    ],
    [{ kind: 'file', path: 'a/b' }, 'file:a/b', 'file:a/b'],
  ])('of %j are for people, and for finding it again', (source, name, key) => {
    expect(sourceName(source)).toBe(name);
    expect(sourceKey(source)).toBe(key);
    expect(requestName({ source })).toBe(name);
    expect(requestName({ source, key: 'a.b' })).toBe(`${name}#a.b`);
  });

  it.each([
    [undefined, '/a'],
    ['3', '/a:3'],
  ])('of a parameter with the selector %s are what SSM is asked for', (selector, reference) => {
    const source = { kind: 'parameter', name: '/a', ...REGION } as const;
    expect(parameterReference(selector === undefined ? source : { ...source, selector })).toBe(
      reference,
    );
  });
});
