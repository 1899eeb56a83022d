import { isThrottlingError, isTransientError } from '@smithy/core/retry';

/** Whether an error passes by itself, and how: throttled calls wait longer. */
export type Transience = 'no' | 'passing' | 'throttled';

type SdkError = Parameters<typeof isTransientError>[0];

/** What an error of Node's network layer or of the AWS SDK may carry, as far as it is read here. */
interface NetworkError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly hostname?: unknown;
  readonly address?: unknown;
  readonly message?: unknown;
  readonly errors?: readonly unknown[];
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly statusCode?: number; readonly hostname?: string };
}

/** An answer over HTTP that is no success. */
export class HttpStatusError extends Error {
  override readonly name = 'HttpStatusError';
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

/**
 * Whether a failed call is worth another attempt: throttling, 5xx, cut connections, timeouts, a corrected clock, and the
 * passing errors of STS. Denied, missing and invalid are not.
 */
export function transienceOf(error: unknown): Transience {
  if (!(error instanceof Error)) return 'no';
  if (error instanceof HttpStatusError) return transienceOfStatus(error.status);
  if (isThrottlingError(error as SdkError)) return 'throttled';
  if (isTransientError(error as SdkError) || isKeyRetrieval(error)) return 'passing';
  const { errors, $response } = error as NetworkError;
  // All addresses of a host failed: an AggregateError of the single attempts.
  if (errors?.some((each) => transienceOf(each) !== 'no')) return 'passing';
  // The answer came, but could not be read: cut in the middle, or a proxy's page.
  if ($response !== undefined && statusOf(error) === undefined) return 'passing';
  return transienceOfStatus(statusOf(error) ?? 0);
}

function transienceOfStatus(status: number): Transience {
  if (status === 429) return 'throttled';
  // A success that ends in an error was cut short.
  return status >= 500 || (status >= 200 && status < 300) ? 'passing' : 'no';
}

/** STS could not read GitHub's keys at that moment: STS API reference, AssumeRoleWithWebIdentity, "Errors". */
function isKeyRetrieval({ name, message }: Error): boolean {
  return (
    name === 'IDPCommunicationError' ||
    name === 'IDPCommunicationErrorException' ||
    (/^InvalidIdentityToken(Exception)?$/.test(name) && message.includes('verification key'))
  );
}

function statusOf(error: NetworkError): number | undefined {
  return error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
}

/**
 * A failed call in words for the log: its code, or its HTTP status, and the host where it is known. The message of the
 * error is not passed on, since parsers quote what they read.
 */
export function describeFailure(error: unknown): string {
  if (error instanceof HttpStatusError) return error.message;
  const { name, code, hostname, address, errors, ...rest } = pick(error);
  const first = errors?.[0];
  if (first !== undefined && code === undefined) return describeFailure(first);
  const label = [code, name].find(isLabel);
  const status = statusOf(rest);
  // What AWS refused for good needs no host: it came from AWS.
  const answering = transienceOf(error) === 'no' ? undefined : rest.$response?.hostname;
  const host = [hostname, address, answering].find((part) => typeof part === 'string');
  const cause = label ?? (status === undefined ? 'an unknown error' : `HTTP ${status}`);
  return host === undefined ? cause : `${cause} (${host})`;
}

function pick(error: unknown): NetworkError {
  if (!(error instanceof Error)) return {};
  const { name, code, hostname, address, errors, $metadata, $response } = error as NetworkError;
  return {
    name: name === 'Error' || name === 'SyntaxError' ? undefined : name,
    code,
    hostname,
    address,
    ...(errors === undefined ? {} : { errors }),
    ...($metadata === undefined ? {} : { $metadata }),
    ...($response === undefined ? {} : { $response }),
  };
}

/** An error's code or class as AWS and Node write them, and nothing that could hold more. */
function isLabel(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z][A-Za-z0-9_.]{1,63}$/.test(text);
}
