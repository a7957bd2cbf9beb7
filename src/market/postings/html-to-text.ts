import { Parser } from 'htmlparser2';
import { createInputError } from '../../input/index.ts';

/** A page as text, and what it holds as JSON-LD. */
export interface PageText {
  title: string | undefined;
  /** Headings start with `## `, list items with `- `. */
  text: string;
  /** The texts of `<script type="application/ld+json">`. */
  jsonLd: string[];
}

/** Nothing in them is said to the reader. */
const SKIPPED = new Set(
  'script style template noscript svg nav footer iframe object select button form dialog'.split(' '),
);
const BLOCKS = new Set(
  'address article aside blockquote body dd div dl dt fieldset figure h1 h2 h3 h4 h5 h6 head header html hr li main ol p pre section table tbody td th thead tr ul br title'.split(
    ' ',
  ),
);

/** No page that people write comes near it, and the parser's time grows with the square of the depth. */
const MOST_OPEN = 2000;

/**
 * Reads HTML as the text that a browser shows. A line that is bold as a whole counts as a heading. `file` is its name
 * for messages.
 * @throws InputError for more than 2000 elements inside one another
 */
export function htmlToText(html: string, file = 'a description in HTML'): PageText {
  const lines: string[] = [];
  const jsonLd: string[] = [];
  let title: string | undefined;
  let line = '';
  let boldLetters = 0;
  let mark = '';
  let skipped = 0;
  let bold = 0;
  let open = 0;
  let inTitle = false;
  let inJson = false;
  const flush = () => {
    const text = line.replace(/\s+/gu, ' ').trim();
    const letters = text.replace(/\s/gu, '').length;
    if (text !== '') {
      const heading = mark === '' && letters > 0 && boldLetters >= letters && text.length <= 80;
      lines.push(`${heading ? '## ' : mark}${text}`);
    }
    line = '';
    mark = '';
    boldLetters = 0;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open += 1;
        if (open > MOST_OPEN)
          throw createInputError(file, [
            {
              path: '',
              found: `more than ${MOST_OPEN} elements inside one another`,
              expected: `at most ${MOST_OPEN}`,
            },
          ]);
        if (name === 'script' && /^application\/ld\+json/i.test(attributes.type ?? '')) {
          inJson = true;
          jsonLd.push('');
        }
        if (SKIPPED.has(name)) skipped += 1;
        if (BLOCKS.has(name)) {
          flush();
          if (/^h[1-6]$/.test(name)) mark = '## ';
          else if (name === 'li') mark = '- ';
        }
        if (name === 'b' || name === 'strong') bold += 1;
        if (name === 'title') inTitle = true;
      },
      ontext(text) {
        if (inJson) jsonLd[jsonLd.length - 1] += text;
        if (skipped > 0) return;
        if (inTitle) {
          title = `${title ?? ''}${text}`;
          return;
        }
        line += text;
        if (bold > 0) boldLetters += text.replace(/\s/gu, '').length;
      },
      onclosetag(name) {
        open -= 1;
        if (name === 'script') inJson = false;
        if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1);
        if (name === 'b' || name === 'strong') bold = Math.max(0, bold - 1);
        if (name === 'title') inTitle = false;
        if (BLOCKS.has(name)) flush();
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  flush();
  return { title: title?.replace(/\s+/gu, ' ').trim() || undefined, text: lines.join('\n'), jsonLd };
}

/** Text that may be HTML, HTML with its signs escaped, or neither. */
export function plainText(text: string): string {
  const unescaped = /&lt;\/?[a-z]/i.test(text) ? htmlUnescape(text) : text;
  return /<\/?[a-z][^<>]*>/i.test(unescaped) ? htmlToText(unescaped).text : unescaped;
}

function htmlUnescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
