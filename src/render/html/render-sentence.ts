import type { Provenance, Sentence } from '../../../schemas/report.ts';
import { type Html, html } from './html.ts';

/** The sign after a sentence that is not the model's first wording, and what it says. */
export const SENTENCE_MARKS: Readonly<Record<Provenance, { sign: string; label: string } | undefined>> = {
  model: undefined,
  repaired: { sign: '†', label: 'repaired' },
  offline: { sign: '‡', label: 'offline writer' },
};

/** Gives a sentence with the facts it rests on; `marked` where a model wrote the report. */
export function renderSentence(sentence: Sentence, marked: boolean): Html {
  const mark = marked ? SENTENCE_MARKS[sentence.provenance] : undefined;
  return html`<span data-facts="${sentence.facts.join(' ')}" data-provenance="${sentence.provenance}">${sentence.text}</span>${mark && renderSign(mark)}`;
}

function renderSign({ sign, label }: { sign: string; label: string }): Html {
  return html`<sup class="sign"><span aria-hidden="true">${sign}</span><span class="unseen"> (${label})</span></sup>`;
}
