import type { Comparison, ScoreSummary } from '../../../../../schemas/index.ts';
import { type Html, html } from '../../../../render/html/html.ts';
import { formatDifference, formatScore } from '../../../format-score.ts';
import { measureOf, type SummaryScorer, VERDICTS } from '../../words/describe-comparison.ts';
import { count } from '../../words/describe-run.ts';
import { type Dot, MOST_DOTS, renderAxis, renderDots, renderMean, round } from './render-dots.ts';
import { makeScale } from './scale.ts';

export interface PairedCase {
  id: string;
  index: number;
  before: number;
  after: number;
}

/** The cases that both sides have a value of. Against a baseline file the value before is what the difference says. */
export function pairCases(
  one: Comparison,
  after: ScoreSummary | undefined,
  cases: readonly { id: string }[],
): PairedCase[] {
  return cases.flatMap(({ id }, index) => {
    const [now, difference] = [after?.byCase[id], one.byCase[id]];
    if (now === undefined || now === null || difference === undefined) return [];
    return [{ id, index, before: now - difference, after: now }];
  });
}

/** Two rows of dots, one for each side, with a line from each case to itself. */
export function renderPairs(
  one: Comparison,
  pairs: readonly PairedCase[],
  { scorer, before, after }: { scorer: SummaryScorer; before?: ScoreSummary; after?: ScoreSummary },
): Html {
  const measure = measureOf([scorer], scorer.id);
  const scale = makeScale(
    [...pairs.flatMap((pair) => [pair.before, pair.after]), ...[before, after].flatMap(endsOf)],
    boundsOf(scorer),
  );
  const classOf = ({ before: from, after: to }: PairedCase) => {
    const gain = scorer.better === 'higher' ? to - from : from - to;
    return gain > 1e-12 ? 'gain' : gain < -1e-12 ? 'loss' : 'same';
  };
  const dots = (side: 'before' | 'after'): Dot[] =>
    pairs.map((pair) => ({
      value: pair[side],
      case: pair.index,
      label: `${pair.id}: ${formatScore(pair.before, measure)} to ${formatScore(pair.after, measure)}`,
      className: classOf(pair),
    }));
  const linked = pairs.length <= MOST_DOTS ? pairs : [];
  const moved = (kind: string) => pairs.filter((pair) => classOf(pair) === kind).length;
  const words = `${one.against} above, ${one.variant} below: of ${count('case', pairs.length)} ${moved('gain')} better, ${moved('loss')} worse, ${moved('same')} the same`;
  // Both rows stand on the lines between them: the first upwards, the second downwards.
  return html`<svg class="plot" width="100%" height="238" role="img" aria-label="${words}"><text class="row-name" x="0" y="12">${cut(one.against)}</text>${linked.map(
    (pair) =>
      html`<line class="link ${classOf(pair)}" x1="${scale.at(pair.before)}" x2="${scale.at(pair.after)}" y1="84" y2="130"/>`,
  )}${renderDots(dots('before'), scale, { y: 68, room: 36 })}${renderMean(one.meanAgainst, before?.interval ?? null, scale, 77)}${renderMean(one.mean, after?.interval ?? null, scale, 137)}${renderDots(dots('after'), scale, { y: 146, room: 36, down: true })}<text class="row-name" x="0" y="206">${cut(one.variant)}</text>${renderAxis(scale, 214, (value) => formatScore(round6(value), { kind: measure.kind }))}</svg>`;
}

/** The difference of each case, with what does not matter as a band, and the mean with its interval. */
export function renderDifferences(
  one: Comparison,
  pairs: readonly PairedCase[],
  scorer: SummaryScorer,
): Html {
  const measure = measureOf([scorer], scorer.id);
  const { margin } = scorer;
  const ends = one.interval ? [one.interval.low, one.interval.high] : [];
  const scale = makeScale([...pairs.map(({ before, after }) => after - before), ...ends, -margin, margin]);
  const dots = pairs.map(({ id, index, before, after }): Dot => {
    const gain = scorer.better === 'higher' ? after - before : before - after;
    return {
      value: after - before,
      case: index,
      label: `${id}: ${formatDifference(after - before, measure)}`,
      className: gain > 1e-12 ? 'gain' : gain < -1e-12 ? 'loss' : 'same',
    };
  });
  const [left, right] = scorer.better === 'higher' ? ['worse', 'better'] : ['better', 'worse'];
  const words = `Differences by case: mean ${formatDifference(one.difference, measure)}; ${VERDICTS[one.verdict].word}`;
  return html`<svg class="plot" width="100%" height="134" role="img" aria-label="${words}"><rect class="band" x="${scale.at(-margin)}" y="18" width="${round(scale.percent(margin) - scale.percent(-margin))}%" height="92"/><line class="zero" x1="${scale.at(0)}" x2="${scale.at(0)}" y1="18" y2="110"/><text class="row-name" x="0" y="12">‹ ${left}</text><text class="row-name end" x="100%" y="12">${right} ›</text>${renderDots(dots, scale, { y: 88, room: 60 })}${renderMean(one.difference, one.interval, scale, 99)}${renderAxis(scale, 110, (value) => formatDifference(round6(value), { kind: measure.kind }))}</svg>`;
}

const endsOf = (score: ScoreSummary | undefined): number[] =>
  score?.interval ? [score.interval.low, score.interval.high] : [];

const boundsOf = ({ kind }: SummaryScorer) => (kind === 'amount' ? { least: 0 } : { least: 0, most: 1 });

/** Names in a drawing cannot wrap. */
const cut = (name: string): string => (name.length > 60 ? `${name.slice(0, 59).toWellFormed()}…` : name);

/** Sums of steps carry the dust of floating point. */
const round6 = (value: number): number => Number(value.toPrecision(6));

/** One row of dots for each variant and model: of a scorer that is compared with nothing. */
export function renderSpread(
  scores: readonly ScoreSummary[],
  {
    scorer,
    cases,
    nameOf,
  }: { scorer: SummaryScorer; cases: readonly { id: string }[]; nameOf: (score: ScoreSummary) => string },
): Html {
  const measure = measureOf([scorer], scorer.id);
  const valuesOf = ({ byCase }: ScoreSummary) =>
    cases.flatMap(({ id }, index) => {
      const value = byCase[id];
      return value === undefined || value === null ? [] : [{ id, index, value }];
    });
  const scale = makeScale(
    [...scores.flatMap((score) => valuesOf(score).map(({ value }) => value)), ...scores.flatMap(endsOf)],
    boundsOf(scorer),
  );
  const height = 84;
  const bottom = scores.length * height;
  const words = `${scorer.title} by case: ${scores.map((score) => `${nameOf(score) || 'all'} mean ${formatScore(score.mean, measure)}`).join(', ')}`;
  return html`<svg class="plot" width="100%" height="${bottom + 24}" role="img" aria-label="${words}">${scores.map(
    (score, row) => {
      const y = row * height;
      const dots = valuesOf(score).map(
        ({ id, index, value }): Dot => ({
          value,
          case: index,
          label: `${id}: ${formatScore(value, measure)}`,
        }),
      );
      return html`<text class="row-name" x="0" y="${y + 12}">${cut(nameOf(score))}</text>${renderDots(dots, scale, { y: y + 62, room: 36 })}${renderMean(score.mean, score.interval, scale, y + 72)}`;
    },
  )}${renderAxis(scale, bottom, (value) => formatScore(round6(value), { kind: measure.kind }))}</svg>`;
}
