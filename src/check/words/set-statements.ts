import type { SkillClaim } from '../claims/claim.ts';

type Says = SkillClaim['says'];

const ASKED = '(?:require|ask for|ask|want|need|expect|seek)';
const WHERE =
  '(?: (?:altogether|entirely|completely|from (?:the|her|his|your) (?:profile|résumé|resume|cv)|on (?:her|his|your) side))?';

/** What is said of all, none, most or half of a set as its predicate: patterns over base forms. */
export const SET_PREDICATES: readonly (readonly [says: Says, pattern: string])[] = [
  [
    'enough',
    `met|meet|fulfilled|fulfil|satisfied|satisfy|fully covered|covered|cover|complete|sufficient|(?:tick|ticked) off(?: as fully covered| as done| as met)?|in order|done|at the (?:level|standard) ${ASKED}|hold at the level ${ASKED}|up to (?:the mark|standard|scratch)|(?:bring|brought) up to the (?:level|standard)(?: that| which)?(?: (?:the )?(?:employer|role|market|posting))?(?: ${ASKED})?|good enough`,
  ],
  [
    'held',
    'held|hold|in place|there|present|on record|in evidence|on (?:the|her|his|your) (?:résumé|resume|cv)|hers|his|yours|theirs',
  ],
  [
    'lack',
    `(?:missing|absent|lacking|not held|unheld|nowhere to be seen|not there|wanting|out of reach|to be learn|to be acquire|a closed book|(?:new|unknown|foreign|unfamiliar)(?: to (?:her|him|you|them|the candidate))?)${WHERE}`,
  ],
];

/** What the candidate does with all, none, most or half of a set. */
export const SET_VERBS: readonly (readonly [says: Says, pattern: string])[] = [
  ['enough', 'meet|satisfy|fulfil|fulfill|cover|tick off|tick|match'],
  ['held', 'have|hold|possess|master|command|bring|know|own'],
  ['lack', 'lack|miss'],
];

/** What is left out of a set. */
export const SET_EXCEPTIONS =
  'but|except|except for|bar|barring|save|save for|excluding|other than|apart from|aside from|besides|with the exception of|with the sole exception of|minus|not counting|leave aside';
