import { partitionOf } from '../identity/partition.ts';

/** A service of AWS that the action calls, as its host names begin. */
export type Service = 'sts' | 'ssm' | 'secretsmanager';

/** How many calls of a service are expected side by side. */
export interface ExpectedCalls {
  readonly service: Service;
  readonly region: string;
  readonly count: number;
}

// SDK reference guide, "Service-specific endpoints".
const VARIABLES: Readonly<Record<Service, string>> = {
  sts: 'AWS_ENDPOINT_URL_STS',
  ssm: 'AWS_ENDPOINT_URL_SSM',
  secretsmanager: 'AWS_ENDPOINT_URL_SECRETS_MANAGER',
};

// AWS General Reference, "AWS service endpoints".
const SUFFIXES: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-us-gov': 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
};

/**
 * Where the SDK will most likely call a service, known before the SDK is loaded. It decides for itself: a connection to
 * another host is one for nothing, and no more.
 */
export function likelyEndpoint(
  { service, region }: Pick<ExpectedCalls, 'service' | 'region'>,
  variables: Readonly<Record<string, string | undefined>>,
): URL | undefined {
  const configured = variables[VARIABLES[service]] || variables.AWS_ENDPOINT_URL;
  if (configured) return URL.parse(configured) ?? undefined;
  const isSpecial = [variables.AWS_USE_FIPS_ENDPOINT, variables.AWS_USE_DUALSTACK_ENDPOINT].some(
    (flag) => flag?.toLowerCase() === 'true',
  );
  const suffix = SUFFIXES[partitionOf(region)];
  if (isSpecial || suffix === undefined) return undefined;
  return URL.parse(`https://${service}.${region}.${suffix}`) ?? undefined;
}
