import type { Fact } from '../../../schemas/fact.ts';
import type { Provenance, Report, Sentence } from '../../../schemas/report.ts';
import { type Words, wordsOf } from '../../language/index.ts';
import type { Arranged } from '../render-theme.ts';
import { type Html, html } from './html.ts';

/** Id of what shows the facts behind a sentence of a section. */
export function proofId(sectionId: string, index: number): string {
  return `${sectionId}-proof-${index + 1}`;
}

/**
 * Gives the sign after a sentence that opens the facts behind it; nothing where it rests on none. A click or a tap opens
 * them everywhere, hover and focus where the browser knows `interestfor`, which lets Escape and the pointer close them.
 */
export function renderProofSign(sentence: Sentence, id: string, words: Words): Html | undefined {
  if (sentence.facts.length === 0) return undefined;
  return html`<button type="button" class="why" popovertarget="${id}" interestfor="${id}" aria-label="${words.say('proof.this')}">?</button>`;
}

/** Gives the switches above the report: facts behind each sentence, and where writers differ, who wrote what. */
export function renderSwitches(marked: readonly Provenance[], words: Words): Html {
  const who = !marked.includes('edited') ? 'model' : marked.length === 1 ? 'edited' : 'all';
  return html`
<div class="switches" role="group" aria-label="${words.say('proof.show')}">
<p><input type="checkbox" id="show-proofs"> <label for="show-proofs">${words.say('proof.as-table')}</label></p>${
    marked.length > 0 &&
    html`
<p><input type="checkbox" id="show-writers"> <label for="show-writers">${words.say('proof.mark', { who })}</label></p>`
  }
</div>`;
}

/** Gives what the signs open, a box each, and the table that the switch shows. */
export function renderProofs(
  report: Report,
  arranged: readonly Arranged[],
  sectionId: (index: number) => string,
): Html {
  const words = wordsOf(report.facts);
  const known = new Map(report.facts.facts.map((fact) => [fact.id, fact]));
  const sentences = arranged.flatMap((one, at) =>
    (one.kind === 'report' ? one.section.blocks : [])
      .flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
      .filter(({ text }) => text.trim() !== '')
      .map((sentence, index) => ({
        sentence,
        id: proofId(sectionId(at), index),
        facts: sentence.facts.flatMap((id) => known.get(id) ?? []),
      })),
  );
  return html`
<!-- gapwright-disable -->
<section class="part proofs" aria-labelledby="proofs-title">
<h2 id="proofs-title">${words.say('proof.title')}</h2>
<section class="table" aria-labelledby="proofs-caption" tabindex="0">
<table>
<caption id="proofs-caption"><span>${words.say('proof.caption')}</span></caption>
<thead><tr><th scope="col">${words.say('proof.sentence')}</th><th scope="col">${words.say('making.writer')}</th><th scope="col">${words.say('making.facts')}</th></tr></thead>
<tbody>${sentences.map(
    ({ sentence, facts }) => html`
<tr><td class="wide">${sentence.text}</td><td>${words.say('proof.writer', { by: sentence.provenance })}</td><td class="wide">${renderFacts(facts, words)}</td></tr>`,
  )}
</tbody>
</table>
</section>
</section>${sentences
    .filter(({ sentence }) => sentence.facts.length > 0)
    .map(
      ({ id, sentence, facts }) => html`
<div popover id="${id}" class="proof" role="group" aria-label="${words.say('proof.any')}">
<p>${sentence.text}</p>${renderFacts(facts, words)}
</div>`,
    )}
<!-- gapwright-enable -->`;
}

function renderFacts(facts: readonly Fact[], words: Words): Html {
  return html`
<ul class="facts">${facts.map(
    (fact) => html`
<li><code>${fact.id}</code> <strong>${fact.display}</strong> <span>${describeBasis(fact, words)}</span></li>`,
  )}
</ul>`;
}

/** Such as "given, role: market.salary, from Stack Jobs". */
function describeBasis({ basis, source }: Fact, words: Words): string {
  const input = words.say('proof.input', { input: source.input });
  const place = source.path === '' ? input : `${input}: ${source.path}`;
  // What is computed from other facts has no input beside the rule: "computed, count-of-core".
  const parts = [
    ...(basis === 'computed' && source.input === 'computed' && source.path === '' ? [] : [place]),
    ...(basis === 'given' || source.rule === '' ? [] : [source.rule]),
  ];
  const from = source.from ? `, ${words.say('proof.from', { source: source.from.name })}` : '';
  return `${[words.say('proof.basis', { basis }), ...parts].join(', ')}${from}`;
}
