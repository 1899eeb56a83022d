import { describe, expect, it } from '@jest/globals';
import type { RenderContext } from '../../../src/rendering/context.ts';
import { fileReader, problemsOf, run, storeOf } from './rendering-fixtures.ts';

const STORE = storeOf({
  '/cfg': { type: 'SecureString', value: '{"path": "deep", "list": ["one", "two"], "n": 1.50}' },
  '/ptr': 'p',
  '/var': '${self:custom.stage}',
  '/loop': '${ssm:/loop}',
  '/region': 'eu-west-1',
});

const FILES = {
  'c.yml': 'k: fromfile\nlist: [a, b]\nv: ${self:custom.stage}\nref: !Ref X\n',
  'c.json': '{"k": {"d": "json"}, "k2": 1, "k2": 2}',
  'note.txt': 'text',
  'sub/c.yaml': 'k: sub',
  '../base.yml': 'k: shared',
  'bad.yml': 'a: [',
  'bad.json': '{',
};

const CONTEXT: Partial<RenderContext> = {
  options: new Map([
    ['stage', 'qa'],
    ['empty', ''],
  ]),
  params: new Map([['cli', 'given']]),
  env: (name) => ({ E: 'env', EMPTY: '' })[name],
  readFile: fileReader(FILES),
};

const HEAD = `service: svc
provider:
  name: aws
params:
  default: {who: all, only: def}
  qa: {who: quality}
stages:
  qa: {params: {four: v4}}
  default: {params: {fourDefault: v4d}}
custom:
  stage: dev
  n: 1.50
  int: 0x10
  bool: true
  list: [a, b]
  object: {k: v}
  cfg: \${ssm:/cfg}
  viaVariable: \${opt:stage}
  escaped: 'a\\\${x'
  broken: \${self:custom.n, word}
  cycleA: \${self:custom.cycleB}
  cycleB: \${self:custom.cycleA}
  missing: \${env:UNSET}
  cf: \${cf:stack.Out}
  base: &base {inherited: yes-it-is}
  merged: {<<: *base, own: o}
  alias: *base
  tagged: !Ref Thing
  null: ~
`;

/** The name that is asked for when an address is `/ADDRESS`. */
function nameOf(address: string, overrides: Partial<RenderContext> = {}): string | undefined {
  const text = `${HEAD}a: "\${ssm:/${address}/end, 'x'}"\n`;
  const { requests } = run(text, STORE, 'yaml', { ...CONTEXT, ...overrides });
  return requests.map(({ name }) => name).find((name) => name.endsWith('/end'));
}

describe('an address', () => {
  it.each<[string, string]>([
    ['${opt:stage}', '/qa/end'],
    ["${opt:none, 'dev'}", '/dev/end'],
    ['${opt:none, self:custom.stage}', '/dev/end'],
    ['x${opt:empty}', '/x/end'],
    ['${env:E}', '/env/end'],
    ['x${env:EMPTY}', '/x/end'],
    ['${sls:stage}', '/qa/end'],
    ['${self:service}', '/svc/end'],
    ['${self:provider.stage}', '/dev/end'],
    ['${self:provider.region}', '/us-east-1/end'],
    ['${aws:region}', '/us-east-1/end'],
    ['${aws:accountId}', '/111122223333/end'],
    ['${self:custom.n}', '/1.5/end'],
    ['${self:custom.int}', '/16/end'],
    ['${self:custom.bool}', '/true/end'],
    ['${self:custom.list.1}', '/b/end'],
    ['${self:custom.object.k}', '/v/end'],
    ['${self:custom.cfg.path}', '/deep/end'],
    ['${self:custom.cfg.list.1}', '/two/end'],
    ['${self:custom.cfg.n}', '/1.5/end'],
    ['${self:custom.viaVariable}', '/qa/end'],
    ["${self:custom.${self:custom.object.k, 'x'}, 'none'}", '/none/end'],
    ['${self:custom.merged.inherited}', '/yes-it-is/end'],
    ['${self:custom.merged.own}', '/o/end'],
    ['${self:custom.alias.inherited}', '/yes-it-is/end'],
    ['${self:custom.tagged.Ref}', '/Thing/end'],
    ["${self:custom.null, 'nothing'}", '/nothing/end'],
    ['${param:cli}', '/given/end'],
    ['${param:who}', '/quality/end'],
    ['${param:only}', '/def/end'],
    ['${param:four}', '/v4/end'],
    ['${param:fourDefault}', '/v4d/end'],
    ['${file(./c.yml):k}', '/fromfile/end'],
    ['${file(c.yml):list.1}', '/b/end'],
    ['${file(./c.yml):v}', '/dev/end'],
    ['${file(./c.yml):ref.Ref}', '/X/end'],
    ['${file(c.json):k.d}', '/json/end'],
    ['${file(c.json):k2}', '/2/end'],
    ['${file(note.txt)}', '/text/end'],
    ['${file(./x/../sub//c.yaml):k}', '/sub/end'],
    ['${file(../base.yml):k}', '/shared/end'],
    ["${file(./none.yml):k, 'no'}", '/no/end'],
    ["${file(./c.yml):none, 'no'}", '/no/end'],
    ['${strToBool(1)}', '/true/end'],
    ['${strToBool(FALSE)}', '/false/end'],
    ['${ssm:/ptr}', '/p/end'],
    ["${ssm:/none, 'n'}", '/n/end'],
    ['${ssm:/var}', '/dev/end'],
    ['${ssm:/${ssm:/ptr}tr}', '/p/end'],
  ])('%s is evaluated', (address, name) => {
    expect(nameOf(address)).toBe(name);
  });

  it.each<[string, string]>([
    ['${opt:none}', 'unresolvable_address'],
    ['${env:UNSET}', 'unresolvable_address'],
    ['${self:custom.missing}', 'unresolvable_address'],
    ['${param:none}', 'unresolvable_address'],
    ['${cf:stack.Out}', 'unresolvable_address'],
    ['${self:custom.cf}', 'unresolvable_address'],
    ['${s3:bucket/key}', 'unresolvable_address'],
    ['${git:branch}', 'unresolvable_address'],
    ['${sls:instanceId}', 'unresolvable_address'],
    ['${aws:partition}', 'unresolvable_address'],
    ['${file(./c.js):k}', 'unresolvable_address'],
    ['${file(./bad.yml):k}', 'unresolvable_address'],
    ['${file(./bad.json):k}', 'unresolvable_address'],
    ['${file(/etc/passwd):k}', 'unresolvable_address'],
    ['${strToBool(maybe)}', 'unresolvable_address'],
    ['${file():k}', 'bad_param'],
    ['${opt:}', 'missing_address'],
    ['${self:custom.object}', 'non_string_address'],
    ['${self:custom.cfg}', 'non_string_address'],
    ['${self:custom.cycleA}', 'circular'],
    ['${ssm:/loop}', 'circular'],
    ['${ssm:/none}', 'not_found'],
    ['${self:custom.list}', 'aws_error'],
    ['${self:custom.escaped}', 'aws_error'],
    ['${self:custom.broken}', 'bad_literal'],
    ['with blank', 'aws_error'],
  ])('%s is refused, with a fallback too', (address, code) => {
    const text = `${HEAD}a: "\${ssm:/${address}/end, 'x'}"\n`;
    expect(problemsOf(text, STORE, 'yaml', CONTEXT)).toMatchObject([{ code, property: 'a' }]);
  });

  it('does not leave the workspace', () => {
    const readFile = () => ({ kind: 'outside' }) as const;
    const text = 'a: "${ssm:/${file(../../x.yml):k}}"\n';
    expect(problemsOf(text, STORE, 'yaml', { readFile })).toMatchObject([
      { code: 'unresolvable_address' },
    ]);
  });

  it.each<[string, string]>([
    ['provider: {name: aws, stage: prod}', 'prod'],
    ['provider: {name: aws}', 'dev'],
  ])('follows %s where no option names a stage', (provider, stage) => {
    const { requests } = run(`${provider}\na: \${ssm:/\${sls:stage}/end}\n`, STORE);
    expect(requests).toMatchObject([{ name: `/${stage}/end` }]);
  });

  it('is evaluated with the root file in a file that the root includes', () => {
    const overrides = {
      ...CONTEXT,
      root: 'custom: {stage: root}\nprovider: {region: eu-west-1}\n',
    };
    const { requests } = run('a: ${ssm:/${self:custom.stage}/k}\n', STORE, 'yaml', overrides);
    expect(requests).toMatchObject([{ name: '/root/k', region: 'eu-west-1' }]);
  });

  it('cannot be evaluated with a root file that is none', () => {
    expect(problemsOf('a: ${ssm:/k}\n', STORE, 'yaml', { root: 'a: [' })).toMatchObject([
      { code: 'yaml_syntax' },
    ]);
  });
});

describe('the region of a reference', () => {
  it.each<[string, string, Partial<RenderContext>, string]>([
    [
      'its param',
      'provider: {region: eu-west-1}\na: ${ssm(ap-south-1):/p}',
      { options: new Map([['region', 'us-west-2']]) },
      'ap-south-1',
    ],
    ['its type in version 1', 'a: ${ssm.eu-west-1:/p}', {}, 'eu-west-1'],
    [
      'the option',
      'provider: {region: eu-west-1}\na: ${ssm:/p}',
      { options: new Map([['region', 'us-west-2']]) },
      'us-west-2',
    ],
    [
      'the provider',
      'provider: {region: eu-west-1}\na: ${ssm:/p}',
      { region: 'us-west-2' },
      'eu-west-1',
    ],
    [
      'a variable of the provider',
      'provider: {region: "${opt:region, \'eu-west-1\'}"}\na: ${ssm:/p}',
      {},
      'eu-west-1',
    ],
    ['a parameter', 'provider: {region: "${ssm:/region}"}\na: ${ssm:/p}', {}, 'eu-west-1'],
    ['the run', 'a: ${ssm:/p}', { region: 'us-west-2' }, 'us-west-2'],
    ['the default', 'a: ${ssm:/p}', {}, 'us-east-1'],
    ['a nested variable', 'a: ${ssm(${ssm:/region}):/p}', {}, 'eu-west-1'],
  ])('is that of %s', (_, text, overrides, region) => {
    const { requests } = run(`${text}\n`, STORE, 'yaml', overrides);
    expect(requests.find(({ name }) => name === '/p')).toMatchObject({ region });
  });

  it('of a region that is a parameter is that of the run', () => {
    const text = 'provider: {region: "${ssm:/region}"}\na: ${ssm:/p}\n';
    const { requests } = run(text, STORE);
    expect(requests.map(({ name, region }) => [name, region])).toEqual([
      ['/region', 'us-east-1'],
      ['/p', 'eu-west-1'],
    ]);
  });

  it.each(['nodecrypt', 'raw, eu-west-1, us-east-1', ',raw', 'eu_west_1'])(
    'and nothing else stands in parentheses: %s',
    (params) => {
      const text = `a: "\${ssm(${params}):/p, 'x'}"\n`;
      expect(problemsOf(text, STORE)).toMatchObject([{ code: 'bad_param' }]);
    },
  );

  it.each(['provider: {region: "${ssm:/ptr}"}', 'provider: {region: "${cf:x.Y}"}'])(
    'is refused where it is none: %s',
    (provider) => {
      const problems = problemsOf(`${provider}\na: \${ssm:/p}\n`, STORE);
      expect(problems.map(({ property }) => property)).toContain('a');
    },
  );
});
