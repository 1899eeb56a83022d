import { Agent, type AgentOptions } from 'node:https';
import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

const HTTPS_PORT = 443;

type Created = ReturnType<Agent['createConnection']>;

/**
 * An agent whose connections can be opened before there is a request for them: TCP and TLS cost two round trips, which then
 * pass while something else is waited for. A connection that nobody takes keeps no process alive, and one that fails is
 * opened again for the request, as if it had not been tried.
 */
export class EarlyAgent extends Agent {
  readonly #canOpen: boolean;
  readonly #ready = new Map<string, Duplex[]>();

  /** @param canOpen false where connections go through a proxy: a tunnel is opened with the request that it is for */
  constructor(options: AgentOptions, canOpen: boolean) {
    super(options);
    this.#canOpen = canOpen;
  }

  /** Opens so many connections to the host of an `https:` URL; other URLs need none. */
  open({ protocol, hostname, port: portOfUrl }: URL, count: number): void {
    if (!this.#canOpen || protocol !== 'https:') return;
    const host = hostname.replace(/^\[|\]$/g, '');
    const port = Number(portOfUrl || HTTPS_PORT);
    const servername = isIP(host) === 0 ? host : '';
    const opened = Array.from({ length: count }, () => {
      const socket = super.createConnection({ ...this.options, host, port, servername });
      // The one who takes it finds it destroyed, and opens another one.
      socket?.on('error', () => {});
      (socket as Socket | undefined)?.unref();
      return socket;
    });
    this.#ready.set(
      `${host}:${port}`,
      opened.filter((socket) => socket instanceof Object),
    );
  }

  override createConnection(
    ...[options, callback]: Parameters<Agent['createConnection']>
  ): Created {
    const ready = this.#ready.get(`${options.host}:${options.port}`) ?? [];
    for (let socket = ready.shift(); socket !== undefined; socket = ready.shift()) {
      if (socket.destroyed || !socket.writable) continue;
      (socket as Socket).ref();
      return socket;
    }
    return super.createConnection(options, callback);
  }
}
