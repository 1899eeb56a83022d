import { Buffer } from 'node:buffer';
import type { LimitFunction } from 'p-limit';
import { transienceOf } from '../network/failure.ts';
import { type RetryLimits, withRetries } from '../network/retry.ts';
import {
  type ParameterSource,
  parameterReference,
  sourceKey,
  sourcesByKey,
} from '../plan/source.ts';
import type { Found, Outcome, Outcomes, ParameterType } from './outcome.ts';
import { failureOf } from './read-failure.ts';

/** A parameter as SSM answers it (SSM API reference, "Parameter"). */
export interface SsmParameter {
  readonly Name?: string | undefined;
  readonly ARN?: string | undefined;
  readonly Value?: string | undefined;
  readonly Type?: ParameterType | undefined;
  readonly Version?: number | undefined;
  /** The version or label that was asked for, with a colon in front. */
  readonly Selector?: string | undefined;
  readonly LastModifiedDate?: Date | undefined;
}

/** The calls of SSM that read parameters. They reject with the SDK's errors. */
export interface SsmApi {
  getParameters(
    names: string[],
    isDecrypted: boolean,
    signal: AbortSignal,
  ): Promise<{
    readonly Parameters?: readonly SsmParameter[] | undefined;
    readonly InvalidParameters?: readonly string[] | undefined;
  }>;
  getParameter(
    name: string,
    isDecrypted: boolean,
    signal: AbortSignal,
  ): Promise<{ readonly Parameter?: SsmParameter | undefined }>;
  /** One page, decrypted; `token` is the `NextToken` of the page before. */
  getParametersByPath(
    path: string,
    isRecursive: boolean,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<{
    readonly Parameters?: readonly SsmParameter[] | undefined;
    readonly NextToken?: string | undefined;
  }>;
}

type ByName = Pick<SsmApi, 'getParameters' | 'getParameter'>;

/** SSM API reference, GetParameters: "Array Members: Maximum number of 10 items". */
export const BATCH = 10;

/**
 * Reads each source once: `GetParameters` by ten, the batches side by side. Where AWS refuses a batch, its parameters are
 * read one by one, so that roles with only `ssm:GetParameter` work and what is wrong is told name by name.
 *
 * @param ssmOf the calls of one region
 * @param atOnce bounds the calls under way
 * @returns an outcome for each source, under its `sourceKey`
 * @throws only the deadline's reason
 */
export async function fetchParameters(
  sources: readonly ParameterSource[],
  ssmOf: (region: string) => ByName,
  atOnce: LimitFunction,
  limits: RetryLimits,
): Promise<Outcomes> {
  const read = async (batch: readonly ParameterSource[], ssm: ByName): Promise<Outcomes> => {
    const outcomes = await atOnce(() => readBatch(batch, ssm, limits));
    if (outcomes !== 'refused') return outcomes;
    const singles = batch.map((source) => atOnce(() => readOne(source, ssm, limits)));
    return new Map(
      (await Promise.all(singles)).map((outcome, index) => [keyAt(batch, index), outcome]),
    );
  };

  const batches = [...Map.groupBy(sourcesByKey(sources).values(), batchKey).values()].flatMap(
    (alike) => chunks(alike, BATCH).map((batch) => read(batch, ssmOf(alike[0]?.region ?? ''))),
  );
  return new Map((await Promise.all(batches)).flatMap((outcomes) => [...outcomes]));
}

/** One call reads in one region, and decrypts all or nothing. */
function batchKey({ region, isEncrypted }: ParameterSource): string {
  return isEncrypted === true ? `${region} encrypted` : region;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function keyAt(batch: readonly ParameterSource[], index: number): string {
  const source = batch[index];
  return source === undefined ? '' : sourceKey(source);
}

async function readBatch(
  batch: readonly ParameterSource[],
  ssm: ByName,
  limits: RetryLimits,
): Promise<Outcomes | 'refused'> {
  try {
    const names = batch.map(parameterReference);
    const isDecrypted = batch[0]?.isEncrypted !== true;
    const { Parameters = [] } = await withRetries(
      (signal) => ssm.getParameters(names, isDecrypted, signal),
      transienceOf,
      limits,
    );
    return new Map(
      batch.map((source) => [sourceKey(source), outcomeOf(findIn(Parameters, source, batch))]),
    );
  } catch (error) {
    if (limits.deadline.aborted) throw error;
    if (isAboutParameters(error)) return 'refused';
    const outcome = failureOf(error, 'ssm:GetParameter');
    return new Map(batch.map((source) => [sourceKey(source), outcome]));
  }
}

async function readOne(
  source: ParameterSource,
  ssm: ByName,
  limits: RetryLimits,
): Promise<Outcome> {
  try {
    const { Parameter } = await withRetries(
      (signal) => ssm.getParameter(parameterReference(source), source.isEncrypted !== true, signal),
      transienceOf,
      limits,
    );
    return outcomeOf(Parameter);
  } catch (error) {
    if (limits.deadline.aborted) throw error;
    return failureOf(error, 'ssm:GetParameter');
  }
}

/** AWS leaves out what it does not find, sorts the rest, and tells a version or label apart in `Selector`. */
function findIn(
  parameters: readonly SsmParameter[],
  source: ParameterSource,
  batch: readonly ParameterSource[],
): SsmParameter | undefined {
  const named = parameters.filter((parameter) => isNamed(parameter, source.name));
  const selected = named.find(
    ({ Selector }) => (Selector ?? '').replace(/^:/, '') === (source.selector ?? ''),
  );
  const isOnly = batch.filter(({ name }) => name === source.name).length === 1;
  return selected ?? (isOnly ? named[0] : undefined);
}

function isNamed({ Name, ARN }: SsmParameter, name: string): boolean {
  // AWS takes `/name` and `name` for the same parameter (user guide, "parameter name constraints").
  const plain = (text: string | undefined): string | undefined =>
    text?.replace(/^\/(?=[^/]*$)/, '');
  return plain(Name) === plain(name) || ARN === name;
}

function outcomeOf(parameter: SsmParameter | undefined): Outcome {
  return (parameter && foundIn(parameter)) ?? { kind: 'missing' };
}

/** What is kept of a parameter that AWS answered. */
export function foundIn(parameter: SsmParameter): Found | undefined {
  const { Value, Type, Version, LastModifiedDate, ARN } = parameter;
  if (Value === undefined) return undefined;
  return {
    kind: 'found',
    bytes: Buffer.from(Value, 'utf8'),
    version: String(Version ?? ''),
    ...(Type === undefined ? {} : { type: Type }),
    ...(LastModifiedDate === undefined ? {} : { lastModified: LastModifiedDate }),
    ...(ARN === undefined ? {} : { arn: ARN }),
  };
}

// Errors that one parameter of a batch can cause for all of it: SSM API reference, GetParameters and GetParameter.
const ABOUT_PARAMETERS = ['AccessDeniedException', 'InvalidKeyId', 'ValidationException'];

function isAboutParameters(error: unknown): boolean {
  return error instanceof Error && ABOUT_PARAMETERS.includes(error.name);
}
