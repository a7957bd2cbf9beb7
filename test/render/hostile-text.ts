import fc from 'fast-check';
import { cleanText } from '../../src/render/clean-text.ts';

/** Texts rich in what Markdown gives a meaning. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'*_~`[]()<>!#&;:|\\-+=.1 a"\'/@^ '),
      fc.constantFrom(
        '**',
        '](',
        '&amp;',
        '&#1;',
        'https://',
        'www.',
        'a@b.co',
        '<b>',
        '</b>',
        '<!--',
        '    ',
        '~~',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => cleanText(parts.join('')))
  .filter((text) => text !== '');
