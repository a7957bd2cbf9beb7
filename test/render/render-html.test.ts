import { createHash } from 'node:crypto';
import { escapeUTF8 } from 'entities';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../schemas/report.ts';
import { htmlRenderer } from '../../src/render/render-html.ts';
import { bareReport, hostileReport, modelReport, noGapsReport, offlineReport, VARIANTS } from './fixture.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off' },
});

function matches(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? match[0]);
}

describe.each(VARIANTS)('htmlRenderer on $name', ({ report }) => {
  const page = htmlRenderer.render(report);

  it('gives valid HTML', async () => {
    const { results } = await validator.validateString(page);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  it('allows its own style sheet and nothing else', () => {
    const [style = ''] = matches(page, /<style>([\s\S]*?)<\/style>/g);
    const digest = createHash('sha256').update(style, 'utf8').digest('base64');
    expect(page.replaceAll('&apos;', "'")).toContain(
      `content="default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(
      /<script|<iframe|<img|<object|<embed|<form|@import|url\((?!#)| style="| on[a-z]+="/i,
    );
    expect(matches(page, /<link [^>]*>/g)).toEqual(['<link rel="icon" href="data:,">']);
    expect(page).not.toMatch(/ src=(?!x)/);
  });

  it('links to http(s) and to places in the page that exist', () => {
    const ids = matches(page, / id="([^"]*)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    for (const href of matches(page, /<a [^>]*href="([^"]*)"/g)) {
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
      else expect(href).toMatch(/^https?:\/\//);
    }
    for (const target of matches(page, /aria-labelledby="([^"]*)"/g)) expect(ids).toContain(target);
    for (const target of matches(page, /url\(#([^)]*)\)/g)) expect(ids).toContain(target);
  });

  it('has one h1, and no heading that skips a level', () => {
    const levels = matches(page, /<h([1-6])/g).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('keeps with each sentence who wrote it', () => {
    const sentences = report.sections
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])))
      .filter(({ text }) => text.trim() !== '');
    expect(matches(page, / data-provenance="([^"]*)"/g)).toEqual(
      sentences.map(({ provenance }) => provenance),
    );
  });

  it('names every section in the contents', () => {
    const nav = page.slice(page.indexOf('<nav'), page.indexOf('</nav>'));
    expect(matches(nav, /<li>/g)).toHaveLength(report.sections.length + 1);
  });
});

describe('htmlRenderer', () => {
  it('keeps the facts of a sentence, escaped', () => {
    expect(htmlRenderer.render(offlineReport)).toContain(
      '<span data-facts="skill.python.status skill.git.status" data-provenance="offline">Santana Mena meets',
    );
    expect(htmlRenderer.render(hostileReport)).toContain('data-facts="&quot;&gt;&lt;b&gt; it&apos;s"');
  });

  it('draws coverage to scale at a glance and says it in words', () => {
    const page = htmlRenderer.render(offlineReport);
    const glance = page.slice(page.indexOf('class="glance"'), page.indexOf('id="section-1"'));
    expect(glance).toContain('<p class="big">38% <small>of 8 skills asked for</small></p>');
    expect(glance).toContain('core: 38% of 8 asked for, 2 met, 2 partly held, 4 missing');
    // A quarter of the bar is met, as wide a part is hatched after it.
    const [bar] = matches(glance, /<rect x="([\d.]+)" y="4" width="[\d.]+" height="16"[^>]*class="bar met"/g);
    const width = Number(/<rect x="[\d.]+" y="4" width="([\d.]+)" height="16"/.exec(glance)?.[1]);
    expect(width).toBeCloseTo((640 - 52 - Number(bar)) / 4, 1);
    expect(glance).toContain('<g class="hatch"');
    expect(htmlRenderer.render(bareReport)).toContain('<p class="big">None asked for</p>');
  });

  it('draws each picture for a page and for a phone, one image to assistive technology', () => {
    const page = htmlRenderer.render(modelReport);
    const pictures = matches(page, /<div class="picture"[\s\S]*?<\/div>/g);
    expect(pictures.length).toBeGreaterThan(3);
    for (const picture of pictures) {
      expect(picture).toMatch(/^<div class="picture" role="img" aria-labelledby="[a-z0-9-]+-alt">/);
      expect(matches(picture, /<svg class="(\w+)" aria-hidden="true"/g)).toEqual(['wide', 'narrow']);
      expect(matches(picture, /viewBox="0 0 (\d+) /g)).toEqual(['640', '344']);
    }
  });

  it('draws the roadmap once, in its section', () => {
    const page = htmlRenderer.render(modelReport);
    const section = page.slice(page.indexOf('id="section-5"'), page.indexOf('id="section-6"'));
    expect(matches(section, /<figcaption[^>]*>([^<]*)</g)).toEqual([
      expect.stringMatching(/^Roadmap, week 1 to 85, \d+ hours by estimate$/),
    ]);
    expect(section).toContain('Phase 2: ');
    expect(matches(page, /<svg [^>]*>/g)).toHaveLength(matches(page, /<\/svg>/g).length);
    expect(htmlRenderer.render(noGapsReport)).not.toContain('roadmap-timeline');
  });

  it('shows what a plan made by people says, without calling it an estimate', () => {
    const report = structuredClone(offlineReport);
    report.facts.roadmap = {
      ...report.facts.roadmap,
      origin: 'given',
      phases: [
        {
          index: 1,
          title: 'One <week>',
          startWeek: 1,
          endWeek: 1,
          weeks: 1,
          hours: 8,
          skills: [{ id: 'aws', name: 'AWS', hours: null }],
          activities: ['Build & break'],
        },
      ],
      totalWeeks: 1,
      totalHours: 8,
    };
    report.sections = report.sections.filter(({ id }) => id !== 'upskilling-roadmap');
    const page = htmlRenderer.render(report);
    const last = page.indexOf('id="section-5"');
    expect(page.indexOf('id="roadmap-timeline-title"')).toBeGreaterThan(last);
    expect(page).toContain('Roadmap, week 1 to 1, 8 hours as planned');
    expect(page).toContain('Phase 1: One &lt;week&gt;, week 1, 8 hours');
    expect(page).toContain('<p>8 hours at 8 hours a week, as planned</p>');
  });

  it('shows resources as cards with their links, and the table beneath them', () => {
    const page = htmlRenderer.render(offlineReport);
    const cards = matches(page, /<li class="resource">[\s\S]*?<\/li>/g);
    const { chosen } = offlineReport.facts.resources;
    expect(cards).toHaveLength(chosen.length);
    for (const [at, { title, url, provider, kind, cost, closes }] of chosen.entries()) {
      expect(cards[at]).toContain(`<a href="${escapeUTF8(url)}" rel="noopener noreferrer">${title}</a>`);
      expect(cards[at]).toContain(`<p class="resource-by">${escapeUTF8(provider)} · ${kind}</p>`);
      expect(cards[at]).toContain(
        `<div><dt>For</dt><dd>${closes.map(({ name }) => name).join(', ')}</dd></div>`,
      );
      expect(cards[at]).toContain(`<div><dt>Cost</dt><dd>${cost}`);
    }
    const offers = page.slice(page.indexOf('<div class="offers">'));
    expect(matches(offers.slice(0, offers.indexOf('</table>')), /<tr>/g)).toHaveLength(chosen.length + 1);
  });

  it('leaves a table of resources that is not the one of the facts as it is', () => {
    const report = structuredClone(offlineReport);
    report.facts.resources.chosen.reverse();
    const page = htmlRenderer.render(report);
    expect(page).not.toContain('<li class="resource">');
    expect(page).toContain('<td>O&apos;Reilly</td>');
  });

  it('shows a status by word and shape', () => {
    const page = htmlRenderer.render(offlineReport);
    const from = page.indexOf('<tbody>', page.search(/id="section-\d-table-/));
    const table = page.slice(from, page.indexOf('</tbody>', from));
    expect(matches(table, /<span class="status (\w+)"><svg [^>]*aria-hidden="true"/g)).toHaveLength(11);
    expect(matches(table, /<\/svg>(met|partial|missing)<\/span>/g)).toHaveLength(11);
    const shapes = matches(table, /<svg [^>]*>(.*?)<\/svg>/g);
    expect(new Set(shapes).size).toBe(3);
  });

  it('takes the first cell of a row for a name, even if it is a status word', () => {
    expect(htmlRenderer.render(hostileReport)).toContain('<tr><th scope="row">met</th>');
  });

  it('marks repaired and replaced sentences where a model wrote the report, and only there', () => {
    const page = htmlRenderer.render(modelReport);
    expect(matches(page, /<sup class="sign"><span aria-hidden="true">(.)<\/span>/g).sort()).toEqual([
      '†',
      '†',
      '†',
      '‡',
      '‡',
      '‡',
    ]);
    expect(htmlRenderer.render(offlineReport)).not.toContain('<sup');
    expect(htmlRenderer.render(modelReport, { provenance: false })).not.toContain('<sup');
  });

  it('marks sentences that a person rewrote, whoever wrote the rest', () => {
    const signs = (report: Report) =>
      matches(htmlRenderer.render(report), /<sup class="sign"><span aria-hidden="true">(.)<\/span>/g);
    const edit = (report: Report): Report => {
      const edited = structuredClone(report);
      const [block] = edited.sections[0]?.blocks ?? [];
      if (block?.kind === 'paragraph' && block.sentences[0]) block.sentences[0].provenance = 'edited';
      edited.writer.sentences.edited = 1;
      return edited;
    };
    expect(signs(edit(offlineReport))).toEqual(['§']);
    expect(signs(edit(modelReport))[0]).toBe('§');
    const page = htmlRenderer.render(edit(offlineReport));
    expect(page).toContain('Mark sentences that were edited by hand');
    expect(page).toContain('A sentence with § was rewritten by a person');
    expect(page).toContain('<td>edited by hand</td>');
    expect(htmlRenderer.render(edit(modelReport))).toContain(
      'Mark sentences that were repaired, written offline, or edited by hand',
    );
    expect(htmlRenderer.render(edit(offlineReport), { provenance: false })).not.toContain('<sup');
  });

  it('says how the report was made, unless told not to', () => {
    const page = htmlRenderer.render(modelReport);
    expect(page).toContain('The report rests on 23 facts from the role profile');
    expect(page).toContain('8 facts are estimates, made by this rule:');
    expect(page).toContain('<li><code>hours-per-step</code>: 8 facts</li>');
    expect(page).toContain('<li>No hours per week were given; 8 were assumed.</li>');
    expect(page).toContain('<code>0f0f0f0f0f0f</code>');
    expect(htmlRenderer.render(modelReport, { provenance: false })).not.toContain('How this report was made');
  });

  it('never lets text become markup or a link', () => {
    const page = htmlRenderer.render(hostileReport);
    expect(page).toContain('1. &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; is not a list');
    expect(page).toContain('<td class="figure">javascript</td>');
    expect(page).not.toMatch(/href="(javascript|data:text)/);
    expect(page).toContain('مريم الأحمد، مهندسة برمجيات, works with 山田太郎 🧑🏽‍💻');
  });
});
