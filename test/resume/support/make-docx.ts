import type { DocumentBlock } from './document-blocks.ts';
import { zipFiles } from './zip-files.ts';

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const CONTENT_TYPES =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>';
export const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const STYLES = `<?xml version="1.0" encoding="UTF-8"?><w:styles ${NAMESPACE}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:sz w:val="40"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style></w:styles>`;

/** A Word document whose sections are headings and whose entries are set apart by bold type. */
export function makeDocx(blocks: readonly DocumentBlock[]): Buffer {
  return docxOf(blocks.map(paragraph).join(''));
}

/** A Word document with this body. */
export function docxOf(body: string, head = ''): Buffer {
  const document = `<?xml version="1.0" encoding="UTF-8"?>${head}<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`;
  return zipFiles([
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    { name: '_rels/.rels', content: RELATIONS },
    { name: 'word/document.xml', content: document },
    { name: 'word/styles.xml', content: STYLES },
  ]);
}

function paragraph(block: DocumentBlock): string {
  switch (block.kind) {
    case 'name':
      return p(block.text, '<w:pStyle w:val="Title"/>');
    case 'heading':
      return p(block.text, '<w:pStyle w:val="Heading2"/>');
    case 'entry':
      return p(`${block.left}\t${block.right}`, '<w:spacing w:before="240"/>', '<w:b/>');
    case 'bullet':
      return p(`• ${block.text}`, '<w:ind w:left="360"/>');
    default:
      return p(block.text);
  }
}

function p(text: string, properties = '', run = ''): string {
  const runs = text
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${part.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t>`)
    .join('<w:tab/>');
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr>${runs}</w:r></w:p>`;
}
