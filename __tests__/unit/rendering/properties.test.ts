import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import jsYaml from 'js-yaml';
import * as yaml from 'yaml';
import type { RenderContext } from '../../../src/rendering/context.ts';
import { fileReader, loadAsFramework, rendered, run, storeOf } from './rendering-fixtures.ts';
import {
  anyValue,
  ENVIRONMENT,
  FILES,
  HEAD,
  OPTIONS,
  PARAMETERS,
  plainText,
  textWithVariables,
} from './template-arbitraries.ts';
import { STYLES, written } from './yaml-styles.ts';

const CONTEXT: Partial<RenderContext> = {
  options: new Map(Object.entries(OPTIONS)),
  env: (name) => ENVIRONMENT[name],
  readFile: fileReader(FILES),
};

/** Where a scalar can stand: a line of a document, and the way to it. */
interface Position {
  readonly line: (scalar: string, key: string) => string;
  readonly indent: string;
  /** Whether only scalars on one line can stand there. */
  readonly isFlow?: boolean;
  /** What a reader finds under the key, given the text of the scalar. */
  readonly around: (value: unknown) => unknown;
}

const POSITIONS: readonly Position[] = [
  { line: (scalar, key) => `${key}: ${scalar}`, indent: '  ', around: (value) => value },
  {
    line: (scalar, key) => `${key}:\n  - ${scalar}\n  - z`,
    indent: '    ',
    around: (value) => [value, 'z'],
  },
  {
    line: (scalar, key) => `${key}:\n- - k: ${scalar}`,
    indent: '      ',
    around: (k) => [[{ k }]],
  },
  {
    line: (scalar, key) => `${key}: [x, ${scalar} , z]`,
    indent: '',
    isFlow: true,
    around: (value) => ['x', value, 'z'],
  },
  {
    line: (scalar, key) => `${key}: {x: ${scalar}, w: 1}`,
    indent: '',
    isFlow: true,
    around: (x) => ({ x, w: 1 }),
  },
  { line: (scalar, key) => `? ${key}\n: ${scalar}`, indent: '    ', around: (value) => value },
  { line: (scalar, key) => `${key}: !!str ${scalar}`, indent: '  ', around: (value) => value },
  {
    line: (scalar, key) => `${key}: {x: &${key} ${scalar}, w: *${key}}`,
    indent: '',
    isFlow: true,
    around: (x) => ({ x, w: x }),
  },
];

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'yaml, 1.2': (text) => yaml.parse(text),
  'yaml, 1.1': (text) => yaml.parse(text, { version: '1.1' }),
  'js-yaml': (text) => jsYaml.load(text),
};

const scalarCase = fc.record({
  value: anyValue,
  before: plainText,
  after: plainText,
  isWhole: fc.boolean(),
  position: fc.constantFrom(...POSITIONS),
  style: fc.nat(Object.keys(STYLES).length - 1),
});

type ScalarCase = typeof scalarCase extends fc.Arbitrary<infer Case> ? Case : never;

const CASES_IN_FILE = 10;

/** A file with one line for each case, and what a reader is to find in it. */
function fileOf(cases: readonly ScalarCase[]) {
  const lines: string[] = [];
  const expected: Record<string, unknown> = {};
  const parameters: Record<string, string> = {};
  for (const [index, { value, before, after, isWhole, position, style }] of cases.entries()) {
    const key = `k${index}`;
    const text = isWhole ? `\${ssm:/${key}}` : `a${before}\${ssm:/${key}}${after}`;
    const source = position.isFlow ? `"${text}"` : written(text, style, position.indent);
    lines.push(position.line(source, key));
    parameters[`/${key}`] = value;
    const isKept = !position.isFlow && /^\|\+/.test(source);
    const isClipped = !position.isFlow && /^\|\n/.test(source);
    const cooked = isWhole ? value : `a${before}${value}${after}`;
    const end = isKept ? '\n\n' : isClipped ? '\n' : '';
    expected[key] = position.around(cooked + end);
  }
  return { text: `${lines.join('\n')}\n`, expected, parameters };
}

describe('rendering YAML', () => {
  it('gives every reader the value, whatever it is, in every style and place', () => {
    fc.assert(
      fc.property(fc.array(scalarCase, { minLength: 1, maxLength: CASES_IN_FILE }), (cases) => {
        const { text, expected, parameters } = fileOf(cases);
        const result = rendered(text, storeOf(parameters), 'yaml', { consumer: 'none' });
        for (const [reader, read] of Object.entries(READERS)) {
          expect({ reader, found: read(result) }).toEqual({ reader, found: expected });
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves lines without variables byte for byte, and a second rendering changes nothing', () => {
    const line = fc.constantFrom(
      ...[
        '# ${ssm:/gone}',
        '',
        '  ',
        'on: yes # x',
        'mode: 0644',
        "q:   'x'",
        'd: "${self:custom.v}"',
      ],
      ...[
        't: 12:30:45',
        'v: 2012-10-17',
        '"${ssm:/gone}": 1',
        'r: !Ref Bucket',
        'f: [ a ,b ]',
        "e: '\\${ssm:/gone}'",
      ],
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, anyValue, fc.nat(6)), { minLength: 1, maxLength: CASES_IN_FILE }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        fc.boolean(),
        (items, eol, bom, hasLastEol) => {
          const parameters = Object.fromEntries(
            items.map(([, value], index) => [`/k${index}`, value]),
          );
          const lines = items.flatMap(([other, , style], index) => [
            `m${index}:`,
            ...(other === '' || other.startsWith('#') ? [] : [`  ${other}`]),
            `  k: ${written(`x\${ssm:/k${index}}y`, style, '    ')}`,
            ...(other.startsWith('#') ? [`${other}`] : []),
          ]);
          const text = bom + lines.join('\n').replaceAll('\n', eol) + (hasLastEol ? eol : '');
          const result = rendered(text, storeOf(parameters), 'yaml', { consumer: 'none' });
          const untouched = (whole: string): string[] =>
            whole
              .split(/(?<=\n)/)
              .filter((each) =>
                /^\uFEFF?(?:m\d+:| *#)|gone|on:|mode:|q: |t: |v: |r: |f: /.test(each),
              );
          expect(result.startsWith('\uFEFF')).toBe(bom !== '');
          expect(untouched(result)).toEqual(expect.arrayContaining(untouched(text)));
          expect(rendered(result, () => ({ kind: 'missing' }), 'yaml', { consumer: 'none' })).toBe(
            result,
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is the same when it is done twice', () => {
    fc.assert(
      fc.property(textWithVariables, fc.nat(6), (text, style) => {
        const file = `${HEAD}t:\n  a: ${written(text, style, '    ')}\n`;
        const { rendering } = run(file, storeOf(PARAMETERS), 'yaml', CONTEXT);
        fc.pre(rendering.kind === 'rendered');
        expect(rendered(rendering.text, storeOf({}), 'yaml', CONTEXT)).toBe(rendering.text);
      }),
      { numRuns: 3_000 },
    );
  });

  it('looks nothing up for names in comments, keys and escapes, or behind a source that has a value', () => {
    const idle = fc.constantFrom(
      ...[
        '# ${ssm:/gone}',
        '"${ssm:/gone}": 1',
        "a: '\\${ssm:/gone}'",
        'a: $(ssm:/gone)',
        'a: ${ ssm:/gone}',
      ],
      ...[
        'a: ${env:E, ssm:/gone}',
        'a: ${self:custom.v, ssm:/gone}',
        'a: ${opt:stage, ssm:/gone, ssm:/other}',
      ],
      ...[
        'a: ${SSM:/gone}',
        '? "${ssm:/gone}"\n  : 1',
        "a: '\\\\\\${ssm:/gone}'",
        'a: x # ${ssm:/gone}',
      ],
      ...[
        '? [ "${ssm:/gone}" ]\n  : 1',
        'a: "x${param:w, ssm:/gone}y"',
        'a: ${env:E, self:custom.m.${ssm:/gone}}',
      ],
      ...['a: ${file(./c.yml):k, ssm:/gone}', "a: ${self:custom.stage, ssm:/${ssm:/gone}/k, 'x'}"],
    );
    fc.assert(
      fc.property(fc.array(idle, { minLength: 1, maxLength: CASES_IN_FILE }), (lines) => {
        const file = `${HEAD}${lines.map((each, index) => `m${index}:\n  ${each}\n  z: 1`).join('\n')}\n`;
        const asked: string[] = [];
        const { rendering } = run(
          file,
          (reference) => {
            asked.push(reference.name);
            return storeOf(PARAMETERS)(reference);
          },
          'yaml',
          CONTEXT,
        );
        expect(rendering.kind).toBe('rendered');
        expect(asked.filter((name) => /gone|other/.test(name))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('rendering JSON', () => {
  it('gives the value, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyValue, plainText, fc.boolean()), { minLength: 1, maxLength: 10 }),
        (cases) => {
          const parameters = Object.fromEntries(
            cases.map(([value], index) => [`/k${index}`, value]),
          );
          const text = JSON.stringify(
            cases.map(([, around, isWhole], index) =>
              isWhole ? `\${ssm:/k${index}}` : `${around}.\${ssm:/k${index}}`,
            ),
          );
          const result = rendered(text, storeOf(parameters), 'json', { consumer: 'none' });
          expect(JSON.parse(result)).toEqual(
            cases.map(([value, around, isWhole]) => (isWhole ? value : `${around}.${value}`)),
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('rendering objects and lists', () => {
  it('gives every reader the JSON of a secret, in every place', () => {
    fc.assert(
      fc.property(
        fc.dictionary(anyValue, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 }),
        fc.constantFrom(...POSITIONS.filter(({ line }) => !line('', '').includes('!!str'))),
        (secret, position) => {
          const value = JSON.stringify(secret);
          const text = `${position.line('"${ssm:/j}"', 'k')}\n`;
          const lookup = storeOf({ '/j': { type: 'SecureString', value } });
          const result = rendered(text, lookup, 'yaml', { consumer: 'none' });
          expect(loadAsFramework(result)).toEqual({ k: position.around(JSON.parse(value)) });
          expect(JSON.stringify(yaml.parse(result, { version: '1.1' }))).toBe(
            JSON.stringify({ k: position.around(JSON.parse(value)) }),
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
