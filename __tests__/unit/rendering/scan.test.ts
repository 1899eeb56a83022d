import { describe, expect, it } from '@jest/globals';
import type { Delimiters, Phrase, Piece, VariableSource } from '../../../src/rendering/grammar.ts';
import { scan } from '../../../src/rendering/scan.ts';

/** A short form of what was found: sources as lists, texts as they are. */
function brief(text: string, delimiters: Delimiters = '${ }'): readonly unknown[] {
  return scan(text, delimiters).map((piece) => briefPiece(piece, text));
}

function briefPiece(piece: Piece, text: string): unknown {
  switch (piece.kind) {
    case 'text':
      return text.slice(piece.start, piece.end);
    case 'escape':
    case 'backslashes':
      return { [piece.kind]: piece.decoded };
    case 'fault':
      return { fault: piece.fault.code, at: piece.at };
    case 'variable':
      return piece.sources.map(briefSource);
  }
}

function briefSource(source: VariableSource): unknown {
  if (source.kind === 'literal') return { literal: source.value };
  const params = source.params.map(briefPhrase);
  return [
    source.type,
    ...(params.length > 0 ? [params] : []),
    source.address && briefPhrase(source.address),
  ];
}

function briefPhrase({ parts }: Phrase): unknown {
  const brief = parts.map((part) =>
    typeof part === 'string' ? part : part.sources.map(briefSource),
  );
  return brief.length === 1 && typeof brief[0] === 'string' ? brief[0] : brief;
}

const text = (value: string) => ({ literal: { kind: 'string', value } });
const number = (source: string) => ({ literal: { kind: 'number', source } });

describe('scan', () => {
  it.each<[string, readonly unknown[]]>([
    ['', []],
    ['x', ['x']],
    ['${ssm:/x}', [[['ssm', '/x']]]],
    ['a${ssm:/x}b', ['a', [['ssm', '/x']], 'b']],
    ['${ssm:/x}}', [[['ssm', '/x']], '}']],
    ['${ssm: /x }', [[['ssm', '/x']]]],
    ['${ssm:\n\t/x\n}', [[['ssm', '/x']]]],
    ['${ssm:"/x"}', [[['ssm', '/x']]]],
    ["${ssm:'/x'}", [[['ssm', '/x']]]],
    ['${ssm:/x:3}', [[['ssm', '/x:3']]]],
    ['${ssm:/x~true}', [[['ssm', '/x~true']]]],
    [
      '${ssm:arn:aws:ssm:eu-west-1:111122223333:parameter/x}',
      [[['ssm', 'arn:aws:ssm:eu-west-1:111122223333:parameter/x']]],
    ],
    ['${ssm(raw):/x}', [[['ssm', ['raw'], '/x']]]],
    ['${ssm( eu-west-1 , raw ):/x}', [[['ssm', ['eu-west-1', 'raw'], '/x']]]],
    ['${ssm("eu-west-1"):/x}', [[['ssm', ['eu-west-1'], '/x']]]],
    ['${ssm():/x}', [[['ssm', '/x']]]],
    ['${ssm(,raw):/x}', [[['ssm', ['', 'raw'], '/x']]]],
    ['${ssm(raw) :/x}', [[['ssm', ['raw'], '/x']]]],
    ['${ssm.eu-west-1:/x}', [[['ssm.eu-west-1', '/x']]]],
    ['${ssm:}', [[['ssm', undefined]]]],
    ['${ssm(raw)}', [[['ssm', ['raw'], undefined]]]],
    ['${ssm:/${self:a}/${opt:b}}', [[['ssm', ['/', [['self', 'a']], '/', [['opt', 'b']]]]]]],
    ['${ssm:/${a:${b:${c:d}}}}', [[['ssm', ['/', [['a', [[['b', [[['c', 'd']]]]]]]]]]]]],
    ["${ssm(${env:R, 'x'}):/y}", [[['ssm', [[[['env', 'R'], text('x')]]], '/y']]]],
    [
      '${ssm:/x,self:y}',
      [
        [
          ['ssm', '/x'],
          ['self', 'y'],
        ],
      ],
    ],
    ["${ssm:/x, 'a}, b'}", [[['ssm', '/x'], text('a}, b')]]],
    ['${ssm:/x, "a\\"\\u0062"}', [[['ssm', '/x'], text('a"b')]]],
    ["${ssm:/x, ''}", [[['ssm', '/x'], text('')]]],
    ['${ssm:/x, 5}', [[['ssm', '/x'], number('5')]]],
    ['${ssm:/x, -1.5}', [[['ssm', '/x'], number('-1.5')]]],
    ['${ssm:/x, .5}', [[['ssm', '/x'], number('0.5')]]],
    ['${ssm:/x, 1e3}', [[['ssm', '/x'], number('1000')]]],
    ['${ssm:/x, 0x10}', [[['ssm', '/x'], number('16')]]],
    ['${ssm:/x, 012}', [[['ssm', '/x'], number('12')]]],
    ['${ssm:/x, true}', [[['ssm', '/x'], { literal: { kind: 'boolean', value: true } }]]],
    ['${ssm:/x, null}', [[['ssm', '/x'], { literal: { kind: 'null' } }]]],
    ['$${ssm:/x}', [[['ssm', '/x']]]],
    ['\\${ssm:/x}', [{ escape: '$' }, '{ssm:/x}']],
    ['\\\\${ssm:/x}', [{ backslashes: '\\' }, [['ssm', '/x']]]],
    ['\\\\\\${ssm:/x}', [{ escape: '\\$' }, '{ssm:/x}']],
    ['\\\\${AWS::Region}', [{ backslashes: '\\' }, '${AWS::Region}']],
    ['a\\b \\$x', ['a\\b \\$x']],
    ['$\\${ssm:/x}', ['$\\', [['ssm', '/x']]]],
    ['\\$${ssm:/x}', ['\\$', [['ssm', '/x']]]],
    [
      '${A-${ssm:/x}-${B}}\\${ssm:/y}',
      ['${A-', [['ssm', '/x']], '-${B}}', { escape: '$' }, '{ssm:/y}'],
    ],
  ])('reads %j', (input, expected) => {
    expect(brief(input)).toEqual(expected);
  });

  it.each([
    '${SSM:/x}',
    '${ssm}',
    '$ssm:/x',
    '$(ssm:/x)',
    '{ssm:/x}',
    '%{ssm:/x}',
    '{{resolve:ssm:/x}}',
    '${{ssm:/x}}',
    '${ ssm:/x }',
    '${ssm :/x}',
    '${AWS::Region}',
    '${aws::x}',
    '${!Lit}',
    '${}',
    '${',
    '$',
    '${Foo',
  ])('finds nothing in %j', (input) => {
    expect(brief(input)).toEqual([input]);
  });

  it.each<[string, string, number]>([
    ['${ssm:/x', 'syntax', 8],
    ['${ssm(raw:/x}', 'syntax', 6],
    ['${ssm(raw', 'syntax', 9],
    ['${ssm("raw":/x}', 'syntax', 11],
    ['${ssm(raw)x:/y}', 'syntax', 10],
    ['${ssm:"/x"y}', 'syntax', 10],
    ['${ssm:"/x}', 'syntax', 10],
    ['${ssm:/x,}', 'syntax', 9],
    ['${ssm:/x,\n5}', 'syntax', 9],
    ['${ssm:/x, ${self:y}}', 'syntax', 10],
    ["${ssm:/x, 'a', 'b'}", 'syntax', 13],
    ['${ssm:/x, 5, 6}', 'syntax', 11],
    ['${ssm:/x, 5', 'syntax', 11],
    ['${ssm:/x, a b:c}', 'syntax', 10],
    ['${ssm:/x, self::y}', 'syntax', 15],
    ['${ssm:/${Foo}/x}', 'syntax', 9],
    ['${ssm:/${foo}/x}', 'syntax', 9],
    ['${ssm:/${', 'syntax', 9],
    ['${ssm:/x, dev}', 'bad_literal', 10],
    ['${ssm:/x, +5}', 'syntax', 10],
    ['${ssm:/x, yes}', 'bad_literal', 10],
    ['${ssm:/x, TRUE}', 'bad_literal', 10],
    ['${ssm:/x, NaN}', 'bad_literal', 10],
    ['${ssm:/x, "a\\x"}', 'bad_literal', 10],
  ])('refuses %j', (input, code, at) => {
    expect(brief(input)).toEqual([{ fault: code, at }]);
  });

  it('goes on behind what it refuses', () => {
    expect(brief('${self:a, b} ${ssm:/x}')).toEqual([
      { fault: 'bad_literal', at: 10 },
      ' ',
      [['ssm', '/x']],
    ]);
  });

  it.each<[string, readonly unknown[]]>([
    ['${{ssm:/x}}', [[['ssm', '/x']]]],
    ['${ssm:/x}', ['${ssm:/x}']],
    ['${{ secrets.X }}', ['${{ secrets.X }}']],
    ['${{env.X}}', ['${{env.X}}']],
    ["${{ssm:/${{self:a}}/b, 'c'}}", [[['ssm', ['/', [['self', 'a']], '/b']], text('c')]]],
    ['\\${{ssm:/x}}', [{ escape: '$' }, '{{ssm:/x}}']],
    ['${{ github.x }}${{ssm:/x}}', ['${{ github.x }}', [['ssm', '/x']]]],
  ])('reads %j with double brackets', (input, expected) => {
    expect(brief(input, '${{ }}')).toEqual(expected);
  });

  it.each<[string, readonly unknown[]]>([
    ['$<ssm:/x>', [[['ssm', '/x']]]],
    ['a$<ssm(raw):/x>b', ['a', [['ssm', ['raw'], '/x']], 'b']],
    ['$<ssm:/$<opt:a>/${self:b}>', [[['ssm', ['/', [['opt', 'a']], '/', [['self', 'b']]]]]]],
    ["$<ssm:/x, 'a>b'>", [[['ssm', '/x'], text('a>b')]]],
    ['$<self:x> $<b> $<ssmx>', ['$<self:x> $<b> $<ssmx>']],
    ['\\$<ssm:/x>', [{ escape: '$' }, '<ssm:/x>']],
    ['$<ssm:/x', [{ fault: 'syntax', at: 8 }]],
  ])('reads %j with angle brackets', (input, expected) => {
    expect(brief(input)).toEqual(expected);
  });
});
