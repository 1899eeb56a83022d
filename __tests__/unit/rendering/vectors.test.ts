import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Consumer, DollarPolicy, RenderContext } from '../../../src/rendering/context.ts';
import type { Delimiters } from '../../../src/rendering/grammar.ts';
import { templateFormat } from '../../../src/rendering/template.ts';
import {
  type FakeParameter,
  type FakeParameters,
  fileReader,
  loadAsFramework,
  run,
  storeOf,
} from './rendering-fixtures.ts';

/** A case of `fixtures/serverless-vectors.json`, measured against the framework itself. */
interface Vector {
  readonly name: string;
  readonly input: string;
  readonly file?: string;
  readonly parameters: Readonly<Record<string, FakeParameter>>;
  readonly parameters_by_region?: Readonly<Record<string, Readonly<Record<string, FakeParameter>>>>;
  readonly options?: {
    readonly consumer?: Consumer;
    readonly dollar?: DollarPolicy;
    readonly delimiters?: Delimiters;
  };
  readonly opts?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly expected_parsed?: unknown;
  readonly expected_subset?: object;
  readonly expected_text?: string;
  readonly expected_error?: { readonly class: string };
  readonly unchanged_lines?: readonly string[];
  readonly output_contains?: readonly string[];
  readonly forbidden_requests?: readonly string[];
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/serverless-vectors.json'), 'utf8'),
);

/**
 * A list makes a name that AWS refuses, as the case's own note says; the stand-in that the case was measured with knows
 * no malformed names.
 */
const OTHER_CODES: ReadonlyMap<string, string> = new Map([
  ['list_in_address_joins_and_is_a_syntax_hazard', 'aws_error'],
]);

function runVector({ input, file = 'serverless.yml', ...vector }: Vector) {
  const parameters: Record<string, FakeParameter> = { ...vector.parameters };
  for (const [region, byName] of Object.entries(vector.parameters_by_region ?? {})) {
    for (const [name, parameter] of Object.entries(byName))
      parameters[`${region} ${name}`] = parameter;
  }
  const { consumer, dollar, delimiters } = vector.options ?? {};
  const overrides: Partial<RenderContext> = {
    options: new Map(Object.entries(vector.opts ?? {})),
    env: (name) => vector.env?.[name],
    readFile: fileReader(vector.files ?? {}),
    ...(consumer && { consumer }),
    ...(dollar && { dollar }),
    ...(delimiters && { delimiters }),
  };
  return run(input, storeOf(parameters satisfies FakeParameters), templateFormat(file), overrides);
}

function parse({ file }: Vector, text: string): unknown {
  return file?.endsWith('.json') === true ? JSON.parse(text) : loadAsFramework(text);
}

const failing = vectors.filter((vector) => vector.expected_error !== undefined);
const passing = vectors.filter((vector) => vector.expected_error === undefined);

describe('the shared vectors', () => {
  it('are all here', () => {
    expect(vectors).toHaveLength(140);
  });

  it.each(passing)('$name renders as expected', (vector) => {
    const { rendering, requests } = runVector(vector);
    if (rendering.kind === 'problems') throw new Error(JSON.stringify(rendering.problems));
    const { text } = rendering;
    if (vector.expected_text !== undefined) expect(text).toBe(vector.expected_text);
    if (vector.expected_parsed !== undefined) {
      expect(parse(vector, text)).toEqual(vector.expected_parsed);
    }
    if (vector.expected_subset !== undefined) {
      expect(parse(vector, text)).toMatchObject(vector.expected_subset);
    }
    const lines = text.split('\n');
    expect(lines).toEqual(expect.arrayContaining([...(vector.unchanged_lines ?? [])]));
    for (const part of vector.output_contains ?? []) expect(text).toContain(part);
    expect(requests.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([...(vector.forbidden_requests ?? ['none'])]),
    );
  });

  it.each(failing)('$name is refused as expected', (vector) => {
    const { rendering } = runVector(vector);
    const codes = rendering.kind === 'problems' ? rendering.problems.map(({ code }) => code) : [];
    expect(codes).toContain(OTHER_CODES.get(vector.name) ?? vector.expected_error?.class);
  });
});
