/** A session tag, as STS takes it. */
export interface SessionTag {
  readonly Key: string;
  readonly Value: string;
}

// STS API reference, "Tag": what a value may hold, and how long it may be.
const NOT_IN_VALUE = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
const MOST_CHARACTERS = 256;

// The one that a policy is likeliest to ask for comes first, since they are left out from the end.
const SOURCES = [
  ['Repository', 'GITHUB_REPOSITORY'],
  ['Environment', undefined],
  ['Actor', 'GITHUB_ACTOR'],
  ['Ref', 'GITHUB_REF'],
  ['Workflow', 'GITHUB_WORKFLOW'],
] as const;

/**
 * The tags that tell whose session it is. A character that a tag cannot hold is `_` in it (`dependabot[bot]` is
 * `dependabot_bot_`), one that is too long is cut, one without a value is left out.
 *
 * @param environment the environment whose secrets are fetched
 */
export function sessionTags(
  variables: Readonly<Record<string, string | undefined>>,
  environment: string | undefined,
): SessionTag[] {
  return SOURCES.flatMap(([Key, variable]) => {
    const text = variable === undefined ? environment : variables[variable];
    const value = (text ?? '').replaceAll(NOT_IN_VALUE, '_').slice(0, MOST_CHARACTERS);
    return value === '' ? [] : [{ Key, Value: value }];
  });
}
