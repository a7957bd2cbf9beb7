import type { CheckContext } from '../types.ts';

/** Reports a length of the plan that is not what the plan says. */
export function reportPlanFigure(
  context: CheckContext,
  at: { start: number; end: number },
  subject: string,
  actual: string,
  expected: number,
  unit: string,
): void {
  context.report({
    start: at.start,
    end: at.end,
    subject,
    actual,
    expected: `${expected} ${unit}`,
    facts: ['roadmap.weeks', 'roadmap.hours'].filter((id) =>
      context.sheet?.facts.some((fact) => fact.id === id),
    ),
  });
}
