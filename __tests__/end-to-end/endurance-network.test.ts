import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AwsRequest } from '../rig/aws-request.ts';
import type { Fault, FaultEffect } from '../rig/faults.ts';
import { startHttpProxy, startTlsFront } from '../rig/http-proxy.ts';
import { startProxy } from '../rig/proxy.ts';
import { expectNoLeak, openScene, readFile, type Scene, treeOf } from './scene.ts';

let scene: Scene;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await scene.close();
});

/** Inputs that write so many parameters to one file. */
function inputsOf(of: Scene, count: number): Record<string, string> {
  const lines = Array.from({ length: count }, (_, n) => `N${n}=/many/${n} => many.env`);
  return of.inputs({ 'env-files': lines.join('\n') });
}

/** Stores so many parameters, and gives the inputs for them. */
async function many(of: Scene, count: number): Promise<Record<string, string>> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  for (let start = 0; start < count; start += 50) {
    const some = numbers.slice(start, start + 50);
    await Promise.all(some.map((n) => of.account.putParameter(`/many/${n}`, `value of ${n}`)));
  }
  return inputsOf(of, count);
}

function valuesOf(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `value of ${n}`);
}

/** One step over a network that loses calls in every way. */
async function expectAllOrNothing(seed: number): Promise<void> {
  const own = await openScene();
  stops.push(own.close);
  const inputs = await many(own, 100);
  const share = (of: number) => ({ of, seed });
  // Each rule sees what the ones before left: 5 %, 30 %, 30 % and 10 % of the calls.
  const faults: Fault[] = [
    { effect: { kind: 'hang' }, share: share(0.05), times: 1 },
    {
      effect: { kind: 'status', status: 503, body: '<html>Service Unavailable</html>' },
      share: share(0.32),
    },
    { effect: { kind: 'reset' }, share: share(0.46) },
    { effect: { kind: 'cut' }, share: share(0.29) },
  ];
  for (const fault of faults) own.proxy.fault(fault);
  const job = await own.openJob();

  const result = await job.use(inputs);

  const isWhole = result.exitCode === 0;
  const tree = treeOf(job);
  expect(tree).toEqual(isWhole ? ['many.env'] : []);
  expect(tree.flatMap((path) => variablesIn(readFile(job, path)))).toEqual(
    isWhole ? valuesOf(100) : [],
  );
  expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(isWhole ? 0 : 1);
  expect(result.log).not.toMatch(/<html>|SyntaxError|Unexpected/);
  await job.end();
  expect(treeOf(job)).toEqual([]);
  expectNoLeak(job, valuesOf(100));
}

/** What a file of `many` parameters holds. */
function variablesIn(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^N\d+='|'$/g, ''));
}

/** What `GetParameters` answers, without a service that would be slower than the limit of the calls. */
function answerAtOnce({ body }: AwsRequest): FaultEffect {
  const names = body.Names as string[];
  const Parameters = names.map((Name) => ({
    Name,
    Value: `value of ${Name.replace('/many/', '')}`,
    Type: 'SecureString',
    Version: 1,
  }));
  return { kind: 'status', status: 200, body: JSON.stringify({ Parameters }) };
}

describe('throttled calls', () => {
  it.each<[string, number, Omit<Fault, 'operation'>]>([
    [
      'half of the calls at random',
      100,
      { effect: { kind: 'throttle' }, share: { of: 0.5, seed: 7 } },
    ],
    ['calls beyond 40 a second', 1_000, { effect: { kind: 'rate', perSecond: 40, burst: 40 } }],
  ])('all arrive, and none is asked for again: %s', async (_, count, fault) => {
    scene.proxy.fault({ operation: 'GetParameters', effect: answerAtOnce });
    const limiting = await startProxy(scene.proxy.url);
    stops.push(() => limiting.stop());
    limiting.fault(fault);
    const job = await scene.openJob({ awsUrl: limiting.url });

    const result = await job.use(inputsOf(scene, count));

    expect(result.log).not.toContain('##[error]');
    expect(variablesIn(readFile(job, 'many.env'))).toEqual(valuesOf(count));
    expect(limiting.calls.length).toBeGreaterThan(scene.proxy.calls.length);
    expect(scene.proxy.count('GetParameters')).toBe(count / 10);
    expect(limiting.mostInFlight).toBeLessThanOrEqual(20);
    await job.end();
    expectNoLeak(job, valuesOf(10));
  });
});

describe('a bad network', () => {
  it('lets all arrive, or ends with one error and nothing written', async () => {
    await Promise.all([1, 2, 3].map((seed) => expectAllOrNothing(seed)));
  });

  it('gets a token after the endpoint failed, throttled, hung and cut', async () => {
    await scene.account.putParameter('/app/env', 'PASSWORD=arrives at last');
    scene.token.fault(500, 429, 'hang', 'reset', { body: '<html>' });
    scene.proxy.fault({
      operation: 'AssumeRoleWithWebIdentity',
      times: 2,
      effect: { kind: 'aws-error', code: 'IDPCommunicationError', message: 'timed out' },
    });
    const job = await scene.openJob();

    const result = await job.use(scene.inputs({ 'env-files': '/app/env => a.env' }));

    expect(result.log).not.toContain('##[error]');
    expect(readFile(job, 'a.env')).toBe('PASSWORD=arrives at last\n');
    await job.end();
    expectNoLeak(job, ['arrives at last']);
  });

  it.each([
    ['ahead', 3_600_000],
    ['behind', -3_600_000],
  ])('corrects a clock that AWS is %s of by an hour', async (_, aheadMs) => {
    const inputs = await many(scene, 100);
    await scene.account.createSecret('app', '{"TOKEN": "of the secrets manager"}');
    scene.proxy.fault({ effect: { kind: 'clock', aheadMs } });
    const job = await scene.openJob();

    const result = await job.use({ ...inputs, files: 'secretsmanager:app => app.json' });

    expect(result.log).not.toContain('##[error]');
    expect(variablesIn(readFile(job, 'many.env'))).toEqual(valuesOf(100));
    expect(readFile(job, 'app.json')).toContain('of the secrets manager');
    await job.end();
    expectNoLeak(job, ['of the secrets manager']);
  });
});

/** How a step gets at an AWS that is out of reach. */
interface Arranged {
  url?: string;
  env?: Record<string, string>;
  inputs?: Record<string, string>;
}

describe('an AWS that is out of reach', () => {
  const FEW = { 'max-attempts': '4', 'timeout-seconds': '3' };
  const MANY = { 'max-attempts': '100' };
  const REFUSING = 'http://127.0.0.1:9';

  it.each<[string, () => Promise<Arranged>, RegExp]>([
    [
      'throttles for ever',
      async () => {
        scene.proxy.fault({ effect: { kind: 'throttle' } });
        return { inputs: MANY };
      },
      /timeout-seconds \(3\); the last attempt failed with Throttling \(127\.0\.0\.1\)/,
    ],
    [
      'throttles reads for ever',
      async () => {
        scene.proxy.fault({ operation: 'GetParameters', effect: { kind: 'throttle' } });
        return { inputs: MANY };
      },
      /timeout-seconds \(3\); the last attempt failed with ThrottlingException \(127\.0\.0\.1\)/,
    ],
    [
      'never answers',
      async () => {
        scene.proxy.fault({ effect: { kind: 'hang' } });
        return {};
      },
      /did not answer within timeout-seconds \(3\)/,
    ],
    ['refuses', async () => ({ url: REFUSING }), /ECONNREFUSED \(127\.0\.0\.1\)/],
    [
      'has no address',
      async () => ({ url: 'http://aws.invalid' }),
      /(ENOTFOUND|EAI_AGAIN) \(aws\.invalid\)/,
    ],
    [
      'shows a certificate that nobody trusts',
      async () => {
        const tls = await startTlsFront(scene.proxy.url);
        stops.push(tls.stop);
        return { url: tls.url };
      },
      /DEPTH_ZERO_SELF_SIGNED_CERT \(localhost\)/,
    ],
    [
      'lies behind a proxy that refuses',
      async () => {
        const proxy = await startHttpProxy();
        stops.push(() => proxy.stop());
        return { url: '', env: { HTTPS_PROXY: proxy.url } };
      },
      /sts\.us-east-1\.amazonaws\.com/,
    ],
    [
      'lies behind a proxy that is not there',
      async () => ({ url: '', env: { HTTPS_PROXY: REFUSING } }),
      /ECONNREFUSED \(127\.0\.0\.1\)/,
    ],
  ])('ends the step in time with host and cause where it %s', async (_, arrange, message) => {
    await scene.account.putParameter('/app/env', 'PASSWORD=never seen');
    const { url, env = {}, inputs = {} } = await arrange();
    const job = await scene.openJob();

    const result = await job.use(
      scene.inputs({ 'env-files': '/app/env => a.env', ...FEW, ...inputs }),
      { env: { ...env, ...(url === undefined ? {} : { AWS_ENDPOINT_URL: url }) } },
    );

    expect(result.exitCode).toBe(1);
    expect(result.log).toMatch(message);
    expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(treeOf(job)).toEqual([]);
    await job.end();
    expectNoLeak(job, ['never seen']);
  });
});
