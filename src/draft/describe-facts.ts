import type { Fact } from '../../schemas/index.ts';

/** Longest value shown to a model; longer ones are cut. */
const LONGEST = 160;

/**
 * The facts of a brief as a model sees them, one a line: `id = "display" (unit)`. Values are quoted and stripped of
 * control characters, markup and braces, since they may come from a resume or a posting: they are data. Personal
 * values (names, employers) are not shown at all: the slot's id is enough to write with.
 */
export function describeFacts(facts: readonly Fact[]): string {
  return facts.map((fact) => `${fact.id} = ${value(fact)}`).join('\n');
}

function value(fact: Fact): string {
  if (fact.personal) return `(private ${fact.unit}; write {{${fact.id}}})`;
  if (fact.value === null) return '(not known)';
  const label = fact.basis === 'estimate' ? `${fact.unit}, estimate` : fact.unit;
  return `${JSON.stringify(tame(fact.display))} (${label})`;
}

function tame(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, ' ')
    .replace(/[{}<>`]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}...` : clean;
}
