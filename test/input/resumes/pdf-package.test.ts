import { expect, it, vi } from 'vitest';
import { pdf } from '../../../src/input/resumes/pdf.ts';
import type { PdfReply } from '../../../src/input/resumes/pdf-page.ts';

vi.mock('../../../src/input/resumes/run-pdf-worker.ts', () => ({
  runPdfWorker: async (): Promise<PdfReply> => ({ kind: 'missing-package' }),
}));

it('names the command that installs the package where it is missing', async () => {
  const source = { bytes: new TextEncoder().encode('%PDF-1.7'), file: 'cv.pdf', extension: '.pdf' };
  expect(pdf.recognises(source)).toBe(true);
  await expect(pdf.read(source)).rejects.toMatchObject({
    code: 'usage',
    message:
      'cannot read cv.pdf: found no package that reads PDF, expected unpdf; install it with: npm install unpdf',
  });
});
