import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { htmlRenderer } from '../../src/render/render-html.ts';
import {
  bareReport,
  hostileReport,
  manyGapsReport,
  modelReport,
  noGapsReport,
  offlineReport,
  VARIANTS,
} from './fixture.ts';

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

  it('draws coverage to scale and says it in words', () => {
    const page = htmlRenderer.render(offlineReport);
    expect(page).toContain(
      '<title id="core-bar">Core skills covered: 2 met, 2 partly held, 4 missing</title>',
    );
    expect(page).toContain('<rect class="met" width="25%" height="14"/>');
    expect(page).toContain('<rect x="25%" width="25%" height="14" fill="url(#core-hatch)"/>');
    expect(page).toContain('<p class="big">38% <small>of 8 skills asked for</small></p>');
    expect(htmlRenderer.render(bareReport)).toContain('<p class="big">None asked for</p>');
  });

  it('draws each phase to scale, in the section on the roadmap', () => {
    const page = htmlRenderer.render(modelReport);
    const section = page.slice(page.indexOf('id="section-5"'), page.indexOf('id="section-6"'));
    expect(section).toContain('<strong>Timeline, week 1 to 85.</strong> The hours are estimates.');
    expect(section).toContain('<title id="phase-2-bar">Phase 2: weeks 23 to 42 of 85</title>');
    expect(section).toContain('<rect class="run" x="25.88%" width="23.53%"');
    expect(section).toContain('<li>Machine Learning <small>120 hours</small></li>');
    expect(section).toContain('<li>Security clearance: a credential, not closed by study alone</li>');
    expect(matches(htmlRenderer.render(manyGapsReport), /<p class="phase">/g)).toHaveLength(20);
    expect(htmlRenderer.render(noGapsReport)).not.toContain('<figure class="timeline"');
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
    expect(page.indexOf('<figure class="timeline"')).toBeGreaterThan(last);
    expect(page).toContain('Phases as in the plan given.');
    expect(page).toContain('<p class="span">Week 1, 8 hours</p>');
    expect(page).toContain('<strong>One &lt;week&gt;</strong>');
    expect(page).toContain('<li>AWS</li>');
    expect(page).toContain('<li>Build &amp; break</li>');
    expect(page).toContain('<p>8 hours at 8 hours a week, as planned</p>');
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
