/** The style sheet of the HTML report. Colours are chosen for a contrast of at least 4.5 to 1, shapes of 3 to 1. */
export const STYLE = `
:root {
  --paper: #faf8f4; --sheet: #ffffff; --ink: #1b2530; --soft: #51606f; --line: #dcd7cd; --faint: #eeeae2;
  --accent: #0a5566; --accent-ink: #ffffff; --accent-soft: #cfe3e6;
  --met: #1c6b4a; --partial: #9a5b00; --missing: #6b7784;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Noto Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #11171d; --sheet: #182028; --ink: #e7ebee; --soft: #a9b5c0; --line: #34404b; --faint: #222c35;
    --accent: #7fcbd8; --accent-ink: #0b1216; --accent-soft: #24424a;
    --met: #6fce9f; --partial: #f0b45a; --missing: #94a1ad;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.65 var(--serif); overflow-wrap: anywhere; font-variant-numeric: lining-nums;
}
h1, h2, h3 { line-height: 1.2; font-weight: 600; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd, figure { margin: 0; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.skip {
  position: absolute; left: 1rem; top: -4rem; padding: .6rem 1rem; z-index: 1;
  background: var(--accent); color: var(--accent-ink); font-family: var(--sans);
}
.skip:focus { top: 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.top, .page, .end { max-width: 74rem; margin-inline: auto; padding-inline: clamp(1.15rem, 4vw, 3rem); }
.top { padding-top: clamp(2rem, 6vw, 4.5rem); padding-bottom: 1.75rem; }
.top::before { content: ""; display: block; width: 4.5rem; height: .4rem; background: var(--accent); margin-bottom: 1.5rem; }
h1 { font-size: clamp(1.9rem, 1.3rem + 2.6vw, 3.1rem); letter-spacing: -.015em; max-width: 32ch; }
h1 .name { white-space: nowrap; }
.top dl { display: flex; flex-wrap: wrap; gap: .9rem 2.75rem; margin-top: 1.5rem; font-family: var(--sans); }
dt { font: 600 .8125rem/1.4 var(--sans); color: var(--soft); }
.top dd { font-size: 1.0625rem; font-weight: 500; line-height: 1.4; }

.page { display: grid; gap: 2rem; padding-bottom: 3rem; }
.contents { font: .9375rem/1.4 var(--sans); border-block: 1px solid var(--line); padding-block: .9rem; }
.contents p { font-weight: 600; font-size: .8125rem; color: var(--soft); margin-bottom: .35rem; }
.contents ol { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); column-gap: 1.5rem; }
.contents a { display: block; padding-block: .3rem; color: var(--ink); text-decoration: none; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
main { min-width: 0; }
@media (min-width: 68rem) {
  .page { grid-template-columns: 13rem minmax(0, 1fr); column-gap: 4rem; }
  .contents { border-block: 0; padding: 0; position: sticky; top: 2rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; }
  .contents ol { grid-template-columns: 1fr; border-left: 2px solid var(--line); padding-left: 1rem; }
}

.glance { background: var(--sheet); border: 1px solid var(--line); border-top: .25rem solid var(--accent); padding: clamp(1.1rem, 3vw, 1.75rem); }
.glance h2 { font-size: 1.25rem; margin-bottom: 1.1rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: 1.5rem 2rem; font-family: var(--sans); font-size: .9375rem; line-height: 1.5; }
.card h3 { font: 600 .9375rem/1.4 var(--sans); color: var(--soft); }
.big { font: 600 2.4rem/1.15 var(--serif); letter-spacing: -.01em; margin-block: .15rem .55rem; }
.big small { display: block; font: 400 .9375rem/1.4 var(--sans); letter-spacing: 0; color: var(--soft); }
.key { font: .875rem/1.5 var(--sans); color: var(--soft); margin-top: 1.1rem; }
svg { display: block; overflow: visible; }

.status { display: inline-flex; align-items: center; gap: .45em; white-space: nowrap; }
.status svg { flex: none; }
.status.met { color: var(--met); } .status.partial { color: var(--partial); }
.status.missing, .status.unknown { color: var(--soft); }
.status .fill { fill: currentColor; }
.status .ring { fill: none; stroke: currentColor; stroke-width: 1.6; }
.status .dashed { stroke-dasharray: 2.6 2.2; }
.status .tick { fill: none; stroke: var(--sheet); stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }

.part { padding-top: clamp(2.25rem, 5vw, 3.25rem); }
.part h2 { font-size: clamp(1.45rem, 1.2rem + 1vw, 1.85rem); letter-spacing: -.01em; margin-bottom: .9rem; }
.part h3 { font-size: 1.15rem; margin: 1.75rem 0 .4rem; }
.part > p { max-width: 68ch; }
.part > p + p { margin-top: .85rem; }
.sign { font-family: var(--sans); font-size: .7em; line-height: 0; color: var(--soft); user-select: none; padding-left: .1em; }

.table { overflow-x: auto; margin-top: 1.5rem; background: var(--sheet); border: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; font: .9375rem/1.45 var(--sans); font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; font-weight: 600; padding: .85rem 1rem .65rem; }
caption span { display: inline-block; position: sticky; left: 1rem; max-width: calc(100vw - 5rem); }
th, td { text-align: left; vertical-align: top; padding: .55rem .75rem; overflow-wrap: normal; }
th:first-child, td:first-child { padding-left: 1rem; }
th:last-child, td:last-child { padding-right: 1rem; }
thead th { font-size: .8125rem; color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--line); vertical-align: bottom; }
tbody th { font-weight: 500; min-width: 7rem; }
tbody th.figure { min-width: 0; }
tbody .long { min-width: 11rem; overflow-wrap: anywhere; }
tbody .wide { min-width: 14rem; }
tbody tr + tr > * { border-top: 1px solid var(--faint); }
.figure { text-align: right; }
tbody .figure { white-space: nowrap; }

.offers { margin-top: 1.5rem; font: .9375rem/1.5 var(--sans); }
.offers-title { font-weight: 600; margin-bottom: .6rem; }
.resources { list-style: none; padding: 0; display: grid; gap: .9rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); }
.resource { background: var(--sheet); border: 1px solid var(--line); border-left: .25rem solid var(--accent); padding: .9rem 1.1rem 1rem; min-width: 0; }
.resource-title { font-weight: 600; line-height: 1.35; }
.resource-by { color: var(--soft); }
.resource dl { display: grid; gap: .15rem; margin-top: .6rem; }
.resource dl div { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: .75rem; align-items: baseline; }
.resource dt { line-height: inherit; }

.making { margin-top: clamp(2.5rem, 6vw, 4rem); padding-top: clamp(1.5rem, 4vw, 2.25rem); border-top: 1px solid var(--line); font-size: 1rem; }
.making ul { padding-left: 1.25rem; max-width: 68ch; }
.making li + li { margin-top: .25rem; }
.legend, .record { font: .9375rem/1.5 var(--sans); margin-block: 1rem; display: grid; gap: .5rem; max-width: 42rem; }
.legend div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .25rem 1rem; }
.record div { display: grid; grid-template-columns: minmax(6.5rem, 11rem) minmax(0, 1fr); gap: .25rem 1rem; }
.legend dt { font-size: inherit; }
.prompts { list-style: none; }
.making .prompts { padding: 0; }
code { font: .9em ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", monospace; }
.end { font: .875rem/1.5 var(--sans); color: var(--soft); padding-block: 1.25rem 2.5rem; }

.chart { margin-top: 1.75rem; }
.chart figcaption { font: 600 .9375rem/1.4 var(--sans); margin-bottom: .6rem; }
.glance .chart { margin-top: 1.5rem; }
.picture svg { width: 100%; max-width: 52rem; height: auto; overflow: hidden; }
.picture .narrow { display: none; max-width: 30rem; }
@media screen and (max-width: 40rem) { .picture .wide { display: none; } .picture .narrow { display: block; } }
.picture .ink { fill: var(--ink); } .picture .soft { fill: var(--soft); }
.picture .bar { fill: var(--accent); } .picture .bar.met { fill: var(--met); } .picture .bar.partial { fill: var(--partial); }
.picture .bar.missing, .picture .bar.preferred, .picture .bar.emerging { fill: var(--missing); }
.picture line.core { stroke: var(--accent); } .picture .mark { stroke: var(--ink); } .picture .axis { stroke: var(--soft); } .picture .grid { stroke: var(--line); }
.picture .met .fill { fill: var(--met); } .picture .met .ring { stroke: var(--met); }
.picture .partial .fill { fill: var(--partial); } .picture .partial .ring { stroke: var(--partial); }
.picture .missing .ring, .picture .outline { stroke: var(--missing); }
.picture .hatch { stroke: var(--partial); }
.data { margin-top: .6rem; font: .9375rem/1.5 var(--sans); }
.data summary { cursor: pointer; color: var(--accent); width: fit-content; padding-block: .2rem; }
.data .table { margin-top: .6rem; }

#section-1 > h2 + p { font-size: 1.1875rem; line-height: 1.6; }

.logo { display: block; max-height: 4rem; max-width: min(18rem, 100%); margin-bottom: 1.25rem; }
.house { padding-left: 1.25rem; max-width: 68ch; margin-block: .6rem; }
.switches { font: .9375rem/1.5 var(--sans); display: flex; flex-wrap: wrap; gap: .3rem 2rem; margin-bottom: 1.25rem; }
.switches input { width: 1.1rem; height: 1.1rem; vertical-align: -.15em; accent-color: var(--accent); }
.why {
  font: 600 .6875rem/1 var(--sans); width: 1.5rem; height: 1.5rem; margin: -.35rem -.3rem -.35rem -.1rem; padding: 0; vertical-align: .1em;
  border: 0; border-radius: 50%; background: transparent; color: var(--soft); cursor: pointer; user-select: none;
}
.why:hover, .why:focus-visible { background: var(--accent-soft); color: var(--ink); }
.proof {
  font: .9375rem/1.5 var(--sans); background: var(--sheet); color: var(--ink); border: 1px solid var(--line); border-top: .25rem solid var(--accent);
  max-width: min(38rem, calc(100vw - 2rem)); max-height: 80vh; overflow: auto; padding: 1rem 1.25rem; box-shadow: 0 .5rem 2rem rgb(0 0 0 / .25);
}
.proof p { font: 1rem/1.5 var(--serif); margin-bottom: .6rem; }
.facts { list-style: none; padding: 0; } .facts li + li { margin-top: .3rem; }
.facts span { color: var(--soft); }
.part.proofs { display: none; }
body:has(#show-proofs:checked) .part.proofs { display: block; }
.sign { display: none; }
body:has(#show-writers:checked) .sign { display: inline; }
body:has(#show-writers:checked) [data-provenance]:has(+ .sign) {
  text-decoration: underline dotted; text-underline-offset: .25em;
}

@page { margin: 18mm 16mm 20mm; }
@media print {
  :root { --paper: #ffffff; }
  html { font-size: 10pt; }
  body { line-height: 1.5; orphans: 3; widows: 3; }
  .skip, .contents, .end, .switches, .why, .data { display: none; }
  .chart { break-inside: avoid; }
  .top, .page, .end { max-width: none; padding-inline: 0; }
  .top { padding-top: 0; }
  .top::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .page { display: block; padding-bottom: 0; }
  h1 { font-size: 26pt; }
  h2, h3, caption, figcaption, .offers-title, thead { break-after: avoid; }
  .part > h2 + p { break-before: avoid; }
  .glance, .card, .resource, tr, .legend, .record div { break-inside: avoid; }
  .resources { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .resource { print-color-adjust: exact; -webkit-print-color-adjust: exact; padding: .5rem .8rem; }
  .cards { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.25rem; }
  .part { padding-top: 20pt; }
  .table { overflow: visible; border: 0; border-top: 1px solid var(--line); }
  thead { display: table-header-group; }
  caption, th, td { padding: .35rem .8rem .35rem 0; }
  th:first-child, td:first-child { padding-left: 0; }
  th:last-child, td:last-child { padding-right: 0; }
  tbody th, tbody .long, tbody .wide { min-width: 0; }
  caption span { max-width: none; }
  a { color: inherit; }
  td a::after, th a::after, .resource-title a::after { content: " " attr(href); display: inline-block; width: 100%; font-size: 8pt; color: var(--soft); overflow-wrap: anywhere; }
}
`;
