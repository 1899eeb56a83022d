import type { Place, Problem } from '../reporting/problem.ts';
import type { PlacedText } from './settings.ts';

/** The accounts that one place in the settings allows. */
export interface AccountRule {
  readonly allowed: readonly string[];
  readonly place: Place;
}

const ACCOUNT_ID = /^\d{12}$/;

/**
 * Reads account ids, several in one text with commas between them.
 *
 * @returns undefined where nothing is restricted
 */
export function readAccountRule(
  items: readonly PlacedText[],
  problems: Problem[],
): AccountRule | undefined {
  const [first] = items;
  if (first === undefined) return undefined;
  const allowed = items.flatMap(({ text, place }) => {
    const ids = text.split(',').map((id) => id.trim());
    if (ids.every((id) => ACCOUNT_ID.test(id))) return ids;
    problems.push({
      place,
      message: 'an account id has 12 digits',
      fix: 'Write the ids one a line or with a comma between them, in quotes where YAML would read a number',
    });
    return [];
  });
  return { allowed, place: first.place };
}

/**
 * Whether credentials lie in an account that every rule allows.
 *
 * @param whose what lies in the account: a role's ARN, or the ambient credentials
 */
export function findDisallowed(
  accountId: string | undefined,
  rules: readonly AccountRule[],
  whose: string,
): Problem[] {
  return rules
    .filter(({ allowed }) => accountId === undefined || !allowed.includes(accountId))
    .map(({ allowed, place }) => ({
      place,
      message: `the account ${accountId ?? '(unknown)'} of ${whose} is not allowed, only ${allowed.join(', ')}`,
      fix: 'Use credentials of an allowed account, or add the account',
    }));
}
