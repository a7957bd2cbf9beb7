import type { Level } from '../../../../schemas/scale.ts';
import { encodedParts, tokenAt } from '../../claims/encode.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import type { Range } from '../../read/document.ts';
import { LEVEL_WORDS } from '../../words/function-words.ts';

/** A level said outright to be held or asked for. */
export interface LevelStatement extends Range {
  skills: readonly string[];
  level: Level;
  property: 'held' | 'asked';
}

const LV =
  "(?:at |to |an? |the |only |just )*(?<level>beginner|beginner's|intermediate|advanced|expert)(?: (?:level|stage|standard))?";
const S = '(?:(?:the|her|his|your|its) )?(?<list>§\\d+)';
const ASK =
  '(?:ask(?:ed)?|asking|want(?:ed)?|require(?:d)?|expect(?:ed)?|demand(?:ed)?|need(?:ed)?|seek|sought|look|call|request(?:ed)?|call)';
const MARKET = '(?:the |most |all )?(?:role|market|employer|posting|advert|job|post|profile|they|recruiter)';
const WHO = '(?:she|he|you|they|candidate|applicant|@)';
const NOW =
  '(?:(?:already|currently|still|now|today|at present|only|just|comfortably|firmly|safely|squarely|both|all|each) )*';

/** Each pattern fits a phrase in which nothing stands between the skill, the word of having or asking, and the level. */
const FRAMES: readonly (readonly [LevelStatement['property'], RegExp])[] = [
  // "X: Advanced required", "X – intermediate held".
  ['asked', new RegExp(`${S} (?::|–|—|,|\\() ${LV} (?:be )?${ASK}(?: for)?(?= |$)`)],
  ['held', new RegExp(`${S} (?::|–|—|,|\\() ${LV} (?:be )?(?:held|hold|on record|in hand|present)(?= |$)`)],
  ['asked', new RegExp(`${S} (?::|–|—|,|\\() [^§]{0,40}?(?:,|;|/|\\() ${LV} (?:be )?${ASK}(?: for)?(?= |$)`)],
  // "X is asked for at advanced level", "X is held at expert".
  ['asked', new RegExp(`${S} be ${NOW}${ASK}(?: for)? (?:at )${LV}(?= |$)`)],
  [
    'held',
    new RegExp(
      `${S} be ${NOW}(?:held|hold|list|listed|record|recorded|document|documented|rate|rated|attest|attested|state|stated) at ${LV}(?= |$)`,
    ),
  ],
  [
    'held',
    new RegExp(`(?:her|his|your) (?<list>§\\d+) (?:be|sit|stand|remain|rest) ${NOW}(?:at )${LV}(?= |$)`),
  ],
  // "Employers want X at advanced level", "the role asks for expert in X".
  ['asked', new RegExp(`${MARKET} (?:be )?${NOW}${ASK}(?: for)? ${S} at ${LV}(?= |$)`)],
  [
    'asked',
    new RegExp(
      `${MARKET} (?:be )?${NOW}${ASK}(?: for)? ${LV}(?: (?:skill|knowledge|command|ability))? (?:for|in|of|at|with|on) ${S}(?= |$)`,
    ),
  ],
  [
    'asked',
    new RegExp(`(?:for|in|of|with|at) ${S} ,? ?${MARKET} (?:be )?${NOW}${ASK}(?: for)? ${LV}(?= |$)`),
  ],
  [
    'asked',
    new RegExp(
      `(?:${MARKET} (?:will |would )?(?:take|accept|settle for|be content with|be happy with)|all (?:that )?${MARKET} ${ASK}(?: for)? be) ${LV} (?:for|in|of|at|with|on) ${S}(?= |$)`,
    ),
  ],
  [
    'asked',
    new RegExp(
      `(?:for|in|with|at) ${S} ,? ?${LV} (?:will do|will suffice|be enough|suffice|be sufficient|be all (?:that )?${MARKET} (?:ask|want|need|require|expect)(?: for)?)(?= |$)`,
    ),
  ],
  [
    'asked',
    new RegExp(
      `${LV} (?:in|at|of|for|with) ${S} (?:will do|will suffice|be enough|suffice|be sufficient)(?= |$)`,
    ),
  ],
  // "She holds X at advanced level", "she is advanced in X".
  ['held', new RegExp(`${WHO} ${NOW}(?:have|hold|list|possess|bring|put|rate) ${S} at ${LV}(?= |$)`)],
  ['held', new RegExp(`${WHO} be ${NOW}${LV} (?:in|at|with) ${S}(?= |$)`)],
  ['held', new RegExp(`(?:in|at|with) ${S} ,? ?${WHO} (?:be|stand|remain|sit) ${NOW}${LV}(?= |$)`)],
  [
    'held',
    new RegExp(
      `${S} (?:, like [^,]{3,40} ,|) ?be something ${WHO} ${NOW}(?:list|have|hold|know) at ${LV}(?= |$)`,
    ),
  ],
];

/** What puts a statement off, supposes it, denies it, or compares. */
const UNREAL =
  /(?:^| )(?:if|unless|once|when|until|till|would|could|might|may|should|provided|whether|not|never|no|neither|nor|than|before|after|instead|rather|almost|nearly|beyond|above|below|under|over|hardly|without|by the time|will (?!do|suffice|take|accept|settle|be content|be happy)|have to|need to|must|to be|reach|raise|bring|lift|move|from|become|get|but|except|save|besides|apart|or higher|or above|or better|at least|minimum|all but)(?: |$)/;

/** The levels that a sentence states outright, where nothing unread stands within the phrase. */
export function readLevelStatements(sentence: ReadSentence): LevelStatement[] {
  const found: LevelStatement[] = [];
  for (const { tokens, encoded } of encodedParts(sentence)) {
    if (encoded.lists.size === 0 || / \?|respective/.test(encoded.text)) continue;
    for (const [property, frame] of FRAMES) {
      const match = frame.exec(encoded.text);
      const { list, level } = match?.groups ?? {};
      if (!match || !list || !level) continue;
      const before = encoded.text.slice(Math.max(0, match.index - 40), match.index);
      if (UNREAL.test(match[0]) || UNREAL.test(before.slice(Math.max(0, before.lastIndexOf(' , ')))))
        continue;
      const said = LEVEL_WORDS[level];
      // "At Advanced or Expert", "between Beginner and Advanced": two levels give none.
      const after = encoded.text.slice(match.index + match[0].length, match.index + match[0].length + 16);
      if (
        !said ||
        /^ (?:or|to|and|–|→|-) (?:an? |the |at )?(?:beginner|intermediate|advanced|expert)/.test(after)
      )
        continue;
      found.push({
        skills: (encoded.lists.get(list)?.mentions ?? []).map((mention) => mention.skill),
        level: said,
        property,
        start: tokenAt(encoded, tokens, match.index).start,
        end: tokenAt(encoded, tokens, match.index + match[0].length - 1).end,
      });
    }
  }
  return found;
}
