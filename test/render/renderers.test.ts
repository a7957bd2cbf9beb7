import { describe, expect, it } from 'vitest';
import { Report } from '../../schemas/index.ts';
import { UsageError } from '../../src/errors.ts';
import { cleanText } from '../../src/render/clean-text.ts';
import { buildDocument } from '../../src/render/document/build-document.ts';
import { type BinaryRenderer, RENDERERS, renderReport, type TextRenderer } from '../../src/render/index.ts';
import { noSpace, printedLines } from './document-text.ts';
import { readDocx } from './docx/read-docx.ts';
import { bareReport, VARIANTS } from './fixture.ts';
import { readGolden } from './golden.ts';
import { readTaggedText } from './pdf/read-tagged-text.ts';

const TEXT = RENDERERS.filter((renderer): renderer is TextRenderer => !renderer.binary);
const BINARY = RENDERERS.filter((renderer): renderer is BinaryRenderer => renderer.binary === true);

/** Variants whose every byte is kept; the others differ in length alone. */
const GOLDEN = VARIANTS.filter(({ name }) => !['many-gaps', 'bare'].includes(name));

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}

describe.each(VARIANTS)('fixture $name', ({ report }) => {
  it('is a report', () => {
    expect(Report.parse(report)).toEqual(report);
  });
});

describe.each(RENDERERS)('renderer $id', (renderer) => {
  it('says what it is', () => {
    expect(renderer.id).toMatch(/^[a-z]+$/);
    expect(renderer.extension).toMatch(/^[a-z]+$/);
    expect(renderer.mediaType).toMatch(/^(text|application)\/[a-z.-]+(; charset=utf-8)?$/);
    expect(renderer.description).toMatch(/^[A-Z].*\.$/);
  });

  it.each(VARIANTS)('renders $name alike each time and changes nothing', async ({ report }) => {
    const first = await renderer.render(deepFreeze(structuredClone(report)));
    expect(first.length).toBeGreaterThan(0);
    expect(await renderer.render(structuredClone(report))).toEqual(first);
  });

  it('leaves out how it was made where told, if it has a place for that', async () => {
    const short = await renderer.render(bareReport, { provenance: false });
    expect(short.length).toBeLessThanOrEqual((await renderer.render(bareReport)).length);
  });
});

describe.each(TEXT)('text renderer $id', (renderer) => {
  it.each(VARIANTS)('renders $name as text that ends its last line', ({ report }) => {
    const text = renderer.render(report);
    expect(text).toMatch(/\S\n$/);
    expect(text.isWellFormed()).toBe(true);
  });

  it.each(GOLDEN)('renders $name as its golden file has it', ({ name, report }) => {
    const text = renderer.render(report);
    // The style sheet is the same in all pages: `render-html.test.ts` holds it to its digest.
    const page = text
      .replace(/<style>[\s\S]*?<\/style>/, '<style>…</style>')
      .replace(/sha256-[\w+/=]+/, 'sha256-…');
    expect(page).toBe(readGolden(`${name}.${renderer.extension}`, page));
  });

  it.each(VARIANTS)('holds every sentence of $name', ({ report }) => {
    const plain = renderer
      .render(report)
      .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
    for (const section of report.sections) {
      for (const block of section.blocks) {
        if (block.kind !== 'paragraph') continue;
        // Backslashes and control characters are told apart by the tests of each format.
        const texts = block.sentences
          .map(({ text }) => text)
          .filter((text) => !/[\\\p{Cc}]|^\s*$/u.test(text));
        for (const text of texts) expect(plain).toContain(text);
      }
    }
  });

  it('ends its last line without how it was made too', () => {
    expect(renderer.render(bareReport, { provenance: false })).toMatch(/\S\n$/);
  });
});

/** How each format of bytes begins, and how its words are read back. */
const READABLE: Readonly<Record<string, { head: string; read(bytes: Uint8Array): Promise<string> }>> = {
  pdf: { head: '%PDF-', read: async (bytes) => (await readTaggedText(bytes)).text },
  docx: {
    head: 'PK',
    read: async (bytes) => ((await readDocx(bytes)).get('word/document.xml')?.lines ?? []).join(' '),
  },
};

describe.each(BINARY)('binary renderer $id', ({ id, render }) => {
  const { head, read } = READABLE[id] as (typeof READABLE)[string];

  it.each(VARIANTS)('says of $name what its document says, no word more or less', async ({ report }) => {
    const bytes = await render(report);
    expect(Buffer.from(bytes.subarray(0, head.length)).toString('latin1')).toBe(head);
    expect(noSpace(await read(bytes))).toBe(noSpace(printedLines(buildDocument(report)).join('')));
  });

  it.each(VARIANTS)('holds every sentence of $name, and every cell', async ({ report }) => {
    const words = noSpace(await read(await render(report)));
    for (const { blocks } of report.sections) {
      for (const block of blocks) {
        const texts =
          block.kind === 'paragraph'
            ? block.sentences.map(({ text }) => text)
            : block.rows.flatMap((row) => row.map(({ text }) => text));
        for (const text of texts) expect(words).toContain(noSpace(cleanText(text)));
      }
    }
  });
});

describe('RENDERERS', () => {
  it('names each format and each file ending once', () => {
    expect(RENDERERS.map(({ id }) => id)).toEqual(['md', 'html', 'json', 'pdf', 'docx']);
    expect(new Set(RENDERERS.map(({ extension }) => extension)).size).toBe(RENDERERS.length);
  });
});

describe('renderReport', () => {
  it('finds the renderer by its id', () => {
    for (const { id, render } of TEXT) expect(renderReport(bareReport, id)).toBe(render(bareReport));
  });

  it('names the formats that there are where the format is none of them', () => {
    expect(() => renderReport(bareReport, 'rtf')).toThrow(
      new UsageError(
        'cannot render the report: found format "rtf", expected one of md, html, json, pdf, docx',
      ),
    );
  });
});
