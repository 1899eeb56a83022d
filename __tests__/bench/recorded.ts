import { deepStrictEqual } from 'node:assert';
import { startMoto } from '../rig/moto.ts';

/** One call to AWS, without what the signature needs. */
export interface Call {
  readonly service: 'sts' | 'ssm' | 'secretsmanager';
  /** Such as `GetParameters`. */
  readonly operation: string;
  /** The fields of the JSON body, or of the form for STS. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is sent back, with status 200. */
export interface Answer {
  readonly contentType: string;
  readonly body: string;
}

type Fields = Readonly<Record<string, unknown>>;

const TARGETS = { ssm: 'AmazonSSM', secretsmanager: 'secretsmanager', sts: '' } as const;
const SAMPLES = 11;
const PAGE = 10;
const PATH = '/bench/';
const SECRET = 'bench/s0000';

/** The name of the parameter with this number, from 0 on. */
export function parameterName(index: number): string {
  return `${PATH}p${String(index).padStart(4, '0')}`;
}

/** The name of the secret with this number, from 0 on. */
export function secretName(index: number): string {
  return `bench/s${String(index).padStart(4, '0')}`;
}

function secretValue(name: string): string {
  return `value of ${name}: ${Buffer.from(name.repeat(4)).toString('base64url')}`;
}

/**
 * Records moto's answers to each kind of call, and makes a function of them that answers at once: moto is written in Python
 * and would be the bottleneck. Each answer is moto's own with another name and value; before it is used, it is compared with
 * what moto says to the same calls.
 *
 * @param pathSize how many parameters lie below the path
 */
export async function recordAnswers(): Promise<(call: Call, pathSize: number) => Answer> {
  const moto = await startMoto();
  try {
    const ask = (call: Call): Promise<Answer> => send(moto.url, call);
    for (let index = 0; index < SAMPLES; index += 1) {
      const Name = parameterName(index);
      const body = { Name, Value: secretValue(Name), Type: 'SecureString' };
      await ask({ service: 'ssm', operation: 'PutParameter', body });
    }
    const secret = { Name: SECRET, SecretString: secretValue(SECRET) };
    await ask({ service: 'secretsmanager', operation: 'CreateSecret', body: secret });
    const role = { RoleArn: roleArn, RoleSessionName: 'bench', WebIdentityToken: 'a.b.c' };
    const answer = answersFrom({
      assumed: await ask({
        service: 'sts',
        operation: 'AssumeRoleWithWebIdentity',
        body: role,
      }),
      caller: await ask({ service: 'sts', operation: 'GetCallerIdentity', body: {} }),
      parameters: await ask(readByName(1)),
      secret: await ask(readSecret),
    });
    for (const call of [readByName(1), readByName(PAGE), readSecret, readPage(), readPage('10')]) {
      deepStrictEqual(comparable(answer(call, SAMPLES)), comparable(await ask(call)));
    }
    return answer;
  } finally {
    await moto.stop();
  }
}

/** The role that every program assumes. */
export const roleArn = 'arn:aws:iam::123456789012:role/ci';

const readSecret: Call = {
  service: 'secretsmanager',
  operation: 'GetSecretValue',
  body: { SecretId: SECRET },
};

function readByName(count: number): Call {
  const Names = Array.from({ length: count }, (_, index) => parameterName(index));
  return { service: 'ssm', operation: 'GetParameters', body: { Names, WithDecryption: true } };
}

function readPage(NextToken?: string): Call {
  const body = { Path: PATH, WithDecryption: true, MaxResults: PAGE };
  const token = NextToken === undefined ? {} : { NextToken };
  return { service: 'ssm', operation: 'GetParametersByPath', body: { ...body, ...token } };
}

/** Without the times, which differ from one parameter to the next, and the order, which moto leaves to chance. */
function comparable({ contentType, body }: Answer): unknown {
  const sorted = (value: Fields[]): Fields[] =>
    value.toSorted((a, b) => String(a.Name).localeCompare(String(b.Name)));
  const fields = JSON.parse(body, (key, value) => {
    if (/Date$/.test(key)) return typeof value;
    return key === 'Parameters' ? sorted(value) : value;
  });
  return { contentType, body: fields };
}

interface Recorded {
  readonly assumed: Answer;
  readonly caller: Answer;
  /** One parameter. */
  readonly parameters: Answer;
  readonly secret: Answer;
}

function answersFrom(recorded: Recorded): (call: Call, pathSize: number) => Answer {
  const { Parameters, ...rest } = JSON.parse(recorded.parameters.body) as Fields;
  const parameter = (Parameters as Fields[])[0] ?? {};
  const secret = JSON.parse(recorded.secret.body) as Fields;
  const named = (fields: Fields, name: string, valueField: string): Fields => ({
    ...fields,
    Name: name,
    ARN: String(fields.ARN).replace(String(fields.Name), name),
    [valueField]: secretValue(name),
  });
  const json = (body: Fields, { contentType } = recorded.parameters): Answer => ({
    contentType,
    body: JSON.stringify(body),
  });
  const byName = (name: unknown): Fields => named(parameter, String(name), 'Value');

  return ({ operation, body }, pathSize) => {
    switch (operation) {
      case 'AssumeRoleWithWebIdentity':
        return recorded.assumed;
      case 'GetCallerIdentity':
        return recorded.caller;
      case 'GetParameters':
        return json({ Parameters: (body.Names as unknown[]).map(byName), ...rest });
      case 'GetParameter':
        return json({ Parameter: byName(body.Name) });
      case 'GetParametersByPath': {
        const start = Number(body.NextToken ?? 0);
        const end = Math.min(start + PAGE, pathSize);
        const found = Array.from({ length: end - start }, (_, index) =>
          byName(parameterName(start + index)),
        );
        return json({ Parameters: found, ...(end < pathSize ? { NextToken: String(end) } : {}) });
      }
      case 'GetSecretValue':
        return json(named(secret, String(body.SecretId), 'SecretString'), recorded.secret);
      default:
        throw new Error(`The stand-in has no answer to ${operation}.`);
    }
  };
}

async function send(url: string, { service, operation, body }: Call): Promise<Answer> {
  const scope = `AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  const isForm = service === 'sts';
  const form = new URLSearchParams({ Action: operation, Version: '2011-06-15' });
  for (const [name, value] of Object.entries(body)) form.set(name, String(value));
  const response = await fetch(url, {
    method: 'POST',
    headers: isForm
      ? { authorization, 'content-type': 'application/x-www-form-urlencoded' }
      : {
          authorization,
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `${TARGETS[service]}.${operation}`,
        },
    body: isForm ? form.toString() : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`moto answers ${operation} with ${response.status}: ${text}`);
  return { contentType: response.headers.get('content-type') ?? '', body: text };
}
