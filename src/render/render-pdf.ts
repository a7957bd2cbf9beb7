import { buildDocument } from './document/build-document.ts';
import { writePdf } from './pdf/write-pdf.ts';
import { defineRenderer } from './renderer.ts';

/** Pages to print and to hand over, typeset by Typst without a browser. */
export const pdfRenderer = defineRenderer({
  id: 'pdf',
  extension: 'pdf',
  mediaType: 'application/pdf',
  description: 'Pages to print and to hand over, tagged for screen readers.',
  binary: true,
  packages: ['@myriaddreamin/typst-ts-node-compiler'],
  async render(report, options) {
    return writePdf(buildDocument(report, options), { date: report.date });
  },
});
