import { describe, expect, it } from '@jest/globals';
import { readClaims } from '../../../src/identity/claims.ts';
import { jwt } from '../fake-runtime.ts';

const encoded = (text: string): string => `h.${Buffer.from(text).toString('base64url')}.s`;

describe('readClaims', () => {
  it.each<[string, string, object]>([
    ['claims that are text', jwt({ sub: 'repo:ö/r', exp: 1, nested: {} }), { sub: 'repo:ö/r' }],
    ['no claims of no JWT', 'token', {}],
    ['no claims of nothing', '', {}],
    ['no claims of a payload that is no JSON', encoded('{'), {}],
    ['no claims of a payload that is no object', encoded('null'), {}],
    ['no claims of text', encoded('7'), {}],
  ])('gives %s', (_, token, claims) => {
    expect(readClaims(token)).toEqual(claims);
  });
});
