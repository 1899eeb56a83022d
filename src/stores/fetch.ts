import pLimit from 'p-limit';
import type { FileSystem } from '../filesystem.ts';
import type { AwsCredentials } from '../identity/role.ts';
import type { AwsClients } from '../network/aws-clients.ts';
import type { RetryLimits } from '../network/retry.ts';
import type { Source } from '../plan/source.ts';
import type { Outcomes } from './outcome.ts';
import { fetchPaths } from './parameter-path.ts';
import { fetchParameters } from './parameter-store.ts';
import { fetchSecrets } from './secrets-manager.ts';
import { readWorkspaceFiles } from './workspace-files.ts';

/** What sources are read through. */
export interface Stores {
  readonly workspace: string;
  readonly files: FileSystem;
  readonly aws: AwsClients;
  /** Absent: the ambient ones. */
  readonly credentials: AwsCredentials | undefined;
}

/** The bound of calls under way at one time. */
export const CALLS_AT_ONCE = 20;

/** Reads every source once, whatever its kind; all calls to AWS are made side by side, within a bound. */
export async function fetchAll(
  sources: readonly Source[],
  { workspace, files, aws, credentials }: Stores,
  limits: RetryLimits,
): Promise<Outcomes> {
  const atOnce = pLimit(CALLS_AT_ONCE);
  const ofKind = <Kind extends Source['kind']>(kind: Kind): Extract<Source, { kind: Kind }>[] =>
    sources.filter((source): source is Extract<Source, { kind: Kind }> => source.kind === kind);
  const ssmOf = oncePerRegion((region) => aws.ssm(region, credentials));
  const secretsManagerOf = oncePerRegion((region) => aws.secretsManager(region, credentials));
  const outcomes = await Promise.all([
    readWorkspaceFiles(ofKind('file'), workspace, files),
    fetchParameters(ofKind('parameter'), ssmOf, atOnce, limits),
    fetchPaths(ofKind('path'), ssmOf, atOnce, limits),
    fetchSecrets(ofKind('secret'), secretsManagerOf, atOnce, limits),
  ]);
  return new Map(outcomes.flatMap((part) => [...part]));
}

function oncePerRegion<Client>(make: (region: string) => Client): (region: string) => Client {
  const made = new Map<string, Client>();
  return (region) => {
    const client = made.get(region) ?? make(region);
    made.set(region, client);
    return client;
  };
}
