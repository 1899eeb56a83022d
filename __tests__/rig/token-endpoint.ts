import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from './loopback-server.ts';

/** An answer in place of the right one. */
export type TokenFault =
  /** An HTTP status with GitHub's kind of error text. */
  | number
  /** The connection is cut. */
  | 'reset'
  /** No answer, until the client gives up or the endpoint stops. */
  | 'hang'
  /** Status 200 with this text. */
  | { body: string };

/** GitHub's endpoint for a job's ID tokens. */
export interface TokenEndpoint {
  /** For `ACTIONS_ID_TOKEN_REQUEST_URL`; it has a query string already, as GitHub's has. */
  readonly url: string;
  /** For `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly requestToken: string;
  /**
   * What the next tokens say, as in GitHub's documentation of the claims. `aud`, `jti`, `iat`, `nbf`
   * and `exp` are made for each token; set here they win.
   */
  readonly claims: Record<string, unknown>;
  /** Issued so far: three base64url parts, the signature is none. */
  readonly tokens: readonly string[];
  /** Asked for, by requests with the right bearer; `''` where a request named none. */
  readonly audiences: readonly string[];
  /** Queues answers that come before the right ones, one for each request. */
  fault(...faults: TokenFault[]): void;
  stop(): Promise<void>;
}

/** Starts a token endpoint on a free loopback port. */
export async function startTokenEndpoint(): Promise<TokenEndpoint> {
  const requestToken = randomBytes(32).toString('base64url');
  const claims = exampleClaims();
  const tokens: string[] = [];
  const audiences: string[] = [];
  const faults: TokenFault[] = [];

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers.authorization !== `Bearer ${requestToken}`) {
      sendError(response, 401);
      return;
    }
    const audience = new URL(request.url ?? '', 'http://localhost').searchParams.get('audience');
    audiences.push(audience ?? '');
    const fault = faults.shift();
    if (fault === 'hang') return;
    if (fault === 'reset') {
      request.socket.resetAndDestroy();
    } else if (typeof fault === 'number') {
      sendError(response, fault);
    } else if (fault !== undefined) {
      response.end(fault.body);
    } else {
      const token = unsignedToken({ ...timesAndAudience(audience, claims), ...claims });
      tokens.push(token);
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify({ count: token.length, value: token }));
    }
  };

  const server = await listen(createServer(answer));
  return {
    url: `${server.url}/token?api-version=2.0`,
    requestToken,
    claims,
    tokens,
    audiences,
    fault: (...added) => {
      faults.push(...added);
    },
    stop: server.stop,
  };
}

function sendError(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ message: `The token service answers ${status}.` }));
}

/** Source of names and example values: GitHub's OpenID Connect reference. */
function exampleClaims(): Record<string, unknown> {
  return {
    iss: 'https://token.actions.githubusercontent.com',
    sub: 'repo:octo-org/platform:environment:staging',
    environment: 'staging',
    repository: 'octo-org/platform',
    repository_id: '74',
    repository_owner: 'octo-org',
    repository_owner_id: '65',
    repository_visibility: 'private',
    actor: 'octocat',
    actor_id: '12',
    base_ref: '',
    head_ref: '',
    event_name: 'push',
    ref: 'refs/heads/main',
    ref_type: 'branch',
    ref_protected: 'true',
    sha: '0123456789abcdef0123456789abcdef01234567',
    workflow: 'Deploy',
    workflow_ref: 'octo-org/platform/.github/workflows/deploy.yml@refs/heads/main',
    workflow_sha: '0123456789abcdef0123456789abcdef01234567',
    job_workflow_ref: 'octo-org/platform/.github/workflows/deploy.yml@refs/heads/main',
    job_workflow_sha: '0123456789abcdef0123456789abcdef01234567',
    run_id: '9876543210',
    run_number: '42',
    run_attempt: '1',
    runner_environment: 'github-hosted',
  };
}

function timesAndAudience(
  audience: string | null,
  claims: Record<string, unknown>,
): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    jti: randomUUID(),
    aud: audience ?? `https://github.com/${claims.repository_owner}`,
    nbf: now - 600,
    iat: now,
    exp: now + 300,
  };
}

function unsignedToken(claims: Record<string, unknown>): string {
  const header = { typ: 'JWT', alg: 'RS256', kid: String(randomInt(1e9)) };
  const parts = [header, claims].map((part) => Buffer.from(JSON.stringify(part)));
  return [...parts, randomBytes(256)].map((part) => part.toString('base64url')).join('.');
}
