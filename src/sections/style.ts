/** How the candidate is spoken of in the third person. */
export const PRONOUNS = ['they', 'she', 'he'] as const;
export type Pronoun = (typeof PRONOUNS)[number];

/** Whether the report speaks about the candidate or to her. */
export const PERSONS = ['third', 'second'] as const;
export const TONES = ['plain', 'warm', 'formal'] as const;
export const LENGTHS = ['short', 'standard', 'long'] as const;
export const READERS = ['candidate', 'coach', 'employer'] as const;

/** How a report is written. It changes prompts, offline writer and checks together. */
export interface Style {
  pronoun: Pronoun;
  person: (typeof PERSONS)[number];
  /** Manner and language register: plain words, warm ones for a personal letter, formal ones for a file. */
  tone: (typeof TONES)[number];
  length: (typeof LENGTHS)[number];
  /** Who reads it: it decides what is told beside the facts of the section. */
  reader: (typeof READERS)[number];
}

export const DEFAULT_STYLE: Style = {
  pronoun: 'they',
  person: 'third',
  tone: 'plain',
  length: 'standard',
  reader: 'coach',
};

const FORMS: Readonly<
  Record<Pronoun | 'you', { subject: string; object: string; possessive: string; plural: boolean }>
> = {
  they: { subject: 'they', object: 'them', possessive: 'their', plural: true },
  she: { subject: 'she', object: 'her', possessive: 'her', plural: false },
  he: { subject: 'he', object: 'him', possessive: 'his', plural: false },
  you: { subject: 'you', object: 'you', possessive: 'your', plural: true },
};

/** The words for the candidate after the first mention, and a verb in the number that they take. */
export function formsOf({ pronoun, person }: Style) {
  const forms = FORMS[person === 'second' ? 'you' : pronoun];
  return { ...forms, verb: (singular: string, plural: string) => (forms.plural ? plural : singular) };
}

/** Sentences of a section at most, by length. */
export const MOST_SENTENCES: Readonly<Record<Style['length'], number>> = { short: 5, standard: 24, long: 40 };
