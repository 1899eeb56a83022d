import { type SavedState, STATE } from './cleanup.ts';
import { type FetchedPlan, fetchPlan } from './fetch-plan.ts';
import { exportedVariables, type JobVariable } from './identity/exported-variables.ts';
import type { Skipped } from './identity/identify.ts';
import { loadManifest } from './manifest/load-manifest.ts';
import { collectMasks, type Maskable } from './masking/masks.ts';
import { UnavailableError } from './network/deadline.ts';
import { type InputValues, inputsOf } from './plan/inputs.ts';
import { draftPlan, type Manifest, type Plan } from './plan/plan.ts';
import type { Roots } from './plan/target.ts';
import { isInPlace } from './plan/template-requests.ts';
import { NO_TEMPLATES, type OpenTemplates } from './plan/template-set.ts';
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
import { inspectTargets } from './targets/inspect-targets.ts';
import { keepFiles } from './targets/keep-files.ts';
import { type FileContent, planWrites, writeFiles } from './targets/write-files.ts';

/** The whole step, from the inputs to the report. */
export async function run(runtime: Runtime): Promise<void> {
  const { runner } = runtime;
  const roots = rootsOf(runtime);
  const account = { id: undefined as string | undefined };
  const plan = await makePlan(runtime, roots, () => account.id);
  let fetched: FetchedPlan | Skipped;
  try {
    fetched = await fetchPlan(plan, roots.workspace, runtime, {
      onAccount: (id) => {
        account.id = id;
      },
    });
  } catch (error) {
    if (plan.onUnavailable === 'keep' && error instanceof UnavailableError) {
      return await keepInstead(plan, error, runtime);
    }
    throw error;
  }
  if (fetched.kind === 'skipped') {
    runner.notice(`No secrets were fetched: ${fetched.cause}.`);
    return publish(skippedOutputs(plan), {}, runner);
  }
  const { prepared, identity } = fetched;
  const unmasked = maskAll(prepared.maskables, plan, runner);
  for (const notice of identity.notices) runner.notice(notice);
  for (const warning of fetched.warnings) runner.warning(warning);
  runtime.cancelled.throwIfAborted();
  const { variables, outputs } = prepared;
  const exported = exportedVariables(identity.exported, plan.region);
  writeAll(prepared.files, exported, plan, roots, runtime, () =>
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
async function makePlan(
  runtime: Runtime,
  roots: Roots,
  accountId: () => string | undefined,
): Promise<Plan> {
  const { variables, runner, files, git } = runtime;
  const inputs = inputsOf(variables);
  const manifest = await loadManifest(inputs, roots.workspace, files);
  const event = isEnvironmentNamed(inputs, manifest, variables)
    ? undefined
    : await runtime.readEvent();
  const openTemplates = await templateOpener(inputs, manifest, roots, accountId, runtime);
  const draft = draftPlan({ inputs, manifest, variables, roots, event, openTemplates });
  const inspection = await inspectTargets(draft.plan, files, git);
  const problems = [...draft.problems, ...inspection.problems];
  if (problems.length > 0) {
    throw new ProblemReport('The step cannot run as it is written', problems);
  }
  for (const warning of [...draft.warnings, ...inspection.warnings]) runner.warning(warning);
  for (const notice of inspection.notices) runner.notice(notice);
  return draft.plan;
}

/** The renderer brings large parsers along: it is loaded only for a plan with templates. */
async function templateOpener(
  inputs: InputValues,
  manifest: Manifest | undefined,
  { workspace }: Roots,
  accountId: () => string | undefined,
  { variables, files }: Runtime,
): Promise<OpenTemplates> {
  const isGiven = inputs.render?.trim() || manifest?.settings.lists.render !== undefined;
  if (!isGiven) return () => NO_TEMPLATES;
  const { openTemplateSet } = await import('./templates/template-set.ts');
  return (requests, context) =>
    openTemplateSet(requests, context, { workspace, variables, files, accountId });
}

/** `on-unavailable: keep`: the files of an earlier step serve on, if all are there. */
async function keepInstead(plan: Plan, cause: UnavailableError, runtime: Runtime): Promise<void> {
  const { runner, files } = runtime;
  const isFilesOnly =
    plan.templates.requests.length === 0 && plan.role?.chain.exportsCredentials !== true;
  const kept = isFilesOnly ? keepFiles(plan.mappings, files) : undefined;
  if (kept === undefined) {
    throw new ActionError(
      `${cause.message}\non-unavailable: keep does not help, since it only keeps files that exist already`,
    );
  }
  const unmasked = maskAll(kept.maskables, plan, runner);
  const names = kept.targets.map(({ shown }) => shown).join(', ');
  runner.warning(`AWS cannot be reached. Kept as they are: ${names}.\n${cause.message}`);
  publish(keptOutputs(plan, kept.targets, kept.names), {}, runner);
  await tell(keptReport(plan, kept.targets, unmasked), plan, runtime);
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
  { cleanup, templates }: Plan,
  { temp }: Roots,
  { runner, files }: Runtime,
  publishAll: () => void,
): void {
  const inPlace = new Set(templates.requests.filter(isInPlace).map(({ path }) => path));
  const journal = planWrites(contents, inPlace, temp, files);
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
