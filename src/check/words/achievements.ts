/** A kind of public achievement: how a report claims it, and which words of a resume would tell of it. */
export interface AchievementKind {
  name: string;
  /** Past forms of the verbs, as written. */
  verbs: RegExp;
  /** Base forms of the nouns. */
  nouns: RegExp;
  /** Any of these in the prose of the resume leaves the kind alone. */
  told: RegExp;
}

export const ACHIEVEMENTS: readonly AchievementKind[] = [
  {
    name: 'conference talk',
    verbs: /^(?:spoken|spoke|presented|lectured|keynoted|given|gave|delivered|appeared|talked)$/,
    nouns: /^(?:conference|summit|symposium|congress|convention|keynote)$/,
    told: /^(?:conferences?|summit|symposium|congress|convention|keynotes?|talks?|speaker|spoke|presented|presentations?|lectures?)$/,
  },
  {
    name: 'publication',
    verbs: /^(?:published|authored|co-authored|coauthored)$/,
    nouns: /^(?:paper|article|book|study|report|journal|monograph|essay|chapter)$/,
    told: /^(?:publish(?:ed|es)?|publications?|authored|author|papers?|articles?|books?|journals?|wrote)$/,
  },
  {
    name: 'award',
    verbs: /^(?:won|received|awarded|earned|collected|honoured|honored|given)$/,
    nouns: /^(?:award|prize|medal|trophy)$/,
    told: /^(?:awards?|awarded|prizes?|medals?|won|winner|trophy|honou?rs?|honou?red)$/,
  },
  {
    name: 'patent',
    verbs: /^(?:filed|holds|hold|held|registered|owns)$/,
    nouns: /^(?:patent)$/,
    told: /^(?:patents?|patented)$/,
  },
];
