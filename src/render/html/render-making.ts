import type { Basis, Fact } from '../../../schemas/fact.ts';
import type { Provenance, Report, Table } from '../../../schemas/report.ts';
import { formatDate, formatList, formatMeasure, formatNumber } from '../../facts/format.ts';
import { describeCheck, describeSources, describeWriter, markedWriters } from '../describe-writer.ts';
import { WORDS } from '../document/words.ts';
import { houseTitles, type RenderTheme } from '../render-theme.ts';
import { type Html, html } from './html.ts';
import { renderMark } from './render-mark.ts';
import { SENTENCE_MARKS } from './render-sentence.ts';
import { renderTable } from './render-table.ts';

const BASES: readonly { basis: Basis; title: string; meaning: string }[] = [
  { basis: 'given', title: 'Given', meaning: 'Stands in an input.' },
  { basis: 'computed', title: 'Computed', meaning: 'Follows from the inputs by a fixed rule.' },
  {
    basis: 'estimate',
    title: 'Estimate',
    meaning: 'Comes from a table of typical values; yours may differ.',
  },
  { basis: 'default', title: 'Default', meaning: 'Was assumed because the inputs were silent.' },
  { basis: 'unknown', title: 'Unknown', meaning: 'Nobody said; the report does not guess.' },
];

const INPUTS: Readonly<Record<Fact['source']['input'], string>> = {
  resume: 'the resume',
  role: 'the role profile',
  plan: 'the plan given',
  resources: 'the resource list given',
  catalog: 'the built-in catalog',
  options: 'the options of the run',
  computed: 'calculation over several inputs',
};

/** Gives the closing section: method, who wrote what, what the facts rest on, and what was assumed. */
export function renderMaking(report: Report, id: string, theme?: RenderTheme): Html {
  const { facts } = report;
  return html`
<!-- gapwright-disable -->
<section class="part making" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">How this report was made</h2>
<h3>Method</h3>
<p>The figures and the standing of every skill were worked out from the inputs by fixed rules. The sentences were then written around these facts and checked against them; a sentence that contradicts a fact does not enter a report.</p>
<p>${describeWriter(report)} ${describeCheck(report)}</p>${renderHouse(theme)}${renderSigns(report)}
<dl class="legend">
<div><dt>${renderMark('met', 'Met')}</dt><dd>Held at or above the level asked for, or held where no level is asked for or known.</dd></div>
<div><dt>${renderMark('partial', 'Partly held')}</dt><dd>Held below the level asked for.</dd></div>
<div><dt>${renderMark('missing', 'Missing')}</dt><dd>Asked for and not found in the resume.</dd></div>
</dl>
<p>Coverage is the skills met plus half of those partly held, divided by the skills asked for.</p>${renderBases(facts.facts)}${renderSources(report)}${renderEstimates(facts.facts)}${renderNotes(facts.notes)}
<h3>Record</h3>
<dl class="record">
<div><dt>Report date</dt><dd>${formatDate(report.date)}</dd></div>
<div><dt>Writer</dt><dd>${report.writer.model}</dd></div>
<div><dt>Version</dt><dd>gapwright ${report.writer.version}</dd></div>${renderPrompts(report)}
</dl>
</section>
<!-- gapwright-enable -->`;
}

function renderHouse(theme: RenderTheme | undefined): Html | undefined {
  const titles = houseTitles(theme);
  if (titles.length === 0) return undefined;
  return html`
<p>${WORDS.making.house(formatList(titles))}</p>`;
}

const SIGN_WORDS: Readonly<Record<Provenance, string | undefined>> = {
  model: undefined,
  repaired: 'was rewritten by the model after the check found fault with its first wording',
  offline: 'was written by the offline writer in place of the model’s',
  edited: 'was rewritten by a person, and checked as all others were',
};

function renderSigns(report: Report): Html | undefined {
  const sentences = markedWriters(report).map(
    (writer, at) =>
      `${at === 0 ? 'A sentence' : 'One'} with ${SENTENCE_MARKS[writer]?.sign} ${SIGN_WORDS[writer]}.`,
  );
  if (sentences.length === 0) return undefined;
  return html`
<p>${sentences.join(' ')}</p>`;
}

function renderBases(facts: readonly Fact[]): Html | undefined {
  if (facts.length === 0) return undefined;
  const inputs = [...new Set(facts.map(({ source }) => source.input))].map((input) => INPUTS[input]);
  const counts = BASES.map((row) => ({
    ...row,
    count: facts.filter(({ basis }) => basis === row.basis).length,
  }));
  const table: Table = {
    kind: 'table',
    id: 'bases',
    caption: 'What the facts rest on',
    columns: [
      { title: 'Basis', align: 'left' },
      { title: 'Meaning', align: 'left' },
      { title: 'Facts', align: 'right' },
    ],
    rows: counts
      .filter(({ count }) => count > 0)
      .map(({ title, meaning, count }) => [
        { text: title },
        { text: meaning },
        { text: formatNumber(count) },
      ]),
  };
  return html`
<h3>Sources</h3>
<p>The report rests on ${formatMeasure(facts.length, 'fact')} from ${formatList(inputs)}.</p>${renderTable(table, 'making-bases')}`;
}

function renderSources(report: Report): Html | undefined {
  const lines = describeSources(report);
  if (lines.length === 0) return undefined;
  return html`
<h3>Sources of the market</h3>
<ul>${lines.map(
    (line) => html`
<li>${line.replace(/^Source: /, '')}</li>`,
  )}
</ul>`;
}

function renderEstimates(facts: readonly Fact[]): Html | undefined {
  const estimates = facts.filter(({ basis }) => basis === 'estimate');
  if (estimates.length === 0) return undefined;
  const rules = [...new Set(estimates.map(({ source }) => source.rule))];
  return html`
<h3>Estimates</h3>
<p>${formatMeasure(estimates.length, 'fact')} ${estimates.length === 1 ? 'is an estimate' : 'are estimates'}, made by ${rules.length === 1 ? 'this rule' : 'these rules'}:</p>
<ul>${rules.map(
    (rule) => html`
<li><code>${rule}</code>: ${formatMeasure(estimates.filter(({ source }) => source.rule === rule).length, 'fact')}</li>`,
  )}
</ul>`;
}

function renderNotes(notes: Report['facts']['notes']): Html | undefined {
  if (notes.length === 0) return undefined;
  return html`
<h3>Notes</h3>
<ul class="notes">${notes.map(
    ({ message }) => html`
<li>${message}</li>`,
  )}
</ul>`;
}

function renderPrompts({ writer }: Report): Html | undefined {
  const names = Object.keys(writer.prompts).sort();
  if (names.length === 0) return undefined;
  const prompts = names.map(
    (name) => html`
<li>${name} <code>${writer.prompts[name]?.slice(0, 12)}</code></li>`,
  );
  return html`
<div><dt>Prompts, by the start of their SHA-256</dt><dd><ul class="prompts">${prompts}
</ul></dd></div>`;
}
