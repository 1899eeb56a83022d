import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Account } from './aws.ts';
import type { Fault } from './faults.ts';
import { type AwsProxy, startProxy } from './proxy.ts';
import { startTokenEndpoint, type TokenEndpoint } from './token-endpoint.ts';

let proxy: AwsProxy;
let account: Account;

beforeAll(async () => {
  proxy = await startProxy();
  account = await Account.open();
  await account.putParameter('/app/one', 'first');
  await account.labelParameter(
    '/app/one',
    await account.putParameter('/app/one', 'second'),
    'live',
  );
});

afterEach(() => proxy.clear());
afterAll(() => proxy.stop());

async function assumeRole(roleArn: string, url = proxy.url) {
  const sts = new STSClient({ endpoint: url, region: 'eu-west-1', maxAttempts: 1 });
  const { Credentials } = await sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: roleArn,
      RoleSessionName: 'session',
      WebIdentityToken: 'token',
    }),
  );
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
}

async function readAs(roleArn: string, names: string[], region = 'us-east-1') {
  const credentials = await assumeRole(roleArn);
  const ssm = new SSMClient({ endpoint: proxy.url, region, credentials, maxAttempts: 1 });
  const result = await ssm.send(new GetParametersCommand({ Names: names, WithDecryption: true }));
  ssm.destroy();
  return Object.fromEntries((result.Parameters ?? []).map(({ Name, Value }) => [Name, Value]));
}

describe('Account', () => {
  it('is the account of its roles, and of no other', async () => {
    const other = await Account.open('210987654321');
    await other.putParameter('/app/one', 'of the other', { type: 'String' });
    expect(await readAs(account.roleArn(), ['/app/one'])).toEqual({ '/app/one': 'second' });
    expect(await readAs(other.roleArn('any'), ['/app/one'])).toEqual({
      '/app/one': 'of the other',
    });
  });

  it('keeps versions, labels and regions apart', async () => {
    const region = 'eu-west-1';
    await account.putParameter('/app/one', 'in Ireland', { region });
    const names = ['/app/one:1', '/app/one:live'];
    expect(await readAs(account.roleArn(), [names[0] ?? ''])).toEqual({ '/app/one': 'first' });
    expect(await readAs(account.roleArn(), [names[1] ?? ''])).toEqual({ '/app/one': 'second' });
    expect(await readAs(account.roleArn(), ['/app/one'], region)).toEqual({
      '/app/one': 'in Ireland',
    });
  });

  it('forgets a deleted parameter', async () => {
    await account.putParameter('/app/gone', 'x');
    await account.deleteParameter('/app/gone');
    expect(await readAs(account.roleArn(), ['/app/gone'])).toEqual({});
  });
});

describe('proxy', () => {
  const read = () => readAs(account.roleArn(), ['/app/one'], 'us-east-1');

  it('passes calls on and records them', async () => {
    expect(await read()).toEqual({ '/app/one': 'second' });
    expect(proxy.calls).toEqual(['AssumeRoleWithWebIdentity', 'GetParameters']);
    expect(proxy.count('GetParameters')).toBe(1);
    expect(proxy.mostInFlight).toBe(1);
    expect(proxy.requests).toMatchObject([
      { region: undefined, body: { RoleArn: account.roleArn(), WebIdentityToken: 'token' } },
      { region: 'us-east-1', body: { Names: ['/app/one'], WithDecryption: true } },
    ]);
  });

  it('counts the calls that are under way together', async () => {
    proxy.fault({ operation: 'GetParameters', effect: { kind: 'delay', ms: 100 } });
    await Promise.all([read(), read(), read()]);
    expect(proxy.mostInFlight).toBe(3);
  });

  it.each<[string, Fault['effect'], object]>([
    ['throttle', { kind: 'throttle' }, { name: 'ThrottlingException', message: 'Rate exceeded' }],
    ['reset', { kind: 'reset' }, { message: expect.stringContaining('ECONNRESET') }],
    ['status', { kind: 'status', status: 503 }, { $metadata: { httpStatusCode: 503 } }],
    [
      'aws-error',
      { kind: 'aws-error', code: 'InternalServerError', message: 'a <b>', status: 500 },
      { name: 'InternalServerError', message: 'a <b>', $metadata: { httpStatusCode: 500 } },
    ],
  ])('%s comes as often as it is asked for', async (_, effect, error) => {
    proxy.fault({ operation: 'GetParameters', times: 1, effect });
    await expect(read()).rejects.toMatchObject(error);
    expect(await read()).toEqual({ '/app/one': 'second' });
    expect(proxy.count('GetParameters')).toBe(2);
  });

  it.each<[string, Fault['effect'], object]>([
    ['throttle', { kind: 'throttle' }, { name: 'Throttling', message: 'Rate exceeded' }],
    [
      'aws-error',
      { kind: 'aws-error', code: 'InvalidIdentityToken', message: 'a <b>' },
      { name: 'InvalidIdentityTokenException', message: 'a <b>' },
    ],
  ])('%s speaks the protocol of STS', async (_, effect, error) => {
    proxy.fault({ operation: 'AssumeRoleWithWebIdentity', effect });
    await expect(read()).rejects.toMatchObject(error);
  });

  it('throttles what is beyond a rate', async () => {
    proxy.fault({
      operation: 'GetParameters',
      effect: { kind: 'rate', perSecond: 1e-6, burst: 2 },
    });
    const ends = await Promise.allSettled([read(), read(), read(), read()]);
    const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.name] : []));
    expect(reasons).toEqual(['ThrottlingException', 'ThrottlingException']);
  });

  it('draws its share of the calls, the same for the same seed', async () => {
    const drawn = async (): Promise<boolean[]> => {
      proxy.clear();
      proxy.fault({
        operation: 'GetParameters',
        share: { of: 0.5, seed: 3 },
        effect: { kind: 'throttle' },
      });
      const results: boolean[] = [];
      for (let call = 0; call < 12; call += 1) {
        results.push(
          await read().then(
            () => true,
            () => false,
          ),
        );
      }
      return results;
    };
    const first = await drawn();
    expect(new Set(first)).toEqual(new Set([true, false]));
    expect(await drawn()).toEqual(first);
  });

  it('cuts an answer in the middle', async () => {
    proxy.fault({ operation: 'GetParameters', effect: { kind: 'cut' } });
    await expect(read()).rejects.toThrow('aborted');
  });

  it.each([3_600_000, -3_600_000])(
    'refuses what was signed by a clock off by %d ms',
    async (ms) => {
      proxy.fault({ effect: { kind: 'clock', aheadMs: ms } });
      await expect(read()).rejects.toMatchObject({
        name: 'InvalidSignatureException',
        $metadata: { clockSkewCorrected: true },
      });
    },
  );

  it('lets pass what was signed by a clock that is nearly right', async () => {
    proxy.fault({ effect: { kind: 'clock', aheadMs: 200_000 } });
    expect(await read()).toEqual({ '/app/one': 'second' });
  });

  it('hangs until it is stopped', async () => {
    const hanging = await startProxy();
    hanging.fault({ effect: { kind: 'hang' } });
    const answer = assumeRole(account.roleArn(), hanging.url);
    const arrived = async () => {
      while (hanging.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    };
    await Promise.race([answer, arrived()]);
    await Promise.all([expect(answer).rejects.toThrow('socket hang up'), hanging.stop()]);
  });

  it('denies in the words of AWS', async () => {
    proxy.deny('GetParameters', ['/app/one']);
    const message = `User: arn:aws:sts::${account.id}:assumed-role/ci/session is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:us-east-1:${account.id}:parameter/app/one because no identity-based policy allows the ssm:GetParameters action`;
    const denied = { name: 'AccessDeniedException', message };
    await expect(readAs(account.roleArn(), ['/x', '/app/one:1'])).rejects.toMatchObject(denied);
    expect(await readAs(account.roleArn(), ['/x'])).toEqual({});
  });

  it('denies a role in the words of STS', async () => {
    proxy.deny('AssumeRoleWithWebIdentity');
    await expect(read()).rejects.toMatchObject({
      name: 'AccessDenied',
      message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('forgets rules and counts', async () => {
    proxy.fault({ effect: { kind: 'throttle' } });
    proxy.clear();
    await read();
    expect(proxy.calls).toHaveLength(2);
  });
});

describe('token endpoint', () => {
  let endpoint: TokenEndpoint;
  beforeAll(async () => {
    endpoint = await startTokenEndpoint();
  });
  afterAll(() => endpoint.stop());

  const ask = (
    bearer = endpoint.requestToken,
    url = `${endpoint.url}&audience=sts.amazonaws.com`,
  ) => fetch(url, { headers: { authorization: `Bearer ${bearer}` } });

  it('issues a token with the claims', async () => {
    endpoint.claims.sub = 'repo:octo-org/platform:ref:refs/heads/x';
    const { value } = JSON.parse(await (await ask()).text());
    const [header, claims, signature] = value.split('.').map((part: string) => {
      const bytes = Buffer.from(part, 'base64url');
      return bytes.toString('base64url') === part ? bytes.toString() : undefined;
    });
    expect(JSON.parse(header)).toMatchObject({ typ: 'JWT' });
    expect(JSON.parse(claims)).toMatchObject({
      iss: 'https://token.actions.githubusercontent.com',
      sub: 'repo:octo-org/platform:ref:refs/heads/x',
      aud: 'sts.amazonaws.com',
    });
    expect(signature).toBeDefined();
    expect(endpoint.tokens).toEqual([value]);
    expect(endpoint.audiences).toEqual(['sts.amazonaws.com']);
  });

  it('refuses a wrong bearer', async () => {
    expect((await ask('wrong')).status).toBe(401);
  });

  it('answers with the queued faults first', async () => {
    endpoint.fault(503, { body: '{}' }, 'reset');
    expect((await ask()).status).toBe(503);
    expect(await (await ask()).text()).toBe('{}');
    await expect(ask()).rejects.toThrow('fetch failed');
    expect((await ask()).status).toBe(200);
  });
});
