import type { Roadmap } from '../../../../schemas/fact-sheet.ts';
import type { PhaseRef } from '../../claims/phase-refs.ts';
import { agrees } from '../../figures/agrees.ts';
import { lengthOf } from '../../figures/plan-values.ts';
import { reportPlanFigure } from '../../figures/report-plan-figure.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';

/**
 * "42 of them go to the first phase, 30 to the second, 24 to the third and 16 to the fourth": bare numbers, each before
 * its phase. They are the weeks or the hours of the phases where all but one of at least three fit.
 */
export function checkRowOfLengths(
  context: CheckContext,
  { phases }: Roadmap,
  tokens: readonly Token[],
  refs: readonly PhaseRef[],
): void {
  const pairs = refs.flatMap((ref, i) => {
    const last = refs[i - 1]?.to ?? 0;
    const at = tokens.findLastIndex((token, k) => k >= last && k < ref.from && token.figure !== undefined);
    const figure = tokens[at]?.figure;
    const phase = phases[ref.index - 1];
    return phase && figure?.unit === 'count' && figure.high === null && ref.from - at <= 7 && ref.from >= 0
      ? [{ token: tokens[at] as Token, figure, phase }]
      : [];
  });
  if (pairs.length < 3 || new Set(pairs.map((pair) => pair.phase.index)).size !== pairs.length) return;
  for (const unit of ['week', 'hour'] as const) {
    const wrong = pairs.filter(({ figure, phase }) => !agrees(figure, lengthOf(phase, unit)));
    if (wrong.length !== 1) continue;
    for (const { token, phase } of wrong)
      reportPlanFigure(
        context,
        token,
        `phase ${phase.index} ${unit}s`,
        token.text,
        lengthOf(phase, unit),
        `${unit}s`,
      );
    return;
  }
}
