import { describe, expect, it } from '@jest/globals';
import { ACTION_OUTPUTS, formatOutputs, type StepOutputs } from '../../../src/reporting/outputs.ts';
import { keptOutputs, skippedOutputs } from '../../../src/reporting/results.ts';
import { planOf } from '../fake-runtime.ts';

const PLAN = planOf({ environment: 'staging', files: '/a => a' });
const EMPTY: StepOutputs = keptOutputs(PLAN, [], []);

describe('formatOutputs', () => {
  it('gives every output of the action, in its order', () => {
    expect(Object.keys(formatOutputs(EMPTY))).toEqual(ACTION_OUTPUTS);
    expect(Object.keys(formatOutputs(skippedOutputs(PLAN)))).toEqual(ACTION_OUTPUTS);
  });

  it('gives paths one a line, names as JSON, and what is absent empty', () => {
    expect(
      formatOutputs({
        ...EMPTY,
        environment: undefined,
        paths: { ...EMPTY.paths, 'env-file': ['/w/a b', '/w/c'], file: ['/w/d'] },
        names: ['A', 'B'],
        fingerprint: 'f',
        accountId: '111122223333',
      }),
    ).toMatchObject({
      environment: '',
      'env-files': '/w/a b\n/w/c',
      'pem-files': '',
      files: '/w/d',
      names: '["A","B"]',
      fingerprint: 'f',
      'aws-account-id': '111122223333',
      skipped: 'false',
    });
  });
});
