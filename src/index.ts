import * as core from '@actions/core';
import { fileSystem } from './filesystem.ts';
import { git } from './git.ts';
import { run } from './main.ts';
import { makeAgents } from './network/agents.ts';
import { makeAwsClients } from './network/aws-clients.ts';
import { CancelledError } from './network/deadline.ts';
import { httpGet } from './network/http-get.ts';
import { likelyEndpoint } from './network/likely-endpoint.ts';
import { readEvent } from './plan/event.ts';
import { messageFor } from './reporting/action-error.ts';
import type { Runner } from './runtime.ts';

const runner: Runner = {
  mask: core.setSecret,
  info: core.info,
  notice: core.notice,
  warning: core.warning,
  group(title, text) {
    core.startGroup(title);
    core.info(text);
    core.endGroup();
  },
  setOutput: core.setOutput,
  exportVariable: core.exportVariable,
  saveState: core.saveState,
  async writeSummary(text) {
    await core.summary.addRaw(text).write();
  },
};

const cancellation = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => cancellation.abort(new CancelledError()));
}

const agents = makeAgents(process.env);
const aws = makeAwsClients(agents);
const tokenEndpoint = URL.parse(process.env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '');
// Where a job may have a token, the first call asks for it: while the plan is made, there is time to connect.
if (tokenEndpoint !== null) agents.https.open(tokenEndpoint, 1);

try {
  await run({
    variables: process.env,
    runner,
    // Loaded only where the event is asked for.
    readEvent: async () => readEvent((await import('@actions/github')).context),
    // The token is the first thing that the network is asked for: while it comes, there is time to load the SDK.
    get: (url, headers, signal) => httpGet(url, headers, agents, signal, aws.load),
    aws,
    connectAhead(calls) {
      for (const each of calls) {
        const endpoint = likelyEndpoint(each, process.env);
        if (endpoint !== undefined) agents.https.open(endpoint, each.count);
      }
    },
    files: fileSystem,
    git,
    now: () => new Date(),
    cancelled: cancellation.signal,
  });
} catch (error) {
  core.setFailed(messageFor(error));
}
