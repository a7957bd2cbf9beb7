import type { TextDocument } from '../../resume/index.ts';
import { createInputError } from '../create-input-error.ts';
import { RESUME_LIMITS } from './limits.ts';

/** @throws {InputError} for a text that is too long for a resume, or has nothing in it. */
export function checkLength(document: TextDocument, empty = 'no text'): TextDocument {
  const length = document.lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  if (length > RESUME_LIMITS.characters)
    throw createInputError(document.file, [
      {
        path: '',
        found: `${length} characters`,
        expected: `a resume of at most ${RESUME_LIMITS.characters} characters`,
      },
    ]);
  if (document.lines.length > RESUME_LIMITS.lines)
    throw createInputError(document.file, [
      {
        path: '',
        found: `${document.lines.length} lines`,
        expected: `a resume of at most ${RESUME_LIMITS.lines} lines`,
      },
    ]);
  if (!document.lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))
    throw createInputError(document.file, [{ path: '', found: empty, expected: 'a resume with text in it' }]);
  return document;
}
