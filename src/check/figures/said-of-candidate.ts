import type { Clause } from '../claims/clause.ts';
import { termAt } from '../claims/words-of.ts';
import type { Token } from '../tokens/token.ts';

/** Words before a thing that keep a sentence from saying that the candidate has it. */
const unclaimed =
  /^(?:not|no|never|without|neither|nor|none|nobody|whether|if|unless|lack|miss|missing|absent|need|ask|require|required|want|expect|prefer|preferred|desire|plan|aim|hope|wish|intend|consider|pursue|toward|towards|would|should|could|must|may|might|will|shall|can|cannot|next|goal|target|instead|employer|posting|advert|vacancy|role|post|job|market|gate|yet|until|before|once|when|than|like|unlike|e\.g|recommend|suggest|offer|lead|prepare|by|ought|if|rather|alternative|equivalent)$/;

/** Another pursuit: it may stand before the verb ("studied X and holds Y"), not after it. */
const pursued = /^(?:study|work|train|apply|register|enrol|enroll|sit)$/;

const having =
  /^(?:have|hold|earn|earned|gain|gained|obtain|obtained|complete|completed|pass|passed|possess|achieve|achieved|be|own|carry|bring|receive|received|acquire|acquired|take|win|get|boast|finish|graduate|graduated|with)$/;

const people = /^(?:she|he|you|they|i|candidate|applicant|nurse|teacher|engineer|herself|himself|yourself)$/;
const owners = /^(?:her|his|your|their|my)$/;

/** After "her X" these make X a thing to come. */
const toCome =
  /^(?:goal|plan|exam|course|preparation|training|study|studies|module|programme|program|path|application|requirement|gate|journey|ambition)$/;

/**
 * Whether a clause says outright that the candidate has what stands from `from` to `to`: "she holds X", "her X", "he is
 * an X", or a bare verb whose subject stands in the clause before. Anything that is denied, asked for, wished for or
 * open is not.
 */
export function saidOfCandidate(clause: Clause, from: number, to: number): boolean {
  const { tokens } = clause;
  if (clause.unclaimed) return false;
  const owner = owners.test(tokens[from - 1]?.norm ?? '');
  if (owner) {
    const next = tokens[to];
    if (next && toCome.test(next.norm)) return false;
    if (!tokens.slice(0, from).some((token) => denies(token)) && !deniedAfter(tokens, to)) return true;
  }
  if (clause.mood !== 'stated') return false;
  const before = tokens.slice(0, from);
  if (before.some((token) => unclaimed.test(token.norm))) return false;
  if (deniedAfter(tokens, to)) return false;
  const verb = before.findLastIndex((token) => having.test(token.norm));
  if (verb < 0 || before.slice(verb).some((token) => pursued.test(token.norm))) return false;
  const subject = before.slice(0, verb);
  if (subject.some((token) => people.test(token.norm) || termAt(token, 'candidate') !== undefined))
    return true;
  // The subject was left out ("and holds X") or is her work ("her record includes").
  return subject.every((token) => /^(?:and|also|,|further|too|already|now|currently)$/.test(token.norm));
}

const denies = (token: Token): boolean =>
  unclaimed.test(token.norm) && !/^(?:will|can|like|by|work|lead)$/.test(token.norm);

/** "X is not there", "X is asked for", "X would help". */
function deniedAfter(tokens: readonly Token[], to: number): boolean {
  return tokens
    .slice(to, to + 8)
    .some((token) =>
      /^(?:not|missing|lack|absent|ask|require|required|need|want|expect|would|should|could|may|might|must|whether|open|unknown|cannot|unclear)$/.test(
        token.norm,
      ),
    );
}

/** Whether what stands from `from` to `to` is denied, asked for, wished for or left open where it is named. */
export function isOpen(clause: Clause, from: number, to: number): boolean {
  const { tokens } = clause;
  return (
    clause.mood !== 'stated' ||
    clause.unclaimed ||
    tokens.slice(0, from).some((token) => denies(token)) ||
    deniedAfter(tokens, to)
  );
}
