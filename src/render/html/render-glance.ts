import type { Coverage, FactSheet } from '../../../schemas/fact-sheet.ts';
import { type Words, wordsOf } from '../../language/index.ts';
import { type Html, type HtmlValue, html } from './html.ts';

/** Gives the strip under the title: coverage of the core skills and of all, the size of what is to be learnt, `figure`. */
export function renderGlance(facts: FactSheet, figure?: HtmlValue): Html {
  const words = wordsOf(facts);
  return html`
<section class="glance" aria-labelledby="glance-title">
<h2 id="glance-title">${words.say('glance.title')}</h2>
<div class="cards">${renderCoverage(facts.coverage.core, words.say('glance.core'), words)}${renderCoverage(facts.coverage.all, words.say('glance.all'), words)}${renderEffort(facts, words)}
</div>${figure}
<p class="key">${words.say('glance.half')}</p>
</section>`;
}

/** The ratio alone: its parts are in the picture beneath. */
function renderCoverage({ asked, value }: Coverage, title: string, words: Words): Html {
  const said =
    value === null
      ? words.say('glance.none')
      : html`${words.share(value)} <small>${words.say('glance.of', { n: asked, digits: words.number(asked) })}</small>`;
  return html`
<div class="card">
<h3>${title}</h3>
<p class="big">${said}</p>
</div>`;
}

/** Stands for what comes in between. */
const GAP = '\u0000';

function renderEffort({ coverage, roadmap }: FactSheet, words: Words): Html {
  const gaps = coverage.all.partial + coverage.all.missing;
  const { totalWeeks, totalHours, hoursPerWeek, origin, phases } = roadmap;
  // The length stands out; where it stands in the line is for the language to say.
  const [before, after] = words
    .say('glance.study', { weeks: GAP, phases: words.measure(phases.length, 'phase'), n: phases.length })
    .split(GAP);
  const study = html`${before}<strong>${words.measure(totalWeeks, 'week')}</strong>${after}`;
  const size =
    phases.length === 0
      ? html`
<p>${words.say('glance.no-phase')}</p>`
      : html`
<p>${study}</p>
<p>${words.say('glance.rate', { hours: words.measure(totalHours, 'hour'), perWeek: words.measure(hoursPerWeek, 'hour'), origin })}</p>`;
  return html`
<div class="card">
<h3>${words.say('glance.learn')}</h3>
<p class="big">${gaps === 0 ? words.say('glance.no-gaps') : words.measure(gaps, 'gap')}</p>${size}
</div>`;
}
