import { describe, expect, it } from '@jest/globals';
import type { Denial } from '../../../src/identity/denial.ts';
import type { Source } from '../../../src/plan/source.ts';
import { deniedReads } from '../../../src/stores/denied-reads.ts';
import type { Outcome } from '../../../src/stores/outcome.ts';
import { planOf } from '../fake-runtime.ts';

const REGION = 'us-east-1';

const denial = (action: string): Denial => ({ action, policy: 'unknown' });
const denied = (action: string): Outcome => ({ kind: 'denied', denial: denial(action) });

const sourcesOf = (inputs: Readonly<Record<string, string>>): Source[] =>
  planOf(inputs).mappings.map(({ source }) => source);

describe('deniedReads', () => {
  it('lists what was denied, each source once, as IAM knows it', () => {
    const sources = sourcesOf({
      'env-files':
        '/p/a:3 => a\n/p/found => b\n/p/deep/** => c\n/p/never-fetched => d\nfile:e => e',
      files: '/p/a:3 => f\nsecretsmanager:s => g\n/p/a => h',
    });
    const outcomes = new Map<string, Outcome>([
      [`${REGION} /p/a:3`, denied('kms:Decrypt')],
      [`${REGION} /p/a`, denied('ssm:GetParameter')],
      [`${REGION} /p/found`, { kind: 'found', bytes: Buffer.from('A=1') }],
      [`${REGION} /p/deep/**`, denied('ssm:GetParametersByPath')],
      [`${REGION} secretsmanager:s`, denied('secretsmanager:GetSecretValue')],
      ['file:e', { kind: 'missing' }],
    ]);

    expect(deniedReads(sources, outcomes)).toEqual([
      {
        readable: { kind: 'parameter', name: '/p/a', region: REGION },
        denial: denial('kms:Decrypt'),
      },
      {
        readable: { kind: 'path', path: '/p/deep', recursive: true, region: REGION },
        denial: denial('ssm:GetParametersByPath'),
      },
      {
        readable: { kind: 'secret', secretId: 's', region: REGION },
        denial: denial('secretsmanager:GetSecretValue'),
      },
      {
        readable: { kind: 'parameter', name: '/p/a', region: REGION },
        denial: denial('ssm:GetParameter'),
      },
    ]);
  });

  it('has nothing to list where nothing is denied', () => {
    const sources = sourcesOf({ files: '/a => a\n/b => b\n/c => c' });
    const outcomes = new Map<string, Outcome>([
      [`${REGION} /a`, { kind: 'missing' }],
      [`${REGION} /b`, { kind: 'failed', reason: 'x' }],
      [`${REGION} /c`, { kind: 'unavailable', reason: 'x' }],
    ]);
    expect(deniedReads(sources, outcomes)).toEqual([]);
  });
});
