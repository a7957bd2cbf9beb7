import type { Comparison } from '../../../../schemas/index.ts';
import { type Html, html } from '../../../render/html/html.ts';
import type { ReporterInput } from '../../define-reporter.ts';
import { type ComparisonGroup, groupComparisons, VERDICTS } from '../words/describe-comparison.ts';
import { count } from '../words/describe-run.ts';
import { scoresOf } from '../words/describe-score.ts';
import { MOST_DOTS } from './svg/render-dots.ts';
import { pairCases, renderDifferences, renderPairs, renderSpread } from './svg/render-pairs.ts';

/** Distributions and pairs: a plot for each comparison, or for each scorer where nothing is compared. */
export function renderPlots(input: ReporterInput): Html {
  const { summary } = input;
  const groups = groupComparisons(summary);
  const many = summary.cases.length > MOST_DOTS;
  return html`
<section class="part" id="plots" aria-labelledby="plots-title">
<h2 id="plots-title">Plots</h2>
<p class="lead">${
    many
      ? `Bars count cases: with more than ${MOST_DOTS} of them single dots could not be told apart.`
      : 'A dot is a case; point at it for its name, click it to read its reports.'
  }</p>
<p class="key" aria-hidden="true"><span><svg width="10" height="10"><circle class="dot gain" cx="5" cy="5" r="4"/></svg> better</span><span><svg width="10" height="10"><circle class="dot loss" cx="5" cy="5" r="4"/></svg> worse</span><span><svg width="10" height="10"><circle class="dot" cx="5" cy="5" r="4"/></svg> the same</span><span><svg class="plot" width="34" height="12"><line class="interval" x1="4" x2="30" y1="6" y2="6"/><circle class="mean" cx="17" cy="6" r="5"/></svg> mean and interval</span></p>${
    groups.length > 0
      ? groups.map((group) => renderGroup(input, group))
      : html`
<div class="plots">${summary.scorers.map((scorer) => {
          const scores = scoresOf(summary, scorer.id).filter(({ mean }) => mean !== null);
          return (
            scores.length > 0 &&
            html`
<figure class="card plot-card"><figcaption><strong>${scorer.title}</strong><small>${scorer.description}</small></figcaption>${renderSpread(scores, { scorer, cases: summary.cases, nameOf: ({ variant, model }) => [summary.variants.length > 1 && variant, summary.models.length > 1 && model].filter(Boolean).join(', ') })}</figure>`
          );
        })}
</div>`
  }
</section>`;
}

function renderGroup(
  input: ReporterInput,
  { variant, against, model, gating, exploratory }: ComparisonGroup,
): Html {
  return html`
<h3><bdi>${variant}</bdi> against <bdi>${against}</bdi>, <bdi>${model}</bdi></h3>
<div class="plots">${gating.map((one) => renderComparison(input, one))}
</div>${
    exploratory.length > 0 &&
    html`
<details class="more"${gating.length === 0 && html` open`}><summary>Hints: ${count('scorer', exploratory.length)} that no gate rests on</summary>
<div class="plots">${exploratory.map((one) => renderComparison(input, one))}
</div>
</details>`
  }`;
}

function renderComparison({ summary }: ReporterInput, one: Comparison): Html | undefined {
  const scorer = summary.scorers.find(({ id }) => id === one.scorer);
  if (!scorer) return undefined;
  const scoreOf = (variant: string) =>
    scoresOf(summary, scorer.id).find((score) => score.variant === variant && score.model === one.model);
  const [before, after] = [
    one.against === 'baseline' ? undefined : scoreOf(one.against),
    scoreOf(one.variant),
  ];
  const pairs = pairCases(one, after, summary.cases);
  if (pairs.length === 0) return undefined;
  const kind = one.gating ? one.verdict : 'hint';
  return html`
<figure class="card plot-card"><figcaption><strong>${scorer.title}</strong><span class="verdict ${kind}"><span aria-hidden="true">${VERDICTS[one.verdict].mark}</span>${VERDICTS[one.verdict].word}</span><small>${scorer.description}</small></figcaption>${renderPairs(one, pairs, { scorer, ...(before && { before }), ...(after && { after }) })}${renderDifferences(one, pairs, scorer)}</figure>`;
}
