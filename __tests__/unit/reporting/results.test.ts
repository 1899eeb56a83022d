import { describe, expect, it } from '@jest/globals';
import type { Mapping } from '../../../src/plan/mappings.ts';
import { isFileTarget } from '../../../src/plan/target.ts';
import { fingerprintOf } from '../../../src/reporting/fingerprint.ts';
import { formatOutputs } from '../../../src/reporting/outputs.ts';
import {
  keptOutputs,
  keptReport,
  outputsOf,
  reportOf,
  skippedOutputs,
} from '../../../src/reporting/results.ts';
import type { Found, FoundPath } from '../../../src/stores/outcome.ts';
import type { Prepared, PreparedRow } from '../../../src/values/prepare.ts';
import { planOf } from '../fake-runtime.ts';

const ARN = 'arn:aws:ssm:eu-west-1:999999999999:parameter/shared';
const CHANGED = new Date('2030-01-01');
const plan = planOf({
  environment: 'staging',
  'env-files': '/env => .env\nfile:x => b.env\n/none? => none.env',
  'pem-files': `ssm:${ARN} => a.pem`,
  files: '/f:3 => f',
  'env-vars': '/p/*',
  outputs: 'o=secretsmanager:s#k',
});

const found = (version?: string, arn?: string): Found => ({
  kind: 'found',
  bytes: new Uint8Array(),
  ...(version === undefined ? {} : { version, lastModified: CHANGED }),
  ...(arn === undefined ? {} : { arn }),
});

function rowAt(index: number, value?: Found | FoundPath, variables?: number): PreparedRow {
  return {
    mapping: mappingAt(index),
    ...(value === undefined ? {} : { found: value }),
    ...(variables === undefined ? {} : { variables }),
  };
}

function mappingAt(index: number): Mapping {
  const mapping = plan.mappings[index];
  if (mapping === undefined) throw new Error(`The plan has no mapping ${index}.`);
  return mapping;
}

const OWN_ARN = 'arn:aws:ssm:us-east-1:111122223333:parameter/env';
const OWN = found('1', OWN_ARN);
const LATER = new Date('2030-02-01');
const PATH: FoundPath = {
  kind: 'found-path',
  members: [
    { ...found('4'), name: '/p/a' },
    { ...found('5'), lastModified: LATER, name: '/p/b' },
  ],
};
const ROWS = [
  rowAt(0, OWN, 2),
  rowAt(1, found(), 2),
  rowAt(2),
  rowAt(3, found('7', ARN)),
  rowAt(4, found('3')),
  rowAt(5, PATH, 2),
  rowAt(6, found('01234567-89ab-cdef-0123-456789abcdef')),
];

const PREPARED: Prepared = {
  files: plan.mappings.flatMap(({ target }, index) =>
    isFileTarget(target) && index !== 2 ? [{ target, bytes: new Uint8Array() }] : [],
  ),
  variables: [],
  outputs: new Map(),
  names: ['A', 'B', 'C'],
  maskables: [],
  rows: ROWS,
  renderedRows: [],
};

describe('the outputs', () => {
  it('tell what was written and where it came from', () => {
    expect(formatOutputs(outputsOf(plan, PREPARED, undefined))).toMatchObject({
      environment: 'staging',
      'env-files': '/w/.env\n/w/b.env',
      'pem-files': '/w/a.pem',
      files: '/w/f',
      names: '["A","B","C"]',
      fingerprint: fingerprintOf([
        { source: `eu-west-1 ${ARN}`, version: '7' },
        { source: 'us-east-1 /env', version: '1' },
        { source: 'us-east-1 /f:3', version: '3' },
        { source: 'us-east-1 /p/a', version: '4' },
        { source: 'us-east-1 /p/b', version: '5' },
        { source: 'us-east-1 secretsmanager:s', version: '01234567-89ab-cdef-0123-456789abcdef' },
      ]),
      'aws-account-id': '111122223333',
      skipped: 'false',
    });
  });

  it('tell the account of the role, where one was assumed', () => {
    expect(outputsOf(plan, PREPARED, '444455556666').accountId).toBe('444455556666');
  });

  it.each<[string, PreparedRow[], string | undefined]>([
    [
      'of a member of a path',
      [rowAt(5, { ...PATH, members: [{ ...OWN, name: '/p/a' }] })],
      '111122223333',
    ],
    ['of nobody, from a shared parameter', [rowAt(3, found('7', ARN))], undefined],
    ['of nobody, from what has no ARN', [rowAt(0, found('1'))], undefined],
  ])('tell the account %s', (_, rows, accountId) => {
    expect(outputsOf(plan, { ...PREPARED, rows }, undefined).accountId).toBe(accountId);
  });

  it('tell no fingerprint where nothing has a version', () => {
    const prepared = { ...PREPARED, rows: ROWS.slice(1, 3) };
    const outputs = outputsOf({ ...plan, environment: undefined }, prepared, undefined);
    expect(formatOutputs(outputs)).toMatchObject({
      environment: '',
      fingerprint: '',
      'aws-account-id': '',
    });
  });

  it('of a step that was skipped are empty', () => {
    const outputs = formatOutputs(skippedOutputs(plan));
    expect(outputs).toMatchObject({ environment: 'staging', names: '[]', skipped: 'true' });
    const { environment: _, names: __, skipped: ___, ...others } = outputs;
    expect(new Set(Object.values(others))).toEqual(new Set(['']));
  });

  it('of a step that kept its files tell them', () => {
    const targets = PREPARED.files.map(({ target }) => target);
    expect(formatOutputs(keptOutputs(plan, targets, ['A']))).toMatchObject({
      'env-files': '/w/.env\n/w/b.env',
      names: '["A"]',
      fingerprint: '',
      skipped: 'false',
    });
  });
});

describe('the report', () => {
  it('has the order of the plan, what is missing in it', () => {
    expect(reportOf(plan, PREPARED, ['B'])).toEqual({
      environment: 'staging',
      rows: [
        {
          source: '/env',
          target: '.env',
          version: '1',
          lastModified: CHANGED,
          variables: 2,
          isMissing: false,
        },
        { source: 'file:x', target: 'b.env', variables: 2, isMissing: false },
        { source: '/none', target: 'none.env', isMissing: true },
        { source: ARN, target: 'a.pem', version: '7', lastModified: CHANGED, isMissing: false },
        { source: '/f:3', target: 'f', version: '3', lastModified: CHANGED, isMissing: false },
        {
          source: '/p/*',
          target: 'variables of the job',
          lastModified: LATER,
          variables: 2,
          isMissing: false,
        },
        {
          source: 'secretsmanager:s#k',
          target: 'output o',
          version: '01234567',
          lastModified: CHANGED,
          isMissing: false,
        },
      ],
      unmasked: ['B'],
    });
  });

  it('has what templates read after it, which counts for fingerprint and account too', () => {
    const [mapping] = planOf({ files: '/t => serverless.yml' }).mappings;
    if (mapping === undefined || !isFileTarget(mapping.target)) throw new Error('No file.');
    const rendered = {
      source: { kind: 'parameter', name: '/r', region: 'us-east-1' },
      shown: '${ssm:/${self:custom.x}}',
      found: found('9', OWN_ARN),
      target: mapping.target,
    } as const;
    const prepared = { ...PREPARED, rows: [], renderedRows: [rendered] };
    expect(reportOf(plan, prepared, []).rows).toEqual([
      {
        source: '${ssm:/${self:custom.x}}',
        target: 'serverless.yml',
        version: '9',
        lastModified: CHANGED,
        isMissing: false,
      },
    ]);
    expect(outputsOf(plan, prepared, undefined)).toMatchObject({
      fingerprint: fingerprintOf([{ source: 'us-east-1 /r', version: '9' }]),
      accountId: '111122223333',
    });
  });

  it('names the variable that takes a value whole', () => {
    const [mapping] = planOf({ 'env-files': 'NAME=/a => .env' }).mappings;
    if (mapping === undefined) throw new Error('The plan has no mapping.');
    const { rows } = reportOf(plan, { ...PREPARED, rows: [{ mapping, variables: 1 }] }, []);
    expect(rows[0]?.target).toBe('NAME in .env');
  });

  it('of a step that kept its files says so in each row', () => {
    const kept = plan.mappings.flatMap(({ target }) => (isFileTarget(target) ? [target] : []));
    const { rows } = keptReport(plan, kept.slice(0, 1), []);
    expect(rows).toHaveLength(plan.mappings.length);
    expect(rows[0]).toEqual({
      source: '/env',
      version: 'kept',
      target: '.env',
      isMissing: false,
    });
  });
});
