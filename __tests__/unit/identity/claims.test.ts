import { describe, expect, it } from '@jest/globals';
import { readClaims } from '../../../src/identity/claims.ts';

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

describe('readClaims', () => {
  it('reads what is text', () => {
    const payload = '{"sub":"repo:octo-org/platform:ref:refs/heads/ä","exp":1,"aud":["a"]}';
    expect(readClaims(`e30.${encode(payload)}.signature`)).toEqual({
      sub: 'repo:octo-org/platform:ref:refs/heads/ä',
    });
  });

  it.each(['', 'no token', 'e30', `e30.${encode('{')}.x`, `e30.${encode('null')}.x`])(
    'finds none in %j',
    (token) => {
      expect(readClaims(token)).toEqual({});
    },
  );
});
