import type { TextLine } from './text-document.ts';

/** What employers write. Each is one cue, however often it stands in a text. */
const CUES: readonly RegExp[] = [
  /\b(?:we|we[’']re|we are|company is)\s+(?:currently\s+)?(?:seeking|hiring|looking for|searching for)\b/iu,
  /^\W*(?:(?:job|minimum|basic|key|essential)\s+)?requirements\b\W*$|^\W*(?:minimum|preferred|required) qualifications\W*$/iu,
  /^\W*(?:(?:key|main|your)\s+)?(?:responsibilities|duties|tasks)\W*$/iu,
  /^\W*(?:nice to haves?|must haves?|bonus points|what you bring|what you[’']ll (?:do|bring)|about you|who you are)\b\W*$/iu,
  /\bwhat we offer\b|\bwe offer\b|^\W*(?:benefits|perks)\b\W*$/iu,
  /\b(?:ideal|successful) (?:candidate|applicant)\b/iu,
  /\bequal[- ]opportunit(?:y|ies) employer\b|\bapply (?:now|today|here)\b|\bhow to apply\b/iu,
  /\byou (?:will|have|bring|are|should have) \b/iu,
];
/** One alone may stand in a resume, as in the summary of a recruiter. */
const ENOUGH = 2;

/** Whether the words of a text are those of a job posting. To be asked where no work and no education was found. */
export function readsLikePosting(lines: readonly TextLine[]): boolean {
  return CUES.filter((cue) => lines.some(({ text }) => cue.test(text))).length >= ENOUGH;
}
