import { describe, expect, it } from '@jest/globals';
import {
  describeFailure,
  HttpStatusError,
  type Transience,
  transienceOf,
} from '../../../src/network/failure.ts';
import { sdkError } from '../fake-runtime.ts';

const SECRET = 'quotes a secret';
const nodeError = (code: string, more: object = {}): Error =>
  Object.assign(new Error(SECRET), { code, ...more });
const failed = (properties: object): Error => Object.assign(new Error(SECRET), properties);

describe('a failed call', () => {
  it.each<[string, unknown, Transience, string]>([
    // Answers over HTTP.
    ['HTTP 429', new HttpStatusError(429), 'throttled', 'HTTP 429'],
    ['HTTP 500', new HttpStatusError(500), 'passing', 'HTTP 500'],
    ['HTTP 599', new HttpStatusError(599), 'passing', 'HTTP 599'],
    ['HTTP 403', new HttpStatusError(403), 'no', 'HTTP 403'],
    ['HTTP 300', new HttpStatusError(300), 'no', 'HTTP 300'],
    ['HTTP 204', new HttpStatusError(204), 'passing', 'HTTP 204'],
    ['HTTP 304', new HttpStatusError(304), 'no', 'HTTP 304'],
    // Errors of the SDK.
    ['throttling', sdkError('ThrottlingException'), 'throttled', 'ThrottlingException'],
    ['too many', sdkError('TooManyRequestsException'), 'throttled', 'TooManyRequestsException'],
    ['the status 429', sdkError('Strange', SECRET, 429), 'throttled', 'Strange'],
    [
      'an internal error',
      sdkError('InternalServerError', SECRET, 500),
      'passing',
      'InternalServerError',
    ],
    ['a status that the SDK leaves out', sdkError('Strange', SECRET, 507), 'passing', 'Strange'],
    ['a time-out', sdkError('TimeoutError'), 'passing', 'TimeoutError'],
    [
      'a corrected clock',
      failed({ name: 'RequestTimeTooSkewed', $metadata: { clockSkewCorrected: true } }),
      'passing',
      'RequestTimeTooSkewed',
    ],
    ['keys out of reach', sdkError('IDPCommunicationError'), 'passing', 'IDPCommunicationError'],
    [
      'keys out of reach, named in full',
      sdkError('IDPCommunicationErrorException'),
      'passing',
      'IDPCommunicationErrorException',
    ],
    [
      'keys not there',
      sdkError('InvalidIdentityToken', 'no verification key'),
      'passing',
      'InvalidIdentityToken',
    ],
    [
      'a bad token',
      sdkError('InvalidIdentityToken', 'Incorrect token audience'),
      'no',
      'InvalidIdentityToken',
    ],
    ['denied', sdkError('AccessDeniedException'), 'no', 'AccessDeniedException'],
    ['missing', sdkError('ParameterNotFound'), 'no', 'ParameterNotFound'],
    ['invalid', sdkError('ValidationException'), 'no', 'ValidationException'],
    [
      'no credentials',
      failed({ name: 'CredentialsProviderError' }),
      'no',
      'CredentialsProviderError',
    ],
    [
      'an answer that was cut',
      failed({ name: 'SyntaxError', $response: { statusCode: 200 } }),
      'passing',
      'HTTP 200',
    ],
    [
      'an answer that was cut, of the SDK',
      failed({ name: 'SyntaxError', $metadata: { httpStatusCode: 200 } }),
      'passing',
      'HTTP 200',
    ],
    [
      'throttling by a host that is known',
      failed({ name: 'ThrottlingException', $response: { hostname: 'ssm.x' } }),
      'throttled',
      'ThrottlingException (ssm.x)',
    ],
    [
      'denied by a host that is known',
      failed({ name: 'AccessDeniedException', $response: { statusCode: 400, hostname: 'ssm.x' } }),
      'no',
      'AccessDeniedException',
    ],
    ['an answer without a status', failed({ $response: {} }), 'passing', 'an unknown error'],
    [
      'a page of a proxy',
      failed({ name: 'SyntaxError', $response: { statusCode: 403 } }),
      'no',
      'HTTP 403',
    ],
    // Errors of Node.
    ['a reset', nodeError('ECONNRESET'), 'passing', 'ECONNRESET'],
    [
      'a refusal',
      nodeError('ECONNREFUSED', { address: '127.0.0.1' }),
      'passing',
      'ECONNREFUSED (127.0.0.1)',
    ],
    [
      'an unknown host',
      nodeError('ENOTFOUND', { hostname: 'ssm.x' }),
      'passing',
      'ENOTFOUND (ssm.x)',
    ],
    [
      'DNS',
      nodeError('EAI_AGAIN', { hostname: 'ssm.x', address: '::1' }),
      'passing',
      'EAI_AGAIN (ssm.x)',
    ],
    ['a certificate', nodeError('CERT_HAS_EXPIRED'), 'no', 'CERT_HAS_EXPIRED'],
    [
      'all addresses of a host',
      Object.assign(
        new AggregateError(
          [nodeError('ETIMEDOUT', { address: '::1' }), nodeError('ENETUNREACH')],
          SECRET,
        ),
      ),
      'passing',
      'ETIMEDOUT (::1)',
    ],
    [
      'all addresses with a code',
      Object.assign(new AggregateError([nodeError('EACCES')], SECRET), { code: 'ECONNREFUSED' }),
      'passing',
      'ECONNREFUSED',
    ],
    [
      'addresses that stay wrong',
      new AggregateError([nodeError('EACCES')], SECRET),
      'no',
      'EACCES',
    ],
    ['no address at all', new AggregateError([], SECRET), 'no', 'AggregateError'],
    // Anything else.
    ['a plain error', new Error(SECRET), 'no', 'an unknown error'],
    ['an error of a parser', new SyntaxError(SECRET), 'no', 'an unknown error'],
    ['a fault of the program', new TypeError(SECRET), 'no', 'TypeError'],
    ['a code that is no code', nodeError('quotes a secret'), 'no', 'an unknown error'],
    ['a code that is a number', failed({ code: 7 }), 'no', 'an unknown error'],
    ['text', SECRET, 'no', 'an unknown error'],
    ['nothing', undefined, 'no', 'an unknown error'],
  ])('is judged and told in words: %s', (_, error, transience, told) => {
    expect(transienceOf(error)).toBe(transience);
    expect(describeFailure(error)).toBe(told);
  });
});
