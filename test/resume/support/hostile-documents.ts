import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { CONTENT_TYPES, docxOf } from './make-docx.ts';
import { zipFiles } from './zip-files.ts';

export interface HostileDocument {
  name: string;
  file: string;
  make(): Uint8Array | string | Promise<Uint8Array | string>;
  /** What the error says was found. */
  found: RegExp;
}

const MEGABYTE = 1_000_000;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A PDF of these objects, from 1 on; the first is the catalog. */
function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  let offset = 9;
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  for (const [at, body] of objects.entries()) {
    const object = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(body as string),
      Buffer.from('\nendobj\n'),
    ]);
    places.push(offset);
    offset += object.length;
    parts.push(object);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.concat([
    ...parts,
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${offset}\n%%EOF\n`,
    ),
  ]);
}

function stream(content: Buffer, entries: string): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

function pdfWithContent(content: Buffer, filter = '/Filter /FlateDecode'): Buffer {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    stream(content, filter),
    FONT,
  ]);
}

async function pdfkitPages(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, ...options });
  for (let page = 0; page < pages; page += 1) document.addPage().text(`Page of text ${page}`);
  document.end();
  return buffer(document);
}

/** Documents that want to take time, memory or more than they may. */
export const HOSTILE: readonly HostileDocument[] = [
  {
    name: 'a DOCX that unpacks to 60 MB',
    file: 'bomb.docx',
    make: () => zipFiles([{ name: 'word/document.xml', content: ' ', claimedSize: 60 * MEGABYTE }]),
    found: /found an archive that unpacks to more than 50 MB/,
  },
  {
    name: 'a DOCX whose directory lies about its size',
    file: 'liar.docx',
    make: () =>
      zipFiles([{ name: 'word/document.xml', content: Buffer.alloc(5 * MEGABYTE, 0x20), claimedSize: 1000 }]),
    found: /found a broken ZIP archive \(too many bytes in the stream/,
  },
  {
    name: 'a DOCX of many small parts that together unpack to too much',
    file: 'parts.docx',
    make: () =>
      zipFiles([
        { name: 'word/document.xml', content: '' },
        ...Array.from({ length: 60 }, (_, at) => ({
          name: `word/media/${at}`,
          content: Buffer.alloc(MEGABYTE),
        })),
      ]),
    found: /found an archive that unpacks to more than 50 MB/,
  },
  {
    name: 'an archive of 3000 files',
    file: 'many.docx',
    make: () =>
      zipFiles([
        { name: 'word/document.xml', content: '' },
        ...Array.from({ length: 3000 }, (_, at) => ({ name: `${at}`, content: '' })),
      ]),
    found: /found an archive of 3001 files, expected at most 2000/,
  },
  ...['../../etc/passwd', '/etc/passwd', '..\\evil', 'C:\\evil'].map(
    (path): HostileDocument => ({
      name: `an archive with the path ${path}`,
      file: 'path.docx',
      make: () =>
        zipFiles([
          { name: 'word/document.xml', content: '' },
          { name: path, content: 'x' },
        ]),
      found: /found an archive with a file name that leads out of it/,
    }),
  ),
  {
    name: 'an encrypted DOCX',
    file: 'secret.docx',
    make: () =>
      zipFiles([
        { name: '[Content_Types].xml', content: CONTENT_TYPES },
        { name: 'word/document.xml', content: 'x', encrypted: true },
      ]),
    found: /found an encrypted archive/,
  },
  {
    name: 'entities that multiply (billion laughs)',
    file: 'laughs.docx',
    make: () =>
      docxOf(
        paragraph('&e9;'),
        `<!DOCTYPE w [<!ENTITY e0 "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')}]>`,
      ),
    found: /found a document type in its XML/,
  },
  {
    name: 'an entity that names a file of the machine',
    file: 'xxe.docx',
    make: () => docxOf(paragraph('&secret;'), '<!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'),
    found: /found a document type in its XML/,
  },
  {
    name: 'an entity that nobody declares',
    file: 'entity.docx',
    make: () => docxOf(paragraph('&nothing;')),
    found: /found broken XML \(.*entity/,
  },
  {
    name: 'XML nested 10,000 deep',
    file: 'deep.docx',
    make: () => docxOf(`${'<w:tbl>'.repeat(10_000)}${'</w:tbl>'.repeat(10_000)}`),
    found: /found more than 200 levels of XML/,
  },
  {
    name: 'XML that ends in the middle',
    file: 'cut.docx',
    make: () => docxOf('<w:p><w:r><w:t>Ada'),
    found: /found broken XML/,
  },
  {
    name: 'a DOCX of 600,000 letters',
    file: 'long.docx',
    make: () => docxOf(paragraph('word '.repeat(120_000))),
    found: /found more than 200000 characters/,
  },
  {
    name: 'a spreadsheet',
    file: 'sheet.docx',
    make: () => zipFiles([{ name: 'xl/workbook.xml', content: '<x/>' }]),
    found: /found a ZIP archive without a Word document in it/,
  },
  {
    name: 'text of 600,000 letters',
    file: 'long.txt',
    make: () => 'word '.repeat(120_000),
    found: /found \d+ characters, expected a resume of at most 200000 characters/,
  },
  {
    name: 'Markdown of 600,000 letters',
    file: 'long.md',
    make: () => '> '.repeat(300_000),
    found: /found 600000 characters/,
  },
  {
    name: 'text of 6,000 lines',
    file: 'lines.txt',
    make: () => 'Python\n'.repeat(6000),
    found: /found 6000 lines, expected a resume of at most 5000 lines/,
  },
  {
    name: 'binary garbage',
    file: 'garbage.txt',
    make: () => Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 131) % 256)),
    found: /found (?:a binary file|bytes that are not UTF-8)/,
  },
  {
    name: 'garbage called a PDF',
    file: 'garbage.pdf',
    make: () => `%PDF-1.7\n${'x'.repeat(5000)}`,
    found: /found a broken PDF/,
  },
  {
    name: 'an encrypted PDF',
    file: 'secret.pdf',
    make: () => pdfkitPages(1, { userPassword: 'secret' }),
    found: /found an encrypted PDF/,
  },
  {
    name: 'a PDF of 500 pages',
    file: 'pages.pdf',
    make: () => pdfkitPages(500),
    found: /found a PDF of 500 pages, expected a resume of at most 50 pages/,
  },
  {
    name: 'a PDF without text',
    file: 'scan.pdf',
    make: () => pdfWithContent(deflateSync(Buffer.from('0 0 100 100 re f'))),
    found: /found a PDF without text \(a scan, perhaps\)/,
  },
  {
    name: 'a PDF whose pages hold themselves',
    file: 'loop.pdf',
    make: () =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>',
      ]),
    found: /found a broken PDF/,
  },
  {
    name: 'a PDF whose length leads to itself',
    file: 'length.pdf',
    make: () =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
        '<< /Length 4 0 R >>\nstream\nBT ET\nendstream',
      ]),
    found: /found a (?:broken PDF|PDF without text)/,
  },
  {
    name: 'a PDF whose form draws itself',
    file: 'form.pdf',
    make: () =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
        stream(Buffer.from('/X Do'), ''),
        stream(
          Buffer.from('/X Do /X Do'),
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
        ),
      ]),
    found: /found a (?:broken PDF|PDF without text|PDF that takes more)/,
  },
  {
    name: 'a PDF with more letters than a resume has',
    file: 'long.pdf',
    make: () =>
      pdfWithContent(
        deflateSync(
          Buffer.from(`BT /F 0.8 Tf 0 700 Td ${`(${'word '.repeat(200)}) Tj 0 -1 Td `.repeat(700)} ET`),
        ),
      ),
    found: /found more than 200000 characters/,
  },
];

/** A PDF whose one stream unpacks to a gigabyte of operators. */
export function pdfBomb(megabytes: number): Buffer {
  return pdfWithContent(deflateSync(Buffer.alloc(megabytes * MEGABYTE, '0 0 m '), { level: 1 }));
}
