import { describe, expect, it } from '@jest/globals';
import type { RequestedSource, Source } from '../../../src/plan/source.ts';
import { explainFailure, explainUnfilled } from '../../../src/reporting/source-problems.ts';
import type { Failure } from '../../../src/stores/outcome.ts';

const REGION = { region: 'us-east-1' };
const PARAMETER = { kind: 'parameter', name: '/p/env', ...REGION } as const;
const PATH = { kind: 'path', path: '/p', isRecursive: false, ...REGION } as const;
const SECRET = { kind: 'secret', secretId: 'a/b', ...REGION } as const;
const FILE: Source = { kind: 'file', path: '.env' };
const ARN = 'arn:aws:ssm:eu-west-1:111122223333:parameter/x/y';
const SHARED: Source = { kind: 'parameter', name: ARN, region: 'eu-west-1' };

const OPTIONAL = 'where it may be missing, write "?" after the source';
const MISSING: Failure = { kind: 'missing' };
const denied = (action: string): Failure => ({
  kind: 'denied',
  denial: { action, policy: 'unknown' },
});
const put = (region: string, name: string): string =>
  `aws ssm put-parameter --region ${region} --name ${name} --type SecureString --value "$VALUE"`;

describe('explainFailure', () => {
  it.each<
    [
      string,
      Partial<RequestedSource> & Pick<RequestedSource, 'source'>,
      Failure,
      string,
      string | undefined,
    ]
  >([
    [
      'a missing parameter',
      { source: PARAMETER },
      MISSING,
      '/p/env is not found in us-east-1',
      `Create it, or, ${OPTIONAL}:\n${put('us-east-1', '/p/env')}`,
    ],
    [
      'a missing shared parameter',
      { source: SHARED },
      MISSING,
      `${ARN} is not found in eu-west-1`,
      `Create it, or, ${OPTIONAL}:\n${put('eu-west-1', '/x/y')}`,
    ],
    [
      'a missing version',
      { source: { ...PARAMETER, selector: '3' } },
      MISSING,
      '/p/env:3 is not found in us-east-1',
      `See whether it has this version, or, ${OPTIONAL}`,
    ],
    [
      'a missing key',
      { source: PARAMETER, key: 'k' },
      MISSING,
      '/p/env#k is not found in us-east-1',
      `See whether /p/env has this key, or, ${OPTIONAL}`,
    ],
    [
      'an empty path',
      { source: PATH },
      MISSING,
      '/p/* is not found in us-east-1',
      `See whether there are parameters below it, or, ${OPTIONAL}`,
    ],
    [
      'a missing secret',
      { source: SECRET },
      MISSING,
      'secretsmanager:a/b is not found in us-east-1',
      `Create it, or, ${OPTIONAL}:\naws secretsmanager create-secret --region us-east-1 --name a/b --secret-string "$VALUE"`,
    ],
    [
      'a missing stage',
      { source: { ...SECRET, versionStage: 'X' } },
      MISSING,
      'secretsmanager:a/b@X is not found in us-east-1',
      `See whether it has this version, or, ${OPTIONAL}`,
    ],
    [
      'a missing version of a secret',
      { source: { ...SECRET, versionId: 'v' } },
      MISSING,
      'secretsmanager:a/b@v is not found in us-east-1',
      `See whether it has this version, or, ${OPTIONAL}`,
    ],
    [
      'a missing file',
      { source: FILE },
      MISSING,
      'file:.env is not found',
      `Create the file, or, ${OPTIONAL}`,
    ],
    [
      'a denied parameter',
      { source: PARAMETER },
      denied('ssm:GetParameter'),
      '/p/env may not be read: ssm:GetParameter is denied',
      undefined,
    ],
    [
      'a denied shared parameter',
      { source: SHARED },
      denied('ssm:GetParameter'),
      `${ARN} may not be read: ssm:GetParameter is denied`,
      undefined,
    ],
    [
      'a denied path',
      { source: PATH },
      denied('ssm:GetParametersByPath'),
      '/p/* may not be read: ssm:GetParametersByPath is denied',
      undefined,
    ],
    [
      'a key of a denied secret',
      { source: SECRET, key: 'k' },
      denied('secretsmanager:GetSecretValue'),
      'secretsmanager:a/b#k may not be read: secretsmanager:GetSecretValue is denied',
      undefined,
    ],
    [
      'a denied key',
      { source: PARAMETER },
      denied('kms:Decrypt'),
      '/p/env may not be read: kms:Decrypt is denied',
      undefined,
    ],
    [
      'a failure',
      { source: PARAMETER },
      { kind: 'failed', reason: 'InvalidKeyId' },
      '/p/env cannot be read: InvalidKeyId',
      undefined,
    ],
    [
      'a failure with a fix',
      { source: PARAMETER },
      { kind: 'failed', reason: 'x', fix: 'Mend it' },
      '/p/env cannot be read: x',
      'Mend it',
    ],
    [
      'a store out of reach',
      { source: PARAMETER },
      { kind: 'unavailable', reason: 'ECONNRESET' },
      '/p/env cannot be read: ECONNRESET',
      undefined,
    ],
  ])('of %s', (_, request, failure, message, fix) => {
    expect(explainFailure({ optional: false, ...request }, failure)).toEqual({
      message,
      ...(fix === undefined ? {} : { fix }),
    });
  });
});

describe('explainUnfilled', () => {
  it.each<[Parameters<typeof explainUnfilled>, string, string]>([
    [[PARAMETER], '/p/env', `${put('us-east-1', '/p/env')} --overwrite`],
    [[PARAMETER, 'a.b'], '/p/env#a.b', `${put('us-east-1', '/p/env')} --overwrite`],
    [[PATH], '/p/*', `${put('us-east-1', '/p/NAME')} --overwrite`],
    [
      [SECRET],
      'secretsmanager:a/b',
      'aws secretsmanager put-secret-value --region us-east-1 --secret-id a/b --secret-string "$VALUE"',
    ],
  ])('says how to fill it in: %j', (given, name, command) => {
    expect(explainUnfilled(...given)).toEqual({
      message: `${name} was created, but never filled in: it holds a placeholder`,
      fix: `Fill it in:\n${command}`,
    });
  });
});
