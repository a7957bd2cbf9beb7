import { Buffer } from 'node:buffer';
import type * as Docx from 'docx';
import type { Figure, ReportDocument } from '../document/report-document.ts';
import { loadPackage } from '../load-package.ts';
import { DocxBlocks, type Logo } from './docx-blocks.ts';
import { pinPackage } from './pin-package.ts';
import { statusNumbering } from './status-signs.ts';
import { stylesOf } from './styles.ts';

/**
 * Gives a document as a DOCX with heading styles, tables and pictures that have a text alternative.
 *
 * `date` (YYYY-MM-DD) is the day that the file says it was made.
 * @throws UsageError where the package that writes DOCX is not installed, or, with pictures, the one that draws them
 */
export async function writeDocx(document: ReportDocument, { date }: { date: string }): Promise<Uint8Array> {
  const docx = await loadPackage('write a DOCX', 'docx', () => import('docx'), ['@resvg/resvg-js']);
  const { title, language, palette, font } = document;
  const blocks = new DocxBlocks(docx, await drawFigures(document), {
    palette,
    logo: await drawLogo(document.logo),
  });
  const file = new docx.Document({
    title,
    creator: 'Gapwright',
    lastModifiedBy: 'Gapwright',
    description: '',
    ...embeddedFonts(document),
    styles: stylesOf(language, palette, font),
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: [
            {
              level: 0,
              format: docx.LevelFormat.BULLET,
              text: '•',
              alignment: docx.AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
        ...statusNumbering(docx, palette),
      ],
    },
    sections: [blocks.section(document)],
  });
  return pinPackage(await docx.Packer.toBuffer(file), date);
}

/**
 * The faces that Word knows, from TrueType files alone, since it takes no others: without a regular one none.
 */
function embeddedFonts({ font, fonts = [] }: ReportDocument): Pick<Docx.IPropertiesOptions, 'fonts'> {
  const find = (italic: boolean, ...weights: number[]) => {
    const faces = fonts.filter((one) => one.format === 'truetype' && one.italic === italic);
    const face = weights.flatMap((weight) => faces.find((one) => one.weight === weight) ?? [])[0];
    return face && Buffer.from(face.bytes);
  };
  const data = find(false, 400);
  if (font === undefined || !data) return {};
  const [bold, italic, boldItalic] = [find(false, 700, 600), find(true, 400), find(true, 700, 600)];
  return {
    fonts: [
      {
        name: font,
        data,
        ...(bold && { bold }),
        ...(italic && { italic }),
        ...(boldItalic && { boldItalic }),
      },
    ],
  };
}

/** A PNG as it is; an SVG drawn at four times its size, for sharp print. */
async function drawLogo(logo: ReportDocument['logo']): Promise<Logo | undefined> {
  if (!logo) return undefined;
  if (logo.mediaType === 'image/png') {
    // Width and height stand at fixed places of the first chunk (PNG specification, IHDR).
    const view = new DataView(logo.bytes.buffer, logo.bytes.byteOffset, logo.bytes.byteLength);
    return { png: Buffer.from(logo.bytes), width: view.getUint32(16), height: view.getUint32(20) };
  }
  const { Resvg } = await loadPackage(
    'draw the logo of a DOCX',
    '@resvg/resvg-js',
    () => import('@resvg/resvg-js'),
  );
  const { width, height } = new Resvg(Buffer.from(logo.bytes));
  const picture = new Resvg(Buffer.from(logo.bytes), { fitTo: { mode: 'zoom', value: 4 } }).render();
  return { png: Buffer.from(picture.asPng()), width, height };
}

/** Word shows the SVG; programs that cannot show the PNG, at twice its size for sharp print. */
async function drawFigures({ glance, parts, making }: ReportDocument): Promise<ReadonlyMap<Figure, Buffer>> {
  const figures = [glance, ...parts, ...(making ? [making] : [])]
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'figure');
  if (figures.length === 0) return new Map();
  const { Resvg } = await loadPackage(
    'draw the charts of a DOCX',
    '@resvg/resvg-js',
    () => import('@resvg/resvg-js'),
  );
  return new Map(
    figures.map((figure) => {
      const picture = new Resvg(figure.svg, {
        fitTo: { mode: 'width', value: Math.round(figure.width * 2) },
        background: '#ffffff',
      });
      return [figure, Buffer.from(picture.render().asPng())];
    }),
  );
}
