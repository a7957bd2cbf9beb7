import { privacyOf } from '../draft/privacy.ts';
import { computeFacts } from '../facts/index.ts';
import { type DocumentSection, type Extraction, splitSections, type TextDocument } from '../resume/index.ts';

/** Sections that hold other people, contacts and private life: they are never sent. */
const WITHHELD = new Set(['contact', 'references', 'interests', 'other']);
/** Lines at the top of a document without headings, where the name stands even when it was not found. */
const HEAD_LINES = 4;
/** Any date will do: what is hidden does not hang on it. */
const DATE = '2000-01-01';

/**
 * The text of a document for a model to see: without its head (name and contacts), contact details, references and
 * interests; in the rest the names and contacts that were found are marks such as `[employer]`, and so is whatever
 * looks like a mail address, a link or a phone number.
 */
export function maskDocument(document: TextDocument, { resume }: Extraction): string {
  const sheet = computeFacts({ resume, role: { title: 'none', skills: [] }, date: DATE });
  const privacy = privacyOf(sheet, { resume });
  const sections = splitSections(document);
  const shown = sections.some(({ kinds }) => kinds.length > 0)
    ? sections.filter(isShown)
    : sections.map(withoutHead);
  return shown
    .flatMap(({ heading, lines, inline }) => [
      ...(heading && !inline ? [`## ${heading.text}`] : []),
      ...lines.map(({ text, bullet }) => `${bullet ? '- ' : ''}${text}`),
    ])
    .map((line) => privacy.hide(line.replace(/\t/g, '  ')).replace(/[<>{}]/g, ' '))
    .join('\n');
}

function isShown({ kinds }: DocumentSection): boolean {
  return kinds.length > 0 && !kinds.some((kind) => WITHHELD.has(kind));
}

function withoutHead(section: DocumentSection): DocumentSection {
  return { ...section, lines: section.lines.slice(HEAD_LINES) };
}
