import { createHash, createHmac } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import type { RequestOptions } from 'node:http';

// The floor: what the step costs when everything that it does beside reading is left out. Written by hand for the benchmark
// alone, without retries, checks, errors or proxies. It runs with its types stripped beforehand, and loads what it needs by
// `getBuiltinModule`, since an ES module import of node:http loads Node's own fetch along.

const { env } = process;
const kind = env.BENCH_KIND ?? 'parameters';
const names = JSON.parse(env.BENCH_NAMES ?? '[]') as string[];
const REGION = 'us-east-1';
const BATCH = 10;
const AT_ONCE = 20;

const isSecure = env.AWS_ENDPOINT_URL_STS?.startsWith('https:') === true;
const { Agent, request } = isSecure
  ? process.getBuiltinModule('node:https')
  : process.getBuiltinModule('node:http');
const agent = new Agent({ keepAlive: true });

interface Keys {
  readonly id: string;
  readonly secret: string;
  readonly session: string;
}

function send(url: string, options: RequestOptions, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Signature version 4 over the headers that it names. */
function call(service: string, url: string, target: string, body: string, keys: Keys) {
  const { host } = new URL(url);
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 8);
  const headers: Record<string, string> = {
    'content-type': 'application/x-amz-json-1.1',
    host,
    'x-amz-date': time,
    'x-amz-security-token': keys.session,
    'x-amz-target': target,
  };
  const signed = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = ['POST', '/', '', lines.join(''), signed, sha256(body)].join('\n');
  const scope = `${day}/${REGION}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = [REGION, service, 'aws4_request'].reduce(hmac, hmac(`AWS4${keys.secret}`, day));
  const signature = hmac(key, text).toString('hex');
  headers.authorization = `AWS4-HMAC-SHA256 Credential=${keys.id}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
  return send(url, { method: 'POST', headers }, body);
}

async function assumeRole(): Promise<Keys> {
  const token = await send(`${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=sts.amazonaws.com`, {
    headers: { authorization: `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
  });
  const form = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: env.BENCH_ROLE ?? '',
    RoleSessionName: 'floor',
    WebIdentityToken: JSON.parse(token).value,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await send(
    env.AWS_ENDPOINT_URL_STS ?? '',
    { method: 'POST', headers },
    form.toString(),
  );
  const field = (name: string): string => new RegExp(`<${name}>([^<]*)<`).exec(answer)?.[1] ?? '';
  return {
    id: field('AccessKeyId'),
    secret: field('SecretAccessKey'),
    session: field('SessionToken'),
  };
}

type Parameter = { readonly Name: string; readonly Value: string };

async function read(keys: Keys): Promise<Parameter[]> {
  const ssm = (operation: string, body: object): Promise<string> =>
    call(
      'ssm',
      env.AWS_ENDPOINT_URL_SSM ?? '',
      `AmazonSSM.${operation}`,
      JSON.stringify(body),
      keys,
    );
  if (kind === 'path') {
    const found: Parameter[] = [];
    for (let NextToken: string | undefined, isLast = false; !isLast; ) {
      const body = { Path: '/bench', WithDecryption: true, MaxResults: BATCH, NextToken };
      const page = JSON.parse(await ssm('GetParametersByPath', body));
      found.push(...page.Parameters);
      NextToken = page.NextToken;
      isLast = NextToken === undefined;
    }
    return found;
  }
  if (kind === 'secrets') {
    return await inTurns(names, async (SecretId) => {
      const url = env.AWS_ENDPOINT_URL_SECRETS_MANAGER ?? '';
      const body = JSON.stringify({ SecretId });
      const answer = await call('secretsmanager', url, 'secretsmanager.GetSecretValue', body, keys);
      return { Name: SecretId, Value: JSON.parse(answer).SecretString };
    });
  }
  const batches = Array.from({ length: Math.ceil(names.length / BATCH) }, (_, index) =>
    names.slice(index * BATCH, (index + 1) * BATCH),
  );
  const pages = await inTurns(batches, async (Names) =>
    JSON.parse(await ssm('GetParameters', { Names, WithDecryption: true })),
  );
  return pages.flatMap(({ Parameters }) => Parameters);
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      results[next[0]] = await work(next[1]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

const found = await read(await assumeRole());
process.stdout.write(found.map(({ Value }) => `::add-mask::${Value}\n`).join(''));
const lines = found.map(({ Value }, index) => `V${index}=${Value}\n`);
writeFileSync(`${env.GITHUB_WORKSPACE}/.env`, lines.join(''), { mode: 0o600 });
appendFileSync(env.GITHUB_OUTPUT ?? '', `count=${found.length}\n`);
agent.destroy();
