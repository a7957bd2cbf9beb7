import type { AskedSkill, FactSheet, Tier } from '../../schemas/index.ts';
import { SMALL_SAMPLE } from '../facts/index.ts';
import { type Piece, slot, words } from './phrase.ts';
import { formsOf, type Style } from './style.ts';

/** The gaps, most pressing first. */
export function gapsByRank(facts: FactSheet): AskedSkill[] {
  return facts.skills.filter((skill) => skill.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

/** The skills of a tier in one status. */
export function inTier(facts: FactSheet, tier: Tier, status?: AskedSkill['status']): AskedSkill[] {
  return facts.skills.filter(
    (skill) => skill.tier === tier && (status === undefined || skill.status === status),
  );
}

/** The name of a skill, resting on its status. */
export function skillName(skill: Pick<AskedSkill, 'id' | 'name'>): Piece {
  return words(skill.name, `skill.${skill.id}`, `skill.${skill.id}.status`);
}

/** A list of the sheet as a slot, resting on the status of all its members. */
export function listOf(id: string, skills: readonly Pick<AskedSkill, 'id'>[]): Piece {
  return words(
    `{{${id}}}`,
    id,
    ...skills.flatMap((skill) => [`skill.${skill.id}`, `skill.${skill.id}.status`]),
  );
}

/** A count and its noun: "{{count.extra}} other skills". */
export function countOf(id: string, count: number, one: string, many = `${one}s`): Piece {
  return words(`{{${id}}} ${count === 1 ? one : many}`, id);
}

/**
 * A share with its noun: "62% of postings"; counted over few postings "four of the five postings", since a percentage
 * would say more than is known.
 */
export function shareOf({ id, sample }: Pick<AskedSkill, 'id' | 'sample'>): Piece {
  const fact = `skill.${id}.share`;
  if (!sample || sample.of >= SMALL_SAMPLE) return words(`{{${fact}}} of postings`, fact);
  return words(`{{${fact}}} ${sample.of === 1 ? 'posting' : 'postings'}`, fact);
}

/** Whether the sheet has this fact with a value. */
export function knows(facts: FactSheet, id: string): boolean {
  return facts.facts.some((fact) => fact.id === id && fact.value !== null);
}

/** "all {{count}}", and "both" for two. */
export function allOf(id: string, count: number): Piece {
  return count === 2 ? words('both', id) : words(`all {{${id}}}`, id);
}

/** The candidate as the subject of a sentence: by name, or "you" in a report addressed to her. */
export function candidateOf(style: Style): {
  name: Piece;
  verb(singular: string, plural: string): string;
  resume: Piece;
} {
  if (style.person === 'second') {
    return { name: words('you'), verb: formsOf(style).verb, resume: words('your resume') };
  }
  const name = slot('candidate.name');
  return {
    name,
    verb: (singular) => singular,
    resume: words('the resume of {{candidate.name}}', 'candidate.name'),
  };
}
