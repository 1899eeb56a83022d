import { Agent as HttpAgent } from 'node:http';
import { EarlyAgent } from './early-agent.ts';

/** The two agents that every call goes through. */
export interface Agents {
  readonly http: HttpAgent;
  readonly https: EarlyAgent;
}

const MOST_SOCKETS = 50;
// Node gives up on an address after 250 ms, in which a far region does not answer.
const ADDRESS_TIMEOUT_MS = 2_500;

/**
 * Makes the agents: connections are kept open, and `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (either case) are followed
 * by Node itself (Node 24 documentation, `http.Agent`, option `proxyEnv`).
 */
export function makeAgents(variables: NodeJS.ProcessEnv): Agents {
  const options = {
    keepAlive: true,
    maxSockets: MOST_SOCKETS,
    autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
    proxyEnv: variables,
  };
  const hasProxy = Boolean(variables.HTTPS_PROXY || variables.https_proxy);
  return { http: new HttpAgent(options), https: new EarlyAgent(options, !hasProxy) };
}
