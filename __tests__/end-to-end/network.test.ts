import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CERTIFICATE_FILE,
  type HttpProxy,
  startHttpProxy,
  startTlsFront,
} from '../rig/http-proxy.ts';
import { expectNoLeak, openScene, readFile, type Scene } from './scene.ts';

describe('ways through the network', () => {
  let scene: Scene;
  let proxy: HttpProxy;
  const stops: (() => unknown)[] = [];

  beforeEach(async () => {
    scene = await openScene();
    proxy = await startHttpProxy();
    stops.push(() => proxy.stop());
    await scene.account.putParameter('/app/env', 'PASSWORD=through the proxy');
    await scene.account.createSecret('app', '{"TOKEN": "of the secrets manager"}');
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    await scene.close();
  });

  async function front(url: string): Promise<string> {
    const tls = await startTlsFront(url);
    stops.push(tls.stop);
    return tls.url;
  }

  it.each([
    ['HTTPS_PROXY', 'NO_PROXY'],
    ['https_proxy', 'no_proxy'],
  ])(
    'leads all four services through %s over TLS, and around it by %s',
    async (name, exception) => {
      const awsUrl = await front(scene.proxy.url);
      const tokenUrl = await front(scene.token.url);
      const inputs = scene.inputs({
        'env-files': '/app/env => a.env',
        files: 'secretsmanager:app => b.json',
      });
      const env = {
        [name]: proxy.url,
        NODE_EXTRA_CA_CERTS: CERTIFICATE_FILE,
        AWS_ENDPOINT_URL: awsUrl,
        ACTIONS_ID_TOKEN_REQUEST_URL: tokenUrl,
      };
      const job = await scene.openJob();

      const through = await job.use(inputs, { env });
      const asked = new Set(proxy.asked);
      const around = await job.use(inputs, { env: { ...env, [exception]: 'localhost' } });

      expect(through.log).not.toContain('##[error]');
      expect(readFile(job, 'a.env')).toBe('PASSWORD=through the proxy\n');
      expect(asked).toEqual(new Set([new URL(tokenUrl).host, new URL(awsUrl).host]));
      expect(around.exitCode).toBe(0);
      expect(new Set(proxy.asked)).toEqual(asked);
      expect(scene.proxy.count('GetSecretValue')).toBe(2);
      await job.end();
      expectNoLeak(job, ['through the proxy', 'of the secrets manager']);
    },
  );

  it('goes through HTTP_PROXY where an endpoint is plain HTTP', async () => {
    const job = await scene.openJob();

    const result = await job.use(scene.inputs({ 'env-files': '/app/env => a.env' }), {
      env: { HTTP_PROXY: proxy.url },
    });

    expect(result.log).not.toContain('##[error]');
    expect(new Set(proxy.asked)).toEqual(
      new Set([new URL(scene.token.url).host, new URL(scene.proxy.url).host]),
    );
    await job.end();
    expectNoLeak(job, ['through the proxy']);
  });

  it.each([
    ['us-east-1', {}, 'sts.us-east-1.amazonaws.com:443'],
    ['us-east-1', { AWS_USE_FIPS_ENDPOINT: 'true' }, 'sts-fips.us-east-1.amazonaws.com:443'],
    ['eu-west-1', { AWS_USE_DUALSTACK_ENDPOINT: 'true' }, 'sts.eu-west-1.api.aws:443'],
    ['cn-north-1', {}, 'sts.cn-north-1.amazonaws.com.cn:443'],
    ['us-gov-west-1', {}, 'sts.us-gov-west-1.amazonaws.com:443'],
  ])('asks the endpoint of %s with %j', async (region, variables, host) => {
    const partition = { cn: 'aws-cn', 'us-gov': 'aws-us-gov' }[
      /^(cn|us-gov)/.exec(region)?.[1] ?? ''
    ];
    const job = await scene.openJob();

    const result = await job.use(
      {
        'aws-region': region,
        'role-to-assume': `arn:${partition ?? 'aws'}:iam::111122223333:role/ci`,
        'env-files': '/app/env => a.env',
        'max-attempts': '1',
      },
      {
        env: {
          ...variables,
          AWS_ENDPOINT_URL: '',
          HTTPS_PROXY: proxy.url,
        },
      },
    );

    expect(result.exitCode).toBe(1);
    expect(proxy.asked).toEqual([host]);
    expect(scene.token.audiences).toEqual([
      `sts.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`,
    ]);
    expect(result.log).toContain('did not let the job assume the role');
  });

  it('names host and cause where AWS cannot be reached', async () => {
    const job = await scene.openJob({ awsUrl: 'http://127.0.0.1:9' });

    const result = await job.use(
      scene.inputs({ 'env-files': '/app/env => a.env', 'max-attempts': '2' }),
    );

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('ECONNREFUSED (127.0.0.1)');
  });
});
