import { formatDifference, formatScore } from '../../../format-score.ts';
import type { PageCell, PageData, PageScorer } from '../page-data.ts';
import { make } from './elements.ts';

/** The scores of two cells beside each other, with what each rests on. */
export function renderScores(
  { scorers }: PageData,
  left: PageCell | undefined,
  right: PageCell | undefined,
): HTMLElement {
  const rows = scorers.map((scorer, index) => {
    const [a, b] = [left?.values[index] ?? null, right?.values[index] ?? null];
    const difference = a !== null && b !== null && left !== right ? b - a : null;
    const gain = scorer.better === 'higher' ? (difference ?? 0) : -(difference ?? 0);
    return make(
      'tr',
      {},
      make('th', { scope: 'row', title: scorer.description }, scorer.title),
      renderValue(scorer, index, left),
      renderValue(scorer, index, right),
      make(
        'td',
        { class: gain > 0 ? 'figure gain' : gain < 0 ? 'figure loss' : 'figure' },
        difference === null ? '–' : formatDifference(difference, scorer),
        gain !== 0 && make('span', { class: 'unseen' }, gain > 0 ? ' (better)' : ' (worse)'),
      ),
    );
  });
  const head = ['Scorer', 'Left', 'Right', 'Right − left'].map((title, at) =>
    make('th', { scope: 'col', class: at > 0 ? 'figure' : undefined }, title),
  );
  return make(
    'table',
    {},
    make('caption', { class: 'unseen' }, 'Scores of both sides'),
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...rows),
  );
}

function renderValue(scorer: PageScorer, index: number, cell: PageCell | undefined): HTMLElement {
  const why = cell?.why?.[index];
  const evidence = cell?.evidence?.[index];
  const value = cell?.values[index] ?? null;
  return make(
    'td',
    { class: 'figure' },
    value === null ? '–' : formatScore(value, scorer),
    why !== undefined && make('span', { class: 'why' }, why),
    evidence !== undefined &&
      make(
        'details',
        { class: 'evidence' },
        make('summary', {}, 'why'),
        make('ul', {}, ...evidence.map((line) => make('li', {}, line))),
      ),
  );
}
