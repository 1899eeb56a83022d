import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  parameterReference,
  parseSource,
  type Source,
  sourceKey,
  sourceName,
} from '../../../src/plan/source.ts';

const REGION = 'us-east-1';
const ARN = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shared/x';

const parameter = (name: string, selector?: string, region = REGION): Source => ({
  kind: 'parameter',
  name,
  region,
  ...(selector === undefined ? {} : { selector }),
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

  it('without a region keeps its name, since that is reported once for the whole plan', () => {
    expect(parseSource('/a', undefined)).toEqual({
      kind: 'source',
      requested: { source: parameter('/a', undefined, ''), optional: false },
    });
  });
});

const NAME_FIX = 'Name a parameter as Parameter Store shows it, such as /platform/staging/env';
const CHARACTERS =
  'a parameter name consists of letters, digits, "_", ".", "-" and "/"; one other name fails a whole batch at AWS';
const EMPTY_LEVEL = 'a parameter name has no empty level';
const SELECTOR = 'what follows the ":" is neither a version nor a label';
const SELECTOR_FIX = 'Write NAME:3 for a version, NAME:LABEL for a label';
const NO_SOURCE = 'this is no source';
const FORMS = 'Write /NAME, ssm:NAME, ssm:ARN or file:PATH';
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
    ['/a#KEY', 'one key of a JSON value ("#KEY") is not supported yet', NAME_FIX],
    ['/a/*', 'a parameter path ("/*") is not supported yet', NAME_FIX],
    ['/a/**', 'a parameter path ("/*") is not supported yet', NAME_FIX],
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
      'secretsmanager:pixell/dev',
      'secretsmanager: is not supported yet',
      'Name the secret through Parameter Store: /aws/reference/secretsmanager/NAME',
    ],
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

describe('the names of a source', () => {
  it.each<[Source, string, string]>([
    [parameter('/a'), '/a', 'us-east-1 /a'],
    [parameter('/a', '3'), '/a:3', 'us-east-1 /a:3'],
    [parameter(ARN, 'live', 'eu-west-1'), `${ARN}:live`, `eu-west-1 ${ARN}:live`],
    [{ kind: 'file', path: 'a/b' }, 'file:a/b', 'file:a/b'],
  ])('of %j are for people, for AWS and for finding it again', (source, name, key) => {
    expect(sourceName(source)).toBe(name);
    expect(sourceKey(source)).toBe(key);
    expect(source.kind === 'file' ? name : parameterReference(source)).toBe(name);
  });
});
