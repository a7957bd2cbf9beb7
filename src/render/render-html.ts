import { createHash } from 'node:crypto';
import type { Report } from '../../schemas/report.ts';
import { type Words, wordsOf } from '../language/index.ts';
import { CHARTS } from './charts/index.ts';
import { NARROW } from './charts/svg.ts';
import { cleanText } from './clean-text.ts';
import { markedWriters } from './describe-writer.ts';
import { findCards } from './document/resource-cards.ts';
import { Html, html } from './html/html.ts';
import { renderFigure } from './html/render-figure.ts';
import { renderGlance } from './html/render-glance.ts';
import { renderHouseSection } from './html/render-house-section.ts';
import { renderMaking } from './html/render-making.ts';
import { renderProofs, renderSwitches } from './html/render-proofs.ts';
import { renderSection } from './html/render-section.ts';
import { STYLE } from './html/style.ts';
import { nameSection } from './name-section.ts';
import {
  type Arranged,
  arrangeSections,
  paletteOf,
  type RenderFont,
  type RenderTheme,
} from './render-theme.ts';
import { defineRenderer, type RenderOptions } from './renderer.ts';

const MAKING_ID = 'making';

/** The longest name, in characters, that fits a phone's width as a heading. */
const LONGEST_LINE = 18;

/** One file that stands alone: no script, no request to anywhere, for screen, phone and paper. */
export const htmlRenderer = defineRenderer({
  id: 'html',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  description: 'One self-contained page, ready to print.',
  render(report: Report, options: RenderOptions = {}): string {
    const { provenance = true, theme } = options;
    const { facts, title } = report;
    const words = wordsOf(facts);
    const arranged = arrangeSections(report, theme);
    const sections = arranged.map(({ section }) => section);
    const fonts = pickFonts(theme?.fonts ?? []);
    const style = styleOf(theme, fonts);
    const palette = paletteOf(theme);
    const marked = provenance ? markedWriters(report) : [];
    const figures = CHARTS.map(({ place, ...chart }) => {
      const narrow = chart.draw(facts, palette, NARROW);
      return {
        at: place === 'glance' ? place : sections.findIndex(({ id }) => place.test(id)),
        drawings: chart
          .draw(facts, palette)
          .map((figure, index) => renderFigure(figure, narrow[index] ?? figure, words)),
      };
    });
    const drawnAt = (place: 'glance' | number) =>
      figures.filter(({ at }) => at === place).map(({ drawings }) => drawings);
    return html`<!DOCTYPE html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, fonts.length > 0)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="gapwright ${report.writer.version}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#report">${words.say('page.skip')}</a>
<header class="top">${theme?.logo && renderLogo(theme.logo)}
<h1 dir="auto">${renderTitle(report)}</h1>
<dl>${
      facts.candidate.name !== null &&
      html`
<div><dt>${words.say('doc.candidate')}</dt><dd><bdi>${facts.candidate.name}</bdi></dd></div>`
    }
<div><dt>${words.say('doc.role')}</dt><dd><bdi>${facts.role.title}</bdi></dd></div>
<div><dt>${words.say('doc.date')}</dt><dd>${renderDate(report.date, words)}</dd></div>
</dl>
</header>
<div class="page">
<nav class="contents" aria-labelledby="contents-title">
<p id="contents-title">${words.say('page.contents')}</p>
<ol>${arranged.map(
      (one, index) => html`
<li><a href="#${sectionId(index)}">${nameOf(one, words)}</a></li>`,
    )}${
      provenance &&
      html`
<li><a href="#${MAKING_ID}">${words.say('making.title')}</a></li>`
    }
</ol>
</nav>
<main id="report" tabindex="-1">${provenance && renderSwitches(marked, words)}${renderGlance(facts, drawnAt('glance'))}${arranged.map(
      (one, index) =>
        one.kind === 'house'
          ? renderHouseSection(one.section, sectionId(index))
          : renderSection(one.section, sectionId(index), {
              title: nameOf(one, words),
              words,
              marked,
              proofs: provenance,
              figure: drawnAt(index),
              cards: (table) => findCards(table, facts),
            }),
    )}${drawnAt(-1)}${provenance && renderProofs(report, arranged, sectionId)}${provenance && renderMaking(report, MAKING_ID, theme)}
</main>
</div>
<footer class="end">
<p>${theme?.footer ?? `${title}, ${words.date(report.date)}`}</p>
</footer>
</body>
</html>
`.markup;
  },
});

/** Nothing may be loaded but this very style sheet with its fonts, and the empty icon. */
function policy(style: string, withFonts: boolean): string {
  const digest = createHash('sha256').update(style, 'utf8').digest('base64');
  return `default-src 'none'; style-src 'sha256-${digest}'; img-src data:;${withFonts ? ' font-src data:;' : ''} base-uri 'none'; form-action 'none'`;
}

/** Keeps a name of usual length on one line. */
function renderTitle({ title, facts }: Report): Html {
  const name = cleanText(facts.candidate.name ?? '');
  const text = cleanText(title);
  const at = text.indexOf(name);
  if (name === '' || name.length > LONGEST_LINE || at === -1) return html`${text}`;
  return html`${text.slice(0, at)}<span class="name">${name}</span>${text.slice(at + name.length)}`;
}

function sectionId(index: number): string {
  return `section-${index + 1}`;
}

function renderDate(date: string, words: Words): Html {
  const text = words.date(date);
  return /^\d{4}-\d\d-\d\d$/.test(date) ? html`<time datetime="${date}">${text}</time>` : html`${text}`;
}

function nameOf(one: Arranged, words: Words): string {
  return one.kind === 'house' ? one.section.title : nameSection(one.section, one.index, words);
}

function renderLogo({ mediaType, bytes }: NonNullable<RenderTheme['logo']>): Html {
  return html`
<img class="logo" src="data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}" alt="">`;
}

/** Of each weight and slant one file, WOFF2 before others, since it is the smallest. */
function pickFonts(fonts: readonly RenderFont[]): RenderFont[] {
  const picked = new Map<string, RenderFont>();
  for (const font of fonts) {
    const key = `${font.weight} ${font.italic}`;
    const known = picked.get(key);
    if (!known || (font.format === 'woff2' && known.format !== 'woff2')) picked.set(key, font);
  }
  return [...picked.values()];
}

function fontFace(name: string, { format, weight, italic, bytes }: RenderFont): string {
  const type = { woff2: 'woff2', truetype: 'ttf', opentype: 'otf' }[format];
  const data = Buffer.from(bytes).toString('base64');
  return `@font-face { font-family: "${name}"; font-weight: ${weight}; font-style: ${italic ? 'italic' : 'normal'}; src: url(data:font/${type};base64,${data}) format("${format}"); }\n`;
}

/** The style sheet, with a theme's colours and font over ours. */
function styleOf(theme: RenderTheme | undefined, fonts: readonly RenderFont[]): string {
  const { accent, accentDark, font } = theme ?? {};
  const soft = '--accent-soft: color-mix(in srgb, var(--accent) 20%, var(--sheet));';
  return [
    ...fonts.map((file) => fontFace(font ?? '', file)),
    STYLE,
    accent !== undefined && `:root { --accent: ${accent}; ${soft} }\n`,
    accentDark !== undefined &&
      `@media screen and (prefers-color-scheme: dark) { :root { --accent: ${accentDark}; ${soft} } }\n`,
    font !== undefined && `:root { --serif: "${font}", serif; --sans: "${font}", sans-serif; }\n`,
  ]
    .filter((part) => part !== false)
    .join('');
}
