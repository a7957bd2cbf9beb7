import type { Fact, Source } from '../../schemas/index.ts';

/** Where a fact comes from, in words: `role skills[name=Wound Care].tier`, or the rule that computed it. */
export function describeSource({ input, path, rule }: Source): string {
  if (input === 'computed' || path === '') return `${input}: ${rule}`;
  return `${input} ${path}`;
}

/** A fact on one line: id, value as prose writes it, source. */
export function describeFact(fact: Fact): string {
  return `${fact.id} = ${fact.display} (${describeSource(fact.source)})`;
}
