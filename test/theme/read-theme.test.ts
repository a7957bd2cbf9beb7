import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../../src/sections/index.ts';
import { computeContrast } from '../../src/theme/compute-contrast.ts';
import { parseHouseSection } from '../../src/theme/parse-house-section.ts';
import { readTheme } from '../../src/theme/read-theme.ts';
import { makeFont, makeWoff2 } from '../support/make-font.ts';

const folder = mkdtempSync(join(tmpdir(), 'gapwright-theme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const IDS = SECTIONS.map(({ id }) => id);

function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const read = (yaml: string) => readTheme(write('theme.yaml', yaml), IDS);

describe('computeContrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#ffffff', '#0000ff', 8.59],
  ])('of %s and %s is %d', (a, b, ratio) => {
    expect(computeContrast(a, b)).toBeCloseTo(ratio, 2);
    expect(computeContrast(b, a)).toBe(computeContrast(a, b));
  });
});

describe('readTheme', () => {
  it('reads the example that ships', async () => {
    const path = fileURLToPath(new URL('../../examples/theme/theme.yaml', import.meta.url));
    const { theme, warnings } = await readTheme(path, IDS);
    expect(warnings).toEqual([]);
    expect(theme).toMatchObject({ accent: '#7a1f3d', order: ['executive-summary', 'skill-gap-assessment'] });
    expect(theme.logo?.mediaType).toBe('image/svg+xml');
    expect(theme.sections).toEqual([
      {
        id: 'next-steps',
        title: 'Your next steps with us',
        blocks: [
          {
            kind: 'words',
            as: 'paragraph',
            texts: ['Bring this report to your first meeting. We go through it together.'],
          },
          {
            kind: 'words',
            as: 'list',
            texts: [
              'Book a meeting: our calendar (https://riverside.example/book)',
              'Write to us: career@riverside.example',
            ],
          },
        ],
      },
    ]);
  });

  it('warns of a key that it does not know', async () => {
    const { warnings } = await read('colours: { accent: "#000000" }');
    expect(warnings.map(({ message }) => message).join()).toMatch(/colours.*colors/);
  });

  it('reads font files with their weights, and what the font says of itself', async () => {
    write('house.ttf', makeFont('House Sans'));
    write('house-bold.ttf', makeFont('House Sans', { weight: 700 }));
    write('house.woff2', makeWoff2('House Sans'));
    const { theme, warnings } = await read(
      'font: House Sans\nfontFiles: [{ file: house.ttf }, { file: house-bold.ttf, weight: 700 }, { file: house.woff2 }]',
    );
    expect(warnings).toEqual([]);
    expect(theme.fonts?.map(({ format, weight, italic }) => [format, weight, italic])).toEqual([
      ['truetype', 400, false],
      ['truetype', 700, false],
      ['woff2', 400, false],
    ]);
  });

  it('warns where no file is for PDF and DOCX', async () => {
    write('house.woff2', makeWoff2('House Sans'));
    const { warnings } = await read('font: House Sans\nfontFiles: [{ file: house.woff2 }]');
    expect(warnings.map(({ message }) => message).join()).toMatch(
      /only WOFF2 at fontFiles.*PDF and DOCX cannot hold one.*add a TTF or OTF/s,
    );
  });

  it.each([
    [
      'no name of the font',
      'fontFiles: [{ file: a.ttf }]',
      /files without a name at fontFiles.*the key "font"/s,
    ],
    [
      'another font',
      'font: House Serif\nfontFiles: [{ file: a.ttf }]',
      /font "House Sans" at fontFiles\[0\], expected one of the font "House Serif"/,
    ],
    ['another weight', 'font: House Sans\nfontFiles: [{ file: a.ttf, weight: 700 }]', /weight 400/],
    ['another slant', 'font: House Sans\nfontFiles: [{ file: a.ttf, italic: true }]', /not italic/],
    ['a licence', 'font: House Sans\nfontFiles: [{ file: locked.ttf }]', /locked\.ttf.*forbids embedding/s],
    ['no font', 'font: House Sans\nfontFiles: [{ file: none.ttf }]', /none\.ttf.*WOFF2, TTF or OTF/s],
    ['half a font', 'font: House Sans\nfontFiles: [{ file: half.ttf }]', /half\.ttf.*a whole file/s],
    ['half a WOFF2', 'font: House Sans\nfontFiles: [{ file: half.woff2 }]', /half\.woff2.*cut off/s],
    ['a large file', 'font: House Sans\nfontFiles: [{ file: large.ttf }]', /1000000 bytes at most/],
    ['a weight that is none', 'font: House Sans\nfontFiles: [{ file: a.ttf, weight: bold }]', /weight/],
  ])('refuses font files with %s', async (_, yaml, message) => {
    write('a.ttf', makeFont('House Sans'));
    write('locked.ttf', makeFont('House Sans', { fsType: 2 }));
    write('none.ttf', 'x'.repeat(100));
    write('half.ttf', makeFont('House Sans').subarray(0, 300));
    write('half.woff2', makeWoff2('House Sans').subarray(0, 100));
    write('large.ttf', Buffer.concat([makeFont('House Sans'), Buffer.alloc(1_000_000)]));
    await expect(read(yaml)).rejects.toThrow(message);
  });

  it.each([
    ['a pale accent', 'colors: { accent: "#ffee00" }', /#ffee00.*1\.\d to 1.*darker.*4\.5/s],
    ['a dark accent for the dark', 'colors: { accentDark: "#330000" }', /#330000.*lighter.*4\.5/s],
    ['no colour', 'colors: { accent: red }', /red.*#7a1f3d/s],
    [
      'a section that is none',
      'omit: [candidate-profil]',
      /candidate-profil".*did you mean "candidate-profile"/s,
    ],
    [
      'one id twice',
      'sections: [{ id: executive-summary, title: A, file: a.md }]',
      /"executive-summary" twice/,
    ],
    ['a missing file', 'sections: [{ id: ours, title: A, file: missing.md }]', /missing\.md.*no such file/s],
    ['a logo that is none', 'logo: fake.png', /fake\.png.*no picture of that kind.*PNG or SVG/s],
    ['a font with a way out of the style sheet', `font: 'x"; } body { display: none'`, /the name of a font/],
  ])('refuses %s', async (_, yaml, message) => {
    write('fake.png', 'not a picture');
    await expect(read(yaml)).rejects.toThrow(message);
  });
});

describe('parseHouseSection', () => {
  it('gives words alone: no markup, picture or HTML', () => {
    expect(
      parseHouseSection(
        '## Why **us**\n\nSee [here](javascript:alert(1)) and [there](https://a.example/).\n\n<script>x</script>\n\n![p](https://a.example/p.png)\n\n> Said\n\n1. one\n   - inner\n2. `two`',
      ),
    ).toEqual([
      { kind: 'heading', text: 'Why us' },
      { kind: 'words', as: 'paragraph', texts: ['See here and there (https://a.example/).'] },
      { kind: 'words', as: 'paragraph', texts: ['Said'] },
      { kind: 'words', as: 'list', texts: ['one', 'inner', 'two'] },
    ]);
  });
});
