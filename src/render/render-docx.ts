import { buildDocument } from './document/build-document.ts';
import { writeDocx } from './docx/write-docx.ts';
import { defineRenderer } from './renderer.ts';

/** A document to edit in Word or LibreOffice. */
export const docxRenderer = defineRenderer({
  id: 'docx',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  description: 'A document to edit in Word or LibreOffice.',
  binary: true,
  packages: ['docx', '@resvg/resvg-js'],
  async render(report, options) {
    return writeDocx(buildDocument(report, options), { date: report.date });
  },
});
