import type { Fact } from '../../../schemas/fact.ts';
import type { Provenance, Report, Sentence } from '../../../schemas/report.ts';
import { formatList } from '../../facts/format.ts';
import type { Arranged } from '../render-theme.ts';
import { type Html, html } from './html.ts';

const WRITERS: Readonly<Record<Provenance, string>> = {
  model: 'model',
  repaired: 'model, repaired',
  offline: 'offline writer',
  edited: 'edited by hand',
};

/** Id of what shows the facts behind a sentence of a section. */
export function proofId(sectionId: string, index: number): string {
  return `${sectionId}-proof-${index + 1}`;
}

/** Gives the sign after a sentence that opens the facts behind it; nothing where it rests on none. */
export function renderProofSign(sentence: Sentence, id: string): Html | undefined {
  if (sentence.facts.length === 0) return undefined;
  return html`<button type="button" class="why" popovertarget="${id}" aria-label="Facts behind this sentence">?</button>`;
}

const MARKED: Readonly<Record<Provenance, string>> = {
  model: 'written by the model',
  repaired: 'repaired',
  offline: 'written offline',
  edited: 'edited by hand',
};

/** Gives the switches above the report: facts behind each sentence, and where writers differ, who wrote what. */
export function renderSwitches(marked: readonly Provenance[]): Html {
  return html`
<div class="switches" role="group" aria-label="What to show">
<p><input type="checkbox" id="show-proofs"> <label for="show-proofs">Every sentence with its facts, as a table</label></p>${
    marked.length > 0 &&
    html`
<p><input type="checkbox" id="show-writers"> <label for="show-writers">Mark sentences that were ${formatList(
      marked.map((writer) => MARKED[writer]),
      'or',
    )}</label></p>`
  }
</div>`;
}

/** Gives what the signs open, a box each, and the table that the switch shows. */
export function renderProofs(
  report: Report,
  arranged: readonly Arranged[],
  sectionId: (index: number) => string,
): Html {
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
<h2 id="proofs-title">Every sentence with its facts</h2>
<section class="table" aria-labelledby="proofs-caption" tabindex="0">
<table>
<caption id="proofs-caption"><span>Sentences in order, who wrote them, and what they rest on</span></caption>
<thead><tr><th scope="col">Sentence</th><th scope="col">Writer</th><th scope="col">Facts</th></tr></thead>
<tbody>${sentences.map(
    ({ sentence, facts }) => html`
<tr><td class="wide">${sentence.text}</td><td>${WRITERS[sentence.provenance]}</td><td class="wide">${renderFacts(facts)}</td></tr>`,
  )}
</tbody>
</table>
</section>
</section>${sentences
    .filter(({ sentence }) => sentence.facts.length > 0)
    .map(
      ({ id, sentence, facts }) => html`
<div popover id="${id}" class="proof" role="group" aria-label="Facts behind a sentence">
<p>${sentence.text}</p>${renderFacts(facts)}
</div>`,
    )}
<!-- gapwright-enable -->`;
}

function renderFacts(facts: readonly Fact[]): Html {
  return html`
<ul class="facts">${facts.map(
    (fact) => html`
<li><code>${fact.id}</code> <strong>${fact.display}</strong> <span>${describeBasis(fact)}</span></li>`,
  )}
</ul>`;
}

/** Such as "given, role: market.salary, from Stack Jobs". */
function describeBasis({ basis, source }: Fact): string {
  const place = source.path === '' ? source.input : `${source.input}: ${source.path}`;
  const how = basis === 'given' || source.rule === '' ? place : `${place}, ${source.rule}`;
  return `${basis}, ${how}${source.from ? `, from ${source.from.name}` : ''}`;
}
