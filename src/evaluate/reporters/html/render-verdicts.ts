import type { Comparison } from '../../../../schemas/index.ts';
import { type Html, html } from '../../../render/html/html.ts';
import type { ReporterInput } from '../../define-reporter.ts';
import {
  type ComparisonGroup,
  describeComparison,
  describePaired,
  groupComparisons,
  measureOf,
  VERDICTS,
} from '../words/describe-comparison.ts';
import { count, REASON_TITLES, withoutPlace } from '../words/describe-run.ts';
import { renderForest } from './svg/render-forest.ts';

const MOST_SHOWN = 5;
const MOST_REASONS = 200;

/** The gate's reasons, the worst cases, and every comparison: what the run says, before what it rests on. */
export function renderVerdicts(input: ReporterInput): Html {
  const groups = groupComparisons(input.summary);
  return html`
<section class="part" id="verdicts" aria-labelledby="verdicts-title">
<h2 id="verdicts-title">Verdicts</h2>${renderReasons(input)}${renderWorst(input)}${renderBroken(input)}${renderChanges(input)}${
    groups.length === 0
      ? html`
<p class="lead">Nothing was compared: the run has one variant, and no baseline.</p>`
      : groups.map((group, at) => renderGroup(input, group, `group-${at}`))
  }
</section>`;
}

function renderReasons({ summary }: ReporterInput): Html | undefined {
  const { reasons = [] } = summary.gate ?? {};
  if (reasons.length === 0) return undefined;
  return html`
<h3>Why the gate failed</h3>${renderSome(
    reasons.map(
      ({ kind, message, case: id }) => html`
<li><strong>${REASON_TITLES[kind]}:</strong> ${message}${renderCaseLink(id, summary)}</li>`,
    ),
  )}`;
}

/** The first few are seen at once, so that the table of verdicts is near; the rest is a click away. */
function renderSome(items: readonly Html[]): Html {
  const more = items.slice(MOST_SHOWN, MOST_REASONS);
  const left = items.length - MOST_REASONS;
  return html`
<ul class="reasons">${items.slice(0, MOST_SHOWN)}
</ul>${
    more.length > 0 &&
    html`
<details class="more"><summary>and ${count('more', items.length - MOST_SHOWN, 'more')}</summary>
<ul class="reasons">${more}${
      left > 0 &&
      html`
<li>and ${count('more', left, 'more')}: the filters of the cases below show them</li>`
    }
</ul>
</details>`
  }`;
}

function renderCaseLink(id: string | undefined, { cases }: ReporterInput['summary']): Html | undefined {
  const index = cases.findIndex((one) => one.id === id);
  return index < 0
    ? undefined
    : html` <a href="#case-${index}">Open the case<span class="unseen"> ${id}</span></a>`;
}

function renderWorst({ summary }: ReporterInput): Html | undefined {
  const { worst = [] } = summary.gate ?? {};
  if (worst.length === 0) return undefined;
  return html`
<h3>${worst.length === 1 ? 'Worst case' : `${worst.length} worst cases`}</h3>
<ol class="worst">${worst.map(({ case: id, variant, words }) => {
    const index = summary.cases.findIndex((one) => one.id === id);
    return html`
<li>${index < 0 ? html`<bdi>${id}</bdi>` : html`<a href="#case-${index}"><bdi>${id}</bdi></a>`} (<bdi>${variant}</bdi>): ${withoutPlace(words, id)}</li>`;
  })}
</ol>`;
}

/** What a gate would name is named without one, too. */
function renderBroken({ summary }: ReporterInput): Html | undefined {
  const { broken, gate } = summary;
  if (gate || broken.length === 0) return undefined;
  return html`
<h3>Broken invariants</h3>${renderSome(
    broken.map(
      ({ case: id, variant, model, repeat, words }) => html`
<li><strong><bdi>${id}</bdi></strong> (<bdi>${variant}</bdi>, <bdi>${model}</bdi>, repeat ${repeat + 1}): ${words.join('; ')}${renderCaseLink(id, summary)}</li>`,
    ),
  )}`;
}

function renderChanges({ changes = [] }: ReporterInput): Html | undefined {
  if (changes.length === 0) return undefined;
  return html`
<h3>What differs between the runs</h3>
<ul class="record">${changes.map((change) => html`<li>${change}</li>`)}</ul>`;
}

function renderGroup(input: ReporterInput, group: ComparisonGroup, id: string): Html {
  const { variant, against, model, gating, exploratory } = group;
  const names = `${variant} against ${against}, ${model}`;
  const title = html`<bdi>${variant}</bdi> against <bdi>${against}</bdi>`;
  return html`
<h3>${title}, <bdi>${model}</bdi></h3>${
    gating.length > 0 &&
    renderTable(
      gating,
      input,
      html`Gating scorers <small>${describePaired(group)}; the grey band is the margin, better lies to the right</small>`,
      { id: `${id}-gating`, name: `Gating scorers: ${names}` },
    )
  }${
    exploratory.length > 0 &&
    html`
<details class="more"${gating.length === 0 && html` open`}><summary>Hints: ${count('scorer', exploratory.length)} that no gate rests on</summary>${renderTable(exploratory, input, html`Hints <small>not adjusted for their number; look into what surprises</small>`, { id: `${id}-hints`, name: `Hints: ${names}` })}
</details>`
  }`;
}

function renderTable(
  list: readonly Comparison[],
  { summary: { scorers } }: ReporterInput,
  caption: Html,
  { id, name }: { id: string; name: string },
): Html {
  return html`
<section class="scroll" id="${id}" aria-label="${name}" tabindex="0">
<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Scorer</th><th scope="col">Verdict</th><th scope="col" class="figure">Before</th><th scope="col" class="figure">After</th><th scope="col" class="figure">Difference</th><th scope="col">90 % interval</th><th scope="col">Against the margin</th><th scope="col">What it rests on</th></tr></thead>
<tbody>${list.map((one) => renderRow(one, scorers))}
</tbody>
</table>
</section>`;
}

function renderRow(one: Comparison, scorers: ReporterInput['summary']['scorers']): Html {
  const { before, after, difference, interval, verdict, p, note } = describeComparison(one, scorers);
  const scorer = scorers.find(({ id }) => id === one.scorer);
  const { unit } = measureOf(scorers, one.scorer);
  const kind = one.gating ? one.verdict : 'hint';
  return html`
<tr><th scope="row">${scorer?.title ?? one.scorer}<small>${one.scorer}${unit !== undefined && `, ${unit}`}</small></th><td><span class="verdict ${kind}"><span aria-hidden="true">${VERDICTS[one.verdict].mark}</span>${verdict}</span></td><td class="figure">${before}</td><td class="figure">${after}</td><td class="figure">${difference}</td><td class="figure">${interval}</td><td class="glyph">${scorer && renderForest(one, scorer)}</td><td class="note">${note}<small>${one.test}; p ${p}</small></td></tr>`;
}
