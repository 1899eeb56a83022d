import { describe, expect, it } from '@jest/globals';
import { fingerprintOf } from '../../../src/reporting/fingerprint.ts';

const A = { source: '/a', version: '1' };
const B = { source: '/b', version: '2' };

describe('fingerprintOf', () => {
  it('is SHA-256 in hexadecimal over sorted lines', () => {
    // printf '/a 1\n/b 2\n' | sha256sum
    expect(fingerprintOf([B, A])).toBe(
      'df070565d2e334bfbacfc93fbbe6e952a66bdea5fe284842ff4c153535112f01',
    );
  });

  it('knows neither order nor repetition', () => {
    expect(fingerprintOf([B, A, B])).toBe(fingerprintOf([A, B]));
  });

  it.each([
    ['a new version', [A, { ...B, version: '3' }]],
    ['another source', [A, { ...B, source: '/c' }]],
    ['a source more', [A, B, { source: '/c', version: '1' }]],
    ['a source less', [A]],
  ])('changes with %s', (_, fetched) => {
    expect(fingerprintOf(fetched)).not.toBe(fingerprintOf([A, B]));
  });
});
