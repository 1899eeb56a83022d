import type { FileKind } from '../plan/target.ts';

/** The outputs of `action.yml`; those that the input `outputs` names come beside them. */
export const ACTION_OUTPUTS = [
  'environment',
  'env-files',
  'pem-files',
  'files',
  'rendered-files',
  'names',
  'fingerprint',
  'aws-account-id',
  'skipped',
] as const;

/** What the outputs tell. */
export interface StepOutputs {
  readonly environment: string | undefined;
  /** Absolute paths of the files written, by kind. */
  readonly paths: Readonly<Record<FileKind, readonly string[]>>;
  /** Names of the variables in env files and of the job. */
  readonly names: readonly string[];
  /** Empty where nothing was fetched. */
  readonly fingerprint: string;
  readonly accountId: string | undefined;
  readonly skipped: boolean;
}

/** The outputs of `action.yml`, each as text: paths one a line, names as a JSON array. */
export function formatOutputs(
  outputs: StepOutputs,
): Record<(typeof ACTION_OUTPUTS)[number], string> {
  return {
    environment: outputs.environment ?? '',
    'env-files': outputs.paths['env-file'].join('\n'),
    'pem-files': outputs.paths['pem-file'].join('\n'),
    files: outputs.paths.file.join('\n'),
    'rendered-files': outputs.paths['rendered-file'].join('\n'),
    names: JSON.stringify(outputs.names),
    fingerprint: outputs.fingerprint,
    'aws-account-id': outputs.accountId ?? '',
    skipped: String(outputs.skipped),
  };
}
