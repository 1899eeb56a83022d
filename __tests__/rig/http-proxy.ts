import { readFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { listen } from './loopback-server.ts';

const CERTIFICATES = join(import.meta.dirname, '..', 'fixtures', 'tls');

/** For NODE_EXTRA_CA_CERTS: trusts what `startTlsFront` shows. */
export const CERTIFICATE_FILE = join(CERTIFICATES, 'certificate.pem');

/** A proxy as companies have it between their runners and the world, with a record of where it was asked to go. */
export interface HttpProxy {
  readonly url: string;
  /** `HOST:PORT` of each CONNECT, and of each request that it passed on itself. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/** Starts a proxy on a free loopback port. It goes only to the loopback address, and refuses every other host. */
export async function startHttpProxy(): Promise<HttpProxy> {
  const asked: string[] = [];
  const tunnels = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '');
    asked.push(url.host);
    const passed = httpRequest(
      url,
      { method: incoming.method ?? 'GET', headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  server.on('connect', (incoming: IncomingMessage, client: Socket) => {
    const host = incoming.url ?? '';
    asked.push(host);
    const { hostname, port } = new URL(`http://${host}`);
    if (!['localhost', '127.0.0.1'].includes(hostname)) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(Number(port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      tunnels.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  const { url, stop } = await listen(server);
  return {
    url,
    asked,
    stop: async () => {
      for (const socket of tunnels) socket.destroy();
      await stop();
    },
  };
}

/**
 * Puts TLS before a plain server on the loopback address.
 *
 * @returns an `https://localhost:PORT` URL in place of `url`, its path and query kept
 */
export async function startTlsFront(url: string): Promise<{ url: string; stop(): void }> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server = createTlsServer(
    {
      key: readFileSync(join(CERTIFICATES, 'key.pem')),
      cert: readFileSync(CERTIFICATE_FILE),
    },
    (client) => {
      const upstream = connect(Number(target.port), target.hostname);
      for (const socket of [client, upstream]) {
        sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
      upstream.pipe(client).pipe(upstream);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `https://localhost:${address.port}${target.pathname.replace(/^\/$/, '')}${target.search}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
