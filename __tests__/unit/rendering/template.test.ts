import { describe, expect, it } from '@jest/globals';
import type { RenderContext } from '../../../src/rendering/context.ts';
import type { Lookup } from '../../../src/rendering/reference.ts';
import type { Rendering } from '../../../src/rendering/rendering.ts';
import { openTemplate, templateFormat } from '../../../src/rendering/template.ts';
import { createContext, problemsOf, run, storeOf } from './rendering-fixtures.ts';

/** The first round, in which nothing is known. */
function firstRound(text: string, overrides: Partial<RenderContext> = {}): Rendering {
  const opened = openTemplate(text, 'yaml', createContext(overrides));
  return opened.kind === 'template' ? opened.template.render(() => undefined) : opened;
}

describe('templateFormat', () => {
  it.each([
    ['serverless.yml', 'yaml'],
    ['a/B.YAML', 'yaml'],
    ['x.json', 'json'],
    ['.env', 'text'],
    ['a.yml/script', 'text'],
    ['nginx.conf', 'text'],
  ])('of %s is %s', (path, format) => {
    expect(templateFormat(path)).toBe(format);
  });
});

describe('the first round', () => {
  it('tells all references with their places, each once', () => {
    const text =
      'a: ${ssm:/x}\nb:\n  - "y ${ssm:/y, \'d\'} ${ssm(raw):/x}"\n  - ${ssm(noDecrypt):/x}\n';
    expect(firstRound(text)).toEqual({
      kind: 'needs',
      needsAccountId: false,
      problems: [],
      references: [
        {
          reference: { name: '/x', region: 'us-east-1', withDecryption: true, shown: 'ssm:/x' },
          places: [
            { line: 1, column: 4, property: 'a' },
            { line: 3, column: 23, property: 'b.0' },
          ],
          isOptional: false,
        },
        {
          reference: { name: '/y', region: 'us-east-1', withDecryption: true, shown: 'ssm:/y' },
          places: [{ line: 3, column: 8, property: 'b.0' }],
          isOptional: true,
        },
        {
          reference: { name: '/x', region: 'us-east-1', withDecryption: false, shown: 'ssm:/x' },
          places: [{ line: 4, column: 5, property: 'b.1' }],
          isOptional: false,
        },
      ],
    });
  });

  it('tells all that one address needs', () => {
    const text = "a: \"${ssm(${ssm:/r}):/${ssm:/a, 'x'}/${ssm:/b}, 'd'}\"\n";
    const round = firstRound(text);
    expect(round).toMatchObject({
      references: [
        { reference: { name: '/r' }, isOptional: false },
        { reference: { name: '/a' }, isOptional: false },
        { reference: { name: '/b' }, isOptional: false },
      ],
    });
  });

  it('tells that the account id is needed', () => {
    const round = firstRound('a: ${ssm:/${aws:accountId}/x}\n', { accountId: () => undefined });
    expect(round).toEqual({ kind: 'needs', needsAccountId: true, references: [], problems: [] });
  });

  it('tells what is wrong elsewhere', () => {
    expect(firstRound('a: ${ssm:/x}\nb: ${ssm:/${env:U}}\n')).toMatchObject({
      kind: 'needs',
      problems: [{ code: 'unresolvable_address', line: 2, column: 4 }],
    });
  });

  it('finds errors of syntax before anything is asked for', () => {
    const text =
      "a: ${ssm:/x, dev}\nb: ${ssm:/x, ssm:}\nc: ${ssm:/x, ssm(bad):/y}\nd: '${ssm:/${ssm:}}'\n";
    expect(firstRound(text)).toMatchObject({
      kind: 'problems',
      problems: [
        { code: 'bad_literal', line: 1 },
        { code: 'missing_address', line: 2 },
        { code: 'bad_param', line: 3 },
        { code: 'missing_address', line: 4 },
      ],
    });
  });
});

describe('the last round', () => {
  const STORE = storeOf({
    '/x': 'line1\nline2',
    '/j': { type: 'SecureString', value: '{"k": "say \\"hi\\""}' },
    '/ptr': 'x',
    '/name': 'hidden-name',
    '/bad': 'no region',
  });

  it('tells what was used, and how it is spelled', () => {
    const { rendering, rounds } = run('a: ${ssm:/${ssm:/ptr}}\nb: ${ssm:/j}\n', STORE);
    expect(rounds).toBe(3);
    expect(rendering).toMatchObject({
      kind: 'rendered',
      used: [
        { reference: { name: '/ptr' }, stored: { value: 'x' } },
        { reference: { name: '/x' }, stored: { value: 'line1\nline2' } },
        { reference: { name: '/j' }, stored: { type: 'SecureString' } },
      ],
      spellings: ['line1\\nline2', 'say \\"hi\\"'],
    });
  });

  it('reports all that is missing, with its places', () => {
    expect(problemsOf('a: ${ssm:/n1}\nb: x ${ssm:/n2} ${ssm:/n1}\n', STORE)).toMatchObject([
      { code: 'not_found', line: 1, column: 4, property: 'a' },
      { code: 'not_found', line: 2, column: 6, property: 'b' },
      { code: 'not_found', line: 2, column: 17, property: 'b' },
    ]);
  });

  it('reports what could not be read, with a fallback too', () => {
    const failed = { kind: 'failed', message: 'ssm:/x may not be read', fix: 'Allow it' } as const;
    expect(problemsOf("a: ${ssm:/x, 'd'}\n", () => failed)).toEqual([
      {
        code: 'aws_error',
        line: 1,
        column: 4,
        property: 'a',
        message: "${ssm:/x, 'd'}: ssm:/x may not be read",
        fix: 'Allow it',
      },
    ]);
  });

  it('does not repeat what a reader says about a name with a value in it', () => {
    const lookup: Lookup = (reference) =>
      reference.name === '/name'
        ? STORE(reference)
        : { kind: 'failed', message: `${reference.name} is denied`, fix: reference.name };
    const problems = problemsOf('a: ${ssm:/${ssm:/name}/k}\n', lookup);
    expect(problems).toMatchObject([{ code: 'aws_error' }]);
    expect(JSON.stringify(problems)).not.toContain('hidden-name');
  });

  it.each([
    'a: ${ssm:/${ssm:/name}/k}\n',
    'a: ${ssm:/${self:b}/k}\nb: ${ssm:/name}\n',
    'a: ${ssm:/${self:c}/k}\nb: ${ssm:/name}\nc: ${self:b}\nd: ${ssm:/${self:c}/k}\n',
    'a: ${ssm(${ssm:/bad}):/k}\n',
    'provider: {region: "${ssm:/bad}"}\na: ${ssm:/k}\n',
    'a: ${ssm:/${ssm:/bad}}\n',
    'a: ${ssm:/${file(${ssm:/name}.js):k}}\n',
    'a: ${self:${ssm:/bad}}\n',
  ])('names no value that is part of a name: %j', (text) => {
    const problems = problemsOf(text, STORE);
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toMatch(/hidden-name|no region/);
  });

  it('points to a variable in a block, and to the beginning of a scalar whose escapes hide it', () => {
    const text = 'a: |\n  \\${x} one\n  two ${ssm:/n}\nb: "\\u0024 ${ssm:/n}"\n';
    expect(problemsOf(text, STORE)).toMatchObject([
      { line: 3, column: 7 },
      { line: 4, column: 4 },
    ]);
  });

  it('warns once of each suffix of version 1, and of blanks behind the bracket', () => {
    const text = 'a: ${ssm:/ptr~true}\nb: ${ssm:/ptr~true}\nc: ${ssm:/ptr~split}\nd: ${ ssm:/x }\n';
    const { rendering } = run(text, STORE);
    expect(rendering).toMatchObject({
      kind: 'rendered',
      warnings: [
        { line: 1, message: expect.stringContaining('~true') },
        { line: 3, message: expect.stringContaining('~split') },
        { line: 4, message: expect.stringContaining('blank') },
      ],
    });
  });
});

describe('delimiters', () => {
  const DOUBLE = `provider: {variableSyntax: "\\\\\${{([ ~:a-zA-Z0-9._@'\\",\\\\-\\\\/\\\\(\\\\)]+?)}}"}\n`;
  const ORDINARY = `provider: {variableSyntax: "\\\\\${((?!AWS)[ ~:a-zA-Z0-9._@'\\",\\\\-\\\\/\\\\(\\\\)]+?)}"}\n`;

  it.each<[string, string, readonly string[]]>([
    ['are those of variableSyntax', DOUBLE, ['/double']],
    ['are the ordinary ones where variableSyntax has them', ORDINARY, ['/single']],
    ['are the ordinary ones without it', '', ['/single']],
  ])('%s', (_, head, names) => {
    const { requests } = run(`${head}a: \${ssm:/single}\nb: \${{ssm:/double}}\n`, storeOf({}));
    expect(requests.map(({ name }) => name)).toEqual(names);
  });

  it.each(['"%{([a-z]+)}"', '5'])('must be named where variableSyntax is %s', (syntax) => {
    const text = `provider: {variableSyntax: ${syntax}}\na: \${ssm:/p}\n`;
    expect(problemsOf(text, storeOf({}))).toMatchObject([{ code: 'option' }]);
    const { requests } = run(text, storeOf({}), 'yaml', { delimiters: '${ }' });
    expect(requests).toHaveLength(1);
  });
});
