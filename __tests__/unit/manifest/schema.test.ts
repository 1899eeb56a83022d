import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { knownKeys, manifestJsonSchema, manifestSchema } from '../../../src/manifest/schema.ts';
import { SETTING_NAMES } from '../../../src/plan/settings.ts';
import { ACTION_OUTPUTS } from '../../../src/reporting/outputs.ts';
import { FULL_MANIFEST } from '../manifests.ts';

const ROOT = join(import.meta.dirname, '../../..');
const readRoot = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const action = parse(readRoot('action.yml')) as Record<'inputs' | 'outputs', object>;
const accepts = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(manifestJsonSchema());

describe('action.yml', () => {
  it('has the inputs that the program knows', () => {
    expect(Object.keys(action.inputs).sort()).toEqual([...SETTING_NAMES].sort());
  });

  it('has the outputs that the program sets, in their order', () => {
    expect(Object.keys(action.outputs)).toEqual(ACTION_OUTPUTS);
  });

  it('leaves defaults to the program, so that a key of the manifest can hold', () => {
    expect(Object.values(action.inputs).filter((input) => 'default' in input)).toEqual([]);
  });
});

describe('the schema of the manifest', () => {
  it('has a key for each input, those aside that say where to look', () => {
    const keys = Object.keys(manifestSchema.shape);
    const inputs = SETTING_NAMES.filter((name) => name !== 'environment' && name !== 'config');
    expect(keys).toEqual(expect.arrayContaining(inputs));
    expect(keys.filter((key) => !inputs.some((input) => input === key))).toEqual([
      'region',
      'environment-variable',
      'environments',
    ]);
  });

  it('is published as it is', () => {
    expect(JSON.parse(readRoot('schema.json'))).toEqual(manifestJsonSchema());
  });

  it('describes each of its keys, but those that are described where they stand', () => {
    const { properties } = manifestJsonSchema() as { properties: Record<string, object> };
    expect(
      Object.keys(properties).filter((key) => !('description' in (properties[key] ?? {}))),
    ).toEqual([]);
  });

  it('accepts every key in every form as an editor reads it', () => {
    expect(accepts(parse(FULL_MANIFEST))).toBe(true);
    expect(Object.keys(parse(FULL_MANIFEST))).toEqual(
      expect.arrayContaining(
        Object.keys(manifestSchema.shape).filter((key) => key !== 'aws-region'),
      ),
    );
  });

  it.each([
    ['env-files: [ "/a => .env" ]'],
    ['pem-files: [ "/a => a.pem" ]'],
    ['files: [ "/a => a" ]'],
    ['outputs: [ "a=/a" ]'],
    ['aws-region: us-east-1'],
    [
      'role-to-assume: [ "arn:aws:iam::111122223333:role/hub", "arn:aws:iam::444455556666:role/ci" ]',
    ],
    ['allowed-account-ids: 111122223333'],
    ['placeholders: TODO'],
    ['unmasked-names: LOG_LEVEL'],
    ['cleanup: "false"'],
    ['max-attempts: "8"'],
    ['{}'],
  ])('accepts another form: %s', (text) => {
    expect(accepts(parse(text))).toBe(true);
  });
});

describe('knownKeys', () => {
  const SOURCE = ['from', 'name-transformation', 'only', 'rename'];
  const FILE = ['format', 'mode', 'sources'];
  const ENVIRONMENT = [
    'role',
    'region',
    'aliases',
    'account',
    'github-environment',
    'protected',
    'use',
  ];
  it.each<{ path: PropertyKey[]; keys: string[] }>([
    { path: ['environments', 'a/b'], keys: ENVIRONMENT },
    { path: ['env-files', 'a/b'], keys: FILE },
    { path: ['env-files', 'a/0'], keys: FILE },
    { path: ['env-files', 'a/b', 0], keys: SOURCE },
    { path: ['env-files', 'a/b', 'sources', 12], keys: SOURCE },
    { path: ['env-vars', 3], keys: SOURCE },
    { path: ['pem-files', 'a/b'], keys: ['from', 'mode'] },
    { path: ['files', 'a/b'], keys: ['from', 'mode'] },
    { path: ['outputs', 'a'], keys: [] },
  ])('at $path', ({ path, keys }) => {
    expect(knownKeys(path)).toEqual(keys);
  });

  it('at the top are all', () => {
    expect(knownKeys([])).toEqual(Object.keys(manifestSchema.shape));
  });
});
