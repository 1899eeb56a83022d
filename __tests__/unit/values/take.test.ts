import { describe, expect, it } from '@jest/globals';
import type { Mapping } from '../../../src/plan/mappings.ts';
import type { Found, FoundPath } from '../../../src/stores/outcome.ts';
import { isPlaceholder, takeValue, takeVariables } from '../../../src/values/take.ts';
import { planOf } from '../fake-runtime.ts';
import { draftOf } from '../manifests.ts';

const PLACEHOLDERS = ['placeholder', 'TODO'];

const found = (value: string | Uint8Array): Found => ({ kind: 'found', bytes: Buffer.from(value) });

function only(mappings: readonly Mapping[]): Mapping {
  const [mapping] = mappings;
  if (mapping === undefined) throw new Error('The plan has no mapping.');
  return mapping;
}

/** The mapping of a line of env-vars. */
const variableOf = (line: string, inputs: Readonly<Record<string, string>> = {}): Mapping =>
  only(planOf({ 'env-vars': line, ...inputs }).mappings);

/** The mapping of the one source of an env file in a manifest. */
const manifestSource = (source: string): Mapping =>
  only(draftOf(`region: us-east-1\nenv-files:\n  .env:\n    - ${source}`).plan.mappings);

const put = (name: string): string =>
  `Fill it in:\naws ssm put-parameter --region us-east-1 --name ${name} --type SecureString --value "$VALUE" --overwrite`;
const unfilled = (name: string, parameter: string): object => ({
  message: `${name} was created, but never filled in: it holds a placeholder`,
  fix: put(parameter),
});

describe('one value', () => {
  it.each([
    ['A=/a', 'any text\n', 'any text\n'],
    ['A=/a', '', ''],
    ['A=/a', '{ "a": 1.0 }\n', '{ "a": 1.0 }\n'],
    ['A=/a', '[not, parsed', '[not, parsed'],
    ['A=/a', '{not json', '{not json'],
    ['A=/a', '{"k":1,"k":2}', '{"k":1,"k":2}'],
    ['A=/a#k', '\uFEFF{"k":"after a mark"}', 'after a mark'],
    ['A=/a#k', '{"k":"x\\ny"}', 'x\ny'],
    ['A=/a#k', ' \n{"k":1.50}', '1.50'],
    ['A=/a#k', '{"k":null}', ''],
    ['A=/a#k', '{"k":false}', 'false'],
    ['A=/a#k', '{"k":{ "a": [ 1 ] }}', '{"a":[1]}'],
    ['A=/a#k.l', '{"k":{"l":"x"}}', 'x'],
    ['A=/a#k.l', '{"k":{"l":"x"},"k.l":"y"}', 'y'],
    ['A=/a#b#c', '{"b#c":"x"}', 'x'],
    ['A=file:a.yml#k', 'k: 1.50', '1.50'],
    ['A=file:a.json#k', '{"k":"placeholder"}', 'placeholder'],
    ['A=file:a', 'placeholder', 'placeholder'],
    ['A=/a', 'a placeholder', 'a placeholder'],
  ])('of %s with %j is %j', async (line, value, text) => {
    expect(
      await takeValue(variableOf(line), found(value), PLACEHOLDERS, line.startsWith('A=')),
    ).toMatchObject({
      kind: 'value',
      text,
    });
  });

  it('may have no such key', async () => {
    expect(await takeValue(variableOf('A=/a#k'), found('{"l":1}'), [], true)).toEqual({
      kind: 'missing',
    });
  });

  const TO_FILE = 'Write it to a file: files';
  const NO_OBJECT = 'Leave "#KEY" out, or store a JSON object';
  const MEND = 'Mend the stored text';
  it.each<[string, string, string | Uint8Array, string, string]>([
    [
      'bytes',
      'A=/a',
      new Uint8Array([0xff, 0x00]),
      '/a holds bytes that are no text in UTF-8',
      TO_FILE,
    ],
    [
      'no object',
      'A=/a#k',
      's3cret',
      '/a#k asks for a key, but the value is no JSON object',
      NO_OBJECT,
    ],
    [
      'a list',
      'A=/a#k',
      '["s3cret"]',
      '/a#k asks for a key, but the value is no JSON object',
      NO_OBJECT,
    ],
    [
      'broken JSON',
      'A=/a#k',
      '{"s3cret":\n s3cret}',
      '/a#k holds JSON that does not parse: line 2, column 2: only numbers, true, false and null may stand without double quotes',
      MEND,
    ],
    [
      'JSON with a key twice',
      '/a',
      '{"k":"s3cret",\n"k":1}',
      '/a holds JSON that does not parse: line 2, column 1: the key k stands in one object twice',
      MEND,
    ],
    [
      'broken YAML',
      'A=file:a.yml#k',
      'k: "s3cret',
      'file:a.yml#k holds YAML that does not parse: line 1, column 11: missing char',
      MEND,
    ],
    [
      'a broken file',
      'file:a.json',
      'A=s3cret',
      'file:a.json holds JSON that does not parse: line 1, column 1: only numbers, true, false and null may stand without double quotes',
      MEND,
    ],
  ])('is told what is wrong, and nothing of it: %s', async (_, line, value, message, fix) => {
    const taken = await takeValue(
      variableOf(line),
      found(value),
      PLACEHOLDERS,
      line.startsWith('A='),
    );
    expect(taken).toEqual({ kind: 'wrong', problems: [{ message, fix }] });
    expect(JSON.stringify(taken)).not.toContain('s3');
  });

  it('that was stored as bytes is no text, even where it looks like one', async () => {
    const binary: Found = { ...found('text'), isBinary: true };
    expect(await takeValue(variableOf('A=secretsmanager:a'), binary, [], true)).toMatchObject({
      kind: 'wrong',
      problems: [{ message: 'secretsmanager:a holds bytes that are no text in UTF-8' }],
    });
  });

  it.each([
    ['A=/a', ' placeholder\n', '/a', '/a'],
    ['A=/a#k', 'TODO', '/a', '/a'],
    ['A=/a#k', '{"k":"TODO"}', '/a#k', '/a'],
    ['A=/a#k.l', '{"k":{"l":" TODO "}}', '/a#k.l', '/a'],
    ['A=/a', '{"k":{"l":"TODO"}}', '/a#k.l', '/a'],
    ['A=/a#k', '{"k":{"l":"TODO"}}', '/a#k.l', '/a'],
  ])('may never have been filled in: %s with %j', async (line, value, name, parameter) => {
    expect(
      await takeValue(variableOf(line), found(value), PLACEHOLDERS, line.startsWith('A=')),
    ).toEqual({
      kind: 'wrong',
      problems: [unfilled(name, parameter)],
    });
  });
});

describe('variables', () => {
  it.each<[string, string, readonly [string, string][]]>([
    ['A=/a', 'any text', [['A', 'any text']]],
    ['A=/a', 'B=1', [['A', 'B=1']]],
    [
      '/a',
      'B=1\n# c\nexport C="x y"\n',
      [
        ['B', '1'],
        ['C', 'x y'],
      ],
    ],
    [
      '/a',
      'B=1\nC=2\nB=3',
      [
        ['B', '3'],
        ['C', '2'],
      ],
    ],
    ['/a', '', []],
    [
      '/a',
      ' \n{"S":"x","N":1.0,"T":true,"F":false,"Z":null,"O":{ "a": 1 },"L":[ 2.50 ]}',
      [
        ['S', 'x'],
        ['N', '1.0'],
        ['T', 'true'],
        ['F', 'false'],
        ['Z', ''],
        ['O', '{"a":1}'],
        ['L', '[2.50]'],
      ],
    ],
    ['/a', '{}', []],
    ['/a#k', '{"k":{"A":"x"}}', [['A', 'x']]],
    [
      '/a#k',
      '{"k":"A=1\\nB=2"}',
      [
        ['A', '1'],
        ['B', '2'],
      ],
    ],
    ['secretsmanager:a', '{"A":"x"}', [['A', 'x']]],
    ['file:a', 'A=placeholder', [['A', 'placeholder']]],
    ['file:a.json', '{"A":"placeholder"}', [['A', 'placeholder']]],
    [
      'file:a.yaml',
      'A: 1.0\nB: yes\nC:\n',
      [
        ['A', '1.0'],
        ['B', 'yes'],
        ['C', ''],
      ],
    ],
  ])('of %s with %j', async (line, value, expected) => {
    const taken = await takeVariables(variableOf(line), found(value), PLACEHOLDERS);
    const { variables } = { variables: [], ...taken };
    expect(taken.kind).toBe('variables');
    expect(variables.map(({ name, value: text }) => [name, text])).toEqual(expected);
  });

  it('of env text have every reading of it, to be masked', async () => {
    const taken = await takeVariables(variableOf('/a'), found("A='x' # c\nA=y"), []);
    expect(taken).toMatchObject({ variables: [{ name: 'A', value: 'y' }] });
    const [variable] = { variables: [], ...taken }.variables as { readings?: string[] }[];
    expect(variable?.readings).toEqual(expect.arrayContaining(["'x' # c", 'x', 'y']));
  });

  it.each([
    ['/a', 'DB.host', undefined],
    ['/a', 'DB_HOST', 'uppercase'],
    ['/a', 'db_host', 'lowercase'],
  ])(
    'have their names transformed where they are JSON keys: %s to %s',
    async (line, name, transformation) => {
      const mapping = variableOf(
        line,
        transformation === undefined ? {} : { 'name-transformation': transformation },
      );
      const taken = await takeVariables(mapping, found('{"DB.host":"x"}'), []);
      expect(taken).toMatchObject(
        transformation === undefined
          ? {
              kind: 'wrong',
              problems: [{ message: `/a has names that are no variable's: ${name}` }],
            }
          : { kind: 'variables', variables: [{ name, value: 'x' }] },
      );
    },
  );

  it('of env text keep their names', async () => {
    const mapping = variableOf('/a', { 'name-transformation': 'uppercase' });
    expect(await takeVariables(mapping, found('db_host=x'), [])).toMatchObject({
      variables: [{ name: 'db_host', value: 'x' }],
    });
  });

  it('are taken and renamed as the manifest says', async () => {
    const mapping = manifestSource('{ from: /a, only: [ A ], rename: { B: X } }');
    const taken = await takeVariables(mapping, found('A=1\nB=2\nC=3'), []);
    expect(taken).toMatchObject({
      variables: [
        { name: 'A', value: '1' },
        { name: 'X', value: '2' },
      ],
    });
    expect({ variables: [], ...taken }.variables).toHaveLength(2);
  });

  it('are not taken, and may then be placeholders', async () => {
    const mapping = manifestSource('{ from: /a, only: [ A ] }');
    const value = found('{"A":"1","B":"placeholder","C":{"D":"TODO"}}');
    expect(await takeVariables(mapping, value, PLACEHOLDERS)).toMatchObject({ kind: 'variables' });
  });

  const BAD = 'neither blank, nor a comment, nor NAME=value';
  it.each<[string, string, string, string]>([
    ['/a', 's3cret', `/a holds no env file: line 1 is ${BAD}`, 'Mend the stored text'],
    [
      '/a#k',
      '{"k":["s3cret"]}',
      '/a#k holds no object, so it has no names for variables',
      'Write NAME=SOURCE',
    ],
    [
      '/a#k',
      '{"k":1}',
      '/a#k holds no object, so it has no names for variables',
      'Write NAME=SOURCE',
    ],
    [
      '/a#k',
      '{"k":null}',
      '/a#k holds no object, so it has no names for variables',
      'Write NAME=SOURCE',
    ],
    [
      'file:a.json',
      '["s3cret"]',
      'file:a.json holds no object, so it has no names for variables',
      'Write NAME=SOURCE',
    ],
    [
      '/a',
      '{"PATH":"s3cret"}',
      'PATH may not be set: it decides what the later steps run, or as whom',
      'Choose another name, or write the value to an env file',
    ],
    [
      '/a',
      'LD_PRELOAD=s3cret',
      'LD_PRELOAD may not be set: it decides what the later steps run, or as whom',
      'Choose another name, or write the value to an env file',
    ],
    [
      '/a',
      '{"a-b":"s3cret"}',
      "/a has names that are no variable's: a-b",
      'Write name-transformation: uppercase, or rename them in the manifest: rename: { "a-b": NEW_NAME }',
    ],
  ])('of %s with %j are told what is wrong', async (line, value, message, fix) => {
    const taken = await takeVariables(variableOf(line), found(value), PLACEHOLDERS);
    expect(taken).toEqual({ kind: 'wrong', problems: [{ message, fix }] });
    expect(JSON.stringify(taken)).not.toContain('s3cret');
  });

  it('may never have been filled in, each leaf of them told', async () => {
    const value = '{"A":"placeholder","B":{"c":["x","TODO"]},"D":"x"}';
    expect(await takeVariables(variableOf('/a'), found(value), PLACEHOLDERS)).toEqual({
      kind: 'wrong',
      problems: [unfilled('/a#A', '/a'), unfilled('/a#B.c[1]', '/a')],
    });
    const inner = found(`{"k":${value}}`);
    expect(await takeVariables(variableOf('/a#k'), inner, PLACEHOLDERS)).toEqual({
      kind: 'wrong',
      problems: [unfilled('/a#k.A', '/a'), unfilled('/a#k.B.c[1]', '/a')],
    });
  });
});

describe("docker's env files", () => {
  const docker = variableFile('docker');

  function variableFile(format: string): Mapping {
    return only(planOf({ 'env-files': '/a => .env\n/b => .env', 'env-format': format }).mappings);
  }

  it('have quotes in their values, as docker reads the stored text', async () => {
    const taken = await takeVariables(docker, found(`A="x y"\nB='z'`), []);
    expect(taken).toMatchObject({
      variables: [
        { name: 'A', value: '"x y"' },
        { name: 'B', value: "'z'" },
      ],
    });
    expect(await takeVariables(variableFile('portable'), found('A="x y"'), [])).toMatchObject({
      variables: [{ name: 'A', value: 'x y' }],
    });
  });

  it.each(['export A=1', 'A="x\ny"', 'A = 1'])(
    'hold nothing that docker refuses: %j',
    async (value) => {
      const taken = await takeVariables(docker, found(value), []);
      expect(taken).toMatchObject({ kind: 'wrong' });
      const readable = await takeVariables(variableFile('compose'), found(value), []);
      expect(readable).toMatchObject({ kind: 'variables' });
    },
  );
});

describe('a path', () => {
  const members = (...values: [string, string][]): FoundPath => ({
    kind: 'found-path',
    members: values.map(([name, value]) => ({ ...found(value), name })),
  });

  it.each<[string, [string, string][], [string, string][]]>([
    [
      '/p/*',
      [
        ['/p/A', '1'],
        ['/p/b_2', '{"x":1}'],
      ],
      [
        ['A', '1'],
        ['b_2', '{"x":1}'],
      ],
    ],
    [
      '/p/**',
      [
        ['/p/a/b', '1'],
        ['/p/a/b/c', '2'],
      ],
      [
        ['a_b', '1'],
        ['a_b_c', '2'],
      ],
    ],
    [
      '/*',
      [
        ['/a', '1'],
        ['b', '2'],
      ],
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['/**', [['/a/b', '1']], [['a_b', '1']]],
  ])('%s names its parameters by what is below it', async (line, given, expected) => {
    expect(await takeVariables(variableOf(line), members(...given), [])).toEqual({
      kind: 'variables',
      variables: expected.map(([name, value]) => expect.objectContaining({ name, value })),
    });
  });

  it('has its names transformed', async () => {
    const mapping = variableOf('/p/**', { 'name-transformation': 'uppercase' });
    const taken = await takeVariables(mapping, members(['/p/a-b/c.d', 'x']), []);
    expect(taken).toMatchObject({ variables: [{ name: 'A_B_C_D', value: 'x' }] });
  });

  it('has each parameter told that was never filled in, by its name', async () => {
    const given = members(['/p/A', 'TODO'], ['/p/B', 'x'], ['/p/C', ' placeholder ']);
    expect(await takeVariables(variableOf('/p/*'), given, PLACEHOLDERS)).toEqual({
      kind: 'wrong',
      problems: [unfilled('/p/A', '/p/A'), unfilled('/p/C', '/p/C')],
    });
  });

  it('has bad names told', async () => {
    expect(await takeVariables(variableOf('/p/*'), members(['/p/a-b', 's3cret']), [])).toEqual({
      kind: 'wrong',
      problems: [
        {
          message: "/p/* has names that are no variable's: a-b",
          fix: 'Write name-transformation: uppercase, or rename them in the manifest: rename: { "a-b": NEW_NAME }',
        },
      ],
    });
  });

  it('is nothing where one value was asked for', async () => {
    expect(await takeVariables(variableOf('/a'), members(['/p/a', 'x']), [])).toEqual({
      kind: 'missing',
    });
  });
});

describe('isPlaceholder', () => {
  it.each([
    ['placeholder', true],
    [' \nTODO\t', true],
    ['PLACEHOLDER', false],
    ['placeholder.', false],
    ['', false],
  ])('of %j is %s', (text, expected) => {
    expect(isPlaceholder(text, PLACEHOLDERS)).toBe(expected);
  });
});
