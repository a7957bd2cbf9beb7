import { STATUSES } from '../../../schemas/scale.ts';
import { findLanguage, LANGUAGES } from '../../language/index.ts';
import { type Html, html } from './html.ts';

/** How far a thing is there. Each has a shape of its own, so that no one needs to tell colours apart. */
export type Mark = 'met' | 'partial' | 'missing' | 'unknown';

/** What a cell says when it says nothing but a status, beside the words of the tables. */
const OTHER_WORDS: Readonly<Record<string, Mark>> = {
  'partly met': 'partial',
  'partially met': 'partial',
  'not met': 'missing',
  unknown: 'unknown',
};

/** The words of all languages: a cell says no status of one by a word of another. */
const STATUS_WORDS: ReadonlyMap<string, Mark> = new Map([
  ...LANGUAGES.flatMap(({ tag }) =>
    STATUSES.flatMap((status): [string, Mark][] =>
      (['table.status-word', 'fact.status'] as const).map((id) => [
        findLanguage(tag).say(id, { status }).toLowerCase(),
        status,
      ]),
    ),
  ),
  ...Object.entries(OTHER_WORDS),
]);

const SHAPES: Readonly<Record<Mark, Html>> = {
  met: html`<circle class="fill" cx="8" cy="8" r="7"/><path class="tick" d="M4.6 8.3l2.3 2.4 4.4-5"/>`,
  partial: html`<circle class="ring" cx="8" cy="8" r="6.2"/><path class="fill" d="M8 1.8a6.2 6.2 0 0 0 0 12.4z"/>`,
  missing: html`<circle class="ring" cx="8" cy="8" r="6.2"/>`,
  unknown: html`<circle class="ring dashed" cx="8" cy="8" r="6.2"/>`,
};

/** Gives the mark that stands for a text which is a status word and nothing else. */
export function findMark(text: string): Mark | undefined {
  return STATUS_WORDS.get(text.trim().toLowerCase());
}

/** Gives the shape of a status beside its word; the shape is for the eye alone. */
export function renderMark(mark: Mark, text: string): Html {
  return html`<span class="status ${mark}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${SHAPES[mark]}</svg>${text}</span>`;
}
