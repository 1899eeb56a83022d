import { type ParameterSource, type Source, sourceName } from '../plan/source.ts';
import type { Failure } from '../stores/outcome.ts';
import type { Problem } from './problem.ts';

/** A problem without the place that asked for the source. */
export type SourceProblem = Omit<Problem, 'place'>;

const NO_CREDENTIALS = `There are no AWS credentials on this runner. Name a role:
role-to-assume: arn:aws:iam::ACCOUNT:role/NAME`;

/** Why a source gave no value, and what to do. */
export function explainOutcome(source: Source, outcome: Failure): SourceProblem {
  const name = sourceName(source);
  switch (outcome.kind) {
    case 'missing':
      return { message: `${name} is not found${regionOf(source)}`, fix: missingFix(source) };
    case 'denied':
      return {
        message: `${name} may not be read: ${outcome.action} is denied`,
        fix: deniedFix(source, outcome.action),
      };
    case 'failed':
      return {
        message: `${name} cannot be read: ${outcome.reason}`,
        ...(outcome.reason === 'CredentialsProviderError' ? { fix: NO_CREDENTIALS } : {}),
      };
  }
}

/** A parameter that was created, but never got its value. */
export function explainUnfilled(source: ParameterSource): SourceProblem {
  return {
    message: `${sourceName(source)} was created, but never filled in: it holds a placeholder`,
    fix: `Fill it in:\n${putParameter(source)} --overwrite`,
  };
}

function regionOf(source: Source): string {
  return source.kind === 'parameter' ? ` in ${source.region}` : '';
}

function missingFix(source: Source): string {
  const optional = 'Where it may be missing, write "?" after the source';
  if (source.kind === 'file') return `Create the file. ${optional}`;
  if (source.selector !== undefined) return `See whether it has this version or label. ${optional}`;
  return `Create it. ${optional}:\n${putParameter(source)}`;
}

function putParameter({ name, region }: ParameterSource): string {
  return `aws ssm put-parameter --region ${region} --name ${nameOf(name)} --type SecureString --value "$VALUE"`;
}

/** The name within an ARN, since a parameter is written by its name. */
function nameOf(name: string): string {
  return name.replace(/^arn:.*?:parameter/, '');
}

function deniedFix(source: Source, action: string): string {
  if (source.kind === 'file') return 'Let the user of the runner read it';
  if (action === 'kms:Decrypt') {
    return 'Allow the role kms:Decrypt with the key that the parameter is encrypted with';
  }
  const arn = source.name.startsWith('arn:')
    ? source.name
    : `arn:aws:ssm:${source.region}:ACCOUNT:parameter/${source.name.replace(/^\//, '')}`;
  return `Allow the role ${action} on ${arn}`;
}
