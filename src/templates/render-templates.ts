import type { Maskable } from '../masking/masks.ts';
import { sourceKey, sourceName, sourcesByKey } from '../plan/source.ts';
import type { RenderedRow, RenderedTemplates, TemplateNeeds } from '../plan/template-set.ts';
import type { ParameterReference } from '../rendering/reference.ts';
import type { Rendering } from '../rendering/rendering.ts';
import type { Problem } from '../reporting/problem.ts';
import type { Outcomes } from '../stores/outcome.ts';
import { type OpenTemplate, placed } from './open-templates.ts';
import { lookupIn, sourceOf } from './references.ts';

/** A template with what came of rendering it. */
export interface RenderedTemplate extends OpenTemplate {
  readonly rendering: Rendering;
}

/** Renders every template with what was fetched so far. */
export function renderAll(
  templates: readonly OpenTemplate[],
  outcomes: Outcomes,
  placeholders: readonly string[],
): RenderedTemplate[] {
  const lookup = lookupIn(outcomes, placeholders);
  return templates.map((open) => ({ ...open, rendering: open.template.render(lookup) }));
}

/** What the templates need that was not fetched yet. */
export function findNeeds(all: readonly RenderedTemplate[]): TemplateNeeds {
  const needs = all
    .map(({ rendering }) => rendering)
    .filter((rendering) => rendering.kind === 'needs');
  const sources = needs
    .flatMap(({ references }) => references)
    .flatMap(({ reference }) => sourceOf(reference) ?? []);
  return {
    sources: [...sourcesByKey(sources).values()],
    needsAccountId: needs.some(({ needsAccountId }) => needsAccountId),
    problems: all.flatMap(problemsOf),
  };
}

/** The texts, and what is wrong, for all templates together. */
export function collectRendered(
  all: readonly RenderedTemplate[],
  outcomes: Outcomes,
): RenderedTemplates {
  const rendered = all.flatMap(({ rendering, ...open }) =>
    rendering.kind === 'rendered' ? [{ ...open, rendering }] : [],
  );
  return {
    files: rendered.map(({ request: { target }, rendering }) => ({
      target,
      bytes: Buffer.from(rendering.text, 'utf8'),
    })),
    maskables: rendered.flatMap(({ rendering }) => maskablesOf(rendering)),
    rows: rendered.flatMap(({ request, rendering }) =>
      rendering.used.flatMap(({ reference }): RenderedRow[] => {
        const source = sourceOf(reference);
        const outcome = source && outcomes.get(sourceKey(source));
        if (source === undefined || outcome?.kind !== 'found') return [];
        const shown = isPlain(reference) ? sourceName(source) : reference.shown;
        return [{ source, shown, found: outcome, target: request.target }];
      }),
    ),
    problems: all.flatMap((each) => [...problemsOf(each), ...whyUnfinished(each)]),
    warnings: rendered.flatMap(({ rendering, shown }) =>
      rendering.warnings.map((warning) => placed(warning, shown)),
    ),
  };
}

/** Whether no fetched value is part of the name. */
function isPlain({ name, shown }: ParameterReference): boolean {
  return shown === `ssm:${name}`;
}

function problemsOf({ rendering, shown }: RenderedTemplate): Problem[] {
  if (rendering.kind === 'rendered') return [];
  return rendering.problems.map((problem) => placed(problem, shown));
}

/** Where no round is left, and nothing is wrong but that the template still asks for more. */
function whyUnfinished({ rendering, shown }: RenderedTemplate): Problem[] {
  if (rendering.kind !== 'needs' || rendering.problems.length > 0) return [];
  const { references, needsAccountId } = rendering;
  const { line, column } = references[0]?.places[0] ?? { line: 1, column: 1 };
  const isAccount = needsAccountId && references.length === 0;
  const problem = {
    line,
    column,
    message: isAccount
      ? 'the account of the credentials, which ${aws:accountId} asks for, is not known'
      : 'addresses that are made of values go too deep here',
    fix: isAccount ? 'Name a role in role-to-assume' : 'Write one of the addresses out',
  };
  return [placed(problem, shown)];
}

function maskablesOf({ used, spellings }: Rendering & { kind: 'rendered' }): Maskable[] {
  const texts = [...used.map(({ stored }) => stored.value), ...spellings];
  return texts.map((text) => ({ kind: 'text', text }));
}
