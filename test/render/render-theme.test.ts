import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { openZip } from '../../src/input/resumes/zip.ts';
import { buildDocument } from '../../src/render/document/build-document.ts';
import { applyTheme, RENDERERS, type RenderTheme } from '../../src/render/index.ts';
import { docxRenderer } from '../../src/render/render-docx.ts';
import { htmlRenderer } from '../../src/render/render-html.ts';
import { markdownRenderer } from '../../src/render/render-markdown.ts';
import { pdfRenderer } from '../../src/render/render-pdf.ts';
import { makeFont, makeWoff2 } from '../support/make-font.ts';
import { offlineReport } from './fixture.ts';

const theme: RenderTheme = {
  logo: {
    mediaType: 'image/svg+xml',
    bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  },
  accent: '#7a1f3d',
  accentDark: '#f0a8c0',
  font: 'Noto Sans',
  footer: 'House & Sons',
  order: ['ours', 'skill-gap-assessment'],
  omit: ['candidate-profile'],
  sections: [
    {
      id: 'ours',
      title: 'About <us>',
      blocks: [{ kind: 'words', as: 'paragraph', texts: ['Python is missing.'] }],
    },
  ],
};
const ids = offlineReport.sections.map(({ id }) => id);

describe('a theme', () => {
  it('orders, omits and adds sections', () => {
    const { parts } = buildDocument(offlineReport, { theme });
    const titles = parts.map(({ title }) => title);
    expect(ids).toContain('candidate-profile');
    expect(titles.slice(0, 2)).toEqual(['About <us>', 'Skill Gap Assessment']);
    expect(titles).not.toContain('Candidate Profile');
  });

  it('gives the verdict of the first section of the report that is shown', () => {
    const first = offlineReport.sections.find(({ id }) => id === 'skill-gap-assessment');
    const [block] = first?.blocks ?? [];
    expect(buildDocument(offlineReport, { theme }).verdict).toEqual(
      block?.kind === 'paragraph' ? block.sentences : [],
    );
  });

  it('says in every page format that what the house added is not checked', () => {
    const { making } = buildDocument(offlineReport, { theme });
    expect(JSON.stringify(making)).toContain('not checked against the facts: About <us>');
    expect(htmlRenderer.render(offlineReport, { theme })).toContain(
      'not checked against the facts: About &lt;us&gt;',
    );
    expect(markdownRenderer.render(offlineReport, { theme })).toMatch(/not checked against the facts: About/);
  });

  it('colours the page, allows the very style sheet, and keeps its words from the checker', () => {
    const page = htmlRenderer.render(offlineReport, { theme });
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    expect(style).toContain('--accent: #7a1f3d');
    expect(style).toContain('"Noto Sans"');
    const digest = createHash('sha256').update(style, 'utf8').digest('base64');
    expect(page.replaceAll('&apos;', "'")).toContain(`'sha256-${digest}'`);
    expect(page).toContain('<p>House &amp; Sons</p>');
    expect(page).toContain('<img class="logo" src="data:image/svg+xml;base64,');
    const text = markdownRenderer.render(offlineReport, { theme });
    const quotes = (report: string) =>
      checkReport(report, offlineReport.facts).findings.map(({ quote }) => quote);
    expect(quotes(text).join()).not.toContain('Python is missing');
    expect(quotes(text.replaceAll(/<!-- gapwright-\w+ -->/g, '')).join()).toContain('Python is missing');
  });

  it('puts font files into HTML, PDF and DOCX', async () => {
    const file = (format: 'truetype' | 'woff2', weight: number, bytes: Buffer) => ({
      format,
      weight,
      italic: false,
      bytes: new Uint8Array(bytes),
    });
    const fonts = [
      file('truetype', 400, makeFont('House Sans')),
      file('woff2', 400, makeWoff2('House Sans')),
      file('truetype', 700, makeFont('House Sans', { weight: 700 })),
    ];
    const ours: RenderTheme = { font: 'House Sans', fonts, order: [], omit: [], sections: [] };
    const page = htmlRenderer.render(offlineReport, { theme: ours });
    const faces = page.match(/@font-face \{[^}]*\}/g) ?? [];
    // Of one weight the smaller file alone.
    expect(faces.map((face) => /font-weight: (\d+).*format\("(\w+)"\)/.exec(face)?.slice(1))).toEqual([
      ['400', 'woff2'],
      ['700', 'truetype'],
    ]);
    expect(page).toContain('img-src data:; font-src data:;');
    expect(htmlRenderer.render(offlineReport, { theme })).not.toContain('font-src');

    const pdf = Buffer.from(await pdfRenderer.render(offlineReport, { theme: ours }));
    expect(pdf.toString('latin1')).toMatch(/HouseSans-(?:Regular|Bold)/);
    const plain = Buffer.from(await pdfRenderer.render(offlineReport, { theme: { ...ours, fonts: [] } }));
    expect(plain.toString('latin1')).not.toContain('HouseSans');

    const docx = await docxRenderer.render(offlineReport, { theme: ours });
    expect(await docxRenderer.render(offlineReport, { theme: ours })).toEqual(docx);
    const zip = await openZip(docx, 'report.docx');
    const table = new TextDecoder().decode(await zip.read('word/fontTable.xml'));
    expect(table).toMatch(/w:name="House Sans".*<w:embedRegular .*<w:embedBold /);
    // The first 32 bytes are masked with the key, last byte first; without the mask it is the file.
    const masked = Buffer.from(await zip.read('word/fonts/font1.odttf'));
    const [key = ''] = /(?<=w:fontKey="\{)[^}]*/.exec(table) ?? [];
    const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
    const bytes = masked.map((byte, at) => (at < 32 ? byte ^ (mask[at % 16] ?? 0) : byte));
    expect(Buffer.compare(bytes, makeFont('House Sans'))).toBe(0);
  });

  it.each(RENDERERS.map((renderer) => [renderer.id, renderer] as const))(
    'is taken by %s',
    async (id, renderer) => {
      const [plain, themed] = await Promise.all([
        renderer.render(offlineReport),
        applyTheme(renderer, theme).render(offlineReport),
      ]);
      // The report as data has no look.
      if (id === 'json') expect(themed).toEqual(plain);
      else expect(themed).not.toEqual(plain);
      expect(applyTheme(renderer, undefined)).toBe(renderer);
    },
  );
});
