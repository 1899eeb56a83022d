import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';
import { Account } from '../rig/aws.ts';
import { findLeaks, hiddenWords } from '../rig/leaks.ts';
import { type AwsProxy, startProxy } from '../rig/proxy.ts';
import { createJob, type Job, type JobOptions } from '../rig/runner.ts';
import { startTokenEndpoint, type TokenEndpoint } from '../rig/token-endpoint.ts';

/** One AWS account, GitHub's token endpoint, and jobs that use the action from `dist/`. */
export interface Scene {
  readonly account: Account;
  readonly proxy: AwsProxy;
  readonly token: TokenEndpoint;
  /** A job with an OIDC token; `token: undefined` takes it away. */
  openJob(options?: JobOptions): Promise<Job>;
  /** The inputs that every step here needs, with others added or in their place. */
  inputs(more?: Record<string, string>): Record<string, string>;
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const account = await Account.open();
  const proxy = await startProxy();
  const token = await startTokenEndpoint();
  const jobs: Job[] = [];
  return {
    account,
    proxy,
    token,
    async openJob(options = {}) {
      const job = await createJob({ token, awsUrl: proxy.url, ...options });
      jobs.push(job);
      return job;
    },
    inputs: (more = {}) => ({
      environment: 'staging',
      'role-to-assume': account.roleArn(),
      'aws-region': 'us-east-1',
      ...more,
    }),
    async close() {
      for (const job of jobs) await job.cleanUp();
      await proxy.stop();
      await token.stop();
    },
  };
}

/** Makes the workspace a git repository that ignores these patterns. */
export function initGit(job: Job, ...ignored: string[]): void {
  execFileSync('git', ['init', '--quiet'], { cwd: job.workspace });
  putFile(job, '.gitignore', ignored.map((line) => `${line}\n`).join(''));
}

/** Puts a file into the workspace, with its folders. */
export function putFile(job: Job, path: string, text: string): void {
  mkdirSync(dirname(join(job.workspace, path)), { recursive: true });
  writeFileSync(join(job.workspace, path), text);
}

/** A file of the workspace, as text. */
export function readFile(job: Job, path: string): string {
  return readFileSync(join(job.workspace, path), 'utf8');
}

/** The permission bits of a file in the workspace, in octal. */
export function modeOf(job: Job, path: string): string {
  return (statSync(join(job.workspace, path)).mode & 0o777).toString(8);
}

/** Every file and folder of the workspace but `.git`, sorted; folders end with `/`. */
export function treeOf(job: Job): string[] {
  const entries = readdirSync(job.workspace, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => {
      const path = join(entry.parentPath, entry.name).slice(job.workspace.length + 1);
      return entry.isDirectory() ? `${path}/` : path;
    })
    .filter((path) => path !== '.git/' && !path.startsWith('.git/'))
    .sort();
}

/**
 * Nothing planted is to be seen by anybody, in whatever form, and no common word is hidden: every test ends with this,
 * after the post step.
 */
export function expectNoLeak(job: Job, planted: readonly string[]): void {
  expect(findLeaks(job, planted)).toEqual([]);
  expect(hiddenWords(job)).toEqual([]);
}
