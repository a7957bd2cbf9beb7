/** Years that a sentence asks for, and where the figure ends in it. */
export interface AskedYears {
  years: number;
  /** Offset behind the figure. */
  end: number;
  /** Of experience in general, not with a skill. */
  general: boolean;
}

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const YEARS = new RegExp(
  `\\b(?<n>\\d{1,2}|${WORDS.slice(1).join('|')})(?:\\s*\\(\\d{1,2}\\))?\\s*\\+?(?:\\s*(?:-|–|—|to)\\s*\\d{1,2}\\s*\\+?)?(?:\\s*or more)?\\s*(?:years?|yrs?)\\b`,
  'iu',
);
/** What makes the years those of a skill: "of experience with", "in", "using". */
const OF_SKILL =
  /^[’']?\s*(?:of\s+)?(?:(?:professional|hands-on|practical|proven|solid|relevant|industry|commercial|working|work|production|software|programming|development|engineering|coding)\s+)*(?:experience|exp)?\s*(?:(?:working|building|developing|programming|writing|coding|designing|shipping)\s*)*(?:with|in|using|of)?\s*$/iu;

/** The years of experience that a sentence asks for. `5-7 years` asks for five. */
export function readYears(sentence: string): AskedYears | undefined {
  const match = YEARS.exec(sentence);
  const text = match?.groups?.n?.toLowerCase();
  if (!match || text === undefined) return undefined;
  const years = /^\d/.test(text) ? Number(text) : WORDS.indexOf(text);
  if (years < 1 || years > 40) return undefined;
  const end = match.index + match[0].length;
  const rest = sentence.slice(end);
  if (!/\bexperience\b|\bexp\b/iu.test(sentence) && !/^[’']?\s*(?:of|in|with|using)\b/iu.test(rest))
    return undefined;
  const skill = /^(.{0,70}?)(?=\p{Lu}|\.\p{Lu})/u.exec(rest)?.[1];
  return { years, end, general: skill === undefined || !OF_SKILL.test(skill) };
}
