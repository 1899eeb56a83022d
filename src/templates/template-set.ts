import type { FileSystem } from '../filesystem.ts';
import type { TemplateRequest } from '../plan/template-requests.ts';
import type { TemplateContext, TemplateSet } from '../plan/template-set.ts';
import { openTemplates } from './open-templates.ts';
import { findNeeds, renderTemplates } from './render-templates.ts';

/** What is needed from outside to open templates. */
export interface TemplateSurroundings {
  readonly workspace: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly files: FileSystem;
  /** The account of the credentials, when it is known. */
  readonly accountId: () => string | undefined;
}

/** Opens the templates of a plan. */
export function openTemplateSet(
  requests: readonly TemplateRequest[],
  { options, placeholders, region, accountId }: TemplateContext,
  surroundings: TemplateSurroundings,
): TemplateSet {
  const { templates, problems } = openTemplates(
    requests,
    {
      ...surroundings,
      options,
      region,
      accountId: () => accountId ?? surroundings.accountId(),
    },
    surroundings.files,
  );
  return {
    requests,
    problems,
    needs: (outcomes) => findNeeds(templates, outcomes, placeholders),
    render: (outcomes) => renderTemplates(templates, outcomes, placeholders),
  };
}
