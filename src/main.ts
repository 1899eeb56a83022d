import { type SavedState, STATE } from './cleanup.ts';
import { explainDenied } from './identity/explain-denied.ts';
import { exportedVariables, type JobVariable } from './identity/exported-variables.ts';
import { type Identity, identify } from './identity/identify.ts';
import type { AwsCredentials } from './identity/role.ts';
import { loadManifest } from './manifest/load-manifest.ts';
import { collectMasks, type Maskable } from './masking/masks.ts';
import { startDeadline, UnavailableError } from './network/deadline.ts';
import { type InputValues, inputsOf } from './plan/inputs.ts';
import { draftPlan, type Manifest, type Plan } from './plan/plan.ts';
import type { Roots } from './plan/target.ts';
import { ActionError } from './reporting/action-error.ts';
import { formatOutputs, type StepOutputs } from './reporting/outputs.ts';
import { ProblemReport } from './reporting/problem.ts';
import { formatLog, formatSummary, type Report, reportTitle } from './reporting/report.ts';
import {
  keptOutputs,
  keptReport,
  outputsOf,
  reportOf,
  skippedOutputs,
} from './reporting/results.ts';
import type { Runner, Runtime } from './runtime.ts';
import { fetchAll } from './stores/fetch.ts';
import { inspectTargets } from './targets/inspect-targets.ts';
import { keepFiles } from './targets/keep-files.ts';
import { type FileContent, planWrites, writeFiles } from './targets/write-files.ts';
import { type Prepared, prepareValues } from './values/prepare.ts';

/** The whole step, from the inputs to the report. */
export async function run(runtime: Runtime): Promise<void> {
  const { runner } = runtime;
  const roots = rootsOf(runtime);
  const plan = await makePlan(runtime, roots);
  let fetched: Fetched | 'skipped';
  try {
    fetched = await fetchValues(plan, roots, runtime);
  } catch (error) {
    if (plan.onUnavailable === 'keep' && error instanceof UnavailableError) {
      return await keepInstead(plan, error, runtime);
    }
    throw error;
  }
  if (fetched === 'skipped') return;
  const { prepared, identity } = fetched;
  for (const notice of identity.notices) runner.notice(notice);
  const unmasked = maskAll(prepared.maskables, plan, runner);
  runtime.cancelled.throwIfAborted();
  const { variables, outputs } = prepared;
  const exported = exportedVariables(identity.exported, plan.region);
  writeAll(prepared.files, exported, plan, runtime, () =>
    publish(
      outputsOf(plan, prepared, identity.accountId),
      { outputs, variables: [...variables, ...exported] },
      runner,
    ),
  );
  await tell(reportOf(plan, prepared, unmasked), plan, runtime);
}

function rootsOf({ variables }: Runtime): Roots {
  const { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp } = variables;
  if (!workspace || !temp) {
    throw new ActionError(
      'GITHUB_WORKSPACE or RUNNER_TEMP is not set: this program is run by a GitHub Actions runner',
    );
  }
  return { workspace, temp };
}

/** Everything that can be wrong without a network is found here and told at once. */
async function makePlan(runtime: Runtime, roots: Roots): Promise<Plan> {
  const { variables, runner, files, git } = runtime;
  const inputs = inputsOf(variables);
  const manifest = await loadManifest(inputs, roots.workspace, files);
  const event = isEnvironmentNamed(inputs, manifest, variables)
    ? undefined
    : await runtime.readEvent();
  const draft = draftPlan({ inputs, manifest, variables, roots, event });
  const inspection = await inspectTargets(draft.plan.mappings, files, git);
  const problems = [...draft.problems, ...inspection.problems];
  if (problems.length > 0) {
    throw new ProblemReport('The step cannot run as it is written', problems);
  }
  for (const warning of [...draft.warnings, ...inspection.warnings]) runner.warning(warning);
  return draft.plan;
}

interface Fetched {
  readonly prepared: Prepared;
  readonly identity: Identity;
}

/** All network work, within one deadline. */
async function fetchValues(
  plan: Plan,
  { workspace }: Roots,
  runtime: Runtime,
): Promise<Fetched | 'skipped'> {
  const { runner, files, aws } = runtime;
  const limits = {
    maxAttempts: plan.maxAttempts,
    deadline: startDeadline(plan.timeoutSeconds, runtime.cancelled),
  };
  const identity = await identify(plan, { ...runtime, mask: runner.mask }, limits);
  if (identity.kind === 'skipped') {
    runner.notice(`No secrets were fetched: ${identity.cause}.`);
    publish(skippedOutputs(plan), {}, runner);
    return 'skipped';
  }
  const fetchAs = (credentials: AwsCredentials | undefined, mappings = plan.mappings) =>
    fetchAll(
      mappings.map(({ source }) => source),
      { workspace, files, aws, credentials },
      limits,
    );
  const outcomes = await fetchAs(identity.credentials);
  const denied = await explainDenied(plan, identity, outcomes, fetchAs);
  const rules = { ...plan, explainDenied: denied };
  return { prepared: await prepareValues(plan.mappings, outcomes, rules), identity };
}

/** `on-unavailable: keep`: the files of an earlier step serve on, if all are there. */
async function keepInstead(plan: Plan, cause: UnavailableError, runtime: Runtime): Promise<void> {
  const { runner, files } = runtime;
  const kept = keepFiles(plan.mappings, files);
  if (kept === undefined) {
    throw new ActionError(
      `${cause.message}\non-unavailable: keep does not help, since not every target is a file that exists already`,
    );
  }
  const unmasked = maskAll(kept.maskables, plan, runner);
  const names = kept.targets.map(({ shown }) => shown).join(', ');
  runner.warning(`AWS cannot be reached. Kept as they are: ${names}.\n${cause.message}`);
  publish(keptOutputs(plan, kept.targets, kept.names), {}, runner);
  await tell(keptReport(plan, unmasked), plan, runtime);
}

/** @returns names of the variables left unmasked */
function maskAll(
  maskables: readonly Maskable[],
  { environment, region, unmaskedNames }: Plan,
  runner: Runner,
): readonly string[] {
  const neverMask = [environment, region].filter((word) => word !== undefined);
  const masks = collectMasks(maskables, { neverMask, unmaskedNames });
  for (const value of masks.values) runner.mask(value);
  return masks.unmasked;
}

/**
 * Writes the files and publishes, or undoes both. The post step must know of the files before the first one exists, and
 * that all is done before what could undo it is dropped.
 */
function writeAll(
  contents: readonly FileContent[],
  exported: readonly JobVariable[],
  { cleanup }: Plan,
  { runner, files }: Runtime,
  publishAll: () => void,
): void {
  const journal = planWrites(contents, files);
  const save = (isComplete: boolean): void => {
    const blanked = exported.map(({ name }) => name);
    const state: SavedState = { journal, cleanup, isComplete, blanked };
    runner.saveState(STATE, JSON.stringify(state));
  };
  save(false);
  const written = writeFiles(contents, journal, files);
  try {
    publishAll();
    save(true);
  } catch (error) {
    written.undo();
    throw error;
  }
  written.settle();
}

/** What the later steps see beside the action's own outputs. */
interface Published {
  readonly outputs?: ReadonlyMap<string, string>;
  readonly variables?: readonly JobVariable[];
}

function publish(own: StepOutputs, { outputs, variables }: Published, runner: Runner): void {
  const all = [...Object.entries(formatOutputs(own)), ...(outputs ?? [])];
  for (const [name, value] of all) runner.setOutput(name, value);
  for (const { name, value } of variables ?? []) runner.exportVariable(name, value);
}

async function tell(report: Report, { summary }: Plan, { runner, now }: Runtime): Promise<void> {
  runner.group(reportTitle(report), formatLog(report, now()));
  if (!summary) return;
  try {
    await runner.writeSummary(formatSummary(report, now()));
  } catch {
    runner.warning('The job summary cannot be written.');
  }
}

function isEnvironmentNamed(
  inputs: InputValues,
  manifest: Manifest | undefined,
  variables: Runtime['variables'],
): boolean {
  const variable = manifest?.environments.variable;
  const named = [inputs.environment, variable === undefined ? '' : variables[variable]];
  return named.some((name) => name?.trim());
}
