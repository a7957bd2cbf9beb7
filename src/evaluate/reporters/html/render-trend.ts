import { type Html, html } from '../../../render/html/html.ts';
import type { PastRun, ReporterInput } from '../../define-reporter.ts';
import { type Trend, trendsOf } from '../words/trends.ts';
import { renderSparkline } from './svg/render-sparkline.ts';

/** Means of earlier runs and of this one; nothing where there was no earlier run. */
export function renderTrend(input: ReporterInput, history: readonly PastRun[]): Html | undefined {
  const trends = trendsOf(input.summary, history);
  const [first] = trends;
  if (!first) return undefined;
  return html`
<section class="part" id="trend" aria-labelledby="trend-title">
<h2 id="trend-title">Trend</h2>
<p class="lead">Means of <bdi>${input.summary.variants[0]}</bdi> in ${first.points.length} runs over all cases, oldest first, this one last. A line is no test: prompts, cases and models may have changed between runs.</p>
<section class="scroll" aria-labelledby="trend-caption" tabindex="0">
<table>
<caption id="trend-caption" class="unseen">Means by run</caption>
<thead><tr><th scope="col">Scorer</th><th scope="col">Means</th><th scope="col" class="figure">First</th><th scope="col" class="figure">Before</th><th scope="col" class="figure">Now</th><th scope="col" class="figure">Since the run before</th></tr></thead>
<tbody>${trends.map(renderRow)}
</tbody>
</table>
</section>
</section>`;
}

function renderRow({ scorer, points, first, before, now, change }: Trend): Html {
  const label = `${scorer.title} over ${points.length} runs: from ${first} to ${now}`;
  return html`
<tr><th scope="row">${scorer.title}<small>${scorer.better} is better</small></th><td>${renderSparkline(
    points.map(({ mean }) => mean),
    label,
  )}</td><td class="figure">${first}</td><td class="figure">${before}</td><td class="figure">${now}</td><td class="figure">${change}</td></tr>`;
}
