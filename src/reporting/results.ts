import type { Mapping } from '../plan/mappings.ts';
import type { Plan } from '../plan/plan.ts';
import { sourceName } from '../plan/source.ts';
import type { TargetKind } from '../plan/target.ts';
import type { PreparedValue, PreparedValues } from '../values/prepare.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { StepOutputs } from './outputs.ts';
import type { Report, ReportRow } from './report.ts';

/** The outputs of a step that ended without a token. */
export function skippedOutputs({ environment }: Plan): StepOutputs {
  return {
    environment,
    paths: { 'env-file': [], 'pem-file': [], file: [] },
    names: [],
    fingerprint: '',
    accountId: undefined,
    skipped: true,
  };
}

/**
 * The outputs of a step that wrote its files.
 *
 * @param accountId of the credentials, where it is known; else it is read from an ARN that AWS answered
 */
export function outputsOf(
  { environment }: Plan,
  { values }: PreparedValues,
  accountId: string | undefined,
): StepOutputs {
  const pathsOf = (kind: TargetKind): string[] =>
    values
      .map(({ mapping }) => mapping.target)
      .filter((target) => target.kind === kind)
      .map(({ path }) => path);
  const fetched = values.flatMap(({ mapping, found }) =>
    found.version === undefined
      ? []
      : [{ source: sourceName(mapping.source), version: found.version }],
  );
  return {
    environment,
    paths: {
      'env-file': pathsOf('env-file'),
      'pem-file': pathsOf('pem-file'),
      file: pathsOf('file'),
    },
    names: [...new Set(values.flatMap(({ decoded }) => decoded.names))],
    fingerprint: fetched.length === 0 ? '' : fingerprintOf(fetched),
    accountId: accountId ?? accountIn(values),
    skipped: false,
  };
}

/** A parameter named by its ARN may be another account's; one named by its name lies in the caller's. */
function accountIn(values: readonly PreparedValue[]): string | undefined {
  const own = values.find(
    ({ mapping, found }) =>
      found.arn !== undefined && !sourceName(mapping.source).startsWith('arn:'),
  );
  return own?.found.arn?.split(':')[4];
}

/** The table of a step that wrote its files, in the order of the plan. */
export function reportOf(
  { environment, mappings }: Plan,
  { values, missing }: PreparedValues,
  unmasked: readonly string[],
): Report {
  const rows = new Map<Mapping, ReportRow>([
    ...values.map((value): [Mapping, ReportRow] => [value.mapping, rowOf(value)]),
    ...missing.map((mapping): [Mapping, ReportRow] => [
      mapping,
      { ...namesOf(mapping), isMissing: true },
    ]),
  ]);
  return {
    environment,
    rows: mappings.flatMap((mapping) => rows.get(mapping) ?? []),
    unmasked,
  };
}

function rowOf({ mapping, found, decoded }: PreparedValue): ReportRow {
  return {
    ...namesOf(mapping),
    ...(found.version === undefined ? {} : { version: found.version }),
    ...(found.lastModified === undefined ? {} : { lastModified: found.lastModified }),
    ...(mapping.target.kind === 'env-file' ? { variables: decoded.names.length } : {}),
    isMissing: false,
  };
}

function namesOf({ source, target }: Mapping): Pick<ReportRow, 'source' | 'target'> {
  return { source: sourceName(source), target: target.shown };
}
