import { type Html, html } from '../../../render/html/html.ts';
import type { ReporterInput } from '../../define-reporter.ts';
import { describeAa } from '../words/describe-aa.ts';
import { describeScore, scoresOf } from '../words/describe-score.ts';

/** Every scorer by variant and model, with what has no value. */
export function renderScores({ summary }: ReporterInput): Html {
  const { scorers, variants, models } = summary;
  const rows = scorers.flatMap((scorer) =>
    scoresOf(summary, scorer.id).map((score, at) => {
      const { mean, interval, spread, unit, gaps } = describeScore(score, scorers);
      const wrong = score.errors > 0 || (score.missing > 0 && scorer.gating);
      return html`
<tr><th scope="row">${at === 0 ? html`${scorer.title}<small>${scorer.id}${scorer.gating ? '' : ', no gate rests on it'}</small>` : html`<span class="unseen">${scorer.title}</span>`}</th>${variants.length > 1 && html`<td><bdi>${score.variant}</bdi></td>`}${models.length > 1 && html`<td><bdi>${score.model}</bdi></td>`}<td class="figure">${mean}${unit !== '' && html`<small>${unit}</small>`}</td><td class="figure">${interval}<small>${score.intervalMethod}</small></td><td class="figure">${spread || '–'}</td><td class="figure">${score.values}</td><td${wrong && html` class="warnings"`}>${gaps || 'none'}</td></tr>`;
    }),
  );
  return html`
<section class="part" id="scores" aria-labelledby="scores-title">
<h2 id="scores-title">Scores</h2>
<p class="lead">Means over cases, repeats averaged first. A value that is not there is counted, never taken for 0 or for a pass.</p>
<section class="scroll" aria-labelledby="scores-caption" tabindex="0">
<table>
<caption id="scores-caption" class="unseen">Scores by variant and model</caption>
<thead><tr><th scope="col">Scorer</th>${variants.length > 1 && html`<th scope="col">Variant</th>`}${models.length > 1 && html`<th scope="col">Model</th>`}<th scope="col" class="figure">Mean</th><th scope="col" class="figure">95 % interval</th><th scope="col" class="figure">Spread: cases / repeats</th><th scope="col" class="figure">Values</th><th scope="col">Without a value</th></tr></thead>
<tbody>${rows}
</tbody>
</table>
</section>
</section>`;
}

/** What an A/A run says of the harness; nothing for any other run. */
export function renderNoise({ aa, summary }: ReporterInput): Html | undefined {
  if (!aa) return undefined;
  const { words, rows } = describeAa(aa, summary.scorers);
  return html`
<section class="part" id="noise" aria-labelledby="noise-title">
<h2 id="noise-title">Noise: the same prompt twice</h2>
<p class="lead">${words}</p>
<section class="scroll" aria-labelledby="noise-caption" tabindex="0">
<table>
<caption id="noise-caption" class="unseen">False alarms by scorer</caption>
<thead><tr><th scope="col">Scorer</th><th scope="col" class="figure">False alarms</th><th scope="col" class="figure">Chance reaches</th></tr></thead>
<tbody>${rows.map(
    ({ scorer, falseAlarms, noiseFloor }) => html`
<tr><th scope="row">${scorer}</th><td class="figure">${falseAlarms}</td><td class="figure">${noiseFloor}</td></tr>`,
  )}
</tbody>
</table>
</section>
</section>`;
}
