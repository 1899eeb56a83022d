import { Agent, type AgentOptions } from 'node:https';
import { isIP, Socket } from 'node:net';

const HTTPS_PORT = 443;

type Created = ReturnType<Agent['createConnection']>;

/**
 * An agent whose connections can be opened before there is a request for them: TCP and TLS cost two round trips, which then
 * pass while something else is waited for. A connection that nobody takes keeps no process alive, and one that fails is
 * opened again for the request, as if it had not been tried.
 */
export class EarlyAgent extends Agent {
  readonly #canOpen: boolean;
  readonly #ready = new Map<string, Socket[]>();

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
    const ready = this.#readyFor(host, port);
    for (let index = 0; index < count; index += 1) {
      const socket = super.createConnection({ ...this.options, host, port, servername });
      if (!(socket instanceof Socket)) return;
      // The request that would take it finds it destroyed, and opens another one.
      socket.on('error', () => {});
      ready.push(socket.unref());
    }
  }

  override createConnection(
    ...[options, callback]: Parameters<Agent['createConnection']>
  ): Created {
    const ready = this.#readyFor(options.host, options.port);
    for (let socket = ready.shift(); socket !== undefined; socket = ready.shift()) {
      if (!socket.destroyed && socket.writable) return socket.ref();
    }
    return super.createConnection(options, callback);
  }

  override destroy(): void {
    for (const socket of [...this.#ready.values()].flat()) socket.destroy();
    super.destroy();
  }

  #readyFor(host: unknown, port: unknown): Socket[] {
    const key = `${host}:${port}`;
    const ready = this.#ready.get(key) ?? [];
    this.#ready.set(key, ready);
    return ready;
  }
}
