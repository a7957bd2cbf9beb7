import { createHash } from 'node:crypto';
import { Html, html } from '../../../render/html/html.ts';
import { VERSION } from '../../../version.ts';
import type { ReporterInput } from '../../define-reporter.ts';
import { describeHeadline } from '../words/describe-run.ts';
import { collectPageData } from './collect-page-data.ts';
import { embedJson } from './embed-json.ts';
import { loadScript } from './load-script.ts';
import { renderCases } from './render-cases.ts';
import { renderPlots } from './render-plots.ts';
import { renderRecord } from './render-record.ts';
import { renderNoise, renderScores } from './render-scores.ts';
import { renderTrend } from './render-trend.ts';
import { renderVerdicts } from './render-verdicts.ts';
import { STYLE } from './style.ts';

const MARKS = { passed: '✓', failed: '✗', ungated: 'i' } as const;

/** Gives the whole page as one file's text: nothing in it asks for anything else, and nothing of others is markup. */
export async function renderPage(input: ReporterInput): Promise<string> {
  const { summary } = input;
  const script = await loadScript();
  const collected = collectPageData(input);
  const { state, words } = describeHeadline(summary);
  const trend = renderTrend(input, (await input.history?.()) ?? []);
  const noise = renderNoise(input);
  const parts = [
    ['verdicts', 'Verdicts', renderVerdicts(input)],
    ['scores', 'Scores', renderScores(input)],
    ['noise', 'Noise', noise],
    ['plots', 'Plots', renderPlots(input)],
    ['trend', 'Trend', trend],
    ['cases', 'Cases', renderCases(collected)],
    ['record', 'Record', renderRecord(input)],
  ] as const;
  const shown = parts.filter(([, , part]) => part !== undefined);
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="gapwright ${VERSION}">
<title>${summary.suite}: ${words}</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the verdicts</a>
<header class="wrap top">
<div class="eyebrow"><p>gapwright eval</p><button type="button" class="button" id="theme" hidden>Light or dark</button></div>
<h1 dir="auto">${summary.suite}</h1>
<div class="banner ${state}"><span class="mark" aria-hidden="true">${MARKS[state]}</span><p>${words}</p></div>
<dl class="facts">${factsOf(input).map(
    ([name, value, bad]) => html`
<div${bad && html` class="bad"`}><dt>${name}</dt><dd>${value.toLocaleString('en-US')}</dd></div>`,
  )}
</dl>
</header>
<nav class="bar" aria-label="Parts of the page"><ul class="wrap">${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main class="wrap" id="main" tabindex="-1">${shown.map(([, , part]) => part)}
</main>
<footer class="wrap"><p class="end">Every number on this page is computed from the rows of the run. How verdicts are passed: docs/statistics.md of gapwright ${VERSION}.</p></footer>${
    collected.data.cells.length > 0 &&
    html`
<script type="application/json" id="data">${new Html(embedJson(collected.data))}</script>`
  }
<script>${new Html(script)}</script>
</body>
</html>
`.markup;
}

function factsOf({ summary }: ReporterInput): [string, number, boolean?][] {
  const { cases, variants, models, repeats, cells, broken } = summary;
  return [
    ['Cases', cases.length],
    ['Families', new Set(cases.map(({ family }) => family)).size],
    ['Variants', variants.length],
    ['Models', models.length],
    ['Repeats', repeats],
    ['Cells', cells.expected],
    ['Failed or not run', cells.errors + cells.absent, cells.errors + cells.absent > 0],
    ['Broken invariants', broken.length, broken.length > 0],
  ];
}

/** Nothing may run or be loaded but this very style sheet and script, and the script may make no markup of texts. */
function policyOf(script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(script)}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
}
