import { describe, expect, it } from '@jest/globals';
import { likelyEndpoint, type Service } from '../../../src/network/likely-endpoint.ts';

type Case = [string, Service, string, Record<string, string>, string | undefined];

describe('likelyEndpoint', () => {
  it.each<Case>([
    ['a region', 'sts', 'eu-west-1', {}, 'https://sts.eu-west-1.amazonaws.com/'],
    ['GovCloud', 'ssm', 'us-gov-west-1', {}, 'https://ssm.us-gov-west-1.amazonaws.com/'],
    ['China', 'ssm', 'cn-north-1', {}, 'https://ssm.cn-north-1.amazonaws.com.cn/'],
    ['another partition', 'ssm', 'us-iso-east-1', {}, undefined],
    ['FIPS', 'ssm', 'us-east-1', { AWS_USE_FIPS_ENDPOINT: 'true' }, undefined],
    ['dual-stack', 'ssm', 'us-east-1', { AWS_USE_DUALSTACK_ENDPOINT: 'TRUE' }, undefined],
    [
      'an endpoint of its own before the common one',
      'secretsmanager',
      'us-east-1',
      { AWS_ENDPOINT_URL_SECRETS_MANAGER: 'https://own.example', AWS_ENDPOINT_URL: 'https://all' },
      'https://own.example/',
    ],
    ['the common one', 'ssm', 'us-east-1', { AWS_ENDPOINT_URL: 'https://all' }, 'https://all/'],
    ['an endpoint that is none', 'ssm', 'us-east-1', { AWS_ENDPOINT_URL: 'nowhere' }, undefined],
    [
      'an empty variable',
      'ssm',
      'us-east-1',
      { AWS_ENDPOINT_URL: '' },
      'https://ssm.us-east-1.amazonaws.com/',
    ],
  ])('for %s', (_, service, region, variables, expected) => {
    expect(likelyEndpoint({ service, region }, variables)?.href).toBe(expected);
  });
});
