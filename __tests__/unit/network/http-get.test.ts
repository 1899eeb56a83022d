import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Agents, makeAgents } from '../../../src/network/agents.ts';
import { type HttpAnswer, httpGet } from '../../../src/network/http-get.ts';
import { type LoopbackServer, listen } from '../../rig/loopback-server.ts';

const running: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

async function serve(listener: RequestListener): Promise<LoopbackServer> {
  const server = await listen(createServer(listener));
  running.push(server.stop);
  return server;
}

function agentsOf(variables: NodeJS.ProcessEnv = {}): Agents {
  const agents = makeAgents(variables);
  running.push(
    () => agents.http.destroy(),
    () => agents.https.destroy(),
  );
  return agents;
}

function get(
  url: string,
  agents: Agents,
  signal = new AbortController().signal,
): Promise<HttpAnswer> {
  return httpGet(new URL(url), { 'x-test': 'yes' }, agents, signal);
}

describe('httpGet', () => {
  it('gives status and body, whatever the status, and sends path and headers', async () => {
    const { url } = await serve((request, response) => {
      response.writeHead(418);
      response.write(Buffer.from('€').subarray(0, 1));
      response.write(Buffer.from('€').subarray(1));
      response.end(` ${request.method} ${request.url} ${request.headers['x-test']}`);
    });
    await expect(get(`${url}/a?b=c`, agentsOf())).resolves.toEqual({
      status: 418,
      body: '€ GET /a?b=c yes',
    });
  });

  it('uses a connection again', async () => {
    const ports: (number | undefined)[] = [];
    const { url } = await serve((request, response) => {
      ports.push(request.socket.remotePort);
      response.end();
    });
    const agents = agentsOf();
    await get(url, agents);
    await get(url, agents);
    expect(ports[0]).toBe(ports[1]);
  });

  it.each(['HTTP_PROXY', 'http_proxy'])('goes through %s', async (name) => {
    const { url } = await serve((request, response) => response.end(request.url));
    const agents = agentsOf({ [name]: url });
    await expect(get('http://aws.invalid/x', agents)).resolves.toEqual({
      status: 200,
      body: 'http://aws.invalid/x',
    });
  });

  it.each(['NO_PROXY', 'no_proxy'])('goes past a proxy by %s', async (name) => {
    const { url } = await serve((_, response) => response.end('direct'));
    const agents = agentsOf({ HTTP_PROXY: 'http://127.0.0.1:1', [name]: '127.0.0.1' });
    await expect(get(url, agents)).resolves.toMatchObject({ body: 'direct' });
  });

  it('rejects when the answer is cut', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    await expect(get(url, agentsOf())).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('rejects where nobody listens', async () => {
    const server = await serve(() => {});
    await server.stop();
    await expect(get(server.url, agentsOf())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('speaks TLS to https', async () => {
    const { url } = await serve(() => {});
    await expect(get(url.replace('http:', 'https:'), agentsOf())).rejects.toMatchObject({
      code: expect.stringMatching(/SSL|EPROTO|ECONNRESET/),
    });
  });

  it('rejects when its signal aborts', async () => {
    const controller = new AbortController();
    const { url } = await serve(() => controller.abort());
    await expect(get(url, agentsOf(), controller.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
