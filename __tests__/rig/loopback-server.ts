import type { Server } from 'node:http';

/** A server that listens on the loopback address. */
export interface LoopbackServer {
  /** Without a slash at the end. */
  url: string;
  /** Stops it and cuts open connections. */
  stop(): Promise<void>;
}

/** Lets `server` listen on a free loopback port. */
export async function listen(server: Server): Promise<LoopbackServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
