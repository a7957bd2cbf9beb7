/** How the candidate is spoken of. */
export const PRONOUNS = ['they', 'she', 'he'] as const;
export type Pronoun = (typeof PRONOUNS)[number];

/** How a report is written. It changes prompts, offline writer and checks together. */
export interface Style {
  /** Pronoun for the candidate. */
  pronoun: Pronoun;
}

export const DEFAULT_STYLE: Style = { pronoun: 'they' };

const FORMS: Readonly<
  Record<Pronoun, { subject: string; object: string; possessive: string; plural: boolean }>
> = {
  they: { subject: 'they', object: 'them', possessive: 'their', plural: true },
  she: { subject: 'she', object: 'her', possessive: 'her', plural: false },
  he: { subject: 'he', object: 'him', possessive: 'his', plural: false },
};

/** The words of a pronoun, and a verb in the number that it takes. */
export function formsOf({ pronoun }: Style) {
  const forms = FORMS[pronoun];
  return { ...forms, verb: (singular: string, plural: string) => (forms.plural ? plural : singular) };
}
