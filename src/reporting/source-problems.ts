import {
  type ParameterSource,
  type PathSource,
  type RequestedSource,
  requestName,
  type SecretSource,
  sourceName,
} from '../plan/source.ts';
import type { Failure } from '../stores/outcome.ts';
import type { Problem } from './problem.ts';

/** A problem without the place that asked for the source. */
export type SourceProblem = Omit<Problem, 'place'>;

type AwsSource = ParameterSource | PathSource | SecretSource;

/** Why a source gave no value, and what to do; what would let denied reads through is told for all of them together. */
export function explainFailure(request: RequestedSource, failure: Failure): SourceProblem {
  const { source } = request;
  const name = requestName(request);
  switch (failure.kind) {
    case 'missing':
      return {
        message: `${name} is not found${source.kind === 'file' ? '' : ` in ${source.region}`}`,
        fix: missingFix(request),
      };
    case 'denied':
      return {
        message: `${name} may not be read: ${failure.denial.action} is denied`,
      };
    case 'failed':
      return {
        message: `${name} cannot be read: ${failure.reason}`,
        ...(failure.fix === undefined ? {} : { fix: failure.fix }),
      };
    case 'unavailable':
      return { message: `${name} cannot be read: ${failure.reason}` };
  }
}

/**
 * A value that was created, but never got its content.
 *
 * @param key the key of a JSON value that holds the placeholder
 */
export function explainUnfilled(source: AwsSource, key?: string): SourceProblem {
  const name = requestName({ source, ...(key === undefined ? {} : { key }) });
  return {
    message: `${name} was created, but never filled in: it holds a placeholder`,
    fix: `Fill it in:\n${fillCommand(source)}`,
  };
}

function missingFix({ source, key }: RequestedSource): string {
  const optional = 'where it may be missing, write "?" after the source';
  if (source.kind === 'file') return `Create the file, or, ${optional}`;
  if (key !== undefined) return `See whether ${sourceName(source)} has this key, or, ${optional}`;
  if (source.kind === 'path') return `See whether there are parameters below it, or, ${optional}`;
  const hasVersion =
    source.kind === 'parameter'
      ? source.selector !== undefined
      : (source.versionStage ?? source.versionId) !== undefined;
  if (hasVersion) return `See whether it has this version, or, ${optional}`;
  return `Create it, or, ${optional}:\n${createCommand(source)}`;
}

function createCommand(source: ParameterSource | SecretSource): string {
  return source.kind === 'parameter'
    ? putParameter(source.name, source.region)
    : `aws secretsmanager create-secret --region ${source.region} --name ${source.secretId} --secret-string "$VALUE"`;
}

function fillCommand(source: AwsSource): string {
  switch (source.kind) {
    case 'parameter':
      return `${putParameter(source.name, source.region)} --overwrite`;
    case 'path':
      return `${putParameter(`${source.path}/NAME`, source.region)} --overwrite`;
    case 'secret':
      return `aws secretsmanager put-secret-value --region ${source.region} --secret-id ${source.secretId} --secret-string "$VALUE"`;
  }
}

function putParameter(name: string, region: string): string {
  // A parameter is written by its name, also where it is read by its ARN.
  const plain = name.replace(/^arn:.*?:parameter/, '');
  return `aws ssm put-parameter --region ${region} --name ${plain} --type SecureString --value "$VALUE"`;
}
