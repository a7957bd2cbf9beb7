import type { ScoreSummary } from '../../../../schemas/index.ts';
import { showText } from '../../../findings/show-text.ts';
import { describeScore, scoresOf } from '../words/describe-score.ts';
import type { TerminalPage } from './terminal-page.ts';
import { renderTextTable, type TextCell, type TextColumn } from './text-table.ts';

/** Every scorer by variant and model: mean, interval, spread, and what has no value. */
export function renderScores({ input: { summary }, width, paint }: TerminalPage): string[] {
  const { scorers, variants, models } = summary;
  const dim = (text: string): TextCell => ({ text, paint: (shown) => paint('dim', shown) });
  const nameOf = ({ variant, model }: ScoreSummary) =>
    [variants.length > 1 && variant, models.length > 1 && model].filter(Boolean).join(', ');
  const rows = scorers.flatMap((scorer) =>
    scoresOf(summary, scorer.id).map((score, at): TextCell[] => {
      const { mean, interval, spread, unit, gaps } = describeScore(score, scorers);
      const name = at === 0 ? `${showText(scorer.id)}${scorer.gating ? '' : ' ·'}` : '';
      const wrong = score.errors > 0 || (score.missing > 0 && scorer.gating);
      return [
        scorer.gating ? { text: name } : dim(name),
        { text: showText(nameOf(score)) },
        { text: mean },
        dim(interval),
        dim(spread),
        dim(showText(unit)),
        wrong ? { text: gaps, paint: (shown) => paint('red', shown) } : { text: gaps },
      ];
    }),
  );
  if (rows.length === 0) return [];
  const columns: TextColumn[] = [
    { title: 'scorer', least: 14 },
    { title: 'of', least: 18 },
    { title: 'mean', align: 'right' },
    { title: '95 % interval', align: 'right', drop: 1 },
    { title: 'sd cases/repeats', align: 'right', drop: 3 },
    { title: '', drop: 2 },
    { title: 'without a value', least: 18 },
  ];
  // A column that says nothing takes no room.
  const kept = columns.map((_, at) => rows.some((row) => (row[at]?.text ?? '') !== ''));
  const pick = <T>(list: readonly T[]) => list.filter((_, at) => kept[at]);
  return [
    paint('bold', 'Scores'),
    ...renderTextTable(pick(columns), rows.map(pick), {
      width,
      indent: '  ',
      paintTitle: (text) => paint('dim', text),
    }),
    ...(scorers.some(({ gating }) => !gating) ? [paint('dim', '  · no gate rests on it')] : []),
  ];
}
