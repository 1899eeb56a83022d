import { describe, expect, it } from '@jest/globals';
import { overlay, type PlacedText, type Settings } from '../../../src/plan/settings.ts';

const placed = (text: string): PlacedText => ({ text, place: { input: text } });

describe('overlay', () => {
  const inputs: Settings = {
    texts: { 'aws-region': placed('of inputs') },
    lists: { placeholders: [placed('of inputs')] },
    mappings: { files: [{ place: { input: 'files' }, source: '/of/inputs' }] },
  };
  const manifest: Settings = {
    texts: { 'aws-region': placed('of manifest'), audience: placed('of manifest') },
    lists: {
      placeholders: [placed('of manifest'), placed('more')],
      'unmasked-names': [placed('of manifest')],
    },
    mappings: {
      files: [{ place: { input: 'files' }, source: '/of/manifest' }],
      outputs: [{ place: { input: 'outputs' }, source: '/of/manifest' }],
    },
  };

  it('replaces each setting whole, and leaves the others', () => {
    expect(overlay(inputs, manifest)).toEqual({
      texts: { ...manifest.texts, ...inputs.texts },
      lists: { ...manifest.lists, ...inputs.lists },
      mappings: { ...manifest.mappings, ...inputs.mappings },
    });
    expect(overlay(inputs, manifest).lists.placeholders).toEqual([placed('of inputs')]);
  });
});
