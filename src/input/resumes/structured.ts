import { createInputError } from '../create-input-error.ts';
import { decodeText } from '../decode-text.ts';
import type { InputFormat } from '../format.ts';
import { json } from '../json.ts';
import { yaml } from '../yaml.ts';
import { isBinary, peek } from './peek.ts';
import type { ResumeFormat } from './resume-format.ts';

/** JSON Resume as JSON. */
export const jsonResume: ResumeFormat = fromFormat(
  json,
  (text) => /^\s*\{/.test(text) && !/^\s*\{\\rtf/.test(text),
);

/** JSON Resume as YAML: what begins with one of its keys. */
export const yamlResume: ResumeFormat = fromFormat(yaml, (text) => TOP_KEY.test(text));

const TOP_KEY =
  /^(?:---\s*\n)?(?:#.*\n|\s*\n)*(?:\$schema|basics|work|volunteer|education|awards|certificates|publications|skills|languages|interests|references|projects|meta):\s*(?:#.*)?(?:\n|\[|\{|$)/u;

function fromFormat(format: InputFormat, looksLikeIt: (text: string) => boolean): ResumeFormat {
  return {
    id: format.id,
    title: `JSON Resume as ${format.title}`,
    extensions: format.extensions,
    recognises: ({ bytes }) => !isBinary(bytes) && looksLikeIt(peek(bytes)),
    async read({ bytes, file }) {
      const text = decodeText(bytes, file);
      if (text.trim() === '') {
        const found = bytes.length === 0 ? 'an empty file' : 'nothing but white space';
        throw createInputError(file, [{ path: '', found, expected: 'a JSON or YAML document' }]);
      }
      return { kind: 'data', ...(await format.parse(text, file)) };
    },
  };
}
