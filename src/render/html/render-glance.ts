import type { Coverage, FactSheet } from '../../../schemas/fact-sheet.ts';
import { formatMeasure, formatShare } from '../../facts/format.ts';
import { WORDS } from '../document/words.ts';
import { type Html, type HtmlValue, html } from './html.ts';

/** Gives the strip under the title: coverage of the core skills and of all, the size of what is to be learnt, `figure`. */
export function renderGlance(facts: FactSheet, figure?: HtmlValue): Html {
  const { glance } = WORDS;
  return html`
<section class="glance" aria-labelledby="glance-title">
<h2 id="glance-title">${glance.title}</h2>
<div class="cards">${renderCoverage(facts.coverage.core, glance.core)}${renderCoverage(facts.coverage.all, glance.all)}${renderEffort(facts)}
</div>${figure}
<p class="key">${glance.half}</p>
</section>`;
}

/** The ratio alone: its parts are in the picture beneath. */
function renderCoverage({ asked, value }: Coverage, title: string): Html {
  const said =
    value === null
      ? WORDS.glance.none
      : html`${formatShare(value)} <small>of ${formatMeasure(asked, 'skill')} asked for</small>`;
  return html`
<div class="card">
<h3>${title}</h3>
<p class="big">${said}</p>
</div>`;
}

function renderEffort({ coverage, roadmap }: FactSheet): Html {
  const gaps = coverage.all.partial + coverage.all.missing;
  const { totalWeeks, totalHours, hoursPerWeek, origin, phases } = roadmap;
  const size =
    phases.length === 0
      ? html`
<p>${WORDS.glance.noPhase}</p>`
      : html`
<p><strong>${formatMeasure(totalWeeks, 'week')}</strong> of study in ${formatMeasure(phases.length, 'phase')}</p>
<p>${formatMeasure(totalHours, 'hour')} at ${formatMeasure(hoursPerWeek, 'hour')} a week, ${origin === 'computed' ? 'an estimate' : 'as planned'}</p>`;
  return html`
<div class="card">
<h3>${WORDS.glance.learn}</h3>
<p class="big">${gaps === 0 ? WORDS.glance.noGaps : formatMeasure(gaps, 'gap')}</p>${size}
</div>`;
}
