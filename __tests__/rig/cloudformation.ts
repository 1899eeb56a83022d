import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import {
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import type { Account } from './aws.ts';
import { ensureMoto } from './moto.ts';
import type { PolicyDocument } from './policy-evaluator.ts';

const run = promisify(execFile);
const EXPAND = join(import.meta.dirname, 'expand_template.py');

/** A role in moto, as CloudFormation made it. */
export interface MadeRole {
  trust: PolicyDocument;
  /** The statements of all its inline policies. */
  reads: PolicyDocument;
}

function clientOptions(account: Account) {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = account.ambientEnv();
  return {
    endpoint: process.env.MOTO_URL ?? '',
    region: 'us-east-1',
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '',
      sessionToken: AWS_SESSION_TOKEN ?? '',
    },
  };
}

/** Lints a template and carries its loops out, as AWS does before it deploys one. */
export async function expandTemplate(
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<{ json: string; resources: Record<string, unknown> }> {
  const python = await ensureMoto();
  const { stdout } = await run(python, [EXPAND, path, JSON.stringify(parameters)]);
  const { Resources: resources } = JSON.parse(stdout) as { Resources: Record<string, unknown> };
  return { json: stdout, resources };
}

/**
 * Deploys an expanded template to moto.
 *
 * @returns the outputs of the stack, by name
 */
export async function deployTemplate(
  account: Account,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { json } = await expandTemplate(path, parameters);
  const client = new CloudFormationClient(clientOptions(account));
  await client.send(
    new CreateStackCommand({
      StackName: 'fetch-secrets',
      TemplateBody: json,
      Parameters: Object.entries(parameters).map(([name, value]) => ({
        ParameterKey: name,
        ParameterValue: value,
      })),
      Capabilities: ['CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
    }),
  );
  const { Stacks = [] } = await client.send(
    new DescribeStacksCommand({ StackName: 'fetch-secrets' }),
  );
  client.destroy();
  const outputs = Stacks[0]?.Outputs ?? [];
  return Object.fromEntries(
    outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
}

/** Reads a role with its inline policies back. */
export async function readRole(account: Account, RoleName: string): Promise<MadeRole> {
  const client = new IAMClient(clientOptions(account));
  const { Role } = await client.send(new GetRoleCommand({ RoleName }));
  const { PolicyNames = [] } = await client.send(new ListRolePoliciesCommand({ RoleName }));
  const policies = await Promise.all(
    PolicyNames.map(async (PolicyName) => {
      const answer = await client.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
      return documentIn(answer.PolicyDocument);
    }),
  );
  client.destroy();
  return {
    trust: documentIn(Role?.AssumeRolePolicyDocument),
    reads: { Version: '2012-10-17', Statement: policies.flatMap(({ Statement }) => Statement) },
  };
}

/** IAM answers policies URL-encoded. */
function documentIn(encoded = '{}'): PolicyDocument {
  return JSON.parse(decodeURIComponent(encoded)) as PolicyDocument;
}
