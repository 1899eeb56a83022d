import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { inputVariable } from '../rig/action-manifest.ts';
import { parameterName, roleArn, secretName } from './recorded.ts';
import type { Step } from './run-process.ts';

/** What a run reads. */
export interface Work {
  readonly kind: 'parameters' | 'path' | 'secrets';
  readonly count: number;
}

/** Something that is measured. */
export interface Program {
  readonly name: string;
  /** Undefined where it has no way to do this work. */
  readonly steps: (work: Work) => readonly Step[] | undefined;
}

const ROOT = join(import.meta.dirname, '..', '..');
const REGION = 'us-east-1';

function named({ kind, count }: Work): string[] {
  const name = kind === 'secrets' ? secretName : parameterName;
  return Array.from({ length: count }, (_, index) => name(index));
}

function step(script: string, inputs: Readonly<Record<string, string>>): Step {
  const variables = Object.entries(inputs).map(([name, value]) => [inputVariable(name), value]);
  return { script, variables: Object.fromEntries(variables) };
}

/** Nothing but Node's own start. */
export function bareNode(folder: string): Program {
  const script = join(folder, 'empty.js');
  writeFileSync(script, '');
  return { name: 'bare Node', steps: () => [{ script, variables: {} }] };
}

/** `floor.ts`, without its types: to strip them at run time would cost it more than all the rest. */
export function floor(folder: string): Program {
  const script = join(folder, 'floor.mjs');
  const source = readFileSync(join(import.meta.dirname, 'floor.ts'), 'utf8');
  writeFileSync(script, stripTypeScriptTypes(source));
  return {
    name: 'floor',
    steps(work) {
      const names = JSON.stringify(work.kind === 'path' ? [] : named(work));
      const variables = { BENCH_KIND: work.kind, BENCH_NAMES: names, BENCH_ROLE: roleArn };
      return [{ script, variables }];
    },
  };
}

/** A build of the action, which can render too. */
export interface Build extends Program {
  readonly render: (path: string) => readonly Step[];
}

/** The action, from the folder of a build. */
export function ours(dist: string): Build {
  return {
    name: dist === OUR_DIST ? 'ours' : dist,
    steps(work) {
      const prefix = work.kind === 'secrets' ? 'secretsmanager:' : '';
      const lines =
        work.kind === 'path'
          ? ['/bench/* => .env']
          : named(work).map((name, index) => `V${index}=${prefix}${name} => .env`);
      return [step(join(dist, 'index.js'), { ...OUR_INPUTS, 'env-files': lines.join('\n') })];
    },
    render: (path) => [step(join(dist, 'index.js'), { ...OUR_INPUTS, render: path })],
  };
}

/** Where the action is. */
export const OUR_DIST = join(ROOT, 'dist');

/** What each of our steps is given. */
const OUR_INPUTS = {
  environment: 'staging',
  'role-to-assume': roleArn,
  'aws-region': REGION,
};

/** The two chains of actions that people use today, as far as they are checked out below the folder. */
export function chains(peers: string): Program[] {
  const script = (repository: string): string => join(peers, repository, 'dist', 'index.js');
  const role = script('configure-aws-credentials');
  const parameters = script('aws-ssm-getparameters-action');
  const secrets = script('aws-secretsmanager-get-secrets');
  const roleInputs = {
    'role-to-assume': roleArn,
    'aws-region': REGION,
    audience: 'sts.amazonaws.com',
    'output-env-credentials': 'true',
  };
  const all: Program[] = [
    {
      name: 'chain with SSM',
      steps(work) {
        if (work.kind !== 'parameters') return undefined;
        const parameterPairs = named(work).map((name, index) => `${name} = V${index}`);
        const inputs = { parameterPairs: parameterPairs.join(','), withDecryption: 'true' };
        return [step(role, roleInputs), step(parameters, inputs)];
      },
    },
    {
      name: 'chain with Secrets Manager',
      steps(work) {
        if (work.kind !== 'secrets') return undefined;
        const ids = named(work).map((name, index) => `V${index},${name}`);
        const inputs = { 'secret-ids': ids.join('\n'), 'parse-json-secrets': 'false' };
        return [step(role, roleInputs), step(secrets, inputs)];
      },
    },
  ];
  const isThere = [role, parameters, secrets].map(existsSync);
  return all.filter((_, index) => isThere[0] && isThere[index + 1]);
}
