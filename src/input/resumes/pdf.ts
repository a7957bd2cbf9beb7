import { UsageError } from '../../errors.ts';
import { createInputError } from '../create-input-error.ts';
import { checkLength } from './check-length.ts';
import { layOutPages } from './lay-out-pages.ts';
import { RESUME_LIMITS } from './limits.ts';
import type { ResumeFormat } from './resume-format.ts';
import { runPdfWorker } from './run-pdf-worker.ts';

/** PDF with text in it, read in the order of its columns. Pictures of text are not read. */
export const pdf: ResumeFormat = {
  id: 'pdf',
  title: 'PDF',
  extensions: ['.pdf'],
  recognises: ({ bytes }) => HEADER.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1')),
  async read({ bytes, file, signal }) {
    const reply = await runPdfWorker(bytes, file, { signal });
    const fail = (found: string, expected: string) => createInputError(file, [{ path: '', found, expected }]);
    switch (reply.kind) {
      case 'pages':
        return {
          kind: 'text',
          document: checkLength(
            { file, lines: layOutPages(reply.pages) },
            'a PDF without text (a scan, perhaps)',
          ),
        };
      case 'encrypted':
        throw fail('an encrypted PDF', 'one that opens without a password');
      case 'too-many-pages':
        throw fail(`a PDF of ${reply.found} pages`, `a resume of at most ${RESUME_LIMITS.pages} pages`);
      case 'too-long':
        throw fail(
          `more than ${RESUME_LIMITS.characters} characters`,
          `a resume of at most ${RESUME_LIMITS.characters} characters`,
        );
      case 'missing-package':
        throw new UsageError(
          `cannot read ${file}: found no package that reads PDF, expected unpdf; install it with: npm install unpdf`,
        );
      case 'broken':
        throw fail(`a broken PDF (${reply.message.replace(/\.$/, '')})`, 'a whole one');
    }
  },
};

const HEADER = /%PDF-\d/;
