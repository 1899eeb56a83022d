import { describe, expect, it } from '@jest/globals';
import type { RenderContext } from '../../../src/rendering/context.ts';
import { loadAsFramework, problemsOf, rendered, run, storeOf } from './rendering-fixtures.ts';

const STORE = storeOf({
  '/p': 'v',
  '/l': { type: 'StringList', value: 'a,b' },
  '/key': 'k',
  '/t': 'true',
  '/odd': 'a"b, {c} $',
  '/unsafe': 'x}, y',
  '/dollar': 'x${self:b}',
});

const CONTEXT: Partial<RenderContext> = {
  options: new Map([['stage', 'qa']]),
  env: (name) => (name === 'E' ? 'env' : undefined),
};

const HEAD = 'b: base\nm: {k: mapped}\nviaCf: "${cf:s.O}"\nnothing: ~\n';

function renderedValue(scalar: string, overrides: Partial<RenderContext> = {}): unknown {
  const text = rendered(`${HEAD}a: "${scalar}"\n`, STORE, 'yaml', { ...CONTEXT, ...overrides });
  const loaded = loadAsFramework(text);
  return typeof loaded === 'object' && loaded !== null && 'a' in loaded ? loaded.a : undefined;
}

describe('a variable with several sources', () => {
  it.each<[string, unknown]>([
    ["${ssm:/p, 'd'}", 'v'],
    ["${ssm:/nope, 'd'}", 'd'],
    ['${ssm:/nope, ssm:/p}', 'v'],
    ['${ssm:/nope, ssm:/l}', ['a', 'b']],
    ['${ssm:/nope, self:b}', '${self:b}'],
    ["${ssm:/nope, self:c.d, 'z'}", "${self:c.d, 'z'}"],
    ["${ssm:/nope,self:c.d,'z'}", "${self:c.d, 'z'}"],
    ['x-${ssm:/nope, self:b}-${ssm:/p}', 'x-${self:b}-v'],
    ['${env:E, ssm:/gone}', '${env:E, ssm:/gone}'],
    ['${env:U, ssm:/p}', 'v'],
    ["${env:U, ssm:/nope, 'd'}", 'd'],
    ['${self:b, ssm:/gone}', '${self:b, ssm:/gone}'],
    ['${self:nothing, ssm:/p}', 'v'],
    ['${ssm:/nope, opt:foo, ssm:/p}', 'v'],
    ['${ssm:/nope, self:b, ssm:/gone}', '${self:b, ssm:/gone}'],
    ['${cf:s.O, ssm:/p}', '${cf:s.O, "v"}'],
    ["${cf:s.O, ssm:/nope, 'd'}", "${cf:s.O, 'd'}"],
    ['${cf:s.O, ssm:/nope}', '${cf:s.O}'],
    ['${cf:s.O, env:E, ssm:/gone}', '${cf:s.O, env:E, ssm:/gone}'],
    ['${env:U, cf:s.O, ssm:/p}', '${env:U, cf:s.O, "v"}'],
    ['${self:viaCf, ssm:/p}', '${self:viaCf, "v"}'],
    ['${plugin:x, ssm:/odd}', '${plugin:x, "a\\u0022b\\u002c \\u007bc\\u007d \\u0024"}'],
    ['${self:m.${ssm:/key}}', '${self:m.k}'],
    ['${file(./${ssm:/key}.yml):x}', '${file(./k.yml):x}'],
    ['${strToBool(${ssm:/t})}', '${strToBool(true)}'],
    ["${self:m.${ssm:/nope, 'k'}}", '${self:m.k}'],
    ['${self:m.${ssm:/nope, 5}}', '${self:m.5}'],
    ['${self:m.${ssm:/nope, self:b}}', '${self:m.${self:b}}'],
    ['${self:m.${self:${ssm:/key}}}', '${self:m.${self:k}}'],
    ['${env:E, self:m.${ssm:/gone}}', '${env:E, self:m.${ssm:/gone}}'],
    ["${ssm:/nope, self:m.${ssm:/key}, 'z'}", "${self:m.k, 'z'}"],
    ['${self:m.${ssm:/key}, ssm:/gone}', '${self:m.k, ssm:/gone}'],
    ['${var:-${ssm:/p}}', '${var:-v}'],
    ['${self:b}${cf:x}${ssm:/p}', '${self:b}${cf:x}v'],
  ])('%s becomes %j', (scalar, expected) => {
    expect(renderedValue(scalar)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['${ssm:/nope}', 'not_found'],
    ['${ssm:/nope, ssm:/nope2}', 'not_found'],
    ['${env:U, ssm:/nope}', 'not_found'],
    ['${cf:s.O, ssm:/l}', 'unsupported_chain'],
    ['${self:m.${ssm:/unsafe}}', 'unsafe_in_variable'],
    ['${self:m.${ssm:/l}}', 'unsafe_in_variable'],
    ['${self:m.${ssm:/nope, null}}', 'unsafe_in_variable'],
    ['${self:m.${ssm:/nope}}', 'not_found'],
    ['${cf:s.O, ssm:/dollar}', 'hazard'],
  ])('%s is refused: %s', (scalar, code) => {
    const problems = problemsOf(`${HEAD}a: "${scalar}"\n`, STORE, 'yaml', CONTEXT);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('names all that was looked for, with its region', () => {
    const text = 'a: "${ssm:/nope, ssm(eu-west-1):/other}"\n';
    expect(problemsOf(text, STORE)).toMatchObject([
      {
        message:
          '${ssm:/nope, ssm(eu-west-1):/other}: ssm:/nope in us-east-1 and ssm:/other in eu-west-1 are not found',
      },
    ]);
  });

  it.each<[string, unknown]>([
    ['${env:E, ssm:/gone}', 'env'],
    ['${ssm:/nope, self:b}', 'base'],
    ['${ssm:/nope, opt:stage}', 'qa'],
    ['${self:m.${ssm:/key}}', '${self:m.k}'],
  ])('%s is evaluated where no framework reads the file', (scalar, expected) => {
    expect(renderedValue(scalar, { consumer: 'none' })).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['$<env:E>', '$<env:E>'],
    ['$<ssm:/p>', 'v'],
    ['x$<ssm:/l>', 'xa,b'],
    ['$<ssm:/nope, self:b>', 'base'],
    ["$<ssm:/nope, 'd'>", 'd'],
    ['${Bucket}-$<ssm:/p>', '${Bucket}-v'],
    ['\\\\$<ssm:/gone>', '\\$<ssm:/gone>'],
  ])('%s with angle brackets becomes %j', (scalar, expected) => {
    expect(renderedValue(scalar)).toEqual(expected);
  });

  it.each(['$<ssm:/nope, cf:s.O>', '$<ssm:/nope, git:branch>'])(
    '%s is refused, since the framework does not read it on',
    (scalar) => {
      expect(problemsOf(`a: "${scalar}"\n`, STORE)).toMatchObject([{ code: 'unsupported_chain' }]);
    },
  );

  it('says where an address of it cannot be known', () => {
    const problems = problemsOf('a: "$<ssm:/${cf:x.Y}/k>"\n', STORE);
    expect(problems).toMatchObject([{ code: 'unresolvable_address' }]);
  });

  it('asks for one source after the other', () => {
    const { requests, rounds } = run('a: ${ssm:/nope, ssm:/p, ssm:/gone}\n', STORE);
    expect(requests.map(({ name }) => name)).toEqual(['/nope', '/p']);
    expect(rounds).toBe(3);
  });
});
