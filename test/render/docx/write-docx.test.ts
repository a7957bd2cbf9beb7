import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../src/render/docx/write-docx.ts';
import { DOCUMENTS, makeDocument } from '../document-samples.ts';
import { noSpace, oneLine, printedLines } from '../document-text.ts';
import { type DocxPart, readDocx } from './read-docx.ts';

const date = '2026-11-25';
const OFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);

async function body(bytes: Uint8Array): Promise<DocxPart> {
  return (await readDocx(bytes)).get('word/document.xml') as DocxPart;
}

describe.each(DOCUMENTS)('writeDocx, $name', ({ document }) => {
  it('says what the document says, no word more or less', async () => {
    const { lines } = await body(await writeDocx(document, { date }));
    expect(oneLine(lines.join(' '))).toBe(oneLine(printedLines(document).join(' ')));
  });

  it('has a footer with page numbers, and the title above all pages but the first', async () => {
    const parts = await readDocx(await writeDocx(document, { date }));
    const running = (kind: string) =>
      [...parts].filter(([name]) => name.startsWith(`word/${kind}`)).map(([, { lines }]) => lines);
    const footer = `${document.footer} [PAGE] / [NUMPAGES]`;
    expect(running('footer')).toEqual([[footer], [footer]]);
    expect(running('header').toSorted((a, b) => a.length - b.length)).toEqual([[], [document.title]]);
  });

  it('is the same file each time', async () => {
    const first = await writeDocx(document, { date });
    expect(Buffer.compare(await writeDocx(structuredClone(document), { date }), first)).toBe(0);
  });

  it('gives each drawing an id of its own, and each file of the archive a name of its own', async () => {
    const parts = await readDocx(await writeDocx(document, { date }));
    const { drawings } = parts.get('word/document.xml') as DocxPart;
    expect(drawings).toEqual(['1']);
    expect(
      [...parts.keys()].filter((name) => name.startsWith('word/media/')).map((name) => name.slice(-4)),
    ).toEqual(expect.arrayContaining(['.svg', '.png']));
  });
});

describe('writeDocx', () => {
  it('has heading styles, lists, and tables whose header row repeats and whose rows stay whole', async () => {
    const { styles, counts } = await body(await writeDocx(makeDocument({ gaps: 5 }), { date }));
    for (const style of ['Title', 'Heading1', 'Heading2', 'ListParagraph', 'Verdict', 'Caption'])
      expect(styles).toContain(style);
    expect(counts['w:tblHeader']).toBe(2);
    expect(counts['w:cantSplit']).toBe(counts['w:tr']);
  });

  it('puts a sign before each status, as the bullet of a list', async () => {
    const parts = await readDocx(await writeDocx(makeDocument({ gaps: 5 }), { date }));
    const { counts } = parts.get('word/document.xml') as DocxPart;
    // Five statuses and the two items of a list.
    expect(counts['w:numPr']).toBe(7);
    expect(parts.get('word/numbering.xml')?.signs).toEqual(expect.arrayContaining(['●', '◐', '○', '◌']));
  });

  it('says its title, language and the date given', async () => {
    const document = makeDocument();
    const parts = await readDocx(await writeDocx(document, { date }));
    expect(parts.get('word/styles.xml')?.languages).toContain('en-GB');
    const core = parts.get('docProps/core.xml')?.text ?? '';
    expect(core).toContain(document.title);
    expect(core.match(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g)).toEqual([
      '2026-11-25T00:00:00Z',
      '2026-11-25T00:00:00Z',
    ]);
  });

  it('never makes a picture taller than a page', async () => {
    const base = makeDocument();
    const [figure] = base.glance.blocks;
    if (figure?.kind !== 'figure') throw new Error('expected the sample to begin with a figure');
    const tall = { ...base.glance, blocks: [{ ...figure, height: 4_000 }] };
    const { heights } = await body(await writeDocx({ ...base, glance: tall }, { date }));
    // English Metric Units, 9,525 to the px; a page of A4 is 1,122 px high.
    expect(heights.map((height) => height / 9_525)).toEqual([860]);
  });

  it.skipIf(OFFICE === undefined)(
    'is opened by LibreOffice with all its words (skipped without LibreOffice)',
    { timeout: 60_000 },
    async () => {
      const document = makeDocument({ gaps: 40 });
      const dir = await mkdtemp(join(tmpdir(), 'gapwright-docx-'));
      try {
        await writeFile(join(dir, 'report.docx'), await writeDocx(document, { date }));
        const profile = `-env:UserInstallation=file://${join(dir, 'profile')}`;
        await promisify(execFile)(
          OFFICE as string,
          [profile, '--headless', '--convert-to', 'pdf', '--outdir', dir, join(dir, 'report.docx')],
          { timeout: 55_000 },
        );
        const pdf = await getDocumentProxy(new Uint8Array(await readFile(join(dir, 'report.pdf'))));
        const { text } = await extractText(pdf, { mergePages: true });
        const { alt } = document.glance.blocks[0] as { alt: string };
        for (const line of printedLines(document).filter((printed) => printed !== alt))
          expect(noSpace(text)).toContain(noSpace(line));
      } finally {
        await rm(dir, { recursive: true, force: true });
      }
    },
  );
});
