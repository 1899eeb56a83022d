import { describe, expect, it } from '@jest/globals';
import { type FileStyle, parseFileTarget, type Roots } from '../../../src/plan/target.ts';

const ROOTS: Roots = { workspace: '/w/repo', temp: '/w/temp' };
const STYLE: FileStyle = { mode: 0o600, format: 'portable' };
const FIX = 'Write a path relative to the workspace, or one below ${{ runner.temp }}';

describe('a target', () => {
  it.each([
    ['.env', '/w/repo/.env', '/w/repo', '.env'],
    ['docker/pems/a b.pem', '/w/repo/docker/pems/a b.pem', '/w/repo', 'docker/pems/a b.pem'],
    ['./docker//x', '/w/repo/docker/x', '/w/repo', 'docker/x'],
    ['/w/repo/.env', '/w/repo/.env', '/w/repo', '.env'],
    ['/w/temp/a', '/w/temp/a', '/w/temp', '/w/temp/a'],
    ['..a/b..', '/w/repo/..a/b..', '/w/repo', '..a/b..'],
    ['.github/x', '/w/repo/.github/x', '/w/repo', '.github/x'],
    ['.gitignored', '/w/repo/.gitignored', '/w/repo', '.gitignored'],
    ['a~', '/w/repo/a~', '/w/repo', 'a~'],
  ])('is resolved: %s', (text, path, root, shown) => {
    expect(parseFileTarget('file', text, STYLE, ROOTS)).toEqual({
      kind: 'target',
      target: { kind: 'file', path, root, shown, ...STYLE },
    });
  });

  it('keeps its kind and style', () => {
    expect(parseFileTarget('pem-file', 'a.pem', { ...STYLE, mode: 0o640 }, ROOTS)).toMatchObject({
      target: { kind: 'pem-file', mode: 0o640, format: 'portable' },
    });
  });

  const OUTSIDE = 'the target lies outside the workspace and RUNNER_TEMP';
  const FOLDER = 'the target is a folder, not a file';
  const PARENT = 'the target contains ".."';
  const CONTROL = 'the target contains a control character';
  const GIT = 'the target lies inside a .git folder';
  it.each([
    ['/etc/passwd', OUTSIDE],
    ['/w/repository/x', OUTSIDE],
    ['/w/repo', OUTSIDE],
    ['/w', OUTSIDE],
    ['../x', PARENT],
    ['a/../../x', PARENT],
    ['a/../b', PARENT],
    ['/w/repo/../x', PARENT],
    ['a\\..\\x', PARENT],
    ['~/.env', '"~" is not the home folder here'],
    ['docker/', FOLDER],
    ['docker/.', FOLDER],
    ['docker\\', FOLDER],
    ['.', FOLDER],
    ['a\u0000b', CONTROL],
    ['a\u001b[31m', CONTROL],
    ['a\u007f', CONTROL],
    ['.git/config', GIT],
    ['./.git/hooks/x', GIT],
    ['.GIT/config', GIT],
    ['sub/.git/hooks/x', GIT],
    ['/w/temp/.git/x', GIT],
    ['/w/repo/.git/config', GIT],
  ])('that may not be written is refused: %j', (text, message) => {
    expect(parseFileTarget('file', text, STYLE, ROOTS)).toEqual({
      kind: 'problem',
      message,
      fix: FIX,
    });
  });
});
