import { OPENING_VERBS, OTHER_PEOPLE, PRONOUNS } from '../words/function-words.ts';
import type { Clause } from './clause.ts';
import type { CueHit } from './cue.ts';

/** Whose the predicate is: the nearest word before it that names the candidate or someone else. */
export function findOwner(clause: Clause, hit: CueHit): 'candidate' | 'other' | 'unknown' {
  // "Trainees have it": a verb in the plural after a noun in the plural has others as its subject.
  let subject = hit.from - 1;
  while (subject > 0 && OPENING_VERBS.has(clause.tokens[subject]?.norm ?? '')) subject -= 1;
  if (
    /^(?:usually|often|rarely|normally|commonly|generally|seldom)$/.test(clause.tokens[subject]?.norm ?? '')
  )
    subject -= 1;
  const noun = clause.tokens[subject];
  const isPlural =
    /^(?:have|lack|know|use|need|possess|master|hold|bring)$/.test(clause.tokens[hit.from]?.text ?? '') &&
    noun?.kind === 'word' &&
    /^\p{L}{3,}s$/u.test(noun.text) &&
    !/^(?:skills|strengths|gaps|this|always|years|times|sometimes|perhaps)$/.test(noun.text);
  for (let i = hit.from - 1; i >= 0; i -= 1) {
    const token = clause.tokens[i];
    if (token?.term?.meanings.some((meaning) => meaning.kind === 'candidate')) return 'candidate';
    if (
      token?.term?.meanings.some(
        (meaning) =>
          meaning.kind === 'resource' ||
          meaning.kind === 'role' ||
          meaning.kind === 'phase' ||
          meaning.kind === 'provider',
      )
    )
      return 'other';
    const signal = clause.hits.find((one) => one.from <= i && one.to > i)?.cue.signal;
    if (signal === 'candidate')
      return isOthers(clause, i) ||
        (/^(?:she|he|they)$/.test(token?.norm ?? '') && namesOthers(clause, token?.start ?? 0))
        ? 'other'
        : 'candidate';
    if (signal === 'other' || OTHER_PEOPLE.has(token?.norm ?? '')) return 'other';
    // "Many instructors lack it", "most have it".
    if (token?.kind === 'word' && /^(?:few|many|most|some|others|several)$/.test(token.norm) && i <= 1)
      return 'other';
    if (i === subject && isPlural) return 'other';
    if (
      token?.term?.meanings.some(
        (meaning) => meaning.kind === 'employer' || meaning.kind === 'institution',
      ) &&
      i === subject
    )
      return 'other';
    // "The head chef knows", "an outsider has": a noun right before the verb that is not the candidate.
    if (i === subject && isUnknownSubject(clause, i)) return 'other';
  }
  return isRestrictive(clause) ? 'other' : 'unknown';
}

const QUANTITIES =
  /^(?:few|fewer|many|most|some|other|several|no|any|every|each|all|typical|average|another|rival|various|competing|half|plenty|ideal|perfect|successful|right|strongest|best|model|dream|million|thousand|hundred)$/;

/** "Most applicants", "a colleague": someone else, though the word may mean the candidate elsewhere. */
function isOthers(clause: Clause, at: number): boolean {
  const before = clause.tokens.slice(Math.max(0, at - 3), at);
  const plural = /^(?:candidate|applicant)s$/i.test(clause.tokens[at]?.text ?? '');
  return plural || before.some((token) => QUANTITIES.test(token.norm));
}

/** Whether the sentence speaks of another person whom a pronoun may mean. */
const namesOthers = (clause: Clause, before: number): boolean =>
  clause.sentence.tokens.some(
    (token, at, all) =>
      token.start < before &&
      OTHER_PEOPLE.has(token.norm) &&
      // "As an assistant", "Data Assistant": what the candidate is.
      /^\p{Ll}/u.test(token.text) &&
      !/^(?:as|be|become)$/.test(all[at - 2]?.norm ?? '') &&
      all[at - 1]?.norm !== 'as',
  );

function isUnknownSubject(clause: Clause, at: number): boolean {
  const noun = clause.tokens[at];
  if (
    noun?.kind !== 'word' ||
    PRONOUNS.has(noun.norm) ||
    clause.hits.some((hit) => hit.from <= at && hit.to > at)
  )
    return false;
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    const token = clause.tokens[i];
    if (token?.kind !== 'word') return false;
    if (/^(?:the|a|an|this|another|every)$/.test(token.norm))
      return i <= 1 || /^(?:,|and|but)$/.test(clause.tokens[i - 1]?.norm ?? '');
  }
  return false;
}

/** "People who know it": a relative clause without a comma has its own owner. */
export function isRestrictive(clause: Clause): boolean {
  if (!/^(?:who|whose)$/.test(clause.opener)) return false;
  const { tokens } = clause.sentence;
  const at =
    tokens.findIndex((token) => token.start >= clause.start) -
    (clause.tokens[0]?.norm === clause.opener ? 1 : 2);
  const before = tokens[at];
  return (
    before !== undefined &&
    before.kind === 'word' &&
    !before.term &&
    !/^(?:she|he|you|they|candidate|someone|one|person|professional)$/.test(before.norm)
  );
}
