import type { SkillClaim } from '../../claims/claim.ts';
import type { Clause } from '../../claims/clause.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { has } from '../../claims/words-of.ts';
import type { Token } from '../../tokens/token.ts';
import { table } from '../../words/table.ts';

export const tierWords: Readonly<Record<string, 'core' | 'preferred' | 'emerging'>> = table({
  core: 'core',
  preferred: 'preferred',
  emerging: 'emerging',
});

/** "Three core skills that ...": which of them are counted is not read. */
export const isNarrowed = (tokens: readonly Token[], end: number): boolean =>
  /^(?:that|which|who|whose|with|without|like|such|from|in|on|beyond|besides|worth)$/.test(
    tokens[end]?.norm ?? '',
  ) && !/^(?:all|total|the|this|full|sum|question)$/.test(tokens[end + 1]?.norm ?? '');

/** Whether nothing unread follows a predicate: "are there without being sufficient" says less than "are there". */
export function isWhole(clause: Clause, sentence: ReadSentence, to: number): boolean {
  const end = clause.tokens[to - 1]?.end ?? clause.end;
  const rest = sentence.tokens.filter((token) => token.start >= end);
  const first = rest[0];
  if (!first) return true;
  const next = /^[,–—(]$/.test(first.text) ? rest[1] : first;
  if (
    /^(?:without|though|although|if|when|unless|only|partly|in|yet|albeit|save|except)$/.test(
      next?.norm ?? '',
    )
  )
    return (
      next?.norm === 'in' && !/^(?:part|name|outline|theory)$/.test(rest[rest.indexOf(next) + 1]?.norm ?? '')
    );
  return first.norm !== 'but' || !/^(?:not|only|one|in)$/.test(rest[1]?.norm ?? '');
}

/** "The core comprises four skills": the tier stands before the number. */
export function inTier(tokens: readonly Token[], at: number, part: Part | undefined): Part | undefined {
  if (part?.tier !== 'all' || part.of !== undefined) return part;
  const verb = tokens.findLastIndex(
    (token, i) =>
      i < at &&
      i >= at - 3 &&
      /^(?:comprise|consist|contain|have|hold|include|number|count)$/.test(token.norm),
  );
  const tier = tokens
    .slice(0, Math.max(0, verb))
    .map((token) => tierWords[token.norm])
    .find((one) => one !== undefined);
  return verb > 0 && tier ? { ...part, tier } : part;
}

/** "Core: 4 of 7 met": the label of the block names the tier. */
export function labelled(sentence: ReadSentence, part: Part | undefined): Part | undefined {
  if (part?.tier !== 'all' || part.of === undefined) return part;
  const tiers = [...new Set(sentence.read.label.flatMap((token) => tierWords[token.norm] ?? []))];
  if (tiers.length > 1) return undefined;
  return tiers[0] ? { ...part, tier: tiers[0] } : part;
}

export interface Part {
  tier: 'core' | 'preferred' | 'emerging' | 'all';
  /** The whole that is named: seven in "six of the seven core skills". */
  of: number | undefined;
  end: number;
}

/** What follows a number: "core skills", "of the seven core skills", "of the skills". */
export function partOf(tokens: readonly Token[], from: number): Part | undefined {
  let i = from;
  let of: number | undefined;
  let partial = false;
  if (tokens[i]?.norm === 'of') {
    partial = true;
    i += 1;
    if (/^(?:the|these|those|its)$/.test(tokens[i]?.norm ?? '')) i += 1;
    const whole = tokens[i]?.figure;
    if (whole?.unit === 'count') {
      of = whole.value;
      i += 1;
    }
  }
  let tier: Part['tier'] = 'all';
  if (/^(?:further|other|more|additional)$/.test(tokens[i]?.norm ?? '')) i += 1;
  const word = tierWords[tokens[i]?.norm ?? ''];
  if (word) {
    tier = word;
    i += 1;
  }
  const noun = tokens[i];
  if (
    of !== undefined &&
    tier === 'all' &&
    noun?.kind === 'word' &&
    /^(?:meet|met|missing|partly|held|hold|gap|fully|covered|cover|absent|be)$/.test(noun.norm)
  )
    return { tier, of, end: i };
  if (!noun || !/^(?:skill|requirement|one|competency|qualification)$/.test(noun.norm)) return undefined;
  if (noun.norm === 'one' && tier === 'all') return undefined;
  if (partial && of === undefined && tier === 'all') return undefined;
  return { tier, of, end: i + 1 };
}

/** "3 of 8 met": a bare participle. */
export const bare: Readonly<Record<string, SkillClaim['says']>> = table({
  meet: 'enough',
  met: 'enough',
  missing: 'lack',
  absent: 'lack',
  hold: 'held',
  cover: 'enough',
});

export function predicateAfter(
  clause: Clause,
  from: number,
): { says: SkillClaim['says']; to: number } | undefined {
  const word = bare[clause.tokens[from]?.norm ?? ''];
  if (word && !/^(?:in)$/.test(clause.tokens[from + 1]?.norm ?? '')) return { says: word, to: from + 1 };
  const hit = clause.hits.find(
    (one) =>
      one.from >= from &&
      one.from - from <= 5 &&
      one.cue.effect &&
      (one.cue.at.includes('subject') || one.cue.at.includes('noun')),
  );
  if (
    !hit?.cue.effect ||
    clause.tokens
      .slice(from, hit.from)
      .some(
        (token) =>
          token.kind === 'term' || token.figure || /^(?:there|without|present|place)$/.test(token.norm),
      )
  )
    return undefined;
  const denied = hit.negated || has(clause.tokens.slice(from, hit.from), /^(?:not|never)$/);
  const opposite: Partial<Record<string, SkillClaim['says']>> = {
    held: 'lack',
    lack: 'held',
    gap: 'enough',
    enough: 'gap',
  };
  // "Fully in place" is more than in place.
  const full = has(
    clause.tokens.slice(Math.max(from, hit.from - 1), hit.to),
    /^(?:fully|completely|entirely|wholly)$/,
  );
  const effect = full && hit.cue.effect === 'held' ? 'enough' : hit.cue.effect;
  const says = denied ? opposite[effect] : effect;
  return says ? { says, to: hit.to } : undefined;
}
