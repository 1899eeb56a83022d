import { describe, expect, it } from '@jest/globals';
import type { MappingRequest, MappingsName, PlacedText } from '../../../src/plan/settings.ts';
import { MANIFEST_FILE, manifestOf } from '../manifests.ts';

const at = (line: number, column: number, text: string): PlacedText['place'] => ({
  file: MANIFEST_FILE,
  line,
  column,
  text,
});

describe('a text of the manifest', () => {
  it.each([
    ['file-mode: 0640', 'file-mode', '0640', 12],
    ['file-mode: "0640"', 'file-mode', '0640', 12],
    ['max-attempts: 08', 'max-attempts', '08', 15],
    ['cleanup: True', 'cleanup', 'True', 10],
    ['audience: 1.10', 'audience', '1.10', 11],
    ['audience: null', 'audience', 'null', 11],
    ['aws-region: us-east-1', 'aws-region', 'us-east-1', 13],
    ['region: us-east-1', 'aws-region', 'us-east-1', 9],
  ])('is taken as it stands there: %s', (text, name, value, column) => {
    const { settings, problems } = manifestOf(text);
    expect(problems).toEqual([]);
    expect(settings.texts).toEqual({ [name]: { text: value, place: at(1, column, value) } });
  });

  it('names the region once', () => {
    const { settings, problems } = manifestOf('aws-region: us-east-1\nregion: eu-west-1');
    expect(problems).toEqual([
      {
        place: at(2, 9, 'eu-west-1'),
        message: 'region and aws-region are the same key',
        fix: 'Leave one of them out',
      },
    ]);
    expect(settings.texts['aws-region']?.text).toBe('eu-west-1');
  });
});

describe('a list of the manifest', () => {
  it.each([
    ['placeholders: TODO', 'placeholders', [['TODO', 1, 15]]],
    ['placeholders: []', 'placeholders', []],
    [
      'placeholders:\n  - TODO\n  - "change me"',
      'placeholders',
      [
        ['TODO', 2, 5],
        ['change me', 3, 5],
      ],
    ],
    [
      'allowed-account-ids: [ 012345678901, "111122223333" ]',
      'allowed-account-ids',
      [
        ['012345678901', 1, 24],
        ['111122223333', 1, 38],
      ],
    ],
    ['role-to-assume: arn', 'role-to-assume', [['arn', 1, 17]]],
    ['render: a.yml => b.yml', 'render', [['a.yml => b.yml', 1, 9]]],
    ['render-options: [ stage=a ]', 'render-options', [['stage=a', 1, 19]]],
  ] as const)('has the place of each item: %s', (text, name, items) => {
    const { settings } = manifestOf(text);
    expect(settings.lists).toEqual({
      [name]: items.map(([item, line, column]) => ({ text: item, place: at(line, column, item) })),
    });
  });
});

describe('a mapping of the manifest', () => {
  it.each<[string, MappingsName, MappingRequest[]]>([
    [
      'env-files: { a.env: /a }',
      'env-files',
      [{ place: at(1, 21, '/a'), source: '/a', path: 'a.env' }],
    ],
    [
      'env-files: { a.env: NAME = /a }',
      'env-files',
      [{ place: at(1, 21, 'NAME = /a'), name: 'NAME', source: '/a', path: 'a.env' }],
    ],
    [
      'env-files:\n  a.env:\n    - /a\n    - N=/b',
      'env-files',
      [
        { place: at(3, 7, '/a'), source: '/a', path: 'a.env' },
        { place: at(4, 7, 'N=/b'), name: 'N', source: '/b', path: 'a.env' },
      ],
    ],
    [
      'env-files:\n  a.env: { format: compose, mode: 0640, sources: /a }',
      'env-files',
      [
        {
          place: at(2, 50, '/a'),
          source: '/a',
          path: 'a.env',
          format: 'compose',
          mode: '0640',
        },
      ],
    ],
    [
      'env-files:\n  a.env:\n    sources:\n      - from: N=/a\n        name-transformation: uppercase\n        only: [ A ]\n        rename: { B: C }\n      - { from: /b }',
      'env-files',
      [
        {
          place: at(4, 9, 'N=/a'),
          name: 'N',
          source: '/a',
          path: 'a.env',
          naming: { transformation: 'uppercase', only: ['A'], rename: { B: 'C' } },
        },
        { place: at(8, 9, '/b'), source: '/b', path: 'a.env', naming: {} },
      ],
    ],
    [
      'env-files: [ N=/a => b ]',
      'env-files',
      [{ place: at(1, 14, 'N=/a => b'), name: 'N', source: '/a', path: 'b' }],
    ],
    ['env-files: {}', 'env-files', []],
    [
      'pem-files: { a.pem: /a, b.pem: { from: /b, mode: 644 }, c.pem: { from: /c } }',
      'pem-files',
      [
        { place: at(1, 21, '/a'), source: '/a', path: 'a.pem' },
        { place: at(1, 32, '/b'), source: '/b', path: 'b.pem', mode: '644' },
        { place: at(1, 64, '/c'), source: '/c', path: 'c.pem' },
      ],
    ],
    ['files: [ /a => b ]', 'files', [{ place: at(1, 10, '/a => b'), source: '/a', path: 'b' }]],
    [
      'env-vars: [ N=/a, { from: /b, only: [ B ] } ]',
      'env-vars',
      [
        { place: at(1, 13, 'N=/a'), name: 'N', source: '/a' },
        { place: at(1, 19, '/b'), source: '/b', naming: { only: ['B'] } },
      ],
    ],
    ['outputs: { url: /a }', 'outputs', [{ place: at(1, 17, '/a'), name: 'url', source: '/a' }]],
    ['outputs: [ url=/a ]', 'outputs', [{ place: at(1, 12, 'url=/a'), name: 'url', source: '/a' }]],
  ])('is read with its place: %s', (text, list, requests) => {
    const { settings, problems } = manifestOf(text);
    expect(problems).toEqual([]);
    expect(settings.mappings).toEqual({ [list]: requests });
  });

  it.each([
    [
      'env-files: [ /a ]',
      '/a',
      14,
      '"=>" is missing between source and path',
      'Write [NAME=]SOURCE => PATH',
    ],
    [
      'pem-files: [ N=/a => b ]',
      'N=/a => b',
      14,
      'a file that is written whole has no "NAME="',
      'Write SOURCE => PATH',
    ],
    ['files: [ => b ]', '=> b', 10, 'the source is missing before "=>"', 'Write SOURCE => PATH'],
    ['outputs: [ /a ]', '/a', 12, '"NAME=" is missing before the source', 'Write NAME=SOURCE'],
  ])('that is a line must be a good one: %s', (text, line, column, message, fix) => {
    expect(manifestOf(text).problems).toEqual([{ place: at(1, column, line), message, fix }]);
  });
});
