import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  type Get,
  requestToken,
  TokenError,
  tokenEndpointOf,
} from '../../../src/identity/token.ts';
import { DeadlineError } from '../../../src/network/deadline.ts';
import type { HttpAnswer } from '../../../src/network/http-get.ts';
import { Pace } from '../../../src/network/pace.ts';
import { ONE_ATTEMPT } from '../fake-runtime.ts';

const ENDPOINT = { url: 'https://pipelines.example/token?api-version=2', requestToken: 'bearer-1' };
const GOOD: HttpAnswer = { status: 200, body: '{"count":1,"value":"a.b.c"}' };
const SECRET = 'secret-of-the-answer';

/** A `get` that gives or throws one of these after the other, and keeps what it was asked. */
function answering(
  ...answers: (HttpAnswer | Error)[]
): Get & { readonly asked: Parameters<Get>[] } {
  const asked: Parameters<Get>[] = [];
  const get: Get = async (...request) => {
    asked.push(request);
    const answer = answers[asked.length - 1];
    if (answer === undefined) throw new Error('asked too often');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return Object.assign(get, { asked });
}

const nodeError = (code: string): Error => Object.assign(new Error(SECRET), { code });
const named = (name: string): Error => Object.assign(new Error(SECRET), { name });

// No wait between attempts.
beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});

describe('tokenEndpointOf', () => {
  const both = {
    ACTIONS_ID_TOKEN_REQUEST_URL: ENDPOINT.url,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer-1',
  };
  it.each([
    [both, ENDPOINT],
    [{ ...both, ACTIONS_ID_TOKEN_REQUEST_URL: '' }, undefined],
    [{ ...both, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }, undefined],
    [{}, undefined],
  ])('of %j', (variables, expected) => {
    expect(tokenEndpointOf(variables)).toEqual(expected);
  });
});

describe('requestToken', () => {
  it('asks with the audience in the query and the bearer in a header', async () => {
    const get = answering(GOOD);
    await expect(requestToken(ENDPOINT, 'sts.amazonaws.com & co', get, ONE_ATTEMPT)).resolves.toBe(
      'a.b.c',
    );
    const [url, headers, signal] = get.asked[0] ?? [];
    expect(url?.href).toBe(
      'https://pipelines.example/token?api-version=2&audience=sts.amazonaws.com+%26+co',
    );
    expect(headers).toMatchObject({ authorization: 'Bearer bearer-1', accept: 'application/json' });
    expect(signal?.aborted).toBe(false);
  });

  it.each<[string, HttpAnswer | Error]>([
    ['429', { status: 429, body: SECRET }],
    ['500', { status: 500, body: SECRET }],
    ['503', { status: 503, body: SECRET }],
    ['a cut connection', nodeError('ECONNRESET')],
    ['an unknown host', nodeError('ENOTFOUND')],
    ['an attempt that ran out of its time', named('TimeoutError')],
    ['an aborted attempt', named('AbortError')],
    ['an answer that is no JSON', { status: 200, body: `<html>${SECRET}` }],
    ['an answer without a token', { status: 200, body: `{"message":"${SECRET}"}` }],
    ['an empty token', { status: 200, body: '{"value":""}' }],
    ['a token that is no text', { status: 200, body: '{"value":7}' }],
    ['null', { status: 200, body: 'null' }],
  ])('tries again after %s', async (_, failure) => {
    const get = answering(failure, GOOD);
    const limits = { ...ONE_ATTEMPT, maxAttempts: 2 };
    await expect(requestToken(ENDPOINT, 'a', get, limits)).resolves.toBe('a.b.c');
    expect(get.asked).toHaveLength(2);
  });

  it.each<[string, HttpAnswer | Error, string]>([
    ['403', { status: 403, body: SECRET }, 'HTTP 403'],
    ['404', { status: 404, body: SECRET }, 'HTTP 404'],
    ['a redirect', { status: 302, body: SECRET }, 'HTTP 302'],
    ['a certificate', nodeError('CERT_HAS_EXPIRED'), 'CERT_HAS_EXPIRED'],
  ])('does not try again after %s', async (_, failure, told) => {
    const get = answering(failure, GOOD);
    const limits = { ...ONE_ATTEMPT, maxAttempts: 2 };
    await expect(requestToken(ENDPOINT, 'a', get, limits)).rejects.toEqual(
      new TokenError(`GitHub's token endpoint gave no OIDC token: ${told}`),
    );
    expect(get.asked).toHaveLength(1);
  });

  it.each<[HttpAnswer | Error, string]>([
    [{ status: 500, body: SECRET }, 'HTTP 500'],
    [{ status: 200, body: SECRET }, 'UnreadableAnswer'],
    [new Error(SECRET), 'an unknown error'],
  ])('tells what failed last, and nothing of the answer: %j', async (failure, told) => {
    await expect(requestToken(ENDPOINT, 'a', answering(failure), ONE_ATTEMPT)).rejects.toEqual(
      new TokenError(`GitHub's token endpoint gave no OIDC token: ${told}`),
    );
  });

  it('refuses an endpoint that is no URL', async () => {
    const get = answering();
    const token = requestToken({ ...ENDPOINT, url: 'nowhere' }, 'a', get, ONE_ATTEMPT);
    await expect(token).rejects.toBeInstanceOf(TokenError);
    expect(get.asked).toEqual([]);
  });

  it('hands on the deadline', async () => {
    const deadline = AbortSignal.abort(new DeadlineError(120));
    const limits = { maxAttempts: 8, deadline, pace: new Pace() };
    await expect(requestToken(ENDPOINT, 'a', answering(GOOD), limits)).rejects.toBe(
      deadline.reason,
    );
  });
});
