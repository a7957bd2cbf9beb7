import { UsageError } from '../errors.ts';
import type { Language } from './language.ts';
import { de } from './messages/de.ts';
import { en } from './messages/en.ts';
import { es } from './messages/es.ts';
import { type MessageId, Words } from './words.ts';

/** The languages that a report can be written in. A new one is a file in `messages` and a line in this list. */
export const LANGUAGES: readonly Language<MessageId>[] = [en, de, es];

const words = new Map(LANGUAGES.map((language) => [language.tag, new Words(language)]));

/** The words of English, which also serve what is not part of a report. */
export const ENGLISH = words.get('en') as Words;

/** The words of the language of a fact sheet; English where it names none. */
export function wordsOf({ language }: { language?: string | undefined }): Words {
  return language === undefined ? ENGLISH : findLanguage(language);
}

/**
 * Gives the words of a language by its tag; a region (`de-AT`) gives way to the language.
 * @throws UsageError where there is no such language; the message names those that there are
 */
export function findLanguage(tag: string): Words {
  const found = words.get(tag) ?? words.get(tag.toLowerCase().split(/[-_]/u)[0] ?? '');
  if (found) return found;
  throw new UsageError(
    `cannot write in the language asked for: found "${tag}", expected one of ${[...words.keys()].join(', ')}`,
  );
}
