/** The style sheet of the page. Texts have a contrast of at least 4.5 to 1 in both schemes, shapes one of 3 to 1. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f5f0, #10161c); --sheet: light-dark(#ffffff, #171f27); --raised: light-dark(#ffffff, #1f2933);
  --ink: light-dark(#1b2530, #e7ebee); --soft: light-dark(#51606f, #a9b5c0);
  --line: light-dark(#dcd7cd, #33404c); --faint: light-dark(#f1eee7, #1e2831);
  --accent: light-dark(#0a5566, #7fcbd8); --accent-ink: light-dark(#ffffff, #0b1216); --accent-soft: light-dark(#d7e8ea, #20404a);
  --bad: light-dark(#a3241c, #ff9c92); --bad-soft: light-dark(#fbe4e1, #4a211f);
  --good: light-dark(#17633f, #74d3a3); --good-soft: light-dark(#dcefe4, #173d2b);
  --warn: light-dark(#855000, #f0b45a); --warn-soft: light-dark(#fbecd0, #452f0e);
  --still: light-dark(#66727e, #8e9ba7);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Noto Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", monospace;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 4rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: anywhere; font-variant-numeric: lining-nums; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; }
ul, ol { padding: 0; list-style: none; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
code { font: .9em var(--mono); }
svg { display: block; overflow: visible; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
:where(main, h3):focus { outline: none; }
[hidden] { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .6rem 1rem; z-index: 9; background: var(--accent); color: var(--accent-ink); }
.skip:focus { top: .5rem; }
.wrap { max-width: 88rem; margin-inline: auto; padding-inline: clamp(1rem, 3.5vw, 3rem); }

.top { padding-block: clamp(1.75rem, 4vw, 3.25rem) 1.5rem; }
.eyebrow { font-size: .8125rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); display: flex; gap: 1rem; justify-content: space-between; align-items: center; }
h1 { font-size: clamp(2rem, 1.4rem + 2.4vw, 3.2rem); letter-spacing: -.018em; margin-top: .35rem; }
.banner { display: flex; gap: 1rem 1.1rem; align-items: center; margin-top: 1.4rem; padding: 1rem 1.25rem; border-radius: .6rem; background: var(--sheet); border: 1px solid var(--line); border-inline-start: .45rem solid var(--still); }
.banner.passed { border-inline-start-color: var(--good); } .banner.failed { border-inline-start-color: var(--bad); }
.banner p { font: 600 clamp(1.15rem, 1rem + .7vw, 1.5rem)/1.25 var(--serif); }
.banner .mark { font: 700 1.5rem/1 var(--sans); width: 2.4rem; height: 2.4rem; flex: none; display: grid; place-items: center; border-radius: 50%; color: var(--soft); background: var(--faint); }
.banner.passed .mark { color: var(--good); background: var(--good-soft); } .banner.failed .mark { color: var(--bad); background: var(--bad-soft); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: 1px; margin-top: 1.1rem; background: var(--line); border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
.facts div { background: var(--sheet); padding: .7rem 1rem .8rem; }
.facts dt { font-size: .8125rem; color: var(--soft); } .facts dd { font: 600 1.5rem/1.2 var(--serif); font-variant-numeric: tabular-nums lining-nums; }
.facts .bad dd { color: var(--bad); }
.button { font: 500 .875rem/1.2 var(--sans); text-transform: none; letter-spacing: 0; color: var(--ink); background: var(--sheet); border: 1px solid var(--still); border-radius: 999px; padding: .4rem .85rem; cursor: pointer; }
.button:hover { border-color: var(--accent); color: var(--accent); }
.button[aria-pressed="true"] { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }

.bar { position: sticky; top: 0; z-index: 4; background: var(--paper); border-block: 1px solid var(--line); }
.bar ul { display: flex; gap: .25rem 1.5rem; overflow-x: auto; }
.bar a { display: block; padding: .75rem 0; color: var(--ink); text-decoration: none; white-space: nowrap; font-size: .9375rem; font-weight: 500; }
.bar a:hover { color: var(--accent); text-decoration: underline; }
.part { padding-block: clamp(1.75rem, 4vw, 2.75rem) 0; }
.part:last-of-type { padding-bottom: 3rem; }
h2 { font-size: clamp(1.4rem, 1.2rem + .9vw, 1.8rem); letter-spacing: -.01em; margin-bottom: .7rem; }
.part h3 { font-size: 1.15rem; margin-block: 1.5rem .55rem; }
.lead { max-width: 72ch; color: var(--soft); margin-bottom: 1rem; }
.card { background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem; }
.reasons, .worst { display: grid; gap: .5rem; }
.reasons li, .worst li { background: var(--sheet); border: 1px solid var(--line); border-inline-start: .3rem solid var(--bad); border-radius: .4rem; padding: .55rem .9rem; }
.reasons strong { color: var(--bad); }
.worst { counter-reset: worst; }
.worst li { counter-increment: worst; border-inline-start-color: var(--warn); }
.worst li::before { content: counter(worst) ". "; font-weight: 600; color: var(--warn); }

.scroll { overflow-x: auto; border-radius: .6rem; border: 1px solid var(--line); background: var(--sheet); }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: start; font-weight: 600; padding: .8rem 1rem .55rem; }
caption small { font-weight: 400; color: var(--soft); font-size: .875rem; }
th, td { text-align: start; vertical-align: top; padding: .55rem .8rem; overflow-wrap: normal; }
th:first-child { padding-inline-start: 1rem; }
thead th { font-size: .8125rem; color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--line); vertical-align: bottom; white-space: nowrap; }
tbody th { font-weight: 500; min-width: 10rem; }
tbody tr + tr > * { border-top: 1px solid var(--line); }
tbody th small, td small { display: block; color: var(--soft); font-size: .8125rem; font-weight: 400; }
.figure { text-align: end; white-space: nowrap; }
td.gain { color: var(--good); } td.loss { color: var(--bad); }
td.note { color: var(--soft); font-size: .875rem; min-width: 16rem; }
td.glyph { min-width: 11rem; vertical-align: middle; }
.warnings { color: var(--bad); }
.verdict { display: inline-flex; gap: .4em; align-items: baseline; font-weight: 600; white-space: nowrap; padding: .1rem .6rem .15rem; border-radius: 999px; }
.verdict.regression { color: var(--bad); background: var(--bad-soft); }
.verdict.improvement { color: var(--good); background: var(--good-soft); }
.verdict.non-inferior { color: var(--good); }
.verdict.cannot-tell { color: var(--warn); background: var(--warn-soft); }
.verdict.hint { color: var(--soft); background: none; font-weight: 400; }
details.more { margin-top: 1rem; } .reasons + details.more { margin-top: .4rem; }
summary { cursor: pointer; width: fit-content; }
details.more > summary { font-weight: 600; color: var(--accent); padding-block: .25rem; margin-bottom: .5rem; }

.forest .band { fill: var(--faint); } .forest .zero { stroke: var(--still); stroke-dasharray: 2 2; }
.forest .interval { stroke-width: 2.5; } .forest circle { fill: currentColor; } .forest .interval { stroke: currentColor; }
.forest .beyond { fill: currentColor; font: 700 14px var(--sans); }
.forest { color: var(--still); } .forest.regression { color: var(--bad); } .forest.improvement, .forest.non-inferior { color: var(--good); } .forest.cannot-tell { color: var(--warn); }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1rem; }
.plot-card { overflow: hidden; padding: 1rem 1.1rem 1.1rem; }
.plot-card figcaption { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; justify-content: space-between; margin-bottom: .6rem; }
.plot-card figcaption strong { font: 600 1.05rem/1.3 var(--serif); }
.plot-card figcaption small { color: var(--soft); font-size: .8125rem; flex-basis: 100%; }
.plot + .plot { margin-top: 1.1rem; }
.plot text { font: 12px var(--sans); fill: var(--soft); }
.plot .row-name { font-weight: 600; fill: var(--ink); } .plot .end { text-anchor: end; } .plot .tick { text-anchor: middle; }
.plot .axis { stroke: var(--line); } .plot .zero { stroke: var(--still); stroke-dasharray: 3 3; } .plot .band { fill: var(--faint); }
.dot { fill: var(--still); cursor: pointer; stroke: var(--sheet); stroke-width: .75; } .dot.gain { fill: var(--good); } .dot.loss { fill: var(--bad); }
.dot:hover { stroke: var(--ink); stroke-width: 2; }
.plot .column { fill: var(--still); }
.link { stroke: var(--still); stroke-opacity: .35; } .link.gain { stroke: var(--good); stroke-opacity: .55; } .link.loss { stroke: var(--bad); stroke-opacity: .65; }
.plot .interval { stroke: var(--accent); stroke-width: 4; stroke-linecap: round; stroke-opacity: .45; } .plot .mean { fill: var(--accent); stroke: var(--sheet); stroke-width: 1.5; }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; font-size: .875rem; color: var(--soft); margin-bottom: 1rem; }
.key span { display: inline-flex; gap: .4em; align-items: center; }
.spark path { fill: none; stroke: var(--accent); stroke-width: 1.75; } .spark .past { fill: var(--accent); } .spark .last { fill: var(--accent); stroke: var(--sheet); stroke-width: 1.5; }

.tools { display: grid; gap: .75rem; margin-bottom: 1rem; }
.search { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center; }
input[type="search"], select { font: 1rem/1.3 var(--sans); color: var(--ink); background: var(--sheet); border: 1px solid var(--still); border-radius: .4rem; padding: .5rem .7rem; max-width: 100%; }
input[type="search"] { flex: 1 1 18rem; max-width: 32rem; }
::placeholder { color: var(--soft); opacity: 1; }
.filters { display: flex; flex-wrap: wrap; gap: .4rem; }
.browser { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
@media (min-width: 60rem) { .browser { grid-template-columns: 17rem minmax(0, 1fr); align-items: start; } .list { position: sticky; top: 4rem; } }
.list { max-height: min(40rem, 80vh); overflow-y: auto; padding: .35rem; }
.list button { display: flex; flex-wrap: wrap; gap: .1rem .35rem; align-items: baseline; width: 100%; text-align: start; font: .9375rem/1.35 var(--sans); color: var(--ink); background: none; border: 0; border-radius: .35rem; padding: .4rem .6rem; cursor: pointer; }
.list button:hover { background: var(--faint); }
.list button[aria-current="true"] { background: var(--accent-soft); font-weight: 600; }
.case-id { flex: 1 1 100%; }
.flag { font-size: .75rem; font-weight: 600; line-height: 1.3; padding: .05rem .45rem; border-radius: 999px; color: var(--soft); background: var(--faint); }
.flag.broken, .flag.failed, .flag.worse { color: var(--bad); background: var(--bad-soft); } .flag.missing, .flag.findings { color: var(--warn); background: var(--warn-soft); } .flag.better { color: var(--good); background: var(--good-soft); }
.tag { font-size: .8125rem; padding: .05rem .5rem; border-radius: .3rem; background: var(--faint); color: var(--soft); }
.case { padding: 1.1rem clamp(1rem, 2vw, 1.5rem) 1.5rem; min-width: 0; }
.case-head { display: flex; flex-wrap: wrap; gap: .5rem 1rem; justify-content: space-between; align-items: start; }
.part .case h3 { font-size: 1.35rem; margin: 0; }
.about { display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: baseline; font-size: .875rem; color: var(--soft); margin-top: .35rem; }
.notes { font-size: .875rem; color: var(--soft); margin-top: .4rem; }
.sides { display: flex; flex-wrap: wrap; gap: .6rem 1.25rem; align-items: center; margin-block: 1rem; padding-block: .75rem; border-block: 1px solid var(--line); font-size: .9375rem; }
.sides label { display: inline-flex; gap: .5rem; align-items: center; max-width: 100%; } .sides select { min-width: 0; max-width: min(100%, 22rem); text-overflow: ellipsis; }
input[type="checkbox"] { width: 1.1rem; height: 1.1rem; accent-color: var(--accent); }
.scores { margin-bottom: 1rem; } .scores > summary { font-weight: 600; color: var(--accent); margin-bottom: .5rem; }
.why { display: block; color: var(--bad); white-space: normal; font-size: .8125rem; }
.evidence { font-size: .8125rem; white-space: normal; } .evidence summary { margin-inline-start: auto; color: var(--accent); } .evidence ul { text-align: start; max-width: 28rem; margin-inline-start: auto; } .evidence li + li { margin-top: .2rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 1.5rem; }
.pair + .pair { border-top: 1px dashed var(--line); padding-top: .6rem; margin-top: .6rem; }
.side { min-width: 0; } .side h4 { font: 600 .9375rem/1.4 var(--sans); margin-bottom: .25rem; }
@media (max-width: 56rem) { .side[data-side]::before { content: attr(data-side); font: 600 .8125rem/1.4 var(--sans); color: var(--soft); } }
.alarm { color: var(--bad); background: var(--bad-soft); border-radius: .35rem; padding: .35rem .7rem; margin-block: .35rem; font-size: .9375rem; }
.none { color: var(--soft); font-size: .875rem; }
.found { font-size: .875rem; } .found > summary { font-weight: 600; color: var(--bad); } .found .finding-words { padding: .5rem .75rem; border-inline-start: 3px solid var(--line); margin-block: .5rem; }
.text { font: 1rem/1.6 var(--serif); } .line { white-space: pre-wrap; } .blank { height: .6rem; overflow: hidden; }
.head { font-weight: 600; } .sign { color: var(--soft); font-weight: 400; } .head-1 { font-size: 1.2rem; } .head-2 { font-size: 1.1rem; }
.row { font: .8125rem/1.5 var(--mono); } .item { padding-inline-start: 1.2em; text-indent: -1.2em; }
del, ins { text-decoration: none; border-radius: .15em; color: inherit; } del { background: var(--bad-soft); box-shadow: inset 0 -2px var(--bad); } ins { background: var(--good-soft); box-shadow: inset 0 -2px var(--good); }
mark.finding { color: inherit; background: none; cursor: help; text-decoration: underline wavy var(--warn) 1.5px; text-underline-offset: .22em; text-decoration-skip-ink: none; } mark.error { text-decoration-color: var(--bad); } mark.info { text-decoration-color: var(--accent); }
mark.finding:hover, mark.finding:focus { background: var(--warn-soft); }
.popup { position: fixed; z-index: 8; width: min(26rem, calc(100vw - 1rem)); max-height: 60vh; overflow: auto; background: var(--raised); color: var(--ink); border: 1px solid var(--still); border-radius: .5rem; box-shadow: 0 .6rem 2rem rgb(0 0 0 / .25); padding: .75rem 1rem; font-size: .875rem; line-height: 1.45; pointer-events: none; }
.finding-words + .finding-words { border-top: 1px solid var(--line); margin-top: .6rem; padding-top: .6rem; }
.finding-words strong.error { color: var(--bad); } .finding-words strong.warning { color: var(--warn); }
.finding-words ul { margin-top: .3rem; font: .8125rem/1.45 var(--mono); } .finding-words li { padding-inline-start: 1em; text-indent: -1em; } .finding-words li::before { content: "• "; }

.record { display: grid; gap: .45rem; font-size: .9375rem; } .record div { display: grid; grid-template-columns: minmax(7rem, 13rem) minmax(0, 1fr); gap: .2rem 1rem; } .record dt { color: var(--soft); } .record ul { display: grid; gap: .15rem; }
.end { color: var(--soft); font-size: .875rem; padding-block: 1.25rem 2.5rem; border-top: 1px solid var(--line); }
@media print { .bar, .skip, .button, .tools, .list, .sides { display: none; } .scroll { overflow: visible; } .part { break-inside: auto; } figure, tr, .reasons li { break-inside: avoid; } }
@media (forced-colors: active) { mark.finding { outline: 1px solid; } }
`;
