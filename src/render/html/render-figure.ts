import type { Words } from '../../language/index.ts';
import { cleanText } from '../clean-text.ts';
import type { Figure } from '../document/report-document.ts';
import { Html, html } from './html.ts';
import { renderTable } from './render-table.ts';

/**
 * Gives a picture as it stands in every format, with its table. Of its two widths the style sheet shows the one that
 * the screen has room for; both are one image to assistive technology, whose words are the text alternative.
 */
export function renderFigure(figure: Figure, narrow: Figure, words: Words): Html {
  const { id, title, alt, table } = figure;
  return html`
<figure class="chart" aria-labelledby="${id}-title">
<figcaption id="${id}-title">${cleanText(title)}</figcaption>
<span class="unseen" id="${id}-alt">${cleanText(alt)}</span>
<div class="picture" role="img" aria-labelledby="${id}-alt">${draw(figure, 'wide')}${draw(narrow, 'narrow')}</div>
<details class="data"><summary>${words.say('doc.same-as-table')}</summary>${renderTable(table, `${id}-data`)}</details>
</figure>`;
}

/** Made by the charts, which escape what they are given. */
function draw({ svg }: Figure, kind: 'wide' | 'narrow'): Html {
  return new Html(svg.replace('<svg ', `<svg class="${kind}" aria-hidden="true" focusable="false" `));
}
