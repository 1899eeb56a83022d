import type { FileSystem } from '../filesystem.ts';
import type { TemplateRequest } from '../plan/template-requests.ts';
import type { TemplateContext, TemplateSet } from '../plan/template-set.ts';
import type { Outcomes } from '../stores/outcome.ts';
import { openTemplates } from './open-templates.ts';
import {
  collectRendered,
  findNeeds,
  type RenderedTemplate,
  renderAll,
} from './render-templates.ts';

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
  // Who finds that nothing is needed any more asks for the texts next: a large file is not rendered a second time for it.
  const rendered = new WeakMap<Outcomes, RenderedTemplate[]>();
  const renderedWith = (outcomes: Outcomes): RenderedTemplate[] => {
    const all = rendered.get(outcomes) ?? renderAll(templates, outcomes, placeholders);
    rendered.set(outcomes, all);
    return all;
  };
  return {
    requests,
    problems,
    needs: (outcomes) => findNeeds(renderedWith(outcomes)),
    render: (outcomes) => collectRendered(renderedWith(outcomes), outcomes),
  };
}
