import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** The two agents that every call goes through. */
export interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
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
  return { http: new HttpAgent(options), https: new HttpsAgent(options) };
}
