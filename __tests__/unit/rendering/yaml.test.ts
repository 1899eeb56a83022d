import { describe, expect, it } from '@jest/globals';
import { problemsOf, rendered, storeOf } from './rendering-fixtures.ts';

const STORE = storeOf({
  '/p': 'v',
  '/q': 'a: "b"',
  '/m': 'l1\nl2\n',
  '/s': ' s ',
  '/e': '',
  '/l': { type: 'StringList', value: 'a,b' },
  '/u': '\u0000\u0085\u2028\uFEFF\uFFFE\uD800😀é\\',
});

describe('a YAML file', () => {
  it.each<[string, string, string]>([
    ['a plain scalar', 'a:  ${ssm:/p}  # c\n', 'a:  "v"  # c\n'],
    ['quotes', `a: '\${ssm:/p}'\nb: "\${ssm:/p}"\n`, 'a: "v"\nb: "v"\n'],
    ['escapes', 'a: "\\u0024{ssm:/p}"\n', 'a: "v"\n'],
    [
      'what a value may hold',
      'a: ${ssm:/u}\n',
      'a: "\\x00\\x85\\u2028\\ufeff\\ufffe\\ud800😀é\\\\"\n',
    ],
    ['quotes in a value', 'a: x ${ssm:/q}\n', 'a: "x a: \\"b\\""\n'],
    ['several lines, plain', 'a: one\n  ${ssm:/p}\n  two\nb: 1\n', 'a: "one v two"\nb: 1\n'],
    ['several lines, double', 'a: "one \\\n  ${ssm:/p}"\nb: 1\n', 'a: "one v"\nb: 1\n'],
    ['flow', 'a: [ "${ssm:/p}" ,{b: "${ssm:/l}"}]\n', 'a: [ "v" ,{b: ["a", "b"]}]\n'],
    ['tags and anchors', 'a: !Sub &x ${ssm:/p}\nb: *x\n', 'a: !Sub &x "v"\nb: *x\n'],
    ['a dotted name under !GetAtt', 'a: !GetAtt ${ssm:/p}.Arn\n', 'a: !GetAtt "v.Arn"\n'],
    ['bytes', 'a: !!binary aGk=\nb: ${ssm:/p}\n', 'a: !!binary aGk=\nb: "v"\n'],
    ['pairs', 'a: !!omap [b: "${ssm:/p}"]\n', 'a: !!omap [b: "v"]\n'],
    ['an explicit key', '? ${ssm:/gone}\n: ${ssm:/p}\n', '? ${ssm:/gone}\n: "v"\n'],
    ['keys of a flow', 'a: {"${ssm:/gone}": "${ssm:/p}"}\n', 'a: {"${ssm:/gone}": "v"}\n'],
    ['several documents', 'a: ${ssm:/p}\n---\n${ssm:/p}\n...\n', 'a: "v"\n---\n"v"\n...\n'],
    [
      'CRLF, BOM, no last line break',
      '\uFEFFa: ${ssm:/p} # c\r\nb: ${ssm:/p}',
      '\uFEFFa: "v" # c\r\nb: "v"',
    ],
    ['a literal block', 'a: |\n  x\n  y ${ssm:/p} z\n\nb: 1\n', 'a: |\n  x\n  y v z\n\nb: 1\n'],
    ['a folded block', 'a: >-\n  x\n  ${ssm:/p}\n\n  y\n', 'a: >-\n  x\n  v\n\n  y\n'],
    [
      'the same name, once escaped',
      'a: |\n  \\${ssm:/p}\n  ${ssm:/p}\n',
      'a: |\n  \\${ssm:/p}\n  v\n',
    ],
    [
      'a block, line breaks in the value',
      'a: | # n\n  x\n  ${ssm:/m}\n\n# c\nb: 1\n',
      'a: "x\\nl1\\nl2\\n\\n" # n\n\n# c\nb: 1\n',
    ],
    ['a block, a blank at the line start', 'a: |\n  ${ssm:/s}\nb: 1\n', 'a: " s \\n"\nb: 1\n'],
    ['a block, an empty line', 'a: |\n  x\n  ${ssm:/e}\n', 'a: "x\\n\\n"\n'],
    ['a block, a list', 'a: |-\n  ${ssm:/l}\nb: 1\n', 'a: ["a", "b"]\nb: 1\n'],
    ['a block, a variable over lines', 'a: |\n  ${ssm:\n  /p}\nb: 1\n', 'a: "v\\n"\nb: 1\n'],
    ['a block at the margin', '--- |\n${ssm:/p}\n', '--- "v\\n"\n'],
    ['a block that is kept', 'a: |+\n  x ${ssm:/p}\n\nb: 1\n', 'a: |+\n  x v\n\nb: 1\n'],
    [
      'a block in a list, CRLF',
      '- |\r\n  x ${ssm:/p}\r\n- ${ssm:/m}\r\n',
      '- |\r\n  x v\r\n- "l1\\nl2\\n"\r\n',
    ],
    [
      'a block with a last line that is indented',
      'a: |2\n    x ${ssm:/p}\n  y\n',
      'a: |2\n    x v\n  y\n',
    ],
    ['a block with a value at its end', 'a: |-\n  x\n  ${ssm:/m}', 'a: "x\\nl1\\nl2\\n"'],
  ])('keeps all around %s', (_, text, expected) => {
    expect(rendered(text, STORE)).toBe(expected);
  });

  it.each<[string, number, number]>([
    ['a: 1\nb: {c: ${ssm:/p}}\n', 2, 9],
    ['a: [${ssm:/p}]\n', 1, 6],
    ['a: ${ssm: /p}\n', 1, 4],
    ['a: ${ssm:/p, "a: b"}\n', 1, 4],
    ['a: "\\${ssm:/p}"\n', 1, 5],
  ])('that is none is refused with a hint about quotes: %j', (text, line, column) => {
    const [problem, ...others] = problemsOf(text, STORE);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'yaml_syntax', line, column });
    expect(problem?.fix).toContain('Put quotes around');
  });

  it.each<[string, string]>([
    ['a: 1\na: 2\n', 'a mapping has this key twice'],
    ['<<: ${ssm:/p}\n', 'only mappings can be merged'],
  ])('that the framework cannot load is refused: %j', (text, message) => {
    expect(problemsOf(text, STORE)).toMatchObject([
      { code: 'yaml_syntax', message: expect.stringContaining(message) },
    ]);
    expect(problemsOf(text, STORE, 'yaml', { consumer: 'none' })).toEqual([]);
  });

  it('that cuts a variable at a comment is refused', () => {
    expect(problemsOf("a: ${ssm:/p, 'a #b'}\n", STORE)).toMatchObject([{ code: 'syntax' }]);
  });

  it('is refused without a word of it', () => {
    const [problem] = problemsOf('password: "hunter2\n', STORE);
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });
});
