import type { FactSheet, Phase, Roadmap } from '../../../schemas/fact-sheet.ts';
import { formatList, formatMeasure } from '../../facts/format.ts';
import { type Html, html } from './html.ts';

const LEFT_REASONS: Readonly<Record<Roadmap['left'][number]['reason'], string>> = {
  horizon: 'beyond the number of weeks set',
  credential: 'a credential, not closed by study alone',
  'not-in-plan': 'in no phase of the plan given',
  prerequisite: 'waits for a prerequisite that is not scheduled',
};

/** Gives the roadmap as a list of phases, each with its weeks drawn to scale; nothing where there is no phase. */
export function renderTimeline({ roadmap }: FactSheet): Html | undefined {
  const { phases, totalWeeks, origin, left } = roadmap;
  if (phases.length === 0) return undefined;
  const basis = origin === 'computed' ? 'The hours are estimates.' : 'Phases as in the plan given.';
  return html`
<figure class="timeline" aria-labelledby="timeline-title">
<figcaption id="timeline-title"><strong>Timeline, week 1 to ${totalWeeks}.</strong> ${basis}</figcaption>
<ol>${phases.map((phase) => renderPhase(phase, totalWeeks))}
</ol>${left.length > 0 && renderLeft(left)}
</figure>`;
}

function renderPhase(phase: Phase, totalWeeks: number): Html {
  const { index, title, startWeek, endWeek, weeks, hours, skills, activities } = phase;
  const span = weeks === 1 ? `Week ${startWeek}` : `Weeks ${startWeek} to ${endWeek}`;
  const percent = (part: number) => `${Math.round((part / totalWeeks) * 10_000) / 100}%`;
  const taught = skills.map(({ name, hours: own }) =>
    own === null
      ? html`<li>${name}</li>`
      : html`<li>${name} <small>${formatMeasure(own, 'hour')}</small></li>`,
  );
  return html`
<li>
<p class="phase"><span class="number">Phase ${index}</span> <strong>${title}</strong></p>
<p class="span">${span}, ${formatMeasure(hours, 'hour')}</p>
<svg class="weeks" width="100%" height="12" role="img" aria-labelledby="phase-${index}-bar">
<title id="phase-${index}-bar">Phase ${index}: ${span.toLowerCase()} of ${totalWeeks}</title>
<rect class="track" y="5" width="100%" height="2"/>
<rect class="run" x="${percent(startWeek - 1)}" width="${percent(weeks)}" height="12" rx="3"/>
</svg>${
    taught.length > 0 &&
    html`
<ul class="skills">${taught}</ul>`
  }${
    activities.length > 0 &&
    html`
<ul class="activities">${activities.map((activity) => html`<li>${activity}</li>`)}</ul>`
  }
</li>`;
}

function renderLeft(left: Roadmap['left']): Html {
  const reasons = [...new Set(left.map(({ reason }) => reason))];
  const parts = reasons.map((reason) => {
    const names = left.filter((gap) => gap.reason === reason).map(({ name }) => name);
    return html`
<li>${formatList(names)}: ${LEFT_REASONS[reason]}</li>`;
  });
  return html`
<p class="left">Not scheduled:</p>
<ul class="left">${parts}
</ul>`;
}
