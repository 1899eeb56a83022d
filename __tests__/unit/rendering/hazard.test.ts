import { describe, expect, it } from '@jest/globals';
import type { Consumer, DollarPolicy } from '../../../src/rendering/context.ts';
import { problemsOf, rendered, storeOf } from './rendering-fixtures.ts';

/** JSON files show what comes out without the escapes of YAML. */
function outcome(
  text: string,
  value: string,
  consumer: Consumer,
  dollar: DollarPolicy = 'error',
): string {
  const lookup = storeOf({ '/v': value, '/w': 'w' });
  const file = JSON.stringify({ a: text, c: { t: 'T' } });
  const problems = problemsOf(file, lookup, 'json', { consumer, dollar });
  if (problems.length > 0) return problems.map(({ code }) => code).join();
  return JSON.parse(rendered(file, lookup, 'json', { consumer, dollar })).a;
}

const V = '${ssm:/v}';

describe('a value with dollar signs', () => {
  it.each<[string, string]>([
    [V, 'a${AWS::Region}b'],
    [V, 'a${abc}b'],
    [V, 'x$'],
    [V, '$$'],
    [V, '$(x) $x $1 \\$x'],
    [`x-${V}`, 'C:\\'],
    [`${V}-\${c.t}`, 'p'],
    [`${V}{x}`, 'a'],
  ])('%s of %j is written as it is, whoever reads it', (text, value) => {
    for (const consumer of ['serverless', 'v3', 'v4', 'none'] as const) {
      expect(outcome(text, value, consumer)).toBe(text.replace(V, () => value));
    }
  });

  it.each<[string, string, boolean, boolean]>([
    [V, 'x-${self:c.t}', true, true],
    [V, 'x-${env:HOME}', true, true],
    [V, '${ssm:/w}', true, true],
    [V, 'pa${foo:bar}x', true, true],
    [V, 'pa${ab:cd', true, false],
    [V, 'a\\${self:c.t}b', true, true],
    [V, 'a\\${AWS::Region}b', true, false],
    [V, '${ self:c.t}', false, true],
    [`${V}{self:c.t}`, 'x$', true, true],
    [`${V}\${AWS::Region}`, 'x\\', true, false],
    [`${V}\${self:c.t}`, 'x\\', true, false],
    [`${V}\${self:c.t}`, 'x$', true, false],
    [`$${V}`, '{self:c.t}', true, true],
    [`${V}${V}`, '${self:c.t}', true, true],
  ])('%s of %j is a hazard where the framework would read it again', (text, value, v3, v4) => {
    expect(outcome(text, value, 'v3') === 'hazard').toBe(v3);
    expect(outcome(text, value, 'v4') === 'hazard').toBe(v4);
    expect(outcome(text, value, 'serverless') === 'hazard').toBe(v3 || v4);
    expect(outcome(text, value, 'none')).toBe(text.replaceAll(V, () => value));
    expect(outcome(text, value, 'serverless', 'verbatim')).toBe(text.replaceAll(V, () => value));
  });

  it.each<[string, string, string]>([
    [V, 'x-${self:c.t}', 'x-\\${self:c.t}'],
    [V, 'pa${ab:cd', 'pa\\${ab:cd'],
    [V, 'a\\${self:c.t}b', 'a\\\\\\${self:c.t}b'],
    [V, 'a\\\\${AWS::Region}b', 'a\\\\\\\\\\${AWS::Region}b'],
    [`${V}{self:c.t}`, 'x$', 'x\\${self:c.t}'],
    [`${V}{self:c.t}`, 'x\\$', 'x\\\\\\${self:c.t}'],
    [`${V}\${AWS::Region}`, 'C:\\', 'C:\\\\${AWS::Region}'],
    [`${V}\${self:c.t}`, '\\\\', '\\\\\\\\${self:c.t}'],
    [`\\\\${V}`, '${self:c.t}', '\\\\\\${self:c.t}'],
    [`$${V}`, '{self:c.t}', '\\${self:c.t}'],
    [V, '$${self:c.t}', 'hazard'],
    [`${V}\${self:c.t}`, 'x$', 'hazard'],
  ])('%s of %j is escaped for version 3: %j', (text, value, expected) => {
    expect(outcome(text, value, 'v3', 'escape')).toBe(expected);
  });

  it.each<[Consumer, string]>([
    ['serverless', 'x\\w'],
    ['v3', 'x\\w'],
    ['v4', 'x\\\\w'],
    ['none', 'x\\\\w'],
  ])('keeps backslashes before a variable as %s reads them', (consumer, expected) => {
    expect(outcome('x\\\\${ssm:/w}', '', consumer)).toBe(expected);
  });

  it('is none within foreign brackets, where version 3 knows no escapes', () => {
    expect(outcome('${Foo-${ssm:/v}}', '\\${x', 'v3')).toBe('${Foo-\\${x}');
  });

  it('is looked for in every text of an object', () => {
    const lookup = storeOf({
      '/v': { type: 'SecureString', value: '{"k": ["${self:c.t}"], "${self:c.t}": "x"}' },
    });
    expect(problemsOf('a: ${ssm:/v}\n', lookup)).toMatchObject([{ code: 'hazard' }]);
    expect(rendered('a: ${ssm:/v}\n', lookup, 'yaml', { consumer: 'v3', dollar: 'escape' })).toBe(
      'a: {"k": ["\\\\${self:c.t}"], "${self:c.t}": "x"}\n',
    );
  });

  it('is named by the variable, not by the value', () => {
    const lookup = storeOf({ '/v': 'pre${self:c.t}post', '/w': 'fine' });
    expect(problemsOf('b: 1\na: x ${ssm:/w} ${ssm:/v}\n', lookup)).toEqual([
      {
        code: 'hazard',
        line: 2,
        column: 16,
        property: 'a',
        message:
          '${ssm:/v}: its value, put here, would be read by the framework as a variable or an escape',
        fix: expect.stringContaining('dollar=verbatim'),
      },
    ]);
  });

  it('is written into another variable with the same care', () => {
    const text = 'a: "${cf:s.O, ssm:/v}"\n';
    const lookup = storeOf({ '/v': 'x${self:c.t}' });
    expect(rendered(text, lookup, 'yaml', { consumer: 'v3', dollar: 'escape' })).toContain(
      'x\\\\u005c\\\\u0024\\\\u007bself\\\\u003ac.t\\\\u007d',
    );
  });

  it('cannot be escaped for a version that has no escapes', () => {
    for (const consumer of ['serverless', 'v4'] as const) {
      expect(
        problemsOf('a: 1\n', storeOf({}), 'yaml', { consumer, dollar: 'escape' }),
      ).toMatchObject([{ code: 'option' }]);
    }
  });
});

describe('an empty value beside another variable', () => {
  const HEAD = 'b: text\nl: [1]\nn: 5\n';

  it.each(['${self:b}', "${self:nope, 'x'}", "${cf:x.Y, 'x'}", '${env:NOPE}', 'x${self:n}'])(
    'may leave a text: %s',
    (rest) => {
      const text = `${HEAD}a: "\${ssm:/nope, ''}${rest}"\n`;
      expect(rendered(text, storeOf({}))).toBe(`${HEAD}a: "${rest}"\n`);
    },
  );

  it.each(['${self:n}', '${self:l}', '${env:NOPE, 5}', '${cf:x.Y, 5}'])(
    'may not leave what is no text alone: %s',
    (rest) => {
      const text = `${HEAD}a: "\${ssm:/nope, ''}${rest}"\n`;
      expect(problemsOf(text, storeOf({}))).toMatchObject([{ code: 'hazard', property: 'a' }]);
      expect(rendered(text, storeOf({}), 'yaml', { consumer: 'none' })).toContain(rest);
    },
  );
});
