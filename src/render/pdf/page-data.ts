import type { Table } from '../../../schemas/report.ts';
import { cleanText } from '../clean-text.ts';
import { computeColumnShares } from '../column-shares.ts';
import { completeTable } from '../complete-table.ts';
import { cardLines } from '../document/card-lines.ts';
import { joinSentences } from '../document/join-sentences.ts';
import type { Block, Part, ReportDocument } from '../document/report-document.ts';
import { fitFigure } from '../fit-figure.ts';
import { findMark } from '../html/render-mark.ts';
import { readWebHref } from '../read-web-href.ts';

/** A px of a picture is 0.75 points. */
const POINTS = 0.75;
/** What is left of a page beside margins and a title, in px. */
const ROOM = { width: 634, height: 860 };

/** Gives the document as the template takes it: plain values, links that lead to the web alone. */
export function pageData(document: ReportDocument, date: string): object {
  const { language, title, about, verdict, glance, parts, making, footer } = document;
  const { language: lang, region } = new Intl.Locale(language);
  const [year, month, day] = date.split('-').map(Number);
  return {
    lang,
    region: region ?? null,
    title: cleanText(title),
    author: 'Gapwright',
    date: { year, month, day },
    palette: document.palette,
    font: document.font ?? null,
    logo: document.logo
      ? { format: document.logo.mediaType === 'image/png' ? 'png' : 'svg', bytes: [...document.logo.bytes] }
      : null,
    about: about.map(({ label, value }) => ({ label: cleanText(label), value: cleanText(value) })),
    verdict: joinSentences(verdict),
    parts: [glance, ...parts, ...(making ? [making] : [])].map(partData),
    footer: cleanText(footer),
  };
}

function partData({ title, blocks }: Part): object {
  return { title: cleanText(title), blocks: blocks.map(blockData) };
}

function blockData(block: Block): object {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text: joinSentences(block.sentences) };
    case 'heading':
      return { kind: 'heading', text: cleanText(block.text) };
    case 'words':
      return { kind: 'words', as: block.as, texts: block.texts.map(cleanText) };
    case 'pairs':
      return {
        kind: 'pairs',
        pairs: block.pairs.map(({ label, value }) => ({ label: cleanText(label), value: cleanText(value) })),
      };
    case 'cards':
      return {
        kind: 'cards',
        title: cleanText(block.title),
        cards: block.cards.map((card) => ({
          title: cleanText(card.title),
          href: readWebHref(card.href) ?? null,
          lines: cardLines(card),
        })),
      };
    case 'figure': {
      const { title, svg, alt } = block;
      return {
        kind: 'figure',
        title: cleanText(title),
        svg,
        width: fitFigure(block, ROOM).width * POINTS,
        alt: cleanText(alt),
      };
    }
    case 'table':
      return tableData(block);
  }
}

function tableData(given: Table): object {
  const table = completeTable(given);
  return {
    kind: 'table',
    caption: cleanText(table.caption),
    columns: table.columns.map(({ title, align }) => ({ title: cleanText(title), align })),
    shares: computeColumnShares(table),
    rows: table.rows.map((row) =>
      row.map(({ text, href }) => ({
        text: cleanText(text),
        href: readWebHref(href) ?? null,
        mark: findMark(text) ?? null,
      })),
    ),
  };
}
