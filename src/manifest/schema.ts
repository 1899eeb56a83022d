import * as z from 'zod';
import { dialectNames } from '../dialects/dialects.ts';
import { NAME_TRANSFORMATIONS } from '../plan/mappings.ts';

/*
 * The one description of the manifest: the validation, the type and the published `schema.json` come from it. Every scalar
 * is read as the text that stands in the file, so that `0640` or an account id keeps its digits; `meta` tells editors what
 * YAML makes of it. Values are judged where inputs are judged, by the plan.
 */

const text = z.string();
const number = z.string().meta({ type: ['integer', 'string'] });
const boolean = z
  .string()
  .meta({ type: ['boolean', 'string'], enum: [true, false, 'true', 'false'] });
const oneOf = (options: readonly string[]) => z.string().meta({ enum: [...options] });
const texts = z.union([text, z.array(text)]);
const ids = z.union([number, z.array(number)]);

const mode = number.describe('Octal mode of the file, such as "600".');
const format = oneOf(dialectNames).describe('Dialect of the env file.');
const transformation = oneOf(NAME_TRANSFORMATIONS).describe(
  "How a parameter's or JSON key's name becomes a variable's name.",
);

const sourceText = text.describe(
  'A source, such as /platform/{environment}/env, secretsmanager:NAME#KEY or file:PATH; "NAME=" before it and "?" behind it may stand.',
);
const detailedSource = z
  .strictObject({
    from: sourceText,
    'name-transformation': transformation.optional(),
    only: z
      .array(text)
      .optional()
      .describe('Names of the variables that are taken, beside the renamed ones.'),
    rename: z.record(text, text).optional().describe('New names of variables by their old ones.'),
  })
  .describe('A source with the names of its variables.');
const source = z.union([sourceText, detailedSource]);
const sources = z.union([sourceText, z.array(source)]);

const envFile = z.union([
  sources,
  z.strictObject({ format: format.optional(), mode: mode.optional(), sources }),
]);
const wholeFile = z.union([
  sourceText,
  z.strictObject({ from: sourceText, mode: mode.optional() }),
]);
const lines = z.array(text);

const environment = z
  .strictObject({
    role: texts
      .optional()
      .describe('ARNs of the roles that are assumed for this environment, each by the one before.'),
    region: text.optional().describe('Region of this environment.'),
    aliases: z.array(text).optional().describe('Other names of this environment.'),
    account: number.optional().describe('Account that the credentials must be of, in quotes.'),
    'github-environment': text.optional().describe('GitHub environment that the job must run in.'),
    protected: boolean
      .optional()
      .describe('Whether the job must run from a protected ref or in a GitHub environment.'),
    use: text
      .optional()
      .describe('Another environment whose secrets, role and region this one has.'),
  })
  .describe('One environment.');

/** The manifest, `.github/fetch-secrets.yml`. */
export const manifestSchema = z
  .strictObject({
    region: text.optional().describe('Region of STS and of every source that names none.'),
    'environment-variable': text
      .optional()
      .describe('Name of the variable that names the environment where the input does not.'),
    environments: z
      .record(text, environment)
      .optional()
      .describe('The environments by name; where some are listed, only these are allowed.'),
    'env-files': z
      .union([z.record(text, envFile), lines])
      .optional()
      .describe('Env files by path, or lines [NAME=]SOURCE => PATH.'),
    'pem-files': z
      .union([z.record(text, wholeFile), lines])
      .optional()
      .describe('PEM files by path, or lines SOURCE => PATH.'),
    files: z
      .union([z.record(text, wholeFile), lines])
      .optional()
      .describe('Plain files by path, or lines SOURCE => PATH.'),
    'env-vars': z
      .array(source)
      .optional()
      .describe('Variables for the later steps, lines [NAME=]SOURCE.'),
    outputs: z
      .union([z.record(text, sourceText), lines])
      .optional()
      .describe('Outputs of the step by name, or lines NAME=SOURCE.'),
    render: texts
      .optional()
      .describe('Templates to render, lines PATH (in place) or PATH => PATH.'),
    'render-options': z
      .union([z.record(text, text), lines])
      .optional()
      .describe('Options of the rendering by name, or lines NAME=VALUE.'),
    'env-format': format.optional(),
    'file-mode': mode.optional(),
    'name-transformation': transformation.optional(),
    'role-to-assume': texts
      .optional()
      .describe('ARNs of the roles that are assumed, each by the one before.'),
    'aws-region': text.optional().describe('The same as region.'),
    audience: text.optional().describe('Audience of the OIDC token.'),
    'role-session-name': text.optional().describe('Name of the role session.'),
    'role-duration-seconds': number.optional().describe('How long the credentials are valid.'),
    'session-policy': text
      .optional()
      .describe('What the session may do: scoped, none, or a policy as JSON.'),
    'role-session-tags': boolean.optional().describe('Whether the session is tagged.'),
    'export-credentials': boolean
      .optional()
      .describe('Whether the later steps get AWS credentials.'),
    'allowed-account-ids': ids.optional().describe('Account ids that may be read from, in quotes.'),
    'on-missing-token': oneOf(['fail', 'skip'])
      .optional()
      .describe('What a job without an OIDC token does.'),
    'on-conflict': oneOf(['fail', 'last-wins'])
      .optional()
      .describe('What happens where two AWS sources give one name different values.'),
    'on-unavailable': oneOf(['fail', 'keep'])
      .optional()
      .describe('What happens to files that exist where AWS cannot be reached.'),
    placeholders: texts.optional().describe('Values that mean "created, never filled in".'),
    'unmasked-names': texts.optional().describe('Names of variables whose values are no secrets.'),
    'max-attempts': number
      .optional()
      .describe('Attempts for one call; throttled ones count only while no call gets through.'),
    'timeout-seconds': number.optional().describe('One deadline for all network work.'),
    cleanup: boolean.optional().describe('Whether the post step removes what the step wrote.'),
    summary: boolean.optional().describe('Whether the table is added to the job summary.'),
  })
  .describe('Which secrets a repository needs, and where they go.');

/** The manifest as it is read: every scalar a text. */
export type ManifestData = z.infer<typeof manifestSchema>;
export type SourceData = z.infer<typeof source>;

const KEYS_OF: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^$/, Object.keys(manifestSchema.shape)],
  [/^environments\/[^/]*$/, Object.keys(environment.shape)],
  [/^env-files\/[^/]*$/, ['format', 'mode', 'sources']],
  [/^(env-files|env-vars)\/.*\d+$/, Object.keys(detailedSource.shape)],
  [/^(pem-files|files)\/[^/]*$/, ['from', 'mode']],
];

/** The keys that may stand in the object at a path of the manifest. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const joined = path.map((part) => String(part).replaceAll('/', '_')).join('/');
  return KEYS_OF.find(([pattern]) => pattern.test(joined))?.[1] ?? [];
}

/** The published JSON Schema, of which `schema.json` is a copy. */
export function manifestJsonSchema(): object {
  return {
    title: 'Fetch Secrets manifest',
    ...z.toJSONSchema(manifestSchema, { target: 'draft-07' }),
  };
}
