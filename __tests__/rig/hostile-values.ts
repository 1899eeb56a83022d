import fc from 'fast-check';

/** What the readers of env files give a meaning of its own, with letters that escapes are made of. */
const characters = [
  ...`'"\`\\\${}#=!~%&;|<>()[]*?:,. \t\r\n/-+^@`,
  ...'abnrtvfxuAZ019_',
  ...'\u00e9\u00a0\u0085\u2028\u2029\u3000\ufeff\u6f22\u{1f511}\u001b\v\f\u007f',
];

/** Sequences that some reader takes for more than their characters. */
const sequences = [
  ...['\\n', '\\r', '\\\\', "\\'", '\\"', '\\$', '\\`', '\\\n'],
  ...['{A}', 'A', '{A:-b}', '{', '(', '()', '(a)', '(a$(b))', '$', '1'].map((name) => `$${name}`),
  ...[' #', '="', "='", '\n#', '\nA=b\n', '\nexport A=', '\r\n', "''", '""', '``', "'\\''"],
];

const hostile = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...characters) },
      { weight: 1, arbitrary: fc.constantFrom(...sequences) },
    ),
    { maxLength: 40, size: 'max' },
  )
  .map((parts) => parts.join(''));

const base64 = fc.uint8Array({ minLength: 8, maxLength: 120 }).map((bytes) => toBase64(bytes));

const pem = base64.map((body) => {
  const lines = body.match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
});

const jwt = fc.array(base64, { minLength: 3, maxLength: 3 }).map((parts) => parts.join('.'));

const password = fc.string({ minLength: 8, maxLength: 24 });

const url = fc
  .tuple(password, fc.webUrl({ withQueryParameters: true, withFragments: true }))
  .map(([secret, address]) => address.replace('://', `://user:${encodeURIComponent(secret)}@`));

const windowsPath = fc
  .array(fc.constantFrom('new', 'Program Files', 'temp', 'a$b', 'r'), { maxLength: 4 })
  .map((folders) => ['C:', ...folders, ''].join('\\'));

const json = fc
  .tuple(fc.dictionary(password, fc.oneof(password, pem, fc.integer())), fc.constantFrom(0, 2))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

/** Values of environment variables that a reader of env files could get wrong: well-formed, no NUL. */
export const hostileValues: fc.Arbitrary<string> = fc.oneof(
  { weight: 16, arbitrary: hostile },
  ...[base64, pem, jwt, password, url, windowsPath, json],
);

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
