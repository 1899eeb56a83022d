import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';
import type { Agents } from './agents.ts';

/** An answer whose body is read whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Sends one GET request through the agents, which know of proxies; rejects when the signal aborts.
 *
 * @param onSent called when the request is on its way, and there is nothing to do but wait
 */
export function httpGet(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { http, https }: Agents,
  signal: AbortSignal,
  onSent: () => void = () => {},
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:';
    const get = secure ? getSecure : getPlain;
    const request = get(url, { headers, signal, agent: secure ? https : http }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    request.on('finish', onSent);
    request.on('error', reject);
  });
}
