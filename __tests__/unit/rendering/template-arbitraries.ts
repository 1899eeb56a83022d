import fc from 'fast-check';

/** Values that YAML readers take for something else, or that break one of its styles. */
const AWKWARD = [
  ...[
    'true',
    'False',
    'yes',
    'on',
    'null',
    '~',
    '0123',
    '1e3',
    '0x1F',
    '0o17',
    '1_000',
    '12:30:45',
  ],
  ...[
    '2001-01-01',
    '.inf',
    '-1.5',
    'a: b',
    'a #b',
    '#c',
    '- a',
    '? a',
    '&anchor',
    '*alias',
    '!tag',
  ],
  ...[
    '|',
    '>',
    '@x',
    '`x',
    '%x',
    '{a: 1}',
    '[1, 2]',
    "'single'",
    '"double"',
    "it's",
    'back\\slash\\n',
  ],
  ...[' lead', 'trail ', 'tab\there', 'l1\nl2', 'l1\nl2\n', '\nlead nl', 'crlf\r\nx', '---', '...'],
  ...[
    '--- x',
    '=',
    '<<',
    'a:',
    'é中😀',
    'x\u0085y\u2028z\u2029',
    '\uFEFFbom',
    'ctl\u0001x',
    'a,b',
    '',
  ],
  ...[
    '\uD800',
    'x\uDC00y',
    '\uFFFE',
    '\u007F',
    '\t',
    ' ',
    '\n',
    '\r',
    '\\',
    '"',
    '$',
    '{{ x }}',
    '+1',
  ],
  ...[
    '-----BEGIN KEY-----\nMIIB+/=\nabc: #x\n-----END KEY-----\n',
    'x'.repeat(2000),
    '${AWS::Region}',
  ],
];

/** Any text that a parameter may hold. */
export const anyValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(...' \n\r\t:#-?&*!|>@`%{}[]\'",\\$=~<a1.é\u0085\u2028'),
    maxLength: 12,
  }),
  fc
    .array(fc.constantFrom(...AWKWARD), { minLength: 2, maxLength: 3 })
    .map((parts) => parts.join('')),
);

/** A text that can stand in every style of scalar. */
export const plainText: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...'abcxyz0189_/.=+'),
  maxLength: 6,
});

const NAMES = [
  ...[
    '/p',
    '/l',
    '/j',
    '/sec',
    '/q',
    '/ptr',
    '/multi',
    '/bs',
    '/empty',
    '/t',
    '/sp',
    '/bsj',
    '/dev/k',
  ],
  ...['/br', '/brc', '/hash', '/amp', '/uni', '/nope', '/gone', '/nope/k'],
];

const nested = fc.constantFrom(
  '${self:custom.stage}',
  '${opt:stage}',
  "${opt:nostage, 'dev'}",
  '${env:E}',
  "${env:UNSET, 'p'}",
  '${ssm:/ptr}',
  '${self:custom.v}',
  "${ssm:/nope, 'p'}",
  '${self:provider.stage}',
  '${sls:stage}',
  '${param:w}',
  '${self:custom.m.k}',
  '${aws:accountId}',
  '${file(./c.yml):k}',
  '${self:custom.list.1}',
  '${self:custom.num}',
  '${self:custom.cfg.k}',
);

const name = fc.constantFrom(...NAMES);

const address = fc.oneof(
  { weight: 4, arbitrary: name },
  fc.tuple(nested, fc.constantFrom('', '/k')).map(([inner, end]) => `/${inner}${end}`),
  nested,
  name.map((text) => `"${text}"`),
  name.map((text) => ` ${text} `),
);

const ssmCall = fc
  .tuple(
    fc.constantFrom(
      'ssm:',
      'ssm:',
      'ssm:',
      'ssm(raw):',
      'ssm(eu-west-1):',
      'ssm(noDecrypt):',
      'ssm(raw, us-east-1):',
      'ssm( raw , noDecrypt ):',
      'ssm("us-east-1"):',
      'ssm(${self:custom.region}):',
      'ssm():',
    ),
    address,
  )
  .map(([type, text]) => type + text);

const otherCall = fc.constantFrom(
  'self:custom.v',
  'self:custom.none',
  'env:E',
  'env:UNSET',
  'cf:st.O',
  'cf:st.N',
  'opt:stage',
  'opt:foo',
  'self:custom.fromssm',
  'self:custom.obj',
  'self:custom.viacf',
  'file(./c.yml):k',
  'file(./none.yml):k',
  'self:custom.m.${ssm:/sec}',
  'self:custom.m.${ssm:/ptr}',
  'strToBool(${ssm:/t})',
  'param:w',
  'param:nope',
  'self:custom.${opt:stage}',
);

const literal = fc.constantFrom(
  "'x'",
  '"y, }z"',
  '5',
  '-1.5',
  'true',
  'null',
  "''",
  '1e3',
  '0x10',
  "'it}s'",
);

/** A variable, most often one that names SSM, with up to three sources and a literal. */
export const variable: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof({ weight: 2, arbitrary: ssmCall }, otherCall),
    fc.array(fc.oneof(ssmCall, otherCall), { maxLength: 2 }),
    fc.option(literal, { freq: 3, nil: undefined }),
    fc.constantFrom(', ', ','),
  )
  .map(([first, further, last, comma]) => {
    const sources = last === undefined ? [first, ...further] : [first, ...further, last];
    return `\${${sources.join(comma)}}`;
  });

const around = fc.constantFrom(
  ...[
    'x-',
    ' ',
    '\\',
    '\\\\',
    '${AWS::Region}',
    '#',
    ': ',
    'a',
    '{self:custom.v}',
    '}',
    "'",
    '"',
    '\n',
  ],
  ...[
    'é',
    '\\${self:custom.v}',
    '\\\\${self:custom.v}',
    '${self:custom.v}',
    '${Foo-${ssm:/p}}',
    '-',
    '%',
  ],
  ...['\t', '{', '\\${ssm:/gone}', '${ ssm:/gone}', '$(ssm:/gone)'],
);

/** A text with variables in it. */
export const textWithVariables: fc.Arbitrary<string> = fc.oneof(
  variable,
  fc
    .array(fc.oneof(variable, around), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join('')),
);

/** What the names above hold, by region where it is not us-east-1. */
export const PARAMETERS = {
  '/p': 'v',
  '/l': { type: 'StringList', value: 'a, b,,c' },
  '/j': { type: 'SecureString', value: '{"k":"w","n":1,"o":[true,null,"x"]}' },
  '/sec': { type: 'SecureString', value: 's3cret' },
  '/q': 'a: b #c',
  '/ptr': 'p',
  '/multi': 'l1\nl2\n',
  '/bs': 'C:\\',
  '/empty': '',
  '/t': 'true',
  '/sp': ' lead trail ',
  '/bsj': { type: 'SecureString', value: '{"a":"C:\\\\","b":"$"}' },
  '/dev/k': 'dk',
  '/br': '{x',
  '/brc': '}y',
  '/hash': '# x',
  '/amp': '&a \'q\' "d"',
  '/uni': '\u0085\u2028é😀',
  'eu-west-1 /p': 'eu',
} as const;

/** The configuration around a text that the addresses above refer to. */
export const HEAD = `service: svc
provider: {name: aws, stage: prod, region: us-east-1}
params: {prod: {w: pw}, default: {w: dw}, qa: {w: qw}}
custom:
  stage: dev
  region: us-east-1
  v: p
  num: 1.50
  list: [x, p, y]
  m: {k: mk, s3cret: deep, p: pp}
  obj: {a: 1}
  qa: qv
  fromssm: \${ssm:/ptr}
  cfg: \${ssm:/j}
  viacf: \${cf:st.O}
`;

export const OPTIONS = { stage: 'qa' };
export const ENVIRONMENT: Readonly<Record<string, string>> = { E: 'p' };
export const FILES = { 'c.yml': 'k: p\n' };
export const OUTPUTS = { 'st.O': 'cfout' };
