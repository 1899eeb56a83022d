import { type SavedState, STATE } from './cleanup.ts';
import { identify } from './identity/identify.ts';
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
import { planWrites, writeFiles } from './targets/write-files.ts';
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
  const { prepared, accountId } = fetched;
  const unmasked = maskAll(prepared.maskables, plan, runner);
  runtime.cancelled.throwIfAborted();
  writeAll(prepared, plan, runtime, () =>
    publish(outputsOf(plan, prepared, accountId), prepared, runner),
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
  readonly accountId: string | undefined;
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
    publish(skippedOutputs(plan), undefined, runner);
    return 'skipped';
  }
  const { credentials, accountId } = identity;
  const sources = plan.mappings.map(({ source }) => source);
  const outcomes = await fetchAll(sources, { workspace, files, aws, credentials }, limits);
  return { prepared: await prepareValues(plan.mappings, outcomes, plan), accountId };
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
  publish(keptOutputs(plan, kept.targets, kept.names), undefined, runner);
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
  { files: contents }: Prepared,
  { cleanup }: Plan,
  { runner, files }: Runtime,
  publishAll: () => void,
): void {
  const journal = planWrites(contents, files);
  const save = (isComplete: boolean): void => {
    const state: SavedState = { journal, cleanup, isComplete };
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

/** Outputs and the variables of the job: what the later steps see. */
function publish(outputs: StepOutputs, prepared: Prepared | undefined, runner: Runner): void {
  const all = [...Object.entries(formatOutputs(outputs)), ...(prepared?.outputs ?? [])];
  for (const [name, value] of all) runner.setOutput(name, value);
  for (const { name, value } of prepared?.variables ?? []) runner.exportVariable(name, value);
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
