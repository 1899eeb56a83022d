import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseAwsRequest } from '../rig/aws-request.ts';
import { listen } from '../rig/loopback-server.ts';
import { type Answer, type Call, recordAnswers } from './recorded.ts';

/** How far away the servers are. */
export interface Distance {
  /** One round trip. */
  readonly latencyMs: number;
  /** TLS on a host of its own for each service, where a new connection costs two round trips before the first request. */
  readonly isRealistic: boolean;
}

/** Token endpoint, STS, SSM and Secrets Manager in one, at a chosen distance. */
export interface StandIn {
  /** Variables that lead a program to it. */
  readonly variables: (distance: Distance) => Record<string, string>;
  /** Forgets the calls that were counted. */
  readonly begin: (distance: Distance, pathSize: number) => void;
  readonly calls: () => { readonly count: number; readonly mostInFlight: number };
  readonly stop: () => Promise<void>;
}

const TLS = join(import.meta.dirname, '..', 'fixtures', 'tls');
const CERTIFICATE = join(TLS, 'certificate.pem');
const HANDSHAKE_ROUND_TRIPS = 2;
const SERVICES = ['token', 'sts', 'ssm', 'secretsmanager'] as const;
const TOKEN = [
  '{"alg":"RS256"}',
  '{"sub":"repo:o/r:ref:refs/heads/main","iss":"bench"}',
  'signature',
]
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

/** Starts the servers on loopback ports. */
export async function startStandIn(): Promise<StandIn> {
  const answer = await recordAnswers();
  /** When the connection from a port was opened. */
  const opened = new Map<number | undefined, number>();
  let distance: Distance = { latencyMs: 0, isRealistic: false };
  let pathSize = 0;
  let count = 0;
  let inFlight = 0;
  let mostInFlight = 0;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrived = performance.now();
    count += 1;
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    const { contentType, body } = answerTo(request, await text(request), (call) =>
      answer(call, pathSize),
    );
    const ready =
      (opened.get(request.socket.remotePort) ?? 0) + HANDSHAKE_ROUND_TRIPS * distance.latencyMs;
    const start = distance.isRealistic ? Math.max(arrived, ready) : arrived;
    await until(start + distance.latencyMs);
    inFlight -= 1;
    response.writeHead(200, { 'content-type': contentType }).end(body);
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => {
      process.stderr.write(`${error}\n`);
      response.destroy();
    });
  };
  const plain = await listen(createServer(onRequest));
  const options = { cert: readFileSync(CERTIFICATE), key: readFileSync(join(TLS, 'key.pem')) };
  const secure = await Promise.all(
    SERVICES.map(async (service) => {
      const server = createSecureServer(options, onRequest);
      server.on('connection', ({ remotePort }: Socket) =>
        opened.set(remotePort, performance.now()),
      );
      const { url, stop } = await listen(server as unknown as ReturnType<typeof createServer>);
      return { service, url: url.replace('http://127.0.0.1', 'https://localhost'), stop };
    }),
  );
  return {
    variables({ isRealistic }) {
      const at = (name: (typeof SERVICES)[number]): string =>
        (isRealistic ? secure.find(({ service }) => service === name)?.url : plain.url) ?? '';
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${at('token')}/token?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token-of-the-bench',
        AWS_ENDPOINT_URL_STS: at('sts'),
        AWS_ENDPOINT_URL_SSM: at('ssm'),
        AWS_ENDPOINT_URL_SECRETS_MANAGER: at('secretsmanager'),
        ...(isRealistic ? { NODE_EXTRA_CA_CERTS: CERTIFICATE } : {}),
      };
    },
    begin(chosen, size) {
      distance = chosen;
      pathSize = size;
      count = 0;
      mostInFlight = 0;
    },
    calls: () => ({ count, mostInFlight }),
    async stop() {
      await Promise.all([plain, ...secure].map(({ stop }) => stop()));
    },
  };
}

function answerTo(
  { method, headers }: IncomingMessage,
  body: string,
  answer: (call: Call) => Answer,
): Answer {
  if (method === 'GET') {
    return { contentType: 'application/json', body: JSON.stringify({ value: TOKEN }) };
  }
  const { operation, protocol, body: fields } = parseAwsRequest(headers, body);
  const service = protocol === 'query' ? 'sts' : 'ssm';
  return answer({ service, operation, body: fields });
}

/** Timers fire up to a millisecond late: what is over is not waited for. */
async function until(time: number): Promise<void> {
  const left = time - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
