import { type SavedState, STATE } from './cleanup.ts';
import { identify } from './identity/identify.ts';
import { collectMasks } from './masking/masks.ts';
import { startDeadline } from './network/deadline.ts';
import type { RetryLimits } from './network/retry.ts';
import { inputsOf } from './plan/input-reader.ts';
import { draftPlan, type Plan } from './plan/plan.ts';
import type { FileSource, ParameterSource } from './plan/source.ts';
import type { Roots } from './plan/target.ts';
import { ActionError } from './reporting/action-error.ts';
import { formatOutputs } from './reporting/outputs.ts';
import { ProblemReport } from './reporting/problem.ts';
import { formatLog, formatSummary, type Report, reportTitle } from './reporting/report.ts';
import { outputsOf, reportOf, skippedOutputs } from './reporting/results.ts';
import type { Runner, Runtime } from './runtime.ts';
import type { Outcomes } from './stores/outcome.ts';
import { fetchParameters } from './stores/parameter-store.ts';
import { readWorkspaceFiles } from './stores/workspace-files.ts';
import { inspectTargets } from './targets/inspect-targets.ts';
import { planWrites, type WrittenFiles, writeFiles } from './targets/write-files.ts';
import { type PreparedValues, prepareValues } from './values/prepare.ts';

/** The whole step, from the inputs to the report. */
export async function run(runtime: Runtime): Promise<void> {
  const { runner } = runtime;
  const roots = rootsOf(runtime);
  const plan = await makePlan(runtime, roots);
  const limits = {
    maxAttempts: plan.maxAttempts,
    deadline: startDeadline(plan.timeoutSeconds, runtime.cancelled),
  };
  const identity = await identify(plan, { ...runtime, mask: runner.mask }, limits);
  if (identity.kind === 'skipped') {
    runner.notice(`No secrets were fetched: ${identity.cause}.`);
    setOutputs(formatOutputs(skippedOutputs(plan)), runner);
    return;
  }
  const outcomes = await fetchAll(plan, roots, identity.credentials, runtime, limits);
  const prepared = prepareValues(plan.mappings, outcomes, plan.placeholders);
  const unmasked = maskAll(prepared, plan, runner);
  runtime.cancelled.throwIfAborted();
  const written = writeAll(prepared, plan, runtime);
  try {
    setOutputs(formatOutputs(outputsOf(plan, prepared, identity.accountId)), runner);
  } catch (error) {
    written.undo();
    throw error;
  }
  written.settle();
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
  const event = inputs.environment?.trim() ? undefined : await runtime.readEvent();
  const draft = draftPlan({ inputs, variables, roots, event });
  const inspection = await inspectTargets(draft.plan.mappings, files, git);
  const problems = [...draft.problems, ...inspection.problems];
  if (problems.length > 0)
    throw new ProblemReport('The step cannot run as it is written', problems);
  for (const warning of [...draft.warnings, ...inspection.warnings]) runner.warning(warning);
  return draft.plan;
}

async function fetchAll(
  { mappings }: Plan,
  { workspace }: Roots,
  credentials: Parameters<Runtime['aws']['ssm']>[1],
  { aws, files }: Runtime,
  limits: RetryLimits,
): Promise<Outcomes> {
  const sources = mappings.map(({ source }) => source);
  const parameters = sources.filter(
    (source): source is ParameterSource => source.kind === 'parameter',
  );
  const local = sources.filter((source): source is FileSource => source.kind === 'file');
  return new Map([
    ...readWorkspaceFiles(local, workspace, files),
    ...(await fetchParameters(parameters, (region) => aws.ssm(region, credentials), limits)),
  ]);
}

/** @returns names of the variables left unmasked */
function maskAll(
  { values }: PreparedValues,
  { environment, region, unmaskedNames }: Plan,
  runner: Runner,
): readonly string[] {
  const masks = collectMasks(
    values.flatMap(({ decoded }) => decoded.maskables),
    { neverMask: [environment, region].filter((word) => word !== undefined), unmaskedNames },
  );
  for (const value of masks.values) runner.mask(value);
  return masks.unmasked;
}

/** The post step must know of the files before the first one exists, and that all are in place after the last. */
function writeAll(
  { values }: PreparedValues,
  plan: Plan,
  { runner, files }: Runtime,
): WrittenFiles {
  const contents = values.map(({ mapping, decoded }) => ({
    target: mapping.target,
    bytes: decoded.bytes,
  }));
  const journal = planWrites(contents, files);
  const save = (isComplete: boolean): void => {
    const state: SavedState = { journal, cleanup: plan.cleanup, isComplete };
    runner.saveState(STATE, JSON.stringify(state));
  };
  save(false);
  const written = writeFiles(contents, journal, plan.fileMode, files);
  save(true);
  return written;
}

function setOutputs(outputs: Readonly<Record<string, string>>, runner: Runner): void {
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
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
