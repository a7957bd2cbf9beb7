import type { HouseSection } from '../render-theme.ts';
import { type Html, html } from './html.ts';

/** Gives a section of the house; the checker passes over it, since its words are not of the report. */
export function renderHouseSection({ title, blocks }: HouseSection, id: string): Html {
  const words = blocks.map((block) => {
    if (block.kind === 'heading')
      return html`
<h3>${block.text}</h3>`;
    if (block.as === 'list')
      return html`
<ul class="house">${block.texts.map((text) => html`<li>${text}</li>`)}</ul>`;
    return block.texts.map(
      (text) => html`
<p>${text}</p>`,
    );
  });
  return html`
<!-- gapwright-disable -->
<section class="part" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>${words}
</section>
<!-- gapwright-enable -->`;
}
