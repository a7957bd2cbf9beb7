import type { AskedSkill, FactSheet, Tier } from '../../schemas/index.ts';
import { SMALL_SAMPLE } from '../language/index.ts';
import { type Piece, piece, slot, words } from './phrase.ts';
import type { Style } from './style.ts';

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

/**
 * A share with its noun: "62% of postings"; counted over few postings "four of the five postings", since a percentage
 * would say more than is known.
 */
export function shareOf(facts: FactSheet, { id, sample }: Pick<AskedSkill, 'id' | 'sample'>): Piece {
  const small = sample !== undefined && sample.of < SMALL_SAMPLE;
  return piece(facts, 'share.of-postings', {
    kind: small ? (sample.of === 1 ? 'one' : 'many') : 'percent',
    share: slot(`skill.${id}.share`),
  });
}

/** Whether the sheet has this fact with a value. */
export function knows(facts: FactSheet, id: string): boolean {
  return facts.facts.some((fact) => fact.id === id && fact.value !== null);
}

/** The candidate as the subject of a sentence: by name, or "you" in a report addressed to her. */
export function nameOf(facts: FactSheet, { person }: Style): Piece {
  return person === 'second' ? piece(facts, 'name.you') : slot('candidate.name');
}

/** Who is spoken of, to choose the forms of a message by: `you`, `they`, `she` or `he`. */
export function whoOf({ person, pronoun }: Style): string {
  return person === 'second' ? 'you' : pronoun;
}
