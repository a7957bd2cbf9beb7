import { type Html, html } from '../../../render/html/html.ts';
import type { ReporterInput } from '../../define-reporter.ts';
import { formatDifference } from '../../format-score.ts';
import { measureOf } from '../words/describe-comparison.ts';
import { describeCells, describeSize } from '../words/describe-run.ts';

/** What the run was made of: models, prompts with their hashes, scorers with their margins. */
export function renderRecord({ summary, plan }: ReporterInput): Html {
  const { scorers } = summary;
  return html`
<section class="part" id="record" aria-labelledby="record-title">
<h2 id="record-title">Record</h2>
<dl class="record">
<div><dt>Size</dt><dd>${describeSize(summary)}</dd></div>
<div><dt>Cells</dt><dd>${describeCells(summary)}</dd></div>
<div><dt>Rows, SHA-256</dt><dd><code>${summary.rows}</code></dd></div>
<div><dt>Models</dt><dd>${summary.models.map((model, at) => html`${at > 0 && ', '}<bdi>${model}</bdi>`)}</dd></div>${
    plan &&
    html`
<div><dt>gapwright</dt><dd>${plan.version}</dd></div>
<div><dt>Task</dt><dd>${plan.task.id}, version ${plan.task.version}</dd></div>
<div><dt>Seed, repairs</dt><dd>${plan.seed}, at most ${plan.maxRepairs}</dd></div>${plan.partial && html`<div><dt>Cases</dt><dd>some only: a filter left others out</dd></div>`}${plan.variants.map(
      ({ name, from, prompts, style }) => html`
<div><dt>Variant <bdi>${name}</bdi></dt><dd>${from}${Object.entries(style).map(([key, value]) => `, ${key} ${value}`)}<details><summary>${Object.keys(prompts).length} prompts, SHA-256</summary><ul>${Object.entries(prompts).map(([id, hash]) => html`<li>${id} <code>${hash}</code></li>`)}</ul></details></dd></div>`,
    )}`
  }
</dl>
<details class="more"><summary>Scorers: what each measures, and its margin</summary>
<section class="scroll" aria-labelledby="scorers-caption" tabindex="0">
<table>
<caption id="scorers-caption" class="unseen">Scorers</caption>
<thead><tr><th scope="col">Scorer</th><th scope="col">What it measures</th><th scope="col">Better</th><th scope="col" class="figure">Margin</th><th scope="col">Gates</th></tr></thead>
<tbody>${scorers.map(
    (scorer) => html`
<tr><th scope="row">${scorer.title}<small>${scorer.id}</small></th><td>${scorer.description}</td><td>${scorer.better}</td><td class="figure">${formatDifference(scorer.margin, measureOf(scorers, scorer.id)).replace(/^[+±]/, '')}</td><td>${scorer.gating ? 'yes' : 'no'}</td></tr>`,
  )}
</tbody>
</table>
</section>
</details>
</section>`;
}
