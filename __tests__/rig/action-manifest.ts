import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What the runner needs to know of an action's `action.yml`. */
export interface ActionManifest {
  /** Absolute path of the script. */
  main: string;
  /** Absolute path of the script that runs when the job ends. */
  post: string | undefined;
  /** Every declared input with its default, `''` where it has none. */
  inputs: Record<string, string>;
}

/** Reads `action.yml` in `actionDir`. */
export async function readActionManifest(actionDir: string): Promise<ActionManifest> {
  const document: {
    inputs?: Record<string, { default?: unknown } | null>;
    runs: { main: string; post?: string; 'post-if'?: string };
  } = parse(await readFile(join(actionDir, 'action.yml'), 'utf8'));
  if (document.runs['post-if'] !== undefined) {
    throw new Error('The runner stand-in does not know post-if: it always runs the post script.');
  }
  const inputs = Object.entries(document.inputs ?? {}).map(([name, input]) => [
    name,
    String(input?.default ?? ''),
  ]);
  return {
    main: join(actionDir, document.runs.main),
    post: document.runs.post === undefined ? undefined : join(actionDir, document.runs.post),
    inputs: Object.fromEntries(inputs),
  };
}

/** The environment variable in which the runner hands an input over: only spaces are replaced. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
