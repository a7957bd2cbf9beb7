import type { ReportSection } from '../../../schemas/report.ts';
import { type Html, type HtmlValue, html } from './html.ts';
import { proofId, renderProofSign } from './render-proofs.ts';
import { renderSentence } from './render-sentence.ts';
import { renderTable } from './render-table.ts';

/** Gives a section of the report; `id` is unique in the page, `figure` comes after the text and before the tables. */
export function renderSection(
  section: ReportSection,
  id: string,
  options: { title?: string; marked?: boolean; proofs?: boolean; figure?: HtmlValue } = {},
): Html {
  const { title = section.title, marked = false, proofs = false, figure } = options;
  let told = 0;
  const firstTable = section.blocks.findIndex(({ kind }) => kind === 'table');
  const before = firstTable === -1 ? section.blocks.length : firstTable;
  const blocks = section.blocks.map((block, index) => {
    if (block.kind === 'table') return renderTable(block, `${id}-table-${index + 1}`);
    const sentences = block.sentences.filter(({ text }) => text.trim() !== '');
    if (sentences.length === 0) return undefined;
    const [first, ...rest] = sentences.map((sentence) => {
      const proof = proofs && renderProofSign(sentence, proofId(id, told));
      told += 1;
      return html`${renderSentence(sentence, marked)}${proof}`;
    });
    return html`
<p>${first}${rest.map((sentence) => html` ${sentence}`)}</p>`;
  });
  return html`
<section class="part" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>${blocks.slice(0, before)}${figure}${blocks.slice(before)}
</section>`;
}
