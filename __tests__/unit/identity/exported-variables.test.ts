import { describe, expect, it } from '@jest/globals';
import { exportedVariables } from '../../../src/identity/exported-variables.ts';

const CREDENTIALS = { accessKeyId: 'key', secretAccessKey: 'secret', sessionToken: 'session' };

describe('exportedVariables', () => {
  it('names credentials and region as every SDK reads them', () => {
    expect(exportedVariables(CREDENTIALS, 'eu-central-1')).toEqual([
      { name: 'AWS_ACCESS_KEY_ID', value: 'key' },
      { name: 'AWS_SECRET_ACCESS_KEY', value: 'secret' },
      { name: 'AWS_SESSION_TOKEN', value: 'session' },
      { name: 'AWS_REGION', value: 'eu-central-1' },
      { name: 'AWS_DEFAULT_REGION', value: 'eu-central-1' },
    ]);
  });

  it('are none, not even the region, where there are no credentials', () => {
    expect(exportedVariables(undefined, 'eu-central-1')).toEqual([]);
  });
});
