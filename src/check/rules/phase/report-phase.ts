import type { Phase } from '../../../../schemas/fact-sheet.ts';
import { teaches } from '../../facts/teaches.ts';
import type { CheckContext } from '../../types.ts';

export const isTaught = ({ facts }: CheckContext, one: Phase, skill: string): boolean =>
  teaches(one, facts.skills.get(skill) ?? { id: skill, name: skill });

export const phaseOf = (context: CheckContext, skill: string): Phase | undefined =>
  context.facts.phases.find((one) => isTaught(context, one, skill));

export function wrong(
  context: CheckContext,
  place: { start: number; end: number },
  skill: string,
  said: Phase,
  actual = `in phase ${said.index}`,
): void {
  const own = phaseOf(context, skill);
  const name = context.facts.skills.get(skill)?.name ?? skill;
  context.report({
    start: place.start,
    end: place.end,
    subject: name,
    actual: `${name} ${actual}`,
    expected: own ? `phase ${own.index} (${own.title})` : 'in no phase',
    facts: [`skill.${skill}`],
  });
}
