import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSource } from '../../../src/plan/parse-source.ts';
import type { SecretSource, Source } from '../../../src/plan/source.ts';

const REGION = 'us-east-1';
const ARN = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shared/x';

const SECRET_ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:pixell/dev-AbCdEf';
const VERSION_ID = '01234567-89ab-cdef-0123-456789abcdef';

const parameter = (name: string, selector?: string, region = REGION): Source => ({
  kind: 'parameter',
  name,
  region,
  ...(selector === undefined ? {} : { selector }),
});

const secret = (secretId: string, more: Partial<SecretSource> = {}): Source => ({
  kind: 'secret',
  secretId,
  region: REGION,
  ...more,
});

describe('a source', () => {
  it.each<[string, Source]>([
    ['/platform/staging/env', parameter('/platform/staging/env')],
    ['ssm:/platform/staging/env', parameter('/platform/staging/env')],
    ['ssm:name', parameter('name')],
    ['/name', parameter('/name')],
    ['/aws/reference/secretsmanager/a', parameter('/aws/reference/secretsmanager/a')],
    ['/p/A_b.c-9', parameter('/p/A_b.c-9')],
    ['/p/name:3', parameter('/p/name', '3')],
    ['/p/name:live', parameter('/p/name', 'live')],
    ['ssm:name:_l.a-b', parameter('name', '_l.a-b')],
    [`/p/name:${'l'.repeat(100)}`, parameter('/p/name', 'l'.repeat(100))],
    [`ssm:${ARN}`, parameter(ARN, undefined, 'eu-west-1')],
    [`ssm:${ARN}:3`, parameter(ARN, '3', 'eu-west-1')],
    [`ssm:${ARN}:live`, parameter(ARN, 'live', 'eu-west-1')],
    [
      'ssm:arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/x',
      parameter(
        'arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/x',
        undefined,
        'us-gov-west-1',
      ),
    ],
    [`/${'a/'.repeat(14)}a`, parameter(`/${'a/'.repeat(14)}a`)],
    [`/${'a'.repeat(1010)}`, parameter(`/${'a'.repeat(1010)}`)],
    ['/a/*', { kind: 'path', path: '/a', isRecursive: false, region: REGION }],
    ['/a/b/**', { kind: 'path', path: '/a/b', isRecursive: true, region: REGION }],
    ['ssm:/a/**', { kind: 'path', path: '/a', isRecursive: true, region: REGION }],
    ['/*', { kind: 'path', path: '/', isRecursive: false, region: REGION }],
    ['secretsmanager:pixell/dev', secret('pixell/dev')],
    ['secretsmanager:a+=.@b_-/@AWSCURRENT', secret('a+=.@b_-/', { versionStage: 'AWSCURRENT' })],
    ['secretsmanager:a@AWSPREVIOUS', secret('a', { versionStage: 'AWSPREVIOUS' })],
    [`secretsmanager:a@${VERSION_ID}`, secret('a', { versionId: VERSION_ID })],
    [`secretsmanager:${'a'.repeat(512)}`, secret('a'.repeat(512))],
    [`secretsmanager:${SECRET_ARN}`, secret(SECRET_ARN, { region: 'eu-west-1' })],
    [
      `secretsmanager:${SECRET_ARN}@AWSPENDING`,
      secret(SECRET_ARN, { region: 'eu-west-1', versionStage: 'AWSPENDING' }),
    ],
    ['file:.env.defaults', { kind: 'file', path: '.env.defaults' }],
    ['file:a b/..c', { kind: 'file', path: 'a b/..c' }],
  ])('is read from %s, and optional with "?"', (text, source) => {
    expect(parseSource(text, REGION)).toEqual({
      kind: 'source',
      requested: { source, optional: false },
    });
    expect(parseSource(`${text}?`, REGION)).toEqual({
      kind: 'source',
      requested: { source, optional: true },
    });
  });

  it.each([
    ['/a#DB_HOST', 'DB_HOST', false],
    ['/a#db.host?', 'db.host', true],
    ['/a#b#c', 'b#c', false],
    ['/a:3#key with blanks', 'key with blanks', false],
    ['secretsmanager:a@AWSPREVIOUS#key', 'key', false],
    ['file:a.json#key', 'key', false],
  ])('has a key: %s', (text, key, optional) => {
    expect(parseSource(text, REGION)).toMatchObject({
      kind: 'source',
      requested: { key, optional },
    });
  });

  it('without a region keeps its name, since that is reported once for the whole plan', () => {
    expect(parseSource('/a', undefined)).toEqual({
      kind: 'source',
      requested: { source: parameter('/a', undefined, ''), optional: false },
    });
  });
});

const NAME_FIX = 'Name it as Parameter Store shows it, such as /platform/staging/env';
const CHARACTERS = 'a parameter name consists of letters, digits, "_", ".", "-" and "/"';
const EMPTY_LEVEL = 'a parameter name has no empty level';
const SELECTOR = 'what follows the ":" is neither a version nor a label';
const SELECTOR_FIX = 'Write NAME:3 for a version, NAME:LABEL for a label';
const STARS = '"*" stands only at the end of a path';
const STARS_FIX = 'Write /PATH/* for the parameters directly below, /PATH/** for all below';
const NO_SECRET = 'this is no name or ARN of a secret';
const SECRET_FIX =
  'Write secretsmanager:NAME or secretsmanager:arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME';
const STAGE = 'what follows the "@" is neither a stage nor a version id';
const STAGE_FIX = 'Write NAME@AWSPREVIOUS for a stage, NAME@VERSION-ID for a version';
const NO_SOURCE = 'this is no source';
const FORMS =
  'Write /NAME, /PATH/*, ssm:NAME, ssm:ARN, secretsmanager:NAME, secretsmanager:ARN or file:PATH';
const NO_ARN = 'this is no ARN of a parameter';
const ARN_FIX = 'Write ssm:arn:aws:ssm:REGION:ACCOUNT:parameter/NAME';
const FILE_FIX = 'Write file: and a path relative to the workspace';
const OUTSIDE = 'a file: source lies in the workspace';

describe('a text that is no source', () => {
  it.each([
    ['platform/staging/env', NO_SOURCE, FORMS],
    ['', NO_SOURCE, FORMS],
    ['?', NO_SOURCE, FORMS],
    ['SSM:/a', NO_SOURCE, FORMS],
    ['ssm:', CHARACTERS, NAME_FIX],
    ['/a b', CHARACTERS, NAME_FIX],
    ['/ä', CHARACTERS, NAME_FIX],
    ['/a??', CHARACTERS, NAME_FIX],
    ['/a\n', CHARACTERS, NAME_FIX],
    ['/', EMPTY_LEVEL, NAME_FIX],
    ['/a/', EMPTY_LEVEL, NAME_FIX],
    ['/a//b', EMPTY_LEVEL, NAME_FIX],
    ['ssm:a/b', 'a parameter name with levels begins with "/"', 'Write /a/b'],
    [`/${'a/'.repeat(15)}a`, 'a parameter name has at most 15 levels', NAME_FIX],
    [`/${'a'.repeat(1011)}`, 'a parameter name has at most 1011 characters', NAME_FIX],
    ['/a:', SELECTOR, SELECTOR_FIX],
    ['/a:0', SELECTOR, SELECTOR_FIX],
    ['/a:-x y', SELECTOR, SELECTOR_FIX],
    ['/a:1:2', SELECTOR, SELECTOR_FIX],
    ['/a:1x', SELECTOR, SELECTOR_FIX],
    ['/a:awsLabel', SELECTOR, SELECTOR_FIX],
    ['/a:SSM', SELECTOR, SELECTOR_FIX],
    [`/a:${'l'.repeat(101)}`, SELECTOR, SELECTOR_FIX],
    [`ssm:${ARN}:`, SELECTOR, SELECTOR_FIX],
    ['ssm:arn:aws:s3:::bucket', NO_ARN, ARN_FIX],
    ['ssm:arn:aws:ssm:eu-west-1:1111:parameter/x', NO_ARN, ARN_FIX],
    ['ssm:arn:aws:ssm:eu-west-1:111122223333:parameter/', NO_ARN, ARN_FIX],
    ['ssm:arn:aws:ssm:eu-west-1:111122223333:parameter//x', EMPTY_LEVEL, NAME_FIX],
    [ARN, 'an ARN is named with its service before it', `Write ssm:${ARN}`],
    [
      SECRET_ARN,
      'an ARN is named with its service before it',
      `Write secretsmanager:${SECRET_ARN}`,
    ],
    ['arn:aws:s3:::bucket', NO_SOURCE, FORMS],
    ['/a/*/b', STARS, STARS_FIX],
    ['/a*', STARS, STARS_FIX],
    ['/a/***', STARS, STARS_FIX],
    ['ssm:*', STARS, STARS_FIX],
    [
      '/a/*:3',
      'a path has no version or label',
      'Leave out what follows the ":", or name one parameter',
    ],
    ['/a b/*', CHARACTERS, NAME_FIX],
    ['/a//*', EMPTY_LEVEL, NAME_FIX],
    [
      '/a/*#KEY',
      'a path has no keys: "#KEY" reads one key of a JSON value',
      'Name the one parameter that holds the JSON value',
    ],
    ['/a#', 'the key is missing after "#"', 'Write SOURCE#KEY, or leave "#" out'],
    ['/a#?', 'the key is missing after "#"', 'Write SOURCE#KEY, or leave "#" out'],
    ['#KEY', NO_SOURCE, FORMS],
    ['secretsmanager:', NO_SECRET, SECRET_FIX],
    ['secretsmanager:a b', NO_SECRET, SECRET_FIX],
    ['secretsmanager:@AWSPREVIOUS', NO_SECRET, SECRET_FIX],
    [`secretsmanager:${'a'.repeat(513)}`, NO_SECRET, SECRET_FIX],
    [`secretsmanager:${ARN}`, NO_SECRET, SECRET_FIX],
    ['secretsmanager:a@', STAGE, STAGE_FIX],
    ['secretsmanager:a@b c', STAGE, STAGE_FIX],
    [`secretsmanager:a@${'s'.repeat(257)}`, STAGE, STAGE_FIX],
    ['file:', 'file: names no path', FILE_FIX],
    ['file:/etc/passwd', OUTSIDE, FILE_FIX],
    ['file:~/x', OUTSIDE, FILE_FIX],
    ['file:C:\\x', OUTSIDE, FILE_FIX],
    ['file:a/../../x', 'a file: source may not leave the workspace by ".."', FILE_FIX],
    ['file:a\\..\\x', 'a file: source may not leave the workspace by ".."', FILE_FIX],
  ])('is told what is wrong: %s', (text, message, fix) => {
    expect(parseSource(text, REGION)).toEqual({ kind: 'problem', problem: { message, fix } });
  });

  it('never makes the parser throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['source', 'problem']).toContain(parseSource(text, REGION).kind);
        expect(['source', 'problem']).toContain(parseSource(`ssm:${text}`, REGION).kind);
      }),
    );
  });
});
