import type { Card, CardsBlock } from '../document/report-document.ts';
import { readWebHref } from '../read-web-href.ts';
import { type Html, html } from './html.ts';
import { renderTable } from './render-table.ts';

/** Gives resources as cards side by side, one below the other on a phone, and their table. `id` is unique in the page. */
export function renderCards({ title, cards, table, sameAsTable }: CardsBlock, id: string): Html {
  return html`
<div class="offers">
<p class="offers-title" id="${id}-title">${title}</p>
<ul class="resources" aria-labelledby="${id}-title">${cards.map(renderCard)}
</ul>
<details class="data"><summary>${sameAsTable}</summary>${renderTable(table, id)}</details>
</div>`;
}

function renderCard({ title, href, provider, kind, closes, details, cost, labels }: Card): Html {
  const target = readWebHref(href);
  const pairs = [
    ...(closes.length === 0 ? [] : [{ label: labels.for, value: closes.join(', ') }]),
    ...details,
    ...(cost === '' ? [] : [{ label: labels.cost, value: cost }]),
  ];
  return html`
<li class="resource">
<p class="resource-title">${target === undefined ? title : html`<a href="${target}" rel="noopener noreferrer">${title}</a>`}</p>
<p class="resource-by">${[provider, kind].filter(Boolean).join(' · ')}</p>
<dl>${pairs.map(
    ({ label, value }) => html`
<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}
</dl>
</li>`;
}
