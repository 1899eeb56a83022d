/**
 * Shows the action at work, without an AWS account or GitHub: `node __tests__/demo/demo.ts`.
 * Ends with code 1 when anything differs from what is expected.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Account } from '../rig/aws.ts';
import { findLeaks, hiddenWords } from '../rig/leaks.ts';
import { startMoto } from '../rig/moto.ts';
import { startProxy } from '../rig/proxy.ts';
import { createJob, type Job } from '../rig/runner.ts';
import { startTokenEndpoint } from '../rig/token-endpoint.ts';
import { samplePlatform } from './platform.ts';

/** Which parameter each file must hold in the end. */
const EXPECTED_FILES: Readonly<Record<string, string>> = {
  'docker/staging.env': '/platform/staging/env',
  '.env': '/platform/staging/env',
  'docker/pems/cloudfront.pem': '/platform/staging/cloudfront_pem',
  'docker/pems/aspera.pem': '/platform/aspera_client_pem',
};

const differences: string[] = [];

function check(isAsExpected: boolean, difference: string): void {
  if (!isAsExpected) differences.push(difference);
}

function print(title: string, lines: readonly string[]): void {
  process.stdout.write(`\n${title}\n${lines.map((line) => `    ${line}\n`).join('')}`);
}

function stepInputs(roleArn: string): Record<string, string> {
  return {
    environment: 'staging',
    'role-to-assume': roleArn,
    'aws-region': 'us-east-1',
    'env-files': [
      '/platform/{environment}/env => docker/{environment}.env',
      '/platform/{environment}/env => .env',
    ].join('\n'),
    'pem-files': [
      '/platform/{environment}/cloudfront_pem => docker/pems/cloudfront.pem',
      '/platform/aspera_client_pem => docker/pems/aspera.pem',
    ].join('\n'),
  };
}

function asYaml(inputs: Record<string, string>): string[] {
  return Object.entries(inputs).flatMap(([name, value]) => {
    const lines = value.split('\n');
    return lines.length === 1
      ? [`${name}: ${value}`]
      : [`${name}: |`, ...lines.map((line) => `  ${line}`)];
  });
}

async function showFile(job: Job, path: string, parameters: Record<string, string>) {
  const file = join(job.workspace, path);
  if (!existsSync(file)) {
    check(false, `${path} was not written`);
    return;
  }
  const content = await readFile(file, 'utf8');
  const mode = ((await stat(file)).mode & 0o777).toString(8);
  check(mode === '600', `${path} has mode ${mode}, not 600`);
  check(
    content === parameters[EXPECTED_FILES[path] ?? ''],
    `${path} does not hold the parameter ${EXPECTED_FILES[path]} byte for byte`,
  );
  const masked = content
    .trimEnd()
    .split('\n')
    .map((line) => job.masker.mask(line));
  const short = masked.filter((line, index) => line !== '***' || masked[index - 1] !== '***');
  print(`${path} (mode ${mode}), as the log would show it:`, short);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function demonstrate(): Promise<void> {
  await using cleanUps = new AsyncDisposableStack();
  const moto = await startMoto();
  cleanUps.defer(() => moto.stop());
  const proxy = await startProxy(moto.url);
  cleanUps.defer(() => proxy.stop());
  const token = await startTokenEndpoint();
  cleanUps.defer(() => token.stop());

  process.env.MOTO_URL = moto.url;
  const account = await Account.open('111122223333');
  const parameters = samplePlatform();
  for (const [name, value] of Object.entries(parameters)) await account.putParameter(name, value);
  print('In Parameter Store (moto stands in for AWS), as SecureStrings:', Object.keys(parameters));

  const job = await createJob({ token, awsUrl: proxy.url });
  cleanUps.defer(() => job.cleanUp());
  const inputs = stepInputs(account.roleArn('ci-staging'));
  print('The step:', [
    '- uses: OWNER/fetch-secrets@v1',
    '  with:',
    ...asYaml(inputs).map((line) => `    ${line}`),
  ]);

  const step = await job.use(inputs);
  print('Its log:', step.log.split('\n'));
  check(step.exitCode === 0, `the step ended with code ${step.exitCode}`);
  for (const path of Object.keys(EXPECTED_FILES)) await showFile(job, path, parameters);
  print('Its outputs:', asYaml(step.outputs));
  print('Its calls:', [`ID token from GitHub: ${token.tokens.length}`, ...proxy.calls]);
  check(token.tokens.length === 1, `the step asked for ${token.tokens.length} ID tokens, not 1`);
  check(
    proxy.calls.join() === 'AssumeRoleWithWebIdentity,GetParameters',
    `the step called ${proxy.calls.join(', ')}`,
  );

  const posts = await job.end();
  print(
    'When the job ends, the log of the post step:',
    posts.flatMap(({ log }) => log.split('\n')),
  );
  check(posts.length === 1 && posts[0]?.exitCode === 0, 'the post step failed');
  const left = await filesBelow(job.workspace);
  check(left.length === 0, `the post step left ${left.join(', ')}`);
  print('Files left in the workspace:', left.length === 0 ? ['none'] : left);

  const leaks = findLeaks(job, Object.values(parameters));
  for (const leak of leaks) check(false, leak);
  const hidden = hiddenWords(job);
  check(hidden.length === 0, `the masks hide ${hidden.join(', ')}`);
  print(
    'Secrets to be seen in log, annotations and summary:',
    leaks.length === 0 ? ['none'] : leaks,
  );
}

await demonstrate();
if (differences.length > 0) {
  print('NOT as expected:', differences);
  process.exitCode = 1;
} else {
  print('All as expected.', []);
}
