import { describe, expect, it } from '@jest/globals';
import type { Mapping } from '../../../src/plan/mappings.ts';
import type { Found, FoundPath } from '../../../src/stores/outcome.ts';
import { makePart, type Part } from '../../../src/values/parts.ts';
import { planOf } from '../fake-runtime.ts';
import { CERTIFICATE_CHAIN } from './pem-fixtures.ts';

const PLACEHOLDERS = ['placeholder'];
const found = (value: string | Uint8Array): Found => ({ kind: 'found', bytes: Buffer.from(value) });
const PATH: FoundPath = { kind: 'found-path', members: [{ ...found('x'), name: '/p/A' }] };

function mappingOf(list: string, line: string): Mapping {
  const [mapping] = planOf({ [list]: line }).mappings;
  if (mapping === undefined) throw new Error('The plan has no mapping.');
  return mapping;
}

const make = (list: string, line: string, value: Found | FoundPath, isSole = true): Promise<Part> =>
  makePart(mappingOf(list, line), value, { placeholders: PLACEHOLDERS, isSole });

describe('an env file', () => {
  it('with one source that is env text is its copy', async () => {
    const text = '# c\r\nexport A = "x"\r\nB=1';
    expect(await make('env-files', '/a => x', found(text))).toMatchObject({
      kind: 'content',
      bytes: Buffer.from(`${text}\n`),
      names: ['A', 'B'],
    });
    expect(await make('env-files', '/a#k => x', found('{"k":"A=1"}'))).toMatchObject({
      kind: 'content',
      bytes: Buffer.from('A=1\n'),
    });
  });

  it.each<[string, string, Found | FoundPath, boolean, string[]]>([
    ['several sources', '/a => x', found('A="x"'), false, ['A']],
    ['a name', 'B=/a => x', found('A="x"'), true, ['B']],
    ['JSON', '/a => x', found('{"A":1}'), true, ['A']],
    ['a path', '/p/* => x', PATH, true, ['A']],
    ['a file in YAML', 'file:a.yml => x', found('A: 1'), true, ['A']],
  ])('with %s has variables', async (_, line, value, isSole, names) => {
    const part = await make('env-files', line, value, isSole);
    expect(part).toMatchObject({ kind: 'variables', variables: names.map((name) => ({ name })) });
  });

  it.each([
    ['/a => x', 's3cret', true, '/a holds no env file: line 1 is'],
    ['/a => x', 's3cret', false, '/a holds no env file: line 1 is'],
    ['/a#k => x', 's3cret', true, '/a#k asks for a key, but the value is no JSON object'],
    ['/a => x', 'placeholder', true, '/a was created, but never filled in'],
    ['/a => x', '{"A":"placeholder"}', true, '/a#A was created, but never filled in'],
  ])('that cannot be made is told: %s with %j, alone %s', async (line, value, isSole, message) => {
    expect(await make('env-files', line, found(value), isSole)).toMatchObject({
      kind: 'wrong',
      problems: [{ message: expect.stringContaining(message) }],
    });
  });

  it('holds no binary secret', async () => {
    for (const isSole of [true, false]) {
      expect(
        await make(
          'env-files',
          'secretsmanager:a => x',
          { ...found('A=1'), isBinary: true },
          isSole,
        ),
      ).toEqual({
        kind: 'wrong',
        problems: [
          {
            message: 'secretsmanager:a holds bytes that are no text in UTF-8',
            fix: 'Write it to a file: files',
          },
        ],
      });
    }
  });
});

describe('a file that is written whole', () => {
  it.each<[string, string, Found, string | Uint8Array]>([
    ['files', '/a => x', found('any text'), 'any text'],
    ['files', '/a => x', found('{not json'), '{not json'],
    ['files', '/a => x', found('{"A":"x"}'), '{"A":"x"}'],
    [
      'files',
      'secretsmanager:a => x',
      { ...found(new Uint8Array([0xff, 0])), isBinary: true },
      new Uint8Array([0xff, 0]),
    ],
    ['files', 'secretsmanager:a => x', { ...found('placeholder'), isBinary: true }, 'placeholder'],
    ['files', 'file:a => x', found('placeholder'), 'placeholder'],
    ['files', '/a#k => x', found('{"k":"x\\n"}'), 'x\n'],
    ['files', '/a#k => x', found('{"k":{ "a": 1.0 }}'), '{"a":1.0}'],
    ['pem-files', '/a => x', found(CERTIFICATE_CHAIN), CERTIFICATE_CHAIN],
    ['pem-files', '/a#k => x', found(JSON.stringify({ k: CERTIFICATE_CHAIN })), CERTIFICATE_CHAIN],
  ])('of %s, %s', async (list, line, value, bytes) => {
    expect(await make(list, line, value)).toMatchObject({
      kind: 'content',
      bytes: Buffer.from(bytes),
    });
  });

  it.each([
    [
      'files',
      '/a => x',
      ' placeholder\n',
      ['/a was created, but never filled in: it holds a placeholder'],
    ],
    [
      'files',
      '/a => x',
      '{"A":"placeholder","B":{"C":"placeholder"}}',
      [
        '/a#A was created, but never filled in: it holds a placeholder',
        '/a#B.C was created, but never filled in: it holds a placeholder',
      ],
    ],
    [
      'pem-files',
      '/a => x',
      'placeholder',
      ['/a was created, but never filled in: it holds a placeholder'],
    ],
    [
      'pem-files',
      '/a#k => x',
      '{"k":"placeholder"}',
      ['/a#k was created, but never filled in: it holds a placeholder'],
    ],
    ['files', '/a#k => x', 's3cret', ['/a#k asks for a key, but the value is no JSON object']],
    [
      'pem-files',
      '/a#k => x',
      '{"k":"s3cret"}',
      [expect.stringContaining('/a#k holds no PEM that can be used: found ') as unknown as string],
    ],
  ])('is told what is wrong: %s, %s with %j', async (list, line, value, messages) => {
    const part = await make(list, line, found(value));
    expect(part).toMatchObject({
      kind: 'wrong',
      problems: messages.map((message) => ({ message })),
    });
    expect(JSON.stringify(part)).not.toContain('s3cret');
  });

  it('may lack its key', async () => {
    expect(await make('files', '/a#k => x', found('{"l":1}'))).toEqual({ kind: 'missing' });
  });
});

describe('variables and outputs', () => {
  it('are the text of a value', async () => {
    expect(await make('outputs', 'o=/a', found('x\n'))).toEqual({ kind: 'text', text: 'x\n' });
    expect(await make('outputs', 'o=/a#k', found('{"k":1.0}'))).toEqual({
      kind: 'text',
      text: '1.0',
    });
    expect(await make('env-vars', 'A=/a', found('x'))).toMatchObject({
      kind: 'variables',
      variables: [{ name: 'A', value: 'x' }],
    });
  });

  it('are told what is wrong', async () => {
    const bytes = found(new Uint8Array([0xff]));
    for (const [list, line] of [
      ['outputs', 'o=/a'],
      ['env-vars', 'A=/a'],
    ] as const) {
      expect(await make(list, line, bytes)).toMatchObject({
        kind: 'wrong',
        problems: [{ message: '/a holds bytes that are no text in UTF-8' }],
      });
    }
    expect(await make('outputs', 'o=/a#k', found('{}'))).toEqual({ kind: 'missing' });
  });

  it.each([
    ['outputs', 'o=/a'],
    ['files', '/a => x'],
    ['pem-files', '/a => x'],
  ])('and whole files are nothing of a path, which the plan refuses: %s', async (list, line) => {
    expect(await make(list, line, PATH)).toEqual({ kind: 'missing' });
  });
});
