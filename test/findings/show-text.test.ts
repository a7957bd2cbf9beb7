import { expect, it } from 'vitest';
import { showText } from '../../src/findings/show-text.ts';

it.each([
  ['a hidden space', 'Py\u200bthon', 'Py\\u{200b}thon'],
  ['a joiner within a word', 'Py\u200dthon', 'Py\\u{200d}thon'],
  ['a soft hyphen', 'Py\u00adthon', 'Py\\u{ad}thon'],
  ['a mark of byte order within', 'Py\ufeffthon', 'Py\\u{feff}thon'],
  ['a tag', 'Py\u{e0041}thon', 'Py\\u{e0041}thon'],
])('%s is shown as its code', (_, text, shown) => expect(showText(text)).toBe(shown));

it.each([
  ['a family of emoji', '👩\u200d👧 reads', '👩\u200d👧 reads'],
  ['a mark of byte order at the start', '\ufeff# Report', '# Report'],
  ['a break of lines', 'one\r\ntwo', 'one two'],
  ['a turn of direction', 'a\u202eb', 'ab'],
])('%s is left in peace or gone', (_, text, shown) => expect(showText(text)).toBe(shown));
