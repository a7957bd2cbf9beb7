import type { Provenance, ReportSection, Table } from '../../../schemas/report.ts';
import { ENGLISH, type Words } from '../../language/index.ts';
import type { CardsBlock } from '../document/report-document.ts';
import { type Html, type HtmlValue, html } from './html.ts';
import { renderCards } from './render-cards.ts';
import { proofId, renderProofSign } from './render-proofs.ts';
import { renderSentence } from './render-sentence.ts';
import { renderTable } from './render-table.ts';

/** Gives a section of the report; `id` is unique in the page, `figure` comes after the text and before the tables. */
export function renderSection(
  section: ReportSection,
  id: string,
  options: {
    title?: string;
    marked?: readonly Provenance[];
    proofs?: boolean;
    figure?: HtmlValue;
    /** The language of the report. */
    words?: Words;
    /** Gives the cards that stand for a table, where there are any. */
    cards?: (table: Table) => CardsBlock | undefined;
  } = {},
): Html {
  const { title = section.title, marked = [], proofs = false, figure, words = ENGLISH, cards } = options;
  let told = 0;
  const firstTable = section.blocks.findIndex(({ kind }) => kind === 'table');
  const before = firstTable === -1 ? section.blocks.length : firstTable;
  const blocks = section.blocks.map((block, index) => {
    if (block.kind === 'table') {
      const place = `${id}-table-${index + 1}`;
      const shown = cards?.(block);
      return shown ? renderCards(shown, place) : renderTable(block, place);
    }
    const sentences = block.sentences.filter(({ text }) => text.trim() !== '');
    if (sentences.length === 0) return undefined;
    const [first, ...rest] = sentences.map((sentence) => {
      const proof = proofs && renderProofSign(sentence, proofId(id, told), words);
      told += 1;
      return html`${renderSentence(sentence, marked, words)}${proof}`;
    });
    return html`
<p>${first}${rest.map((sentence) => html` ${sentence}`)}</p>`;
  });
  return html`
<section class="part" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>${blocks.slice(0, before)}${figure}${blocks.slice(before)}
</section>`;
}
