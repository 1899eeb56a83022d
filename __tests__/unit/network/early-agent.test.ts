import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EarlyAgent } from '../../../src/network/early-agent.ts';

const TLS = join(import.meta.dirname, '..', '..', 'fixtures', 'tls');
const CERTIFICATE = readFileSync(join(TLS, 'certificate.pem'));
const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

describe('EarlyAgent', () => {
  let server: Server;
  let url: URL;
  let sockets: TLSSocket[];
  let agents: EarlyAgent[];

  beforeEach(async () => {
    sockets = [];
    agents = [];
    const key = readFileSync(join(TLS, 'key.pem'));
    server = createServer({ cert: CERTIFICATE, key }, (socket) => {
      sockets.push(socket);
      socket.on('data', () => socket.write(ANSWER));
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = new URL(`https://localhost:${typeof address === 'string' ? '' : address?.port}`);
  });
  afterEach(async () => {
    for (const agent of agents) agent.destroy();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  function agentThat(canOpen: boolean): EarlyAgent {
    const agent = new EarlyAgent({ keepAlive: true, ca: CERTIFICATE }, canOpen);
    agents.push(agent);
    return agent;
  }

  function fetchOnce(agent: EarlyAgent): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const request = get(url, { agent }, (response) => {
        const { socket } = response;
        response.resume().on('end', () => resolve(socket));
      });
      request.on('error', reject);
    });
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  it('hands out what it opened before there was a request', async () => {
    const agent = agentThat(true);
    agent.open(url, 2);
    await until(() => sockets.length === 2);
    const used = await Promise.all([fetchOnce(agent), fetchOnce(agent)]);
    expect(used.map(({ localPort }) => localPort).sort()).toEqual(
      sockets.map(({ remotePort }) => remotePort).sort(),
    );
    expect(sockets).toHaveLength(2);
  });

  it('opens another connection in place of one that was closed meanwhile', async () => {
    const agent = agentThat(true);
    agent.open(url, 1);
    await until(() => sockets.length === 1);
    sockets[0]?.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await fetchOnce(agent);
    expect(sockets).toHaveLength(2);
  });

  it('does without a connection that cannot be made', async () => {
    const agent = agentThat(true);
    agent.open(new URL('https://nobody.invalid'), 1);
    agent.open(new URL(`${url.protocol}//127.0.0.1:9`), 1);
    await fetchOnce(agent);
    expect(sockets).toHaveLength(1);
  });

  it.each([
    ['through a proxy', false, 'https:'],
    ['for plain HTTP', true, 'http:'],
  ])('opens none %s', async (_, canOpen, protocol) => {
    const agent = agentThat(canOpen);
    agent.open(new URL(url.href.replace('https:', protocol)), 1);
    await fetchOnce(agent);
    expect(sockets).toHaveLength(1);
  });
});
