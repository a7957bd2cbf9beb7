import type { Provenance, Sentence } from '../../../schemas/report.ts';
import type { Words } from '../../language/index.ts';
import { type Html, html } from './html.ts';

/** The sign after a sentence that is not the model's first wording. */
export const SENTENCE_SIGNS: Readonly<Record<Provenance, string | undefined>> = {
  model: undefined,
  repaired: '†',
  offline: '‡',
  edited: '§',
};

/** Gives a sentence with the facts it rests on; `marked` names the writers whose sentences get their sign. */
export function renderSentence(sentence: Sentence, marked: readonly Provenance[], words: Words): Html {
  const { provenance } = sentence;
  const sign = marked.includes(provenance) ? SENTENCE_SIGNS[provenance] : undefined;
  return html`<span data-facts="${sentence.facts.join(' ')}" data-provenance="${sentence.provenance}">${sentence.text}</span>${sign !== undefined && renderSign(sign, words.say('proof.sign', { by: provenance }))}`;
}

function renderSign(sign: string, label: string): Html {
  return html`<sup class="sign"><span aria-hidden="true">${sign}</span><span class="unseen"> (${label})</span></sup>`;
}
