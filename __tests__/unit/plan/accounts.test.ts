import { describe, expect, it } from '@jest/globals';
import { type AccountRule, findDisallowed, readAccountRule } from '../../../src/plan/accounts.ts';
import type { Problem } from '../../../src/reporting/problem.ts';

const placed = (text: string, line = 1) => ({
  text,
  place: { input: 'allowed-account-ids', line },
});

describe('readAccountRule', () => {
  it.each<[string[], string[]]>([
    [['111122223333'], ['111122223333']],
    [
      ['111122223333 , 444455556666', '777788889999'],
      ['111122223333', '444455556666', '777788889999'],
    ],
  ])('of %j', (texts, allowed) => {
    const problems: Problem[] = [];
    const items = texts.map((text, index) => placed(text, index + 1));
    expect(readAccountRule(items, problems)).toEqual({ allowed, place: placed('').place });
    expect(problems).toEqual([]);
  });

  it('of nothing restricts nothing', () => {
    expect(readAccountRule([], [])).toBeUndefined();
  });

  it.each(['11112222333', '111122223333,', '1111-2222-3333'])('tells what is no id: %s', (text) => {
    const problems: Problem[] = [];
    readAccountRule([placed('111122223333'), placed(text, 2)], problems);
    expect(problems).toEqual([
      {
        place: placed(text, 2).place,
        message: 'an account id has 12 digits',
        fix: expect.stringMatching(/^Write the ids one a line/),
      },
    ]);
  });
});

describe('findDisallowed', () => {
  const ruleOf = (line: number, ...allowed: string[]): AccountRule => ({
    allowed,
    place: placed('', line).place,
  });
  it.each<[string | undefined, AccountRule[], number[]]>([
    ['111122223333', [], []],
    [undefined, [], []],
    ['111122223333', [ruleOf(1, '444455556666', '111122223333')], []],
    ['111122223333', [ruleOf(1, '444455556666')], [1]],
    ['111122223333', [ruleOf(1, '111122223333'), ruleOf(2, '444455556666')], [2]],
    [undefined, [ruleOf(1, '111122223333'), ruleOf(2, '444455556666')], [1, 2]],
  ])('of %s with %j', (accountId, rules, lines) => {
    const problems = findDisallowed(accountId, rules, 'somebody');
    expect(problems.map(({ place }) => place)).toEqual(lines.map((line) => placed('', line).place));
    for (const { message } of problems) {
      expect(message).toContain(
        `the account ${accountId ?? '(unknown)'} of somebody is not allowed`,
      );
    }
  });
});
