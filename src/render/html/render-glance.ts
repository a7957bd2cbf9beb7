import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import { formatMeasure } from '../../facts/format.ts';
import { type Html, html } from './html.ts';
import { renderCoverage } from './render-coverage.ts';

/** Gives the strip under the title: coverage of the core skills and of all, and the size of what is to be learnt. */
export function renderGlance(facts: FactSheet): Html {
  return html`
<section class="glance" aria-labelledby="glance-title">
<h2 id="glance-title">At a glance</h2>
<div class="cards">${renderCoverage(facts.coverage.core, 'Core skills covered', 'core')}${renderCoverage(facts.coverage.all, 'All skills covered', 'all')}${renderEffort(facts)}
</div>
<p class="key">A skill that is partly held counts half.</p>
</section>`;
}

function renderEffort({ coverage, roadmap }: FactSheet): Html {
  const gaps = coverage.all.partial + coverage.all.missing;
  const { totalWeeks, totalHours, hoursPerWeek, origin, phases } = roadmap;
  const size =
    phases.length === 0
      ? html`
<p>No phase of study is planned.</p>`
      : html`
<p><strong>${formatMeasure(totalWeeks, 'week')}</strong> of study in ${formatMeasure(phases.length, 'phase')}</p>
<p>${formatMeasure(totalHours, 'hour')} at ${formatMeasure(hoursPerWeek, 'hour')} a week, ${origin === 'computed' ? 'an estimate' : 'as planned'}</p>`;
  return html`
<div class="card">
<h3>Still to learn</h3>
<p class="big">${gaps === 0 ? 'No gaps' : formatMeasure(gaps, 'gap')}</p>${size}
</div>`;
}
