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
import { type AwsRequest, parseAwsRequest } from './aws-request.ts';
import { type LoopbackServer, listen } from './loopback-server.ts';
import { getParametersOneByOne, isMotoGap, type MotoAnswer } from './moto-gaps.ts';

/** What happens instead of, or before, the answer of the real service. */
export type FaultEffect =
  /** The call is passed on after so many milliseconds. */
  | { kind: 'delay'; ms: number }
  /** The service's own error for too many calls. */
  | { kind: 'throttle' }
  /** The connection is cut (TCP reset). */
  | { kind: 'reset' }
  /** An HTTP answer that no AWS service wrote, such as a load balancer's. */
  | { kind: 'status'; status: number; body?: string }
  /** An AWS error in the call's protocol; status 400 when not given. */
  | { kind: 'aws-error'; code: string; message: string; status?: number }
  /** No answer, until the client gives up or the proxy stops. */
  | { kind: 'hang' };

/** A rule for calls. The first rule that fits a call holds, and only that one. */
export interface Fault {
  /** Default: every operation. */
  operation?: string;
  /** Default: every request. */
  when?: (request: AwsRequest) => boolean;
  /** For how many calls. Default: for ever. */
  times?: number;
  /** A function gets the request, to answer what fits it. */
  effect: FaultEffect | ((request: AwsRequest) => FaultEffect);
}

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
  #faults: { fault: Fault; left: number }[] = [];
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
    this.#faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
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
    this.#faults = [];
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
    const effect = this.#effectFor(request);
    switch (effect?.kind) {
      case undefined:
        return await this.#answer(incoming, body, request, response);
      case 'delay':
        await sleep(effect.ms, undefined, { ref: false });
        return await this.#answer(incoming, body, request, response);
      case 'throttle':
        return sendError(response, request, THROTTLED[request.protocol]);
      case 'reset':
        incoming.socket.resetAndDestroy();
        return;
      case 'status':
        response.writeHead(effect.status).end(effect.body ?? '');
        return;
      case 'aws-error':
        return sendError(response, request, { status: 400, ...effect });
      case 'hang':
        return;
    }
  }

  #effectFor(request: AwsRequest): FaultEffect | undefined {
    const rule = this.#faults.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.operation ?? request.operation) === request.operation &&
        (fault.when?.(request) ?? true),
    );
    if (rule === undefined) return undefined;
    rule.left -= 1;
    const { effect } = rule.fault;
    return typeof effect === 'function' ? effect(request) : effect;
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
    const { connection: __, 'transfer-encoding': ___, ...rest } = answer.headers;
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
