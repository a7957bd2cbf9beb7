import { ENGLISH, type Words } from '../language/index.ts';
import { formsOf, MOST_SENTENCES, type Style } from '../sections/index.ts';

const TONES: Readonly<Record<Style['tone'], string>> = {
  plain: 'Plain and exact words, no praise that nothing supports.',
  warm: 'Warm, encouraging words, everyday language; still no praise that nothing supports.',
  formal: 'Formal, professional language, as for a file; no contractions, no address.',
};

const READERS: Readonly<Record<Style['reader'], string>> = {
  candidate: 'The reader is the person the report is about, who decides about the next months of learning.',
  coach: 'The reader is a career coach who will go through the report with the person.',
  employer:
    'The reader is a manager who decides about a budget for learning; write about the person, with respect.',
};

/** How the candidate is spoken of in a language that is not that of the prompt. */
const OTHER_LANGUAGE: Readonly<Record<Style['person'], (language: string, pronoun: string) => string>> = {
  second: (language) =>
    `Write every sentence in ${language}. Speak to the candidate in the formal form of address, never by name and never in the third person. Names of skills, roles and resources stay as they are.`,
  third: (language, pronoun) =>
    `Write every sentence in ${language}. The candidate's name is {{candidate.name}}. Use it once or twice, then ${pronoun === 'they' ? 'words without a gender' : `the pronouns for "${pronoun}"`}. Names of skills, roles and resources stay as they are.`,
};

/** The words for the slots of the shared rules. */
export function describeStyle(
  style: Style,
  { checked, name }: Pick<Words, 'checked' | 'name'> = ENGLISH,
): Record<'person' | 'tone' | 'length' | 'reader', string> {
  const { subject, object, possessive } = formsOf(style);
  const own = checked ? undefined : OTHER_LANGUAGE[style.person](name, subject);
  return {
    person:
      own ??
      (style.person === 'second'
        ? 'Speak to the candidate: "you" and "your", never the name and never the third person.'
        : `The candidate's name is {{candidate.name}}. Use it once or twice, then the pronouns ${subject}/${object}/${possessive}.`),
    tone: TONES[style.tone],
    length: `A section has at most ${MOST_SENTENCES[style.length]} sentences.`,
    reader: READERS[style.reader],
  };
}
