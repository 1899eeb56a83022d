import { describe, expect, it } from '@jest/globals';
import { isOutputName, isVariableName, takesOver } from '../../../src/plan/variable-names.ts';

describe('a name', () => {
  it.each([
    ['A', true, true],
    ['_a9', true, true],
    ['database-url', false, true],
    ['9a', false, false],
    ['-a', false, false],
    ['', false, false],
    ['a b', false, false],
    ['a.b', false, false],
    ['ä', false, false],
    ['A\n', false, false],
  ])('%j may be a variable: %s, an output: %s', (name, variable, output) => {
    expect(isVariableName(name)).toBe(variable);
    expect(isOutputName(name)).toBe(output);
  });

  it.each([
    ['PATH', true],
    ['Path', true],
    ['NODE_OPTIONS', true],
    ['LD_PRELOAD', true],
    ['DYLD_INSERT_LIBRARIES', true],
    ['GIT_CONFIG_COUNT', true],
    ['GITHUB_TOKEN', true],
    ['RUNNER_TEMP', true],
    ['ACTIONS_RUNTIME_TOKEN', true],
    ['INPUT_X', true],
    ['AWS_ACCESS_KEY_ID', true],
    ['AWS_REGION', false],
    ['DATABASE_URL', false],
    ['MY_PATH', false],
    ['PATH_X', false],
    ['GITHUB', false],
  ])('%s takes over the later steps: %s', (name, expected) => {
    expect(takesOver(name)).toBe(expected);
  });
});
