import { cleanText } from '../clean-text.ts';
import type { Figure } from '../document/report-document.ts';
import { Html, html } from './html.ts';
import { renderTable } from './render-table.ts';

/** Gives a picture as it stands in every format, in a region that scrolls where the screen is narrow, and its table. */
export function renderFigure(figure: Figure): Html {
  const { id, title, svg, alt, table } = figure;
  // Made by the charts, which escape what they are given.
  const picture = new Html(svg.replace('<svg ', `<svg role="img" aria-labelledby="${id}-alt" `));
  return html`
<figure class="chart" aria-labelledby="${id}-title">
<figcaption id="${id}-title">${cleanText(title)}</figcaption>
<span class="unseen" id="${id}-alt">${cleanText(alt)}</span>
<div class="picture" role="group" aria-labelledby="${id}-title" tabindex="0">${picture}</div>
<details class="data"><summary>The same as a table</summary>${renderTable(table, `${id}-data`)}</details>
</figure>`;
}
