import type { Maskable } from '../masking/masks.ts';
import type { Problem } from '../reporting/problem.ts';
import type { Found, Outcomes } from '../stores/outcome.ts';
import type { ParameterSource } from './source.ts';
import type { FileTarget } from './target.ts';
import type { RenderOptions, TemplateRequest } from './template-requests.ts';

/** What templates read for their texts, one row for each parameter and template. */
export interface RenderedRow {
  readonly source: ParameterSource;
  /** The source for people: where fetched values are part of its name, the variable as the template has it. */
  readonly shown: string;
  readonly found: Found;
  readonly target: FileTarget;
}

/** All templates with their values in them. */
export interface RenderedTemplates {
  readonly files: readonly { readonly target: FileTarget; readonly bytes: Uint8Array }[];
  readonly maskables: readonly Maskable[];
  readonly rows: readonly RenderedRow[];
  readonly problems: readonly Problem[];
  /** What renders, but may not be what its author thinks. */
  readonly warnings: readonly Problem[];
}

/** What a round of rendering still asks for. */
export interface TemplateNeeds {
  readonly sources: readonly ParameterSource[];
  readonly needsAccountId: boolean;
  /** What is wrong whatever is fetched. */
  readonly problems: readonly Problem[];
}

/** The templates of a plan, read and parsed. */
export interface TemplateSet {
  readonly requests: readonly TemplateRequest[];
  /** What is wrong with them before anything is fetched. */
  readonly problems: readonly Problem[];
  /** What they need that is not among the outcomes: addresses may depend on fetched values. */
  needs(outcomes: Outcomes): TemplateNeeds;
  /** Renders all with what was fetched. */
  render(outcomes: Outcomes): RenderedTemplates;
}

/** What a plan knows when its templates are opened. */
export interface TemplateContext {
  readonly options: RenderOptions;
  readonly placeholders: readonly string[];
  readonly region: string | undefined;
  /** Account of the last role; absent for ambient credentials, as long as it is not asked for. */
  readonly accountId: string | undefined;
}

/** Reads and parses templates. */
export type OpenTemplates = (
  requests: readonly TemplateRequest[],
  context: TemplateContext,
) => TemplateSet;

/** A plan without templates. */
export const NO_TEMPLATES: TemplateSet = {
  requests: [],
  problems: [],
  needs: () => ({ sources: [], needsAccountId: false, problems: [] }),
  render: () => ({ files: [], maskables: [], rows: [], problems: [], warnings: [] }),
};
