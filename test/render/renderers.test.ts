import { describe, expect, it } from 'vitest';
import { Report } from '../../schemas/index.ts';
import { UsageError } from '../../src/errors.ts';
import { RENDERERS, renderReport } from '../../src/render/index.ts';
import { bareReport, VARIANTS } from './fixture.ts';
import { readGolden } from './golden.ts';

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
    expect(renderer.mediaType).toMatch(/^(text|application)\/[a-z]+(; charset=utf-8)?$/);
    expect(renderer.description).toMatch(/^[A-Z].*\.$/);
  });

  it.each(VARIANTS)('renders $name alike each time, changes nothing, ends its last line', ({ report }) => {
    const frozen = deepFreeze(structuredClone(report));
    const text = renderer.render(frozen);
    expect(text).toMatch(/\S\n$/);
    expect(renderer.render(structuredClone(report))).toBe(text);
    expect(text.isWellFormed()).toBe(true);
  });

  it.each(GOLDEN)('renders $name as its golden file has it', ({ name, report }) => {
    const text = renderer.render(report);
    expect(text).toBe(readGolden(`${name}.${renderer.extension}`, text));
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

  it('leaves out how it was made where told, if it has a place for that', () => {
    const short = renderer.render(bareReport, { provenance: false });
    expect(short).toMatch(/\S\n$/);
    expect(short.length).toBeLessThanOrEqual(renderer.render(bareReport).length);
  });
});

describe('RENDERERS', () => {
  it('names each format and each file ending once', () => {
    expect(RENDERERS.map(({ id }) => id)).toEqual(['md', 'html', 'json']);
    expect(new Set(RENDERERS.map(({ extension }) => extension)).size).toBe(RENDERERS.length);
  });
});

describe('renderReport', () => {
  it('finds the renderer by its id', () => {
    for (const { id, render } of RENDERERS) expect(renderReport(bareReport, id)).toBe(render(bareReport));
  });

  it('names the formats that there are where the format is none of them', () => {
    expect(() => renderReport(bareReport, 'docx')).toThrow(
      new UsageError('cannot render the report: found format "docx", expected one of md, html, json'),
    );
  });
});
