import type { Token } from '../tokens/token.ts';
import type { CueHit } from './cue.ts';

interface Part {
  from: number;
  to: number;
  opener: string;
}

export function cut(tokens: readonly Token[], hits: readonly CueHit[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let opener = '';
  const breaks = new Map(hits.filter((hit) => hit.cue.signal === 'break').map((hit) => [hit.from, hit]));
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const hit = breaks.get(i);
    const sign =
      token.kind === 'sign' && /^[;:–—→|•]$/.test(token.text) && !(token.glued && tokens[i + 1]?.glued);
    const dash = token.text === '-' && !token.glued && !tokens[i + 1]?.glued;
    const closes =
      token.text === ',' &&
      (closesOpening(tokens, from, i, opener, parts.length) || closesRelative(tokens, i, opener));
    const so =
      token.norm === 'so' &&
      tokens[i - 1]?.text === ',' &&
      !/^(?:be|do|have|that|far|much|many|as|long|,)$/.test(tokens[i + 1]?.norm ?? ',');
    const joins = joinsClauses(tokens, from, i) || givesReason(tokens, i) || opensAnother(tokens, from, i);
    if (!hit && !sign && !dash && !closes && !so && !joins) continue;
    if (i > from) parts.push({ from, to: i, opener });
    opener = hit
      ? tokens
          .slice(hit.from, hit.to)
          .map((one) => one.norm)
          .join(' ')
      : token.text;
    const pronoun = hit && /^(?:which|who|\w+ of (?:which|whom))$/.test(opener);
    // "and she", "yet it": the pronoun is the subject of the new clause.
    from =
      hit && hit.to - hit.from > 1 && /^(?:and|so|yet) /.test(opener) ? hit.from + 1 : pronoun ? i : i + 1;
    if (hit && from === i) {
      // The relative pronoun opens its own clause, so it must not be found again.
      i = hit.to - 1;
    } else if (hit) i = Math.max(i, from - 1);
  }
  if (tokens.length > from) parts.push({ from, to: tokens.length, opener });
  return parts;
}

/** ", for it is ...": a reason, with a subject of its own. */
const givesReason = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === ',' &&
  tokens[i + 1]?.norm === 'for' &&
  /^(?:it|she|he|they|you|there|that|this)$/.test(tokens[i + 2]?.norm ?? '');

/**
 * ", and somebody will have to ...", ", since none of them ...": after a comma and a conjunction a subject that is no skill
 * with a verb of its own.
 */
function opensAnother(tokens: readonly Token[], from: number, i: number): boolean {
  const word = tokens[i + 1];
  // "X is not core, it is preferred": a comma alone parts two sentences.
  const spliced =
    tokens[i]?.text === ',' &&
    /^(?:it|she|he|you|they|this|that)$/.test(word?.norm ?? '') &&
    finite.test(tokens[i + 2]?.norm ?? '') &&
    tokens.slice(from, i).some((token) => finite.test(token.norm));
  // "A and B are core, three belong to the preferred tier".
  const counted =
    tokens[i]?.text === ',' &&
    word?.figure?.unit === 'count' &&
    (finite.test(tokens[i + 2]?.norm ?? '') ||
      /^(?:belong|sit|count|rank|lie)$/.test(tokens[i + 2]?.norm ?? '')) &&
    tokens.slice(from, i).some((token) => finite.test(token.norm));
  if (spliced || counted) return true;
  if (tokens[i]?.text !== ',' || !/^(?:and|so|since|or|yet|only)$/.test(word?.norm ?? '')) return false;
  if (word?.norm !== 'since' && !tokens.slice(from, i).some((token) => finite.test(token.norm))) return false;
  const subject = tokens[i + 2];
  const isCandidate = subject?.term?.meanings.some(({ kind }) => kind === 'candidate');
  if (!subject || !(newSubject.test(subject.norm) || isCandidate)) return false;
  for (let at = i + 3; at < tokens.length && at < i + 10; at += 1) {
    const token = tokens[at] as Token;
    if (finite.test(token.norm) || /^(?:ask|want|expect|call|demand)$/.test(token.norm)) return true;
    if (token.kind === 'sign' || token.term?.meanings.some(({ kind }) => kind === 'skill')) return false;
  }
  return false;
}

const newSubject =
  /^(?:the|a|an|this|that|these|those|it|he|she|they|you|we|i|somebody|someone|everybody|everyone|nobody|there|what|employer|people|her|his|your|its|their)$/;

const finite =
  /^(?:be|have|do|will|would|can|could|must|should|may|might|need|remain|lack|stand|meet|require|fall)$/;

/** "..., the other four have yet to be started". */
const opensRest = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === 'the' &&
  /^(?:other|others|rest|remainder|remaining)$/.test(tokens[at + 1]?.norm ?? '') &&
  tokens.slice(at + 2, at + 6).some((token) => finite.test(token.norm));

/** "A is met, and B and C are missing", "A is met and B is not": each half has its own subject and verb. */
function joinsClauses(tokens: readonly Token[], from: number, i: number): boolean {
  const comma = tokens[i]?.text === ',';
  const word = comma ? tokens[i + 1] : tokens[i];
  if (comma && opensRest(tokens, i + 1) && tokens.slice(from, i).some((token) => finite.test(token.norm)))
    return true;
  if (!word || !/^(?:and|or)$/.test(word.norm)) return false;
  // Without a comma "A and B" may be one list.
  if (!comma && (tokens[i - 1]?.kind === 'term' || tokens[i - 1]?.text === ',')) return false;
  const start = comma ? i + 2 : i + 1;
  const first = tokens[start];
  if (!first || finite.test(first.norm) || first.norm === 'not') return false;
  if (!tokens.slice(from, i).some((token) => finite.test(token.norm))) return false;
  let named = false;
  for (let at = start; at < tokens.length && at < start + 12; at += 1) {
    const token = tokens[at] as Token;
    if (token.term?.meanings.some((meaning) => meaning.kind === 'skill')) named = true;
    else if (finite.test(token.norm)) return named && tokens[at - 1]?.kind === 'term';
    else if (!/^(?:and|or|,|the|her|his|your|both|neither|nor|in|of|too|also|&)$/.test(token.norm))
      return false;
  }
  return false;
}

const opensAside =
  /^(?:while|although|though|whereas|unlike|because|despite|in spite of|even though|even if|given that)$/;

/** Whether the comma at `i` ends the clause that the sentence opens with ("While X is strong, Y ..."). */
function closesOpening(
  tokens: readonly Token[],
  from: number,
  i: number,
  opener: string,
  before: number,
): boolean {
  const subordinate =
    before === 0 &&
    (opensAside.test(opener) ||
      isInvertedCondition(tokens.slice(from, from + 1)) ||
      (/^(?:once|when|if|after|until|as|by|since)$/.test(tokens[from]?.norm ?? '') &&
        tokens[from + 1]?.norm !== 'it' &&
        tokens[from + 1]?.norm !== 'for' &&
        tokens[from + 1]?.norm !== 'to'));
  if (!subordinate && !(opener === 'unlike')) return false;
  const last = tokens[i - 1];
  const next = tokens[i + 1];
  if (!next) return false;
  const listed = last?.kind === 'term' && (next.kind === 'term' || /^(?:and|or|nor)$/.test(next.norm));
  return (!listed || opener === 'unlike') && i - from >= 1;
}

/** "Mateus, who deploys to X, would be ...": the comma before the verb of the main clause. */
const closesRelative = (tokens: readonly Token[], i: number, opener: string): boolean =>
  /^(?:which|who|where|(?:in|on|at|of|with|to) which)$/.test(opener) &&
  finite.test(tokens[i + 1]?.norm ?? '');

/** "Were I asked", "Had she learned it": a condition without its "if". */
export const isInvertedCondition = (tokens: readonly Token[]): boolean =>
  /^(?:Were|Had|Should)$/.test(tokens[0]?.text ?? '');
