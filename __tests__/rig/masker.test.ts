import { describe, expect, it } from '@jest/globals';
import { Masker } from './masker.ts';

function maskerWith(...masks: string[]): Masker {
  const masker = new Masker();
  for (const mask of masks) masker.addMask(mask);
  return masker;
}

describe('the forms of a secret that are hidden', () => {
  it.each([
    ['as it is', 's3cret', 'a s3cret b s3cret', 'a *** b ***'],
    ['only in the same case', 's3cret', 'S3CRET', 'S3CRET'],
    ['however short', 'x', 'axb', 'a***b'],
    ['base64', 'hunter2', 'aHVudGVyMg==', '***'],
    ['base64 without its padding is not', 'hunter2', 'aHVudGVyMg', 'aHVudGVyMg'],
    ['base64 after one byte', 'hunter2', Buffer.from('unter2').toString('base64'), '***'],
    ['base64 after two bytes', 'hunter2', Buffer.from('nter2').toString('base64'), '***'],
    ['escaped for a command line', 'a"b', 'a\\"b', '***'],
    ['escaped for an expression', "a'b", "a''b", '***'],
    ['escaped for JSON', 'a\tb\\c', 'a\\tb\\\\c', '***'],
    ['escaped for a URL', "a b'(c)", 'a%20b%27%28c%29', '***'],
    ['escaped for a form is not', 'a b', 'a+b', 'a+b'],
    ['escaped for XML', `<a & 'b'>"`, '&lt;a &amp; &apos;b&apos;&gt;&quot;', '***'],
    ['without its double quotes', '"longenough"', 'longenough', '***'],
    ['without its double quotes only when long', '"short"', 'short', 'short'],
    ['up to the last ampersand', 'abcdef&gh', 'abcdef&', '***'],
    ['after the last ampersand', 'ab&cdefgh', 'cdefgh', '***'],
    ['around a marked ampersand', 'abcdef&+x&ghijkl', 'abcdef&+ then &ghijkl', '*** then ***'],
    ['hexadecimal is not', 'hunter2', '68756e74657232', '68756e74657232'],
  ])('%s', (_, mask, text, expected) => {
    expect(maskerWith(mask).mask(text)).toBe(expected);
  });
});

describe('masks of several lines', () => {
  it('hide each line, trimmed, and leave out empty ones', () => {
    const masker = maskerWith('first\r\n\n  second  ');
    expect(masker.mask('first, second; third')).toBe('***, ***; third');
  });

  it('of pretty-printed JSON hide every brace', () => {
    expect(maskerWith('{\n  "n": 1\n}').mask('a {b} "n": 1')).toBe('a ***b*** ***');
  });
});

describe('hits', () => {
  it.each([
    ['overlap', ['abcd', 'cdef'], 'xabcdefx', 'x***x'],
    ['touch', ['ab', 'cd'], 'xabcdx', 'x***x'],
    ['stand apart', ['ab', 'cd'], 'ab cd', '*** ***'],
    ['overlap themselves', ['aa'], 'aaa', '***'],
  ])('that %s', (_, masks, text, expected) => {
    expect(maskerWith(...masks).mask(text)).toBe(expected);
  });
});

it.each(['', '  ', '\n\t'])('refuses the blank mask %j', (mask) => {
  const masker = new Masker();
  expect(masker.addMask(mask)).toBe(false);
  expect(masker.mask('a \n\t b')).toBe('a \n\t b');
});
