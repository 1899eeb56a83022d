import { describe, expect, it } from '@jest/globals';
import { nearestName } from '../../../src/plan/nearest-name.ts';

const KNOWN = ['use', 'mode', 'from', 'only', 'files', 'env-files', 'aws-region', 'role-to-assume'];

describe('nearestName', () => {
  it.each([
    ['usee', 'use'],
    ['us', 'use'],
    ['mdoe', 'mode'],
    ['form', 'from'],
    ['onyl', 'only'],
    ['fils', 'files'],
    ['fiels', 'files'],
    ['env_files', 'env-files'],
    ['Env Files', 'env-files'],
    ['aws-regoin', 'aws-region'],
    ['role_to_asume', 'role-to-assume'],
    ['roles-to-assumes', 'role-to-assume'],
    ['from', 'from'],
  ])('of %s is %s', (name, near) => {
    expect(nearestName(name, KNOWN)).toBe(near);
  });

  it.each(['', 'u', 'sue', 'secrets', 'region', 'account'])('of %j is none', (name) => {
    expect(nearestName(name, KNOWN)).toBe(undefined);
  });

  it('is the nearest of several, the first of equals', () => {
    expect(nearestName('file-mod', ['file-node', 'file-mode', 'file-mods'])).toBe('file-mode');
    expect(nearestName('anything', [])).toBe(undefined);
  });
});
