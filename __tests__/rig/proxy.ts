import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AwsError, accessDenied, encodeAwsError, THROTTLED } from './aws-error.ts';
import { type AwsProtocol, type AwsRequest, parseAwsRequest } from './aws-request.ts';
import { type Fault, FaultRules } from './faults.ts';
import { type LoopbackServer, listen } from './loopback-server.ts';
import { getParametersOneByOne, isMotoGap, type MotoAnswer } from './moto-gaps.ts';

/** Starts a proxy in front of moto, or of `target`, on a free loopback port. */
export async function startProxy(target = process.env.MOTO_URL): Promise<AwsProxy> {
  if (target === undefined) throw new Error('MOTO_URL is not set: moto does not run.');
  let proxy: AwsProxy | undefined;
  const server = await listen(
    createServer((request, response) => {
      proxy?.handle(request, response).catch(() => response.destroy());
    }),
  );
  proxy = new AwsProxy(target, server);
  return proxy;
}

/** Passes AWS calls on, counts them, and makes chosen ones fail. */
export class AwsProxy {
  readonly url: string;
  /** In order of arrival; calls that were made to fail are there too. */
  readonly requests: AwsRequest[] = [];
  /** The largest number of calls without an answer at one time. */
  mostInFlight = 0;
  readonly #target: string;
  readonly #server: LoopbackServer;
  readonly #callers = new Map<string, string>();
  readonly #rules = new FaultRules();
  #inFlight = 0;

  constructor(target: string, server: LoopbackServer) {
    this.#target = target;
    this.#server = server;
    this.url = server.url;
  }

  /** The operations in order of arrival. */
  get calls(): string[] {
    return this.requests.map((request) => request.operation);
  }

  /** How often an operation was called. */
  count(operation: string): number {
    return this.calls.filter((call) => call === operation).length;
  }

  /** Adds a rule, behind those that are there. */
  fault(fault: Fault): void {
    this.#rules.add(fault);
  }

  /**
   * Denies an operation as IAM does, in AWS's words.
   * @param names only calls that name one of these parameters (with or without a version or label) are
   *   denied; default: all calls.
   */
  deny(operation: string, names?: readonly string[]): void {
    const deniedName = (request: AwsRequest) =>
      names === undefined
        ? (namesIn(request)[0] ?? '*')
        : namesIn(request).find((name) => names.includes(name) || names.includes(bareName(name)));
    this.fault({
      operation,
      when: (request) => deniedName(request) !== undefined,
      effect: (request) => {
        const name = bareName(deniedName(request) ?? '*');
        return { kind: 'aws-error', ...accessDenied(request, this.#caller(request), name) };
      },
    });
  }

  /** Forgets all rules, and all calls that were counted. */
  clear(): void {
    this.#rules.clear();
    this.requests.length = 0;
    this.mostInFlight = 0;
  }

  /** Stops it and cuts open connections. */
  async stop(): Promise<void> {
    await this.#server.stop();
  }

  /** Takes one HTTP request: for the server only. */
  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.#inFlight);
    response.once('close', () => {
      this.#inFlight -= 1;
    });
    const body = await text(incoming);
    const request = parseAwsRequest(incoming.headers, body);
    this.requests.push(request);
    const effect = this.#rules.effectFor(request);
    switch (effect?.kind) {
      case undefined:
        return await this.#answer(incoming, body, request, response);
      case 'delay':
        await sleep(effect.ms, undefined, { ref: false });
        return await this.#answer(incoming, body, request, response);
      case 'rate':
      case 'throttle':
        return sendError(response, request, THROTTLED[request.protocol]);
      case 'reset':
        incoming.socket.resetAndDestroy();
        return;
      case 'cut': {
        const {
          status,
          headers,
          body: whole,
        } = await this.#send(incoming.headers, incoming.url, body);
        response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(whole) });
        response.write(whole.slice(0, whole.length / 2), () => incoming.socket.destroy());
        return;
      }
      case 'clock': {
        const serverTime = Date.now() + effect.aheadMs;
        response.setHeader('date', new Date(serverTime).toUTCString());
        const signedAt = signingTime(incoming.headers);
        if (signedAt === undefined || Math.abs(signedAt - serverTime) < MOST_SKEW_MS) {
          return await this.#answer(incoming, body, request, response);
        }
        return sendError(response, request, CLOCK_ERRORS[request.protocol]);
      }
      case 'status':
        response.writeHead(effect.status).end(effect.body ?? '');
        return;
      case 'aws-error':
        return sendError(response, request, { status: 400, ...effect });
      case 'hang':
        return;
    }
  }

  async #answer(
    incoming: IncomingMessage,
    body: string,
    request: AwsRequest,
    response: ServerResponse,
  ): Promise<void> {
    const names = namesIn(request);
    if (request.operation === 'GetParameters' && isMotoGap(names)) {
      const answer = await getParametersOneByOne(names, (Name) =>
        this.#send(
          { ...incoming.headers, 'x-amz-target': 'AmazonSSM.GetParameter' },
          incoming.url,
          JSON.stringify({ Name, WithDecryption: true }),
        ),
      );
      response
        .writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' })
        .end(answer.body);
      return;
    }
    const {
      status,
      headers,
      body: answerBody,
    } = await this.#send(incoming.headers, incoming.url, body);
    this.#rememberCaller(answerBody);
    response.writeHead(status, headers).end(answerBody);
  }

  async #send(
    { 'content-length': _, ...headers }: IncomingHttpHeaders,
    path: string | undefined,
    body: string,
  ): Promise<MotoAnswer & { headers: OutgoingHttpHeaders }> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = httpRequest(new URL(path ?? '/', this.#target), { method: 'POST', headers });
      outgoing.once('response', resolve);
      outgoing.once('error', reject);
      outgoing.end(body);
    });
    const { connection: __, 'transfer-encoding': ___, date: ____, ...rest } = answer.headers;
    return { status: answer.statusCode ?? 502, headers: rest, body: await text(answer) };
  }

  /** Keeps which role session an access key belongs to, for the wording of denials. */
  #rememberCaller(answerBody: string): void {
    const key = /<AccessKeyId>([^<]+)</.exec(answerBody)?.[1];
    const arn = /<Arn>(arn:[^<]+)</.exec(answerBody)?.[1];
    if (key !== undefined && arn !== undefined) this.#callers.set(key, arn);
  }

  #caller(request: AwsRequest): string {
    const known = this.#callers.get(request.accessKeyId ?? '');
    return known ?? 'arn:aws:sts::123456789012:assumed-role/ci/session';
  }
}

const MOST_SKEW_MS = 300_000;

/** How services word a signature that is too old: with this name, and as STS does. */
const CLOCK_ERRORS: Readonly<Record<AwsProtocol, AwsError>> = {
  json: { code: 'InvalidSignatureException', message: 'Signature expired', status: 400 },
  query: { code: 'SignatureDoesNotMatch', message: 'Signature expired', status: 403 },
};

/** Reads `X-Amz-Date`, such as `20261124T124005Z`. */
function signingTime(headers: IncomingHttpHeaders): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(headers['x-amz-date']));
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

function sendError(response: ServerResponse, request: AwsRequest, error: AwsError): void {
  const { headers, body } = encodeAwsError(request.protocol, error);
  response.writeHead(error.status, headers).end(body);
}

/** The parameters that a call asks for. */
function namesIn({ body }: AwsRequest): string[] {
  const names = Array.isArray(body.Names) ? body.Names : [body.Name];
  return names.filter((name) => typeof name === 'string');
}

/** Without version or label: those follow a colon after the last slash. */
function bareName(name: string): string {
  const start = name.lastIndexOf('/') + 1;
  const colon = name.indexOf(':', start);
  return colon < 0 ? name : name.slice(0, colon);
}
