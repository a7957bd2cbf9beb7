import { type Html, html } from '../../../render/html/html.ts';
import type { Collected } from './collect-page-data.ts';
import { FLAG_WORDS } from './flag-words.ts';
import { FLAGS } from './page-data.ts';

/** The frame of the viewer of cases, which the page's script fills. */
export function renderCases({ data, texts, evidenceCut }: Collected): Html {
  if (data.cells.length === 0)
    return html`
<section class="part" id="cases" aria-labelledby="cases-title">
<h2 id="cases-title">Cases</h2>
<p class="lead">The rows of the runs are not in this page: open the page of each run to read its reports.</p>
</section>`;
  const counts = FLAGS.map((flag) => ({
    flag,
    count: data.cases.filter((one) => one.flags.includes(flag)).length,
  })).filter(({ count }) => count > 0);
  return html`
<section class="part" id="cases" aria-labelledby="cases-title">
<h2 id="cases-title">Cases</h2>
<p class="lead">${describeTexts(texts)}${evidenceCut && ' The evidence of some scores was left out.'}</p>
<noscript><p class="lead">Reading single cases needs JavaScript. All that is above does not.</p></noscript>
<div id="browser" hidden>
<div class="tools" role="search">
<div class="search"><label for="search">Search</label><input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="case, family, tag, or words of a report" aria-describedby="count"><span id="count" role="status"></span></div>
<div class="filters" id="filters" role="group" aria-label="Show only cases that are">${counts.map(
    ({ flag, count }) => html`
<button type="button" class="button" data-flag="${flag}" aria-pressed="false" title="${FLAG_WORDS[flag].meaning}">${FLAG_WORDS[flag].title} <span class="number">${count}</span></button>`,
  )}
</div>
</div>
<div class="browser">
<nav class="card list" aria-label="Cases"><ul id="case-list"></ul><p id="none" class="none" hidden>No case fits the search and the filters.</p></nav>
<article class="card case" aria-labelledby="case-title">
<div class="case-head"><div><h3 id="case-title" tabindex="-1" dir="auto">Case</h3><div class="about" id="case-about"></div><ul class="notes" id="case-notes"></ul></div>
<div><button type="button" class="button" id="previous">Previous</button> <button type="button" class="button" id="next">Next</button></div></div>
<div class="sides">
<label>Left <select id="left"></select></label>
<label>Right <select id="right"></select></label>
<label><input type="checkbox" id="differences" checked> Mark differences</label>
<label><input type="checkbox" id="draft"> First draft, before repair</label>
</div>
<details class="scores"><summary>Scores of this case</summary><section class="scroll" id="case-scores" aria-label="Scores of this case" tabindex="0"></section></details>
<div id="case-texts"></div>
</article>
</div>
</div>
<div id="card" class="popup" role="tooltip" hidden></div>
</section>`;
}

function describeTexts({ kept, embedded }: Collected['texts']): string {
  if (kept === 0) return 'No texts were kept in this run, so that there are scores to read, but no reports.';
  if (embedded === kept)
    return 'Two reports of a case side by side. Words that only one has are marked; what the checker found is underlined, with the facts behind it.';
  return `The texts of ${embedded} of ${kept} cells are in this page, which holds 8 million characters of them; those with something wrong came first. The others are in artifacts.jsonl in the folder of the run.`;
}
