import type { Plan } from '../plan/plan.ts';
import { requestName, sourceKey, sourceName } from '../plan/source.ts';
import type { FileKind, FileTarget } from '../plan/target.ts';
import type { RenderedRow } from '../plan/template-set.ts';
import type { Found } from '../stores/outcome.ts';
import type { Prepared, PreparedRow } from '../values/prepare.ts';
import { type FetchedVersion, fingerprintOf } from './fingerprint.ts';
import type { StepOutputs } from './outputs.ts';
import type { Report, ReportRow } from './report.ts';

/** The outputs of a step that ended without a token. */
export function skippedOutputs({ environment }: Plan): StepOutputs {
  return { ...emptyOutputs(environment), skipped: true };
}

/** The outputs of a step that kept the files of an earlier one. */
export function keptOutputs(
  { environment }: Plan,
  targets: readonly FileTarget[],
  names: readonly string[],
): StepOutputs {
  return { ...emptyOutputs(environment), paths: pathsOf(targets), names };
}

function emptyOutputs(environment: string | undefined): StepOutputs {
  return {
    environment,
    paths: pathsOf([]),
    names: [],
    fingerprint: '',
    accountId: undefined,
    skipped: false,
  };
}

/**
 * The outputs of a step that wrote its files.
 *
 * @param accountId of the credentials, where it is known; else it is read from an ARN that AWS answered
 */
export function outputsOf(
  { environment }: Plan,
  { files, names, rows, renderedRows }: Prepared,
  accountId: string | undefined,
): StepOutputs {
  const fetched = [
    ...rows.flatMap(versionsIn),
    ...renderedRows.map(({ source, found }) => ({
      source: sourceKey(source),
      version: found.version ?? '',
    })),
  ];
  return {
    ...emptyOutputs(environment),
    paths: pathsOf(files.map(({ target }) => target)),
    names,
    fingerprint: fetched.length === 0 ? '' : fingerprintOf(fetched),
    accountId: accountId ?? accountIn(rows, renderedRows),
  };
}

function pathsOf(targets: readonly FileTarget[]): StepOutputs['paths'] {
  const ofKind = (kind: FileKind): string[] =>
    targets.filter((target) => target.kind === kind).map(({ path }) => path);
  return {
    'env-file': ofKind('env-file'),
    'pem-file': ofKind('pem-file'),
    file: ofKind('file'),
    'rendered-file': ofKind('rendered-file'),
  };
}

function versionsIn({ mapping, found }: PreparedRow): FetchedVersion[] {
  const { source } = mapping;
  if (found === undefined || source.kind === 'file') return [];
  if (found.kind === 'found-path') {
    return found.members.map(({ name, version = '' }) => ({
      source: `${source.region} ${name}`,
      version,
    }));
  }
  return [{ source: sourceKey(source), version: found.version ?? '' }];
}

/** What is named by its ARN may be another account's; what is named by its name lies in the caller's. */
function accountIn(
  rows: readonly PreparedRow[],
  renderedRows: readonly RenderedRow[],
): string | undefined {
  const read = [
    ...rows.map(({ mapping, found }) => ({ source: mapping.source, found })),
    ...renderedRows,
  ];
  for (const { source, found } of read) {
    if (found === undefined || sourceName(source).includes('arn:')) continue;
    const [first] = found.kind === 'found-path' ? found.members : [found];
    if (first?.arn !== undefined) return first.arn.split(':')[4];
  }
  return undefined;
}

/** The table of a step that wrote its files, in the order of the plan. */
export function reportOf(
  { environment }: Plan,
  { rows, renderedRows }: Prepared,
  unmasked: readonly string[],
): Report {
  const rendered = renderedRows.map(
    ({ shown, found, target }): ReportRow => ({
      source: shown,
      target: target.shown,
      isMissing: false,
      ...versionOf(found),
    }),
  );
  return { environment, rows: [...rows.map(rowOf), ...rendered], unmasked };
}

/** The table of a step that kept the files of an earlier one. */
export function keptReport(
  { environment, mappings }: Plan,
  kept: readonly FileTarget[],
  unmasked: readonly string[],
): Report {
  const paths = new Set(kept.map(({ path }) => path));
  const rows = mappings.map(
    ({ target, ...request }): ReportRow => ({
      source: requestName(request),
      version: 'kept',
      target: target.shown,
      isMissing: !('path' in target && paths.has(target.path)),
    }),
  );
  return { environment, rows, unmasked };
}

function rowOf({ mapping, found, variables }: PreparedRow): ReportRow {
  return {
    source: requestName(mapping),
    target: mapping.name === undefined ? mapping.target.shown : targetWithName(mapping),
    isMissing: found === undefined,
    ...(variables === undefined ? {} : { variables }),
    ...(found === undefined ? {} : versionOf(found)),
  };
}

function targetWithName({ target, name }: PreparedRow['mapping']): string {
  return target.kind === 'output' ? target.shown : `${name} in ${target.shown}`;
}

const SHORT_ID = 8;

/** The version of one value, and the youngest change of several. */
function versionOf(found: NonNullable<PreparedRow['found']>): Partial<ReportRow> {
  const members: readonly Found[] = found.kind === 'found-path' ? found.members : [found];
  const times = members.flatMap(({ lastModified }) => lastModified?.getTime() ?? []);
  const changed = times.length === 0 ? {} : { lastModified: new Date(Math.max(...times)) };
  if (found.kind === 'found-path' || found.version === undefined) return changed;
  // A version id of Secrets Manager is a UUID, of which the beginning is enough for people.
  return { ...changed, version: found.version.slice(0, SHORT_ID) };
}
