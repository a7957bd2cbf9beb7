import type { Resume } from '../../../schemas/resume.ts';
import { flatten } from '../clean-text.ts';
import type { NoteList } from '../note-list.ts';
import type { TextLine } from '../text-document.ts';
import { HUMAN_LANGUAGES } from '../words/human-languages.ts';
import { readBlocks } from './blocks.ts';

type Language = NonNullable<Resume['languages']>[number];

/** Reads languages with their fluency: "English (native)", "French - B2; German: basic", "Fluent in Spanish". */
export function readLanguages(lines: readonly TextLine[], notes: NoteList, first = 0): Language[] {
  const found: Language[] = [];
  for (const {
    text,
    lines: [line],
  } of readBlocks(lines, '', { items: true, tabs: true })) {
    if (!line) continue;
    for (const item of splitItems(text)) {
      const read = readLanguage(item);
      if (!read || found.some(({ language }) => language?.toLowerCase() === read.language?.toLowerCase())) {
        const last = found.at(-1);
        // A level on the line, or in the column, behind its language.
        if (!read && last && last.fluency === undefined && /\p{L}/u.test(item) && item.length < 50)
          last.fluency = tidy(item);
        else if (!read && /\p{L}/u.test(item))
          notes.note(
            'unread-section',
            `"${flatten(item)}" stands among the languages and is not read.`,
            line,
          );
        continue;
      }
      notes.field(`languages[${first + found.length}]`, 'certain', line);
      found.push(read);
    }
  }
  return found;
}

function splitItems(text: string): string[] {
  return text.split(/\s*(?:[;,|•·\t]|\s\/\s)\s*(?![^(]*\))/u).filter((item) => item !== '');
}

function readLanguage(item: string): Language | undefined {
  const flat = flatten(item).replace(/^and\s+/iu, '');
  const words = flat.split(' ');
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(3, words.length - at); length > 0; length -= 1) {
      const name = words
        .slice(at, at + length)
        .join(' ')
        .replace(/[^\p{L} -]/gu, '')
        .replace(/[- ]+$/u, '');
      if (!HUMAN_LANGUAGES.has(name.toLowerCase())) continue;
      const rest = tidy([...words.slice(0, at), ...words.slice(at + length)].join(' '));
      return { language: name, ...(rest !== '' && { fluency: rest }) };
    }
  }
  return undefined;
}

function tidy(text: string): string {
  return flatten(text)
    .replace(/^[\s:(–—-]+|[\s:)–—.-]+$/gu, '')
    .replace(/\s+(?:in|of)$/iu, '')
    .trim();
}
