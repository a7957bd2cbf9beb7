import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { DocumentBlock } from './document-blocks.ts';

export interface PdfOptions {
  /** Sections that stand in a narrow column on the left; the rest stands right of it. */
  sidebar?: readonly string[];
  /** The name stands over the wide column, beside the narrow one, as LinkedIn prints it. */
  nameInColumn?: boolean;
  password?: string;
  /** Said at the foot of each page. */
  footer?: string;
}

/** A PDF of a resume, in one column, or in two with their own baselines. */
export async function makePdf(
  blocks: readonly DocumentBlock[],
  { sidebar, nameInColumn = false, password, footer }: PdfOptions = {},
): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'LETTER',
    margin: 50,
    bufferPages: true,
    ...(password && { userPassword: password }),
  });
  const head = blocks.slice(
    0,
    blocks.findIndex(({ kind }) => kind === 'heading'),
  );
  const rest = blocks.slice(head.length);
  if (!nameInColumn) draw(document, head, 50, 512, 10);
  if (sidebar) {
    const sections = bySection(rest);
    const aside = sections
      .filter(([first]) => first?.kind === 'heading' && sidebar.includes(first.text))
      .flat();
    const main = sections
      .filter(([first]) => first?.kind === 'heading' && !sidebar.includes(first.text))
      .flat();
    const top = document.y + 20;
    document.y = top;
    draw(document, aside, 50, 150, 9);
    document.switchToPage(0);
    document.y = top;
    draw(document, nameInColumn ? [...head, ...main] : main, 225, 337, 10);
  } else draw(document, rest, 50, 512, 10);
  const { count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    document.page.margins.bottom = 0;
    if (footer) document.font('Helvetica').fontSize(8).text(footer, 50, 752, { lineBreak: false });
    document
      .font('Helvetica')
      .fontSize(8)
      .text(`Page ${page + 1} of ${count}`, 500, 765, { lineBreak: false });
  }
  document.end();
  return buffer(document);
}

function bySection(blocks: readonly DocumentBlock[]): DocumentBlock[][] {
  const sections: DocumentBlock[][] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push([]);
    sections.at(-1)?.push(block);
  }
  return sections;
}

function draw(
  document: PDFKit.PDFDocument,
  blocks: readonly DocumentBlock[],
  x: number,
  width: number,
  size: number,
): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'name':
        document.font('Helvetica-Bold').fontSize(22).text(block.text, x, document.y, { width });
        break;
      case 'heading':
        document
          .moveDown(0.8)
          .font('Helvetica-Bold')
          .fontSize(size + 3)
          .text(block.text.toUpperCase(), x, document.y, { width });
        break;
      case 'entry': {
        document.moveDown(0.6).font('Helvetica-Bold').fontSize(size);
        const needed = document.heightOfString(block.left, { width }) + 40;
        if (document.y + needed > 740) document.addPage();
        const y = document.y;
        document.font('Helvetica').text(block.right, x, y, { width, align: 'right' });
        const below = document.y;
        document.font('Helvetica-Bold').text(block.left, x, y, { width: width - 150 });
        document.y = Math.max(document.y, below);
        break;
      }
      case 'detail':
        document.font('Helvetica-Oblique').fontSize(size).text(block.text, x, document.y, { width });
        break;
      case 'bullet':
        document
          .font('Helvetica')
          .fontSize(size)
          .text(`• ${block.text}`, x + 8, document.y, { width: width - 8, indent: 0 });
        break;
      default:
        document.font('Helvetica').fontSize(size).text(block.text, x, document.y, { width });
    }
  }
}
