import type { Basis, Fact } from '../../../schemas/fact.ts';
import type { Report, Table } from '../../../schemas/report.ts';
import { STATUSES, type Status } from '../../../schemas/scale.ts';
import { type Words, wordsOf } from '../../language/index.ts';
import { describeCheck, describeSources, describeWriter, markedWriters } from '../describe-writer.ts';
import { houseTitles, type RenderTheme } from '../render-theme.ts';
import { type Html, html } from './html.ts';
import { renderMark } from './render-mark.ts';
import { SENTENCE_SIGNS } from './render-sentence.ts';
import { renderTable } from './render-table.ts';

const BASES: readonly Basis[] = ['given', 'computed', 'estimate', 'default', 'unknown'];

/** Gives the closing section: method, who wrote what, what the facts rest on, and what was assumed. */
export function renderMaking(report: Report, id: string, theme?: RenderTheme): Html {
  const { facts } = report;
  const words = wordsOf(facts);
  const status = (of: Status) => html`
<div><dt>${renderMark(of, words.say('making.status', { status: of }))}</dt><dd>${words.capitalize(words.say('making.status-meaning', { status: of }))}</dd></div>`;
  return html`
<!-- gapwright-disable -->
<section class="part making" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${words.say('making.title')}</h2>
<h3>${words.say('making.method-title')}</h3>
<p>${words.say('making.method')}</p>
<p>${describeWriter(report)} ${describeCheck(report)}</p>${renderHouse(theme, words)}${renderSigns(report, words)}
<dl class="legend">${STATUSES.map(status)}
</dl>
<p>${words.say('making.coverage')}</p>${renderBases(facts.facts, words)}${renderSources(report, words)}${renderEstimates(facts.facts, words)}${renderNotes(facts.notes, words)}
<h3>${words.say('making.record')}</h3>
<dl class="record">
<div><dt>${words.say('making.report-date')}</dt><dd>${words.date(report.date)}</dd></div>
<div><dt>${words.say('making.writer')}</dt><dd>${report.writer.model}</dd></div>
<div><dt>${words.say('making.version')}</dt><dd>gapwright ${report.writer.version}</dd></div>${renderPrompts(report, words)}
</dl>
</section>
<!-- gapwright-enable -->`;
}

function renderHouse(theme: RenderTheme | undefined, words: Words): Html | undefined {
  const titles = houseTitles(theme);
  if (titles.length === 0) return undefined;
  return html`
<p>${words.say('making.house', { titles: words.list(titles) })}</p>`;
}

function renderSigns(report: Report, words: Words): Html | undefined {
  const sentences = markedWriters(report).map((by, i) =>
    words.say('making.sign', { at: i === 0 ? 'first' : 'next', sign: SENTENCE_SIGNS[by] ?? '', by }),
  );
  if (sentences.length === 0) return undefined;
  return html`
<p>${sentences.join(' ')}</p>`;
}

function renderBases(facts: readonly Fact[], words: Words): Html | undefined {
  if (facts.length === 0) return undefined;
  const inputs = [...new Set(facts.map(({ source }) => source.input))].map((input) =>
    words.say('making.input', { input }),
  );
  const counts = BASES.map((basis) => ({
    basis,
    count: facts.filter((fact) => fact.basis === basis).length,
  }));
  const table: Table = {
    kind: 'table',
    id: 'bases',
    caption: words.say('making.bases'),
    columns: [
      { title: words.say('making.basis-column'), align: 'left' },
      { title: words.say('making.meaning'), align: 'left' },
      { title: words.say('making.facts'), align: 'right' },
    ],
    rows: counts
      .filter(({ count }) => count > 0)
      .map(({ basis, count }) => [
        { text: words.capitalize(words.say('proof.basis', { basis })) },
        { text: words.say('making.basis-meaning', { basis }) },
        { text: words.number(count) },
      ]),
  };
  return html`
<h3>${words.say('making.sources')}</h3>
<p>${words.say('making.rests', { facts: words.measure(facts.length, 'fact'), inputs: words.list(inputs) })}</p>${renderTable(table, 'making-bases')}`;
}

function renderSources(report: Report, words: Words): Html | undefined {
  const lines = describeSources(report);
  if (lines.length === 0) return undefined;
  return html`
<h3>${words.say('making.market-sources')}</h3>
<ul>${lines.map(
    (line) => html`
<li>${line}</li>`,
  )}
</ul>`;
}

function renderEstimates(facts: readonly Fact[], words: Words): Html | undefined {
  const estimates = facts.filter(({ basis }) => basis === 'estimate');
  if (estimates.length === 0) return undefined;
  const rules = [...new Set(estimates.map(({ source }) => source.rule))];
  return html`
<h3>${words.say('making.estimates-title')}</h3>
<p>${words.say('making.estimates', { facts: words.measure(estimates.length, 'fact'), n: estimates.length, m: rules.length })}</p>
<ul>${rules.map(
    (rule) => html`
<li><code>${rule}</code>: ${words.measure(estimates.filter(({ source }) => source.rule === rule).length, 'fact')}</li>`,
  )}
</ul>`;
}

function renderNotes(notes: Report['facts']['notes'], words: Words): Html | undefined {
  if (notes.length === 0) return undefined;
  return html`
<h3>${words.say('making.notes')}</h3>
<ul class="notes">${notes.map(
    ({ message }) => html`
<li>${message}</li>`,
  )}
</ul>`;
}

function renderPrompts({ writer }: Report, words: Words): Html | undefined {
  const names = Object.keys(writer.prompts).sort();
  if (names.length === 0) return undefined;
  const prompts = names.map(
    (name) => html`
<li>${name} <code>${writer.prompts[name]?.slice(0, 12)}</code></li>`,
  );
  return html`
<div><dt>${words.say('making.prompts')}</dt><dd><ul class="prompts">${prompts}
</ul></dd></div>`;
}
