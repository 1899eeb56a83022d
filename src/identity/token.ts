import {
  describeFailure,
  HttpStatusError,
  type Transience,
  transienceOf,
} from '../network/failure.ts';
import type { HttpAnswer } from '../network/http-get.ts';
import { type RetryLimits, withRetries } from '../network/retry.ts';
import { ActionError } from '../reporting/action-error.ts';

/** Where the runner hands out OIDC tokens: the two variables that it sets for a job with `id-token: write`. */
export interface TokenEndpoint {
  /** `ACTIONS_ID_TOKEN_REQUEST_URL`. */
  readonly url: string;
  /** `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly requestToken: string;
}

/** One GET request, as `httpGet` sends it. */
export type Get = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<HttpAnswer>;

/** GitHub gave no token although the job may ask for one. */
export class TokenError extends ActionError {
  override readonly name = 'TokenError';
}

class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

const ATTEMPT_MS = 10_000;

/** The endpoint of this job; undefined where the job may not have a token. */
export function tokenEndpointOf(
  variables: Readonly<Record<string, string | undefined>>,
): TokenEndpoint | undefined {
  const url = variables.ACTIONS_ID_TOKEN_REQUEST_URL;
  const requestToken = variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  return url && requestToken ? { url, requestToken } : undefined;
}

/**
 * Asks GitHub for the job's OIDC token (GitHub documentation, "OpenID Connect reference": the URL has a query already,
 * the answer is JSON with `value`). Each attempt has 10 s; network errors, 429 and 5xx are tried again.
 *
 * @returns the token, a JWT, not yet masked
 * @throws TokenError, or the deadline's reason
 */
export async function requestToken(
  endpoint: TokenEndpoint,
  audience: string,
  get: Get,
  limits: RetryLimits,
): Promise<string> {
  const attempt = async (deadline: AbortSignal): Promise<string> => {
    const url = new URL(endpoint.url);
    url.searchParams.set('audience', audience);
    const headers = {
      accept: 'application/json',
      authorization: `Bearer ${endpoint.requestToken}`,
      'user-agent': 'fetch-secrets',
    };
    const answer = await get(
      url,
      headers,
      AbortSignal.any([deadline, AbortSignal.timeout(ATTEMPT_MS)]),
    );
    if (answer.status !== 200) throw new HttpStatusError(answer.status);
    return tokenIn(answer.body);
  };
  try {
    return await withRetries(attempt, transience, limits);
  } catch (error) {
    if (limits.deadline.aborted) throw error;
    throw new TokenError(`GitHub's token endpoint gave no OIDC token: ${describeFailure(error)}`);
  }
}

function transience(error: unknown): Transience {
  // An attempt that ran out of its own time was aborted by its signal.
  const timedOut = error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
  return timedOut || error instanceof UnreadableAnswer ? 'passing' : transienceOf(error);
}

function tokenIn(body: string): string {
  try {
    const { value } = JSON.parse(body) as { value?: unknown };
    if (typeof value === 'string' && value !== '') return value;
  } catch {
    // The parser's message would quote the answer, which may hold the token.
  }
  throw new UnreadableAnswer();
}
