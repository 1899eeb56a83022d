import type { TargetKind } from '../plan/target.ts';

/** What the outputs tell. */
export interface StepOutputs {
  readonly environment: string | undefined;
  /** Absolute paths of the files written, by kind. */
  readonly paths: Readonly<Record<TargetKind, readonly string[]>>;
  /** Names of the variables in env files. */
  readonly names: readonly string[];
  /** Empty where nothing was fetched. */
  readonly fingerprint: string;
  readonly accountId: string | undefined;
  readonly skipped: boolean;
}

/** The outputs of `action.yml`, each as text: paths one a line, names as a JSON array. */
export function formatOutputs(outputs: StepOutputs): Record<string, string> {
  return {
    environment: outputs.environment ?? '',
    'env-files': outputs.paths['env-file'].join('\n'),
    'pem-files': outputs.paths['pem-file'].join('\n'),
    files: outputs.paths.file.join('\n'),
    names: JSON.stringify(outputs.names),
    fingerprint: outputs.fingerprint,
    'aws-account-id': outputs.accountId ?? '',
    skipped: String(outputs.skipped),
  };
}
