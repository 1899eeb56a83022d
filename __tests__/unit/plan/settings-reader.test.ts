import { describe, expect, it } from '@jest/globals';
import { overlay, type Settings } from '../../../src/plan/settings.ts';
import { SettingsReader } from '../../../src/plan/settings-reader.ts';
import type { Place } from '../../../src/reporting/problem.ts';

const NONE: Settings = { texts: {}, lists: {}, mappings: {} };
const PLACE: Place = { file: 'manifest.yml', line: 2, column: 3 };

/** A reader of one text, given for every setting that is asked for here. */
function readerOf(text: string | undefined): SettingsReader {
  const given = text === undefined ? {} : { cleanup: { text, place: PLACE } };
  return new SettingsReader({ ...NONE, texts: given }, []);
}

const read = {
  text: (reader: SettingsReader) => reader.text('cleanup'),
  matching: (reader: SettingsReader) => reader.matching('cleanup', /^[a-z]+$/, 'wrong', 'Mend it'),
  boolean: (reader: SettingsReader) => reader.boolean('cleanup', true),
  choice: (reader: SettingsReader) => reader.choice('cleanup', ['fail', 'skip'], 'fail'),
  integer: (reader: SettingsReader) =>
    reader.integer('cleanup', { least: 900, most: 43_200, fallback: 1000 }),
};

describe('a single value', () => {
  it.each<[keyof typeof read, string | undefined, unknown]>([
    ['text', undefined, undefined],
    ['text', 'a b', 'a b'],
    ['matching', undefined, undefined],
    ['matching', 'abc', 'abc'],
    ['boolean', undefined, true],
    ['boolean', 'true', true],
    ['boolean', 'TRUE', true],
    ['boolean', 'False', false],
    ['choice', undefined, 'fail'],
    ['choice', 'SKIP', 'skip'],
    ['integer', undefined, 1000],
    ['integer', '900', 900],
    ['integer', '43200', 43_200],
  ])('%s of %j', (kind, text, expected) => {
    const reader = readerOf(text);
    expect(read[kind](reader)).toBe(expected);
    expect(reader.problems).toEqual([]);
  });

  const BOOLEAN = [
    'the value of cleanup is not one of true, false',
    'Write cleanup: true, or leave it out',
  ];
  const CHOICE = [
    'the value of cleanup is not one of fail, skip',
    'Write cleanup: fail, or leave it out',
  ];
  const INTEGER = [
    'the value is no whole number from 900 to 43200',
    'Write cleanup: 1000, or leave it out',
  ];
  it.each<[keyof typeof read, string, string[], unknown]>([
    ['matching', 'a b', ['wrong', 'Mend it'], undefined],
    ['boolean', 'yes', BOOLEAN, true],
    ['boolean', '0', BOOLEAN, true],
    ['choice', 'skipp', CHOICE, 'fail'],
    ['integer', '899', INTEGER, 1000],
    ['integer', '43201', INTEGER, 1000],
    ['integer', '1e3', INTEGER, 1000],
    ['integer', '-900', INTEGER, 1000],
    ['integer', '1000.5', INTEGER, 1000],
    ['integer', '1'.repeat(10), INTEGER, 1000],
  ])('%s of %j is a problem, and its default is used', (kind, text, [message, fix], expected) => {
    const reader = readerOf(text);
    expect(read[kind](reader)).toBe(expected);
    expect(reader.problems).toEqual([{ place: PLACE, message, fix }]);
  });
});

describe('a list', () => {
  it.each([
    ['is none where it is not given', NONE, [], []],
    [
      'is what was given',
      {
        ...NONE,
        lists: { placeholders: [{ text: 'x', place: PLACE }] },
        mappings: { files: [{ source: '/a', place: PLACE }] },
      },
      [{ text: 'x', place: PLACE }],
      [{ source: '/a', place: PLACE }],
    ],
  ])('%s', (_, settings, list, mappings) => {
    const reader = new SettingsReader(settings, []);
    expect(reader.list('placeholders')).toEqual(list);
    expect(reader.mappings('files')).toEqual(mappings);
  });
});

describe('overlay', () => {
  it('replaces each setting whole, and keeps the others', () => {
    const at = (text: string) => ({ text, place: PLACE });
    const first: Settings = {
      texts: { cleanup: at('1') },
      lists: { placeholders: [] },
      mappings: { files: [{ source: '/1', place: PLACE }] },
    };
    const second: Settings = {
      texts: { cleanup: at('2'), summary: at('2') },
      lists: { placeholders: [at('2')], 'unmasked-names': [at('2')] },
      mappings: { files: [{ source: '/2', place: PLACE }], 'env-files': [] },
    };
    expect(overlay(first, second)).toEqual({
      texts: { cleanup: at('1'), summary: at('2') },
      lists: { placeholders: [], 'unmasked-names': [at('2')] },
      mappings: { files: [{ source: '/1', place: PLACE }], 'env-files': [] },
    });
  });
});
