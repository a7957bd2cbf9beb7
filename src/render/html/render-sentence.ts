import type { Provenance, Sentence } from '../../../schemas/report.ts';
import { type Html, html } from './html.ts';

/** The sign after a sentence that is not the model's first wording, and what it says. */
export const SENTENCE_MARKS: Readonly<Record<Provenance, { sign: string; label: string } | undefined>> = {
  model: undefined,
  repaired: { sign: '†', label: 'repaired' },
  offline: { sign: '‡', label: 'offline writer' },
  edited: { sign: '§', label: 'edited by hand' },
};

/** Gives a sentence with the facts it rests on; `marked` names the writers whose sentences get their sign. */
export function renderSentence(sentence: Sentence, marked: readonly Provenance[]): Html {
  const mark = marked.includes(sentence.provenance) ? SENTENCE_MARKS[sentence.provenance] : undefined;
  return html`<span data-facts="${sentence.facts.join(' ')}" data-provenance="${sentence.provenance}">${sentence.text}</span>${mark && renderSign(mark)}`;
}

function renderSign({ sign, label }: { sign: string; label: string }): Html {
  return html`<sup class="sign"><span aria-hidden="true">${sign}</span><span class="unseen"> (${label})</span></sup>`;
}
