import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../src/manifest/read-manifest.ts';
import { draftPlan, type Manifest, type PlanDraft } from '../../src/plan/plan.ts';
import { NO_TEMPLATES } from '../../src/plan/template-set.ts';
import type { FilePlace } from '../../src/reporting/problem.ts';

export const MANIFEST_FILE = '.github/fetch-secrets.yml';

/** A manifest with every key, in every form. */
export const FULL_MANIFEST = readFileSync(
  join(import.meta.dirname, '../fixtures/manifest-full.yml'),
  'utf8',
);

export const manifestOf = (text: string): Manifest => readManifest(text, MANIFEST_FILE);

/** The plan that a manifest makes, without any inputs but the environment. */
export const draftOf = (text: string, environment = 'production'): PlanDraft =>
  draftPlan({
    inputs: { environment },
    manifest: manifestOf(text),
    variables: {},
    roots: { workspace: '/w', temp: '/t' },
    event: undefined,
    openTemplates: () => NO_TEMPLATES,
  });

/** Where a fragment begins that a manifest has exactly once. */
export function placeIn(manifest: string, fragment: string, text?: string): FilePlace {
  const [before = '', ...rest] = manifest.split(fragment);
  if (rest.length !== 1) throw new Error(`${fragment} stands there ${rest.length} times.`);
  const lines = before.split('\n');
  const place = {
    file: MANIFEST_FILE,
    line: lines.length,
    column: (lines.at(-1) ?? '').length + 1,
  };
  return text === undefined ? place : { ...place, text };
}
