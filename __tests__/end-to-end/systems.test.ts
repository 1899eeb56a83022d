import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Job } from '../rig/runner.ts';
import { expectNoLeak, openScene, putFile, readFile, type Scene, treeOf } from './scene.ts';

/** One of the systems that the action serves: what lies in AWS, and the step by inputs and by manifest. */
interface System {
  readonly name: string;
  readonly environment: string;
  readonly region: string;
  readonly seed: (scene: Scene) => Promise<void>;
  /** Files of the repository. */
  readonly repository: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly manifest: string;
  readonly expected: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

const DATABASE_URL =
  'postgres://atrax:s3cr%24t-pw@db.internal/atrax?uselibpqcompat=true&sslmode=require';

const SYSTEMS: readonly System[] = [
  {
    name: 'whole env files in SSM',
    environment: 'staging',
    region: 'us-east-1',
    async seed({ account }) {
      await account.putParameter(
        '/platform/staging/env',
        'APP_ENV=staging\nDB_PASS=platform-secret\n',
      );
    },
    repository: {},
    inputs: {
      'env-files':
        '/platform/{environment}/env => docker/{environment}.env\n/platform/{environment}/env => .env',
    },
    manifest: `
env-files:
  docker/{environment}.env: /platform/{environment}/env
  .env: /platform/{environment}/env
`,
    expected: {
      '.env': 'APP_ENV=staging\nDB_PASS=platform-secret\n',
      'docker/staging.env': 'APP_ENV=staging\nDB_PASS=platform-secret\n',
    },
    secrets: ['platform-secret'],
  },
  {
    name: 'one parameter per secret',
    environment: 'stage',
    region: 'eu-central-1',
    async seed({ account }) {
      const put = (name: string, value: string, type?: 'String') =>
        account.putParameter(`/atrax/stage/${name}`, value, {
          region: 'eu-central-1',
          ...(type === undefined ? {} : { type }),
        });
      await put('atrax-api/database_url', DATABASE_URL);
      await put('atrax-api/controller_auth', 'token-one-abc,token-two-def');
      await put('atrax-node/controller_url', 'https://controller.internal', 'String');
      await put('etl/vault_ingest_config', '{"table": "t", "key": "ingest-key-value"}');
    },
    repository: {},
    inputs: {
      'env-files':
        '/atrax/{environment}/atrax-api/* => api.env\nCONTROLLER=/atrax/{environment}/atrax-node/controller_url => api.env',
      files: '/atrax/{environment}/etl/vault_ingest_config => etl/config.json',
      'name-transformation': 'uppercase',
    },
    manifest: `
name-transformation: uppercase
env-files:
  api.env:
    - /atrax/{environment}/atrax-api/*
    - CONTROLLER=/atrax/{environment}/atrax-node/controller_url
files:
  etl/config.json: /atrax/{environment}/etl/vault_ingest_config
`,
    expected: {
      'api.env': `CONTROLLER_AUTH=token-one-abc,token-two-def\nDATABASE_URL='${DATABASE_URL}'\nCONTROLLER=https://controller.internal\n`,
      'etl/config.json': '{"table": "t", "key": "ingest-key-value"}',
    },
    secrets: [
      DATABASE_URL,
      's3cr%24t-pw',
      's3cr$t-pw',
      'token-one-abc,token-two-def',
      'ingest-key-value',
    ],
  },
  {
    name: 'one JSON secret per environment',
    environment: 'dev',
    region: 'us-east-2',
    async seed({ account }) {
      const value =
        '{"API_KEY": "pixell-api-key", "RETRIES": 12345678901234567890, "NESTED": {"a": [1.10, null]}}';
      await account.createSecret('pixell/dev', value, { region: 'us-east-2' });
    },
    repository: { '.env.defaults': 'API_KEY=local\nFEATURE=on\n' },
    inputs: {
      'env-files':
        'file:.env.defaults => .env.local\nsecretsmanager:pixell/{environment} => .env.local',
    },
    manifest: `
env-files:
  .env.local: ["file:.env.defaults", "secretsmanager:pixell/{environment}"]
`,
    expected: {
      '.env.local': `API_KEY=pixell-api-key\nFEATURE=on\nRETRIES=12345678901234567890\nNESTED='{"a":[1.10,null]}'\n`,
    },
    secrets: ['pixell-api-key', '12345678901234567890'],
  },
  {
    name: 'one JSON object per app in SSM, over Helm values',
    environment: 'stage',
    region: 'us-east-2',
    async seed({ account }) {
      const value = JSON.stringify({
        DB_HOST: 'db.stage.internal',
        DB_PASSWORD: "it's-secret",
        LOG_LEVEL: 'warn',
      });
      await account.putParameter('/shop/cart/stage/app', value, { region: 'us-east-2' });
    },
    repository: {
      'values-stage.yaml':
        'replicas: 2\nconfig:\n  APP_ENV: stage\n  LOG_LEVEL: debug\n  MY_API_URL: https://api.stage\n',
    },
    inputs: {
      'env-files':
        'file:values-{environment}.yaml#config => app.env\n/shop/cart/{environment}/app => app.env',
      'env-format': 'docker',
    },
    manifest: `
env-files:
  app.env:
    format: docker
    sources:
      - file:values-{environment}.yaml#config
      - /shop/cart/{environment}/app
`,
    expected: {
      'app.env':
        "APP_ENV=stage\nLOG_LEVEL=warn\nMY_API_URL=https://api.stage\nDB_HOST=db.stage.internal\nDB_PASSWORD=it's-secret\n",
    },
    secrets: ['db.stage.internal', "it's-secret"],
  },
  {
    name: 'a runtime env file over a file of defaults',
    environment: 'prod',
    region: 'us-east-1',
    async seed({ account }) {
      await account.putParameter('/auraxis/prod/SECRET_KEY', 'auraxis $ecret # key');
      await account.putParameter('/auraxis/prod/DB_HOST', 'db.prod.internal');
      await account.createSecret('auraxis/prod/app', '{"JWT_SECRET_KEY": "jwt-secret-value"}');
    },
    repository: { '.env.prod': 'DEBUG=false\nDB_HOST=localhost\n' },
    inputs: {
      'env-files':
        'file:.env.prod => .env.runtime\n/auraxis/prod/* => .env.runtime\nsecretsmanager:auraxis/prod/app => .env.runtime',
      'env-format': 'compose',
      'file-mode': '640',
    },
    manifest: `
env-files:
  .env.runtime:
    format: compose
    mode: 640
    sources:
      - file:.env.{environment}
      - /auraxis/{environment}/*
      - secretsmanager:auraxis/{environment}/app
`,
    expected: {
      '.env.runtime':
        "DEBUG=false\nDB_HOST=db.prod.internal\nSECRET_KEY='auraxis $ecret # key'\nJWT_SECRET_KEY=jwt-secret-value\n",
    },
    secrets: ['auraxis $ecret # key', 'db.prod.internal', 'jwt-secret-value'],
  },
];

describe.each(SYSTEMS)('$name', (system) => {
  let scene: Scene;

  beforeEach(async () => {
    scene = await openScene();
    await system.seed(scene);
  });
  afterEach(() => scene.close());

  async function openRepository(): Promise<Job> {
    const job = await scene.openJob();
    for (const [path, text] of Object.entries(system.repository)) putFile(job, path, text);
    return job;
  }

  it('runs from inputs alone', async () => {
    const job = await openRepository();

    const result = await job.use({
      environment: system.environment,
      'role-to-assume': scene.account.roleArn(),
      'aws-region': system.region,
      ...system.inputs,
    });

    expect(result.log).not.toContain('##[error]');
    for (const [path, text] of Object.entries(system.expected))
      expect(readFile(job, path)).toBe(text);
    await job.end();
    expect(treeOf(job).filter((path) => !path.endsWith('/'))).toEqual(
      Object.keys(system.repository).sort(),
    );
    expectNoLeak(job, system.secrets);
  });

  it('runs from a manifest, with the same files', async () => {
    const job = await openRepository();
    const role = `environments:\n  ${system.environment}: { role: "${scene.account.roleArn()}", region: ${system.region} }\n`;
    putFile(job, '.github/fetch-secrets.yml', role + system.manifest);

    const result = await job.use({ environment: system.environment });

    expect(result.log).not.toContain('##[error]');
    for (const [path, text] of Object.entries(system.expected))
      expect(readFile(job, path)).toBe(text);
    await job.end();
    expectNoLeak(job, system.secrets);
  });
});
