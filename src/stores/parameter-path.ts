import type { LimitFunction } from 'p-limit';
import { transienceOf } from '../network/failure.ts';
import { type RetryLimits, withRetries } from '../network/retry.ts';
import { type PathSource, sourcesByKey } from '../plan/source.ts';
import type { FoundMember, Outcome, Outcomes } from './outcome.ts';
import { foundIn, type SsmApi } from './parameter-store.ts';
import { failureOf } from './read-failure.ts';

type ByPath = Pick<SsmApi, 'getParametersByPath'>;

/**
 * Reads everything below each path, the paths side by side, each to its last page; an empty page in between is no end.
 *
 * @param atOnce bounds the calls under way
 * @returns an outcome for each path, under its `sourceKey`; nothing below it counts as missing
 */
export async function fetchPaths(
  sources: readonly PathSource[],
  ssmOf: (region: string) => ByPath,
  atOnce: LimitFunction,
  limits: RetryLimits,
): Promise<Outcomes> {
  return new Map(
    await Promise.all(
      [...sourcesByKey(sources)].map(
        async ([key, source]): Promise<[string, Outcome]> => [
          key,
          await readPath(source, ssmOf(source.region), atOnce, limits),
        ],
      ),
    ),
  );
}

async function readPath(
  { path, isRecursive }: PathSource,
  ssm: ByPath,
  atOnce: LimitFunction,
  limits: RetryLimits,
): Promise<Outcome> {
  const members: FoundMember[] = [];
  let token: string | undefined;
  try {
    do {
      const from = token;
      const { Parameters = [], NextToken } = await atOnce(() =>
        withRetries(
          (signal) => ssm.getParametersByPath(path, isRecursive, from, signal),
          transienceOf,
          limits,
        ),
      );
      for (const parameter of Parameters) {
        const found = foundIn(parameter);
        if (found !== undefined) members.push({ ...found, name: parameter.Name ?? '' });
      }
      token = NextToken;
    } while (token);
  } catch (error) {
    if (limits.deadline.aborted) throw error;
    return failureOf(error, 'ssm:GetParametersByPath');
  }
  if (members.length === 0) return { kind: 'missing' };
  const byName = members.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return { kind: 'found-path', members: byName };
}
