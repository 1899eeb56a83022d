// Reads configurations with the code of Serverless Framework 3: JSON of cases on standard input, of results on standard
// output. The first argument is the folder in which it is installed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

const require = createRequire(join(process.argv[2], 'package.json'));
const variables = 'serverless/lib/configuration/variables';
const read = require('serverless/lib/configuration/read');
const resolveMeta = require(`${variables}/resolve-meta`);
const resolve = require(`${variables}/resolve`);

class NotFound extends Error {
  code = 'AWS_S_S_M_GET_PARAMETER_PARAMETER_NOT_FOUND';
}

/** Stands in for the framework's AWS provider. */
function providerOf({ parameters, region }, requests) {
  return {
    request: async (_service, method, { Name, WithDecryption }, options) => {
      if (method === 'getCallerIdentity') return { Account: '111122223333' };
      if (parameters === null) throw new Error('SSM is switched off');
      requests.push(Name);
      const of = options.region ?? region ?? 'us-east-1';
      const entry = parameters[of === 'us-east-1' ? Name : `${of} ${Name}`];
      if (entry === undefined) throw new NotFound('not found');
      const { type, value } = typeof entry === 'string' ? { type: 'String', value: entry } : entry;
      const isEncrypted = type === 'SecureString' && !WithDecryption;
      return {
        Parameter: { Type: type, Value: isEncrypted ? `kms:alias/aws/ssm:${value}` : value },
      };
    },
  };
}

function sourcesOf(entry, requests) {
  const serverless = { getProvider: () => providerOf(entry, requests) };
  return {
    env: require(`${variables}/sources/env`),
    file: require(`${variables}/sources/file`),
    opt: require(`${variables}/sources/opt`),
    self: require(`${variables}/sources/self`),
    strToBool: require(`${variables}/sources/str-to-bool`),
    sls: require(`${variables}/sources/instance-dependent/get-sls`)(),
    ssm: require(`${variables}/sources/instance-dependent/get-ssm`)(serverless),
    aws: require(`${variables}/sources/instance-dependent/get-aws`)(serverless),
    // Of the dashboard's plugin, which needs an account.
    param: {
      resolve: async ({ address, options, resolveConfigurationProperty }) => {
        const stage = options.stage ?? (await resolveConfigurationProperty(['provider', 'stage']));
        for (const name of [stage ?? 'dev', 'default']) {
          const value = await resolveConfigurationProperty(['params', name, address]);
          if (value != null) return { value };
        }
        return { value: null };
      },
    },
    cf: { resolve: async ({ address }) => ({ value: entry.outputs?.[address] ?? null }) },
  };
}

async function readCase(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'serverless-reader-'));
  const requests = [];
  const before = process.env;
  process.env = { ...before, ...entry.env };
  try {
    for (const [path, content] of Object.entries({ ...entry.files, [entry.file]: entry.text })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const configuration = await read(join(folder, entry.file));
    const variablesMeta = resolveMeta(configuration);
    const errors = () => [...variablesMeta.values()].flatMap(({ error }) => error?.message ?? []);
    if (errors().length > 0) return { error: errors().join('\n'), requests };
    const sources = sourcesOf(entry, requests);
    await resolve({
      serviceDir: folder,
      configuration,
      variablesMeta,
      sources,
      options: entry.options ?? {},
      fulfilledSources: new Set(Object.keys(sources)),
    });
    if (errors().length > 0) return { error: errors().join('\n'), requests };
    return { configuration, requests };
  } catch (error) {
    return { error: String(error.message), requests };
  } finally {
    process.env = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

const results = [];
for (const entry of JSON.parse(await text(process.stdin))) results.push(await readCase(entry));
process.stdout.write(JSON.stringify(results));
