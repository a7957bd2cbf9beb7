import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/render/document/report-document.ts';
import { writePdf } from '../../../src/render/pdf/write-pdf.ts';
import { DOCUMENTS, makeDocument } from '../document-samples.ts';
import { noSpace, oneLine, printedLines } from '../document-text.ts';
import { readTaggedText } from './read-tagged-text.ts';

const date = '2026-11-25';

describe.each(DOCUMENTS)('writePdf, $name', ({ name, document }) => {
  it('says by its tags what the document says, no word more or less', async () => {
    const { text } = await readTaggedText(await writePdf(document, { date }));
    const lines = printedLines(document);
    expect(noSpace(text)).toBe(noSpace(lines.join('')));
    if (!/names/.test(name)) expect(oneLine(text)).toBe(oneLine(lines.join(' ')));
  });

  it('adds a footer with the page number to each page, and the title from the second on', async () => {
    const { pages, artifacts } = await readTaggedText(await writePdf(document, { date }));
    const table = document.parts[0]?.blocks.find((block) => block.kind === 'table');
    const head = table?.columns.map(({ title }) => title).join('') ?? '';
    for (const [at, artifact] of artifacts.entries()) {
      const running = at === 0 ? '' : document.title;
      const rest = noSpace(artifact).replace(noSpace(running), '');
      const end = noSpace(`${document.footer} ${at + 1} / ${pages}`);
      // The header of a table that goes on is repeated for the eye.
      expect(['', head].map((repeated) => repeated + end)).toContain(rest);
    }
  });

  it('is the same file each time', async () => {
    const first = await writePdf(document, { date });
    expect(Buffer.compare(await writePdf(structuredClone(document), { date }), first)).toBe(0);
  });

  it('declares PDF/UA-1, language, title and the date given', async () => {
    const { info, metadata } = await readTaggedText(await writePdf(document, { date }));
    expect(info).toMatchObject({ Language: 'en-GB', Title: document.title, Author: 'Gapwright' });
    expect(info.CreationDate).toMatch(/^D:20261125/);
    expect(metadata).toMatch(/<pdfuaid:part>1</);
  });
});

describe('writePdf', () => {
  it('tags headings, lists, figures and tables with header cells', async () => {
    const { roles, outline } = await readTaggedText(await writePdf(makeDocument(), { date }));
    for (const role of ['H1', 'H2', 'L', 'LI', 'Figure', 'Table', 'TH', 'TD', 'Caption', 'Link'])
      expect(roles).toContain(role);
    expect(outline).toEqual(['At a glance', 'Skill Gap Assessment', 'Resources', 'How this report was made']);
  });

  it.each(['מרים בת ציון הלוי', 'عبد الرحمن بن علي', 'Ada בן ציון'])(
    'holds the words of %s in the order in which they are read',
    async (name) => {
      const document = makeDocument({ name });
      const { text } = await readTaggedText(await writePdf(document, { date }), { mend: false });
      expect(noSpace(text)).toContain(
        noSpace(document.title + document.about.map((one) => one.label + one.value).join('')),
      );
    },
  );

  it('leaves what is read from the right and has more than letters in it to the typesetter', async () => {
    const document = makeDocument({ name: 'مريم الأحمد، مهندسة 2' });
    const { text, metadata } = await readTaggedText(await writePdf(document, { date }));
    expect(noSpace(text)).toContain(noSpace(`${document.title} Candidate`));
    expect(metadata).toMatch(/<pdfuaid:part>1</);
  });

  it('links to the web alone', async () => {
    const base = makeDocument();
    const cards: Block = {
      kind: 'cards',
      title: 'What to learn from',
      sameAsTable: 'The same as a table',
      table: { kind: 'table', id: 'resources', caption: '', columns: [], rows: [] },
      cards: ['javascript:alert(1)', 'file:///etc/passwd', 'https://example.org/a b'].map((href) => ({
        title: 'A course',
        href,
        provider: 'Somebody',
        kind: 'course',
        details: [],
        closes: [],
        cost: '',
        labels: { for: 'For', cost: 'Cost' },
      })),
    };
    const { links } = await readTaggedText(
      await writePdf({ ...base, parts: [{ id: 'cards', title: 'Cards', blocks: [cards] }] }, { date }),
    );
    expect([...new Set(links)]).toEqual(['https://example.org/a%20b']);
  });

  it('is tagged without the claim where no font has a character', async () => {
    const { text, metadata } = await readTaggedText(
      await writePdf(makeDocument({ name: 'Ada \u{F8FF6}' }), { date }),
    );
    expect(metadata).not.toContain('pdfuaid');
    expect(oneLine(text)).toContain('The profile covers 42% of what the role asks.');
  });
});
