import type { Coverage } from '../../../schemas/fact-sheet.ts';
import { formatMeasure, formatShare } from '../../facts/format.ts';
import { type Html, html } from './html.ts';
import { renderMark } from './render-mark.ts';

/**
 * Gives one coverage figure as a card: the ratio, a bar of what is met, partly held and missing, and the counts in
 * words. `id` is unique in the page.
 */
export function renderCoverage(coverage: Coverage, title: string, id: string): Html {
  const { asked, met, partial, missing, value } = coverage;
  const counts = `${met} met, ${partial} partly held, ${missing} missing`;
  if (value === null) {
    return html`
<div class="card">
<h3>${title}</h3>
<p class="big">None asked for</p>
</div>`;
  }
  return html`
<div class="card">
<h3>${title}</h3>
<p class="big">${formatShare(value)} <small>of ${formatMeasure(asked, 'skill')} asked for</small></p>
<svg class="bar" width="100%" height="14" role="img" aria-labelledby="${id}-bar">
<title id="${id}-bar">${title}: ${counts}</title>
<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="3" height="6"/></pattern></defs>
<rect class="track" width="100%" height="14"/>
<rect class="met" width="${percent(met, asked)}" height="14"/>
<rect x="${percent(met, asked)}" width="${percent(partial, asked)}" height="14" fill="url(#${id}-hatch)"/>
</svg>
<p class="counts">${renderMark('met', `${met} met`)} ${renderMark('partial', `${partial} partly`)} ${renderMark('missing', `${missing} missing`)}</p>
</div>`;
}

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 10_000) / 100}%`;
}
