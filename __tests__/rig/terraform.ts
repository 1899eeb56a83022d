import { execFile, spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PolicyDocument } from './policy-evaluator.ts';

const run = promisify(execFile);
const MODULE = join(import.meta.dirname, '..', '..', 'setup', 'terraform');

/** What main.tf reads from AWS, and the policies as the outputs of a configuration. */
const STAND_IN = `
locals {
  aws = { account_id = "111122223333", partition = "aws", dns_suffix = "amazonaws.com", region = "us-east-1" }
}
output "trust" { value = local.trust_policies }
output "reads" { value = local.read_policies }
`;

/** Policies by environment. */
export interface ModulePolicies {
  trust: Record<string, PolicyDocument>;
  reads: Record<string, PolicyDocument>;
}

/** Whether the program is there. */
export function hasTerraform(): boolean {
  return spawnSync('terraform', ['version'], { stdio: 'ignore' }).status === 0;
}

/** The files that `terraform fmt` would write otherwise; it fails where one cannot be parsed. */
export async function unformattedFiles(): Promise<string> {
  const { stdout } = await terraform(MODULE, 'fmt', '-list=true', '-write=false');
  return stdout;
}

/**
 * Lets Terraform compute the module's policies, without AWS and without the provider, which only the resources of main.tf
 * need.
 *
 * @throws where Terraform finds a variable or an expression wrong
 */
export async function computePolicies(variables: Record<string, unknown>): Promise<ModulePolicies> {
  const folder = await mkdtemp(join(tmpdir(), 'fetch-secrets-terraform-'));
  try {
    for (const name of ['variables.tf', 'policies.tf']) {
      await copyFile(join(MODULE, name), join(folder, name));
    }
    await writeFile(join(folder, 'stand-in.tf'), STAND_IN);
    await writeFile(join(folder, 'terraform.tfvars.json'), JSON.stringify(variables));
    await terraform(folder, 'init', '-input=false');
    await terraform(folder, 'apply', '-auto-approve', '-input=false');
    const { stdout } = await terraform(folder, 'output', '-json');
    const { trust, reads } = JSON.parse(stdout) as Record<
      'trust' | 'reads',
      { value: Record<string, string> }
    >;
    return { trust: documentsIn(trust.value), reads: documentsIn(reads.value) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function documentsIn(policies: Record<string, string>): Record<string, PolicyDocument> {
  return Object.fromEntries(
    Object.entries(policies).map(([name, json]) => [name, JSON.parse(json) as PolicyDocument]),
  );
}

async function terraform(
  folder: string,
  command: string,
  ...options: string[]
): Promise<{ stdout: string }> {
  const { TF_CLI_CONFIG_FILE: _, ...env } = process.env;
  return await run('terraform', [`-chdir=${folder}`, command, ...options], {
    env: { ...env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' },
  });
}
