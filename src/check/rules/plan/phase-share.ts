import type { FactSheet, Roadmap } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { joined } from '../../claims/words-of.ts';
import { agrees } from '../../figures/agrees.ts';
import { reportPlanFigure } from '../../figures/report-plan-figure.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';

const ofWhole =
  /^of (?:the |all |its )?(?:total |whole |entire |overall )?(?:effort|time|work|workload|hour|week|plan|programme|program|roadmap|duration) (?:fall|go|be spend|be spent|belong|be devoted|be give|be due|lie) (?:to|on|in|within|with) (?:the )?/;

/** "Two thirds of the effort fall to the first two phases": the share that neighbouring phases have of the plan. */
export function checkPhaseShare(context: CheckContext, roadmap: Roadmap, sentence: ReadSentence): void {
  const { tokens } = sentence;
  tokens.forEach((token, at) => {
    const { figure } = token;
    if (figure?.unit !== 'percent') return;
    const after = joined(tokens.slice(at + 1, at + 14));
    const opening = ofWhole.exec(after)?.[0];
    if (opening === undefined) return;
    const from = at + 1 + opening.trim().split(' ').length;
    const group = groupAt(tokens, from, roadmap) ?? groupAt(tokens, from - 1, roadmap);
    if (!group) return;
    const shareOf = (unit: 'weeks' | 'hours') =>
      (100 * group.phases.reduce((sum, one) => sum + one[unit], 0)) /
      roadmap.phases.reduce((sum, one) => sum + one[unit], 0);
    if (agrees(figure, shareOf('hours')) || agrees(figure, shareOf('weeks'))) return;
    const place = { start: token.start, end: group.end };
    reportPlanFigure(context, place, 'share of the phases', token.text, Math.round(shareOf('hours')), '%');
  });
}

/** "The first two phases", "the last three phases". */
function groupAt(
  tokens: readonly Token[],
  from: number,
  { phases }: Roadmap,
): { phases: NonNullable<FactSheet['roadmap']>['phases']; end: number } | undefined {
  const [order, number, noun] = tokens.slice(from, from + 3);
  if (!order || !noun || number?.figure?.unit !== 'count' || noun.text.toLowerCase() !== 'phases')
    return undefined;
  const count = number.figure.value;
  if (count >= phases.length) return undefined;
  if (/^(?:the )?first$/.test(order.norm)) return { phases: phases.slice(0, count), end: noun.end };
  return /^(?:the )?(?:last|final)$/.test(order.norm)
    ? { phases: phases.slice(-count), end: noun.end }
    : undefined;
}
