import { describe, expect, it } from '@jest/globals';
import { sessionTags } from '../../../src/identity/session-tags.ts';

describe('sessionTags', () => {
  it('tells whose session it is, the most important first', () => {
    const variables = {
      GITHUB_REPOSITORY: 'octo-org/platform',
      GITHUB_WORKFLOW: 'Deploy (API) 🚀',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_ACTOR: 'dependabot[bot]',
    };
    expect(sessionTags(variables, 'staging')).toEqual([
      { Key: 'Repository', Value: 'octo-org/platform' },
      { Key: 'Environment', Value: 'staging' },
      { Key: 'Actor', Value: 'dependabot_bot_' },
      { Key: 'Ref', Value: 'refs/heads/main' },
      { Key: 'Workflow', Value: 'Deploy _API_ _' },
    ]);
  });

  it('leaves out what has no value, and cuts what is too long', () => {
    const [tag, ...others] = sessionTags(
      { GITHUB_REF: 'r'.repeat(300), GITHUB_ACTOR: '' },
      undefined,
    );
    expect(others).toEqual([]);
    expect(tag).toEqual({ Key: 'Ref', Value: 'r'.repeat(256) });
  });
});
