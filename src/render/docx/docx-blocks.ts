import { Buffer } from 'node:buffer';
import type * as Docx from 'docx';
import type { Table } from '../../../schemas/report.ts';
import { cleanText } from '../clean-text.ts';
import { computeColumnShares } from '../column-shares.ts';
import { completeTable } from '../complete-table.ts';
import { cardLines } from '../document/card-lines.ts';
import { joinSentences } from '../document/join-sentences.ts';
import type { Block, Card, CardsBlock, Figure, Part, ReportDocument } from '../document/report-document.ts';
import { fitFigure } from '../fit-figure.ts';
import { findMark } from '../html/render-mark.ts';
import { readWebHref } from '../read-web-href.ts';
import type { Palette } from '../render-theme.ts';
import { signOf } from './status-signs.ts';
import { hex } from './styles.ts';

type Child = Docx.Paragraph | Docx.Table;
type Pairs = readonly { readonly label: string; readonly value: string }[];

/** A4 with margins of 21 mm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 1_190;
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
/** What is left of a page beside margins and a title, in px. */
const ROOM = { width: TEXT_WIDTH / 15, height: 860 };

/** A logo as PNG, with its size in px. */
export interface Logo {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Tables of fewer rows than this are not broken over pages. */
const WHOLE = 12;

/** Room for a logo, in px. */
const LOGO = { width: 240, height: 56 };

/** Makes the parts of a document with the package given: it is loaded on demand, so its classes are not imported. */
export class DocxBlocks {
  readonly #docx: typeof Docx;
  readonly #pictures: ReadonlyMap<Figure, Buffer>;
  readonly #logo: Logo | undefined;
  readonly #palette: Palette;
  #drawn = 0;

  constructor(
    docx: typeof Docx,
    pictures: ReadonlyMap<Figure, Buffer>,
    { palette, logo }: { palette: Palette; logo?: Logo | undefined },
  ) {
    this.#palette = palette;
    this.#logo = logo;
    this.#docx = docx;
    this.#pictures = pictures;
  }

  section({
    title,
    palette,
    about,
    verdict,
    glance,
    parts,
    making,
    footer,
  }: ReportDocument): Docx.ISectionOptions {
    const { Header, Footer } = this.#docx;
    const foot = () => new Footer({ children: [this.#footer(cleanText(footer))] });
    return {
      properties: {
        titlePage: true,
        page: {
          size: PAGE,
          margin: { left: MARGIN, right: MARGIN, top: 1_360, bottom: 1_250, header: 620, footer: 560 },
        },
      },
      headers: {
        first: new Header({ children: [this.#paragraph('', 'Running')] }),
        default: new Header({
          children: [this.#paragraph(cleanText(title), 'Running', this.#rule('bottom'))],
        }),
      },
      footers: { first: foot(), default: foot() },
      children: [
        ...this.#drawLogo(),
        new this.#docx.Paragraph({
          text: cleanText(title),
          heading: this.#docx.HeadingLevel.TITLE,
          border: {
            top: { style: this.#docx.BorderStyle.SINGLE, size: 36, color: hex('accent', palette), space: 12 },
          },
        }),
        ...this.#about(about),
        ...(verdict.length === 0
          ? []
          : [this.#paragraph(joinSentences(verdict), 'Verdict', this.#rule('top', 'bottom'))]),
        ...[glance, ...parts, ...(making ? [making] : [])].flatMap((part) => this.#part(part)),
      ],
    };
  }

  #part({ title, blocks }: Part): Child[] {
    const { HeadingLevel, Paragraph } = this.#docx;
    return [
      new Paragraph({ text: cleanText(title), heading: HeadingLevel.HEADING_1 }),
      ...blocks.flatMap((block) => this.#block(block)),
    ];
  }

  #block(block: Block): Child[] {
    const { HeadingLevel, Paragraph } = this.#docx;
    switch (block.kind) {
      case 'heading':
        return [new Paragraph({ text: cleanText(block.text), heading: HeadingLevel.HEADING_2 })];
      case 'paragraph':
        return [this.#paragraph(joinSentences(block.sentences))];
      case 'words':
        return block.texts.map((text) =>
          block.as === 'list'
            ? this.#paragraph(cleanText(text), 'ListParagraph', {
                numbering: { reference: 'bullets', level: 0 },
              })
            : this.#paragraph(cleanText(text)),
        );
      case 'pairs':
        return this.#pairs(block.pairs);
      case 'cards':
        return this.#cards(block);
      case 'figure':
        return this.#figure(block);
      case 'table':
        return this.#table(completeTable(block));
    }
  }

  /** Two side by side: a table for the eye alone, whose rows stay whole. */
  #cards({ title, cards }: CardsBlock): Child[] {
    const { TableRow } = this.#docx;
    const shares = [0.5, 0.5];
    const rows = Array.from({ length: Math.ceil(cards.length / 2) }, (_, at) => {
      const [left, right] = cards.slice(at * 2, at * 2 + 2);
      return new TableRow({
        cantSplit: true,
        children: [left, right].map((card) =>
          this.#cell(card ? this.#card(card) : [this.#paragraph('', 'ResourceDetail')], 0.5),
        ),
      });
    });
    const caption = cleanText(title);
    return [
      ...(caption === '' ? [] : [this.#paragraph(caption, 'Caption')]),
      ...(rows.length === 0 ? [] : [this.#grid(rows, shares), this.#space()]),
    ];
  }

  #card(card: Card): Docx.Paragraph[] {
    const { BorderStyle } = this.#docx;
    const left = { style: BorderStyle.SINGLE, size: 18, color: hex('accent', this.#palette), space: 8 };
    return [
      new this.#docx.Paragraph({
        style: 'Resource',
        border: { left },
        children: [this.#run(cleanText(card.title), card.href)],
      }),
      ...cardLines(card).map((line) => this.#paragraph(line, 'ResourceDetail', { border: { left } })),
    ];
  }

  #drawLogo(): Child[] {
    if (!this.#logo) return [];
    const { png, width, height } = this.#logo;
    const scale = Math.min(LOGO.height / height, LOGO.width / width);
    this.#drawn += 1;
    return [
      new this.#docx.Paragraph({
        spacing: { after: 200 },
        children: [
          new this.#docx.ImageRun({
            type: 'png',
            data: png,
            transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
            // Decoration: the name of the house stands where the house wants it, in the footer.
            altText: { id: String(this.#drawn), name: 'Logo', title: '', description: '' },
          }),
        ],
      }),
    ];
  }

  #figure(figure: Figure): Child[] {
    const { ImageRun, Paragraph } = this.#docx;
    const picture = this.#pictures.get(figure);
    const transformation = fitFigure(figure, ROOM);
    this.#drawn += 1;
    const title = cleanText(figure.title);
    return [
      this.#paragraph(title, 'Caption'),
      new Paragraph({
        keepLines: true,
        spacing: { line: 240, lineRule: 'auto', after: 240 },
        children: [
          new ImageRun({
            type: 'svg',
            data: Buffer.from(figure.svg),
            fallback: { type: 'png', data: picture ?? Buffer.alloc(0) },
            transformation,
            altText: {
              id: String(this.#drawn),
              name: `Figure ${this.#drawn}`,
              title,
              description: cleanText(figure.alt),
            },
          }),
        ],
      }),
    ];
  }

  /** Labels above their values, side by side: a table for the eye alone, so it has no header row. */
  #about(pairs: Pairs): Child[] {
    if (pairs.length === 0) return [];
    const { TableRow } = this.#docx;
    const shares = pairs.map(() => 1 / pairs.length);
    const cells = pairs.map(({ label, value }, at) =>
      this.#cell(
        [this.#paragraph(cleanText(label), 'Label'), this.#paragraph(cleanText(value), 'Value')],
        shares[at] ?? 1,
      ),
    );
    return [this.#grid([new TableRow({ children: cells, cantSplit: true })], shares)];
  }

  #pairs(pairs: Pairs): Child[] {
    if (pairs.length === 0) return [];
    const { TableRow } = this.#docx;
    const shares = [0.34, 0.66];
    const rows = pairs.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [
            this.#cell([this.#paragraph(cleanText(label), 'CellHead')], 0.34),
            this.#cell([this.#paragraph(cleanText(value), 'Cell')], 0.66),
          ],
        }),
    );
    return [this.#grid(rows, shares), this.#space()];
  }

  #table(table: Table): Child[] {
    const { AlignmentType, TableRow } = this.#docx;
    const shares = computeColumnShares(table);
    const alignment = table.columns.map(({ align }) =>
      align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    );
    const settings = (at: number) => ({ alignment: alignment[at] ?? AlignmentType.LEFT });
    const last = table.rows.length - 1;
    // A short table stays whole; of a long one no row stands alone beneath or above a break.
    const keeps = (at: number) => at < last && (last < WHOLE || at === 0 || at === last - 1);
    const head = new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: table.columns.map(({ title }, at) =>
        this.#cell(
          [this.#paragraph(cleanText(title), 'CellHead', { ...settings(at), keepNext: last >= 0 })],
          shares[at] ?? 1,
          'line',
        ),
      ),
    });
    const rows = table.rows.map(
      (row, place) =>
        new TableRow({
          cantSplit: true,
          children: row.map(({ text, href }, at) =>
            this.#cell(
              [
                new this.#docx.Paragraph({
                  style: 'Cell',
                  ...settings(at),
                  ...(at > 0 && signOf(text)),
                  keepNext: keeps(place),
                  children: [this.#run(cleanText(text), href, findMark(text))],
                }),
              ],
              shares[at] ?? 1,
              'faint',
            ),
          ),
        }),
    );
    const caption = cleanText(table.caption);
    return [
      ...(caption === '' ? [] : [this.#paragraph(caption, 'Caption')]),
      this.#grid([head, ...rows], shares),
      this.#space(),
    ];
  }

  #grid(rows: Docx.TableRow[], shares: readonly number[]): Docx.Table {
    const { BorderStyle, Table, TableLayoutType, WidthType } = this.#docx;
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
    return new Table({
      rows,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: shares.map((share) => Math.round(share * TEXT_WIDTH)),
      layout: TableLayoutType.FIXED,
      borders: {
        top: none,
        bottom: none,
        left: none,
        right: none,
        insideHorizontal: none,
        insideVertical: none,
      },
    });
  }

  #cell(children: Docx.Paragraph[], share: number, under?: 'line' | 'faint'): Docx.TableCell {
    const { BorderStyle, TableCell, VerticalAlignTable, WidthType } = this.#docx;
    return new TableCell({
      children,
      width: { size: Math.round(share * TEXT_WIDTH), type: WidthType.DXA },
      margins: { left: 0, right: 130, top: 55, bottom: 55 },
      verticalAlign: under === 'line' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      ...(under && {
        borders: {
          bottom: { style: BorderStyle.SINGLE, size: under === 'line' ? 12 : 4, color: hex(under) },
        },
      }),
    });
  }

  /** Two tables in a row would grow together without a paragraph between them. */
  #space(): Docx.Paragraph {
    return this.#paragraph('', 'Running');
  }

  #run(text: string, href?: string, mark?: string): Docx.ParagraphChild {
    const { ExternalHyperlink, TextRun } = this.#docx;
    const link = readWebHref(href);
    if (link !== undefined)
      return new ExternalHyperlink({ link, children: [new TextRun({ text, style: 'Hyperlink' })] });
    if (mark === 'met' || mark === 'partial' || mark === 'missing')
      return new TextRun({ text, color: hex(mark), bold: mark !== 'missing' });
    return new TextRun({ text });
  }

  #rule(...sides: ('top' | 'bottom')[]): Partial<Docx.IParagraphOptions> {
    const { BorderStyle } = this.#docx;
    const border = { style: BorderStyle.SINGLE, size: 6, color: hex('line'), space: 6 };
    return { border: Object.fromEntries(sides.map((side) => [side, border])) };
  }

  #footer(text: string): Docx.Paragraph {
    const { PageNumber, Paragraph, Tab, TabStopType, TextRun } = this.#docx;
    return new Paragraph({
      style: 'Running',
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
      children: [
        new TextRun({ text }),
        new TextRun({ children: [new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
      ],
    });
  }

  #paragraph(text: string, style?: string, more: Partial<Docx.IParagraphOptions> = {}): Docx.Paragraph {
    const { Paragraph, TextRun } = this.#docx;
    return new Paragraph({
      ...(style !== undefined && { style }),
      ...more,
      children: [new TextRun({ text })],
    });
  }
}
