import type { Maskable } from '../masking/masks.ts';
import { UnavailableError } from '../network/deadline.ts';
import type { Mapping } from '../plan/mappings.ts';
import { sourceKey } from '../plan/source.ts';
import { type FileTarget, isFileTarget } from '../plan/target.ts';
import type { RenderedRow, RenderedTemplates } from '../plan/template-set.ts';
import { type Problem, ProblemReport } from '../reporting/problem.ts';
import { explainFailure } from '../reporting/source-problems.ts';
import type { Found, FoundPath, Outcomes } from '../stores/outcome.ts';
import { mergeVariables, type Variable } from './merge.ts';
import { makePart, type Part } from './parts.ts';
import { findUnpassable, maskablesOf, writeVariables } from './variable-targets.ts';

/** A file that is ready to be masked and written. */
export interface PreparedFile {
  readonly target: FileTarget;
  readonly bytes: Uint8Array;
}

/** What the report tells of one mapping. */
export interface PreparedRow {
  readonly mapping: Mapping;
  /** Absent: an optional source that does not exist. */
  readonly found?: Found | FoundPath;
  /** Number of variables; absent where the target holds a value whole. */
  readonly variables?: number;
}

/** Everything that a plan fetched, decoded and checked, with nothing written yet. */
export interface Prepared {
  readonly files: readonly PreparedFile[];
  /** For the later steps of the job. */
  readonly variables: readonly Variable[];
  /** By name. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Names of all variables, in files and of the job, each once. */
  readonly names: readonly string[];
  readonly maskables: readonly Maskable[];
  /** In the order of the plan. */
  readonly rows: readonly PreparedRow[];
  readonly renderedRows: readonly RenderedRow[];
}

/** How values are judged. */
export interface PrepareRules {
  readonly placeholders: readonly string[];
  readonly onConflict: 'fail' | 'last-wins';
  /** What would let the denied reads through. */
  readonly denied: readonly Problem[];
}

interface MappedPart {
  readonly mapping: Mapping;
  readonly part: Part;
  readonly found?: Found | FoundPath;
}

/**
 * Joins the mappings with what was fetched, and decodes it.
 *
 * @throws ProblemReport with every missing, denied, unfilled, malformed and conflicting source, each once; or
 *   UnavailableError with the same, where nothing is wrong but that AWS cannot be reached
 */
export async function prepareValues(
  mappings: readonly Mapping[],
  outcomes: Outcomes,
  rendered: RenderedTemplates,
  { placeholders, onConflict, denied }: PrepareRules,
): Promise<Prepared> {
  const sharing = Map.groupBy(mappings, ({ target }) => fileOf(target));
  const parts = await Promise.all(
    mappings.map(async (mapping): Promise<MappedPart> => {
      const outcome = outcomes.get(sourceKey(mapping.source)) ?? { kind: 'missing' };
      if (outcome.kind !== 'found' && outcome.kind !== 'found-path') {
        if (outcome.kind === 'missing') return { mapping, part: outcome };
        return { mapping, part: { kind: 'wrong', problems: [explainFailure(mapping, outcome)] } };
      }
      const isSole = sharing.get(fileOf(mapping.target))?.length === 1;
      return {
        mapping,
        part: await makePart(mapping, outcome, { placeholders, isSole }),
        found: outcome,
      };
    }),
  );

  const problems = [...parts.flatMap(problemsOf), ...rendered.problems, ...denied];
  const files = fileVariables(parts).map(([target, all]) => {
    const { variables, problems: conflicts } = mergeVariables(all, onConflict);
    const written = writeVariables(target, variables);
    problems.push(...conflicts, ...written.problems);
    return { target, variables, written };
  });
  const job = mergeVariables(
    parts.filter(({ mapping }) => mapping.target.kind === 'env-var').flatMap(variablesOf),
    onConflict,
  );
  problems.push(...job.problems, ...job.variables.flatMap(findUnpassable));
  throwProblems(problems, outcomes);

  const contents = parts.flatMap(({ mapping: { target }, part }) =>
    part.kind === 'content' && isFileTarget(target) ? [{ target, ...part }] : [],
  );
  return {
    files: [
      ...inPlanOrder(mappings, [
        ...contents.map(({ target, bytes }) => ({ target, bytes })),
        ...files.map(({ target, written }) => ({
          target,
          bytes: Buffer.from(written.text, 'utf8'),
        })),
      ]),
      ...rendered.files,
    ],
    variables: job.variables,
    outputs: new Map(
      parts.flatMap(({ mapping: { target }, part }) =>
        part.kind === 'text' && target.kind === 'output' ? [[target.name, part.text]] : [],
      ),
    ),
    names: namesOf(parts, [...files.flatMap(({ variables }) => variables), ...job.variables]),
    maskables: [
      ...parts.flatMap(maskablesOfPart),
      ...files.flatMap(({ written }) => written.maskables),
      ...rendered.maskables,
    ],
    rows: parts.map(rowOf),
    renderedRows: rendered.rows,
  };
}

function fileOf(target: Mapping['target']): string {
  return isFileTarget(target) ? target.path : '';
}

/** A missing source is told here, unless it is optional: a key of a JSON value may be what is missing. */
function problemsOf({ mapping, part }: MappedPart): Problem[] {
  const { place, optional } = mapping;
  if (part.kind === 'wrong') return part.problems.map((problem) => ({ place, ...problem }));
  if (part.kind !== 'missing' || optional) return [];
  return [{ place, ...explainFailure(mapping, part) }];
}

function variablesOf({ mapping, part }: MappedPart): Variable[] {
  if (part.kind !== 'variables') return [];
  return part.variables.map((variable) => ({ ...variable, mapping }));
}

/** The variables of each env file that is written and not copied. */
function fileVariables(parts: readonly MappedPart[]): [FileTarget, Variable[]][] {
  const byPath = new Map<string, [FileTarget, Variable[]]>();
  for (const each of parts) {
    const { target } = each.mapping;
    if (each.part.kind !== 'variables' || !isFileTarget(target)) continue;
    const [, variables] = byPath.get(target.path) ?? [target, []];
    variables.push(...variablesOf(each));
    byPath.set(target.path, [target, variables]);
  }
  return [...byPath.values()];
}

function inPlanOrder(mappings: readonly Mapping[], files: readonly PreparedFile[]): PreparedFile[] {
  const order = mappings.map(({ target }) => fileOf(target));
  return files.toSorted(
    (one, other) => order.indexOf(one.target.path) - order.indexOf(other.target.path),
  );
}

/** Each problem once, whichever mappings share it. */
function throwProblems(problems: readonly Problem[], outcomes: Outcomes): void {
  if (problems.length === 0) return;
  const unique = [...new Map(problems.toReversed().map((each) => [each.message, each])).values()];
  const report = new ProblemReport(
    'Nothing was written, since not every source can be used',
    unique.toReversed(),
  );
  throw isOnlyUnavailable(problems, outcomes) ? new UnavailableError(report.message) : report;
}

/** Whether nothing is wrong but that AWS cannot be reached: each problem is then about a read that found it so. */
function isOnlyUnavailable(problems: readonly Problem[], outcomes: Outcomes): boolean {
  const reasons = [...outcomes.values()].flatMap((outcome) =>
    outcome.kind === 'unavailable' ? [outcome.reason] : [],
  );
  return problems.every(({ message }) =>
    reasons.some((reason) => message.endsWith(`cannot be read: ${reason}`)),
  );
}

function namesOf(parts: readonly MappedPart[], variables: readonly Variable[]): string[] {
  const copied = parts.flatMap(({ part }) => (part.kind === 'content' ? part.names : []));
  return [...new Set([...copied, ...variables.map(({ name }) => name)])];
}

/** Values of `file:` sources are no secrets: anybody who can read the repository can read them. */
function maskablesOfPart(each: MappedPart): readonly Maskable[] {
  const { mapping, part } = each;
  if (mapping.source.kind === 'file') return [];
  switch (part.kind) {
    case 'content':
      return part.maskables;
    case 'variables':
      return maskablesOf(variablesOf(each));
    case 'text':
      return [{ kind: 'text', text: part.text }];
    default:
      return [];
  }
}

function rowOf({ mapping, part, found }: MappedPart): PreparedRow {
  const row = { mapping, ...(found === undefined || part.kind === 'missing' ? {} : { found }) };
  if (part.kind === 'variables') return { ...row, variables: part.variables.length };
  if (part.kind === 'content' && mapping.target.kind === 'env-file') {
    return { ...row, variables: part.names.length };
  }
  return row;
}
