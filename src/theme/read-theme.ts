import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { Theme } from '../../schemas/theme.ts';
import {
  createInputError,
  createInputWarning,
  explainReadError,
  findNearName,
  type InputWarning,
  parseInput,
  readDocument,
} from '../input/index.ts';
import type { RenderFont, RenderTheme } from '../render/index.ts';
import { computeContrast } from './compute-contrast.ts';
import { parseFont } from './parse-font.ts';
import { parseHouseSection } from './parse-house-section.ts';

/** Most bytes of a logo, and of a section's file. */
const MOST = 500_000;
/** Most bytes of a font. */
const MOST_OF_FONT = 1_000_000;
/** WCAG 2.2, 1.4.3: text of usual size. */
const ENOUGH = 4.5;
const GROUNDS = { accent: '#faf8f4', accentDark: '#182028' } as const;
const LOGOS = { '.png': 'image/png', '.svg': 'image/svg+xml' } as const;
const PNG = [0x89, 0x50, 0x4e, 0x47];

/**
 * Reads a theme file (YAML or JSON) and the files it names, which stand beside it or below. `known` are the ids of the
 * report's sections.
 * @throws {InputError} where a value is wrong, a file cannot be read, a section is unknown, or a colour has less
 *   contrast than 4.5 to 1 with its ground, a font file is another font than the theme says
 */
export async function readTheme(
  path: string,
  known: readonly string[],
): Promise<{ theme: RenderTheme; warnings: InputWarning[] }> {
  const { file, data, locate } = await readDocument(path);
  const { value, warnings } = parseInput(Theme, data, { file, locate });
  const { colors = {}, order = [], omit = [], sections = [], logo, font, fontFiles = [], footer } = value;
  for (const name of ['accent', 'accentDark'] as const) {
    const colour = colors[name];
    const contrast = colour === undefined ? ENOUGH : computeContrast(colour, GROUNDS[name]);
    if (contrast < ENOUGH)
      throw createInputError(file, [
        {
          path: `colors.${name}`,
          found: `"${colour}", whose contrast with the ground ${GROUNDS[name]} is ${contrast.toFixed(1)} to 1`,
          expected: `a ${name === 'accent' ? 'darker' : 'lighter'} colour, with at least ${ENOUGH} to 1`,
        },
      ]);
  }
  const ids = [...known, ...sections.map(({ id }) => id)];
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  if (twice !== undefined)
    throw createInputError(file, [
      { path: 'sections', found: `the id "${twice}" twice`, expected: 'an id of its own for each section' },
    ]);
  for (const [name, list] of Object.entries({ order, omit }))
    for (const [at, id] of list.entries())
      if (!ids.includes(id)) {
        const near = findNearName(id, ids);
        throw createInputError(file, [
          {
            path: `${name}[${at}]`,
            found: `"${id}"${near === undefined ? '' : ` (did you mean "${near}"?)`}`,
            expected: `one of ${ids.join(', ')}`,
          },
        ]);
      }
  const beside = (name: string) => resolve(dirname(path), name);
  if (fontFiles.length > 0 && font === undefined)
    throw createInputError(file, [
      {
        path: 'fontFiles',
        found: 'files without a name',
        expected: 'the key "font" too, with the name that they bear',
      },
    ]);
  const fonts: RenderFont[] = [];
  for (const [at, { file: name, weight, italic }] of fontFiles.entries()) {
    const bytes = await readBeside(beside(name), 'a font', MOST_OF_FONT);
    const { format, about } = parseFont(bytes, beside(name));
    const wrong = about && findContradiction(about, { font: font ?? '', weight, italic });
    if (wrong) throw createInputError(file, [{ path: `fontFiles[${at}]`, ...wrong }]);
    fonts.push({ format, weight, italic, bytes });
  }
  if (fonts.length > 0 && fonts.every(({ format }) => format === 'woff2'))
    warnings.push(
      createInputWarning(file, ['fontFiles'], 'only WOFF2', {
        locate,
        note: 'PDF and DOCX cannot hold one and take an installed font; add a TTF or OTF file for them',
      }),
    );
  const house = [];
  for (const { id, title, file: name } of sections)
    house.push({
      id,
      title,
      blocks: parseHouseSection(new TextDecoder().decode(await readBeside(beside(name), 'a section'))),
    });
  return {
    theme: {
      ...(logo !== undefined && { logo: await readLogo(beside(logo)) }),
      ...(colors.accent !== undefined && { accent: colors.accent.toLowerCase() }),
      ...(colors.accentDark !== undefined && { accentDark: colors.accentDark.toLowerCase() }),
      ...(font !== undefined && { font }),
      ...(fonts.length > 0 && { fonts }),
      ...(footer !== undefined && { footer }),
      order,
      omit,
      sections: house,
    },
    warnings,
  };
}

/** What the theme says of a font file and the font does not: the formats other than HTML go by the font's own words. */
function findContradiction(
  about: { families: string[]; weight: number; italic: boolean },
  said: { font: string; weight: number; italic: boolean },
): { found: string; expected: string } | undefined {
  const same = about.families.some((family) => family.toLowerCase() === said.font.toLowerCase());
  if (!same)
    return {
      found: `a file of the font "${about.families.join('" or "')}"`,
      expected: `one of the font "${said.font}"`,
    };
  if (about.weight !== said.weight)
    return { found: `a file of weight ${about.weight}`, expected: `weight: ${about.weight} beside it` };
  if (about.italic !== said.italic)
    return {
      found: `a file that is ${about.italic ? '' : 'not '}italic`,
      expected: `italic: ${about.italic} beside it`,
    };
  return undefined;
}

async function readLogo(path: string): Promise<NonNullable<RenderTheme['logo']>> {
  const ending = extname(path).toLowerCase();
  const bytes = await readBeside(path, 'the logo');
  const isPng = bytes.length > 33 && PNG.every((byte, at) => bytes[at] === byte);
  const isSvg = !isPng && /<svg[\s>]/iu.test(new TextDecoder().decode(bytes.slice(0, 4_096)));
  const mediaType = ending === '.png' || ending === '.svg' ? LOGOS[ending] : undefined;
  if (mediaType === undefined || (mediaType === 'image/png' ? !isPng : !isSvg))
    throw createInputError(path, [
      { path: '', found: 'no picture of that kind', expected: 'a PNG or SVG file, named so' },
    ]);
  return { mediaType, bytes };
}

async function readBeside(path: string, what: string, most = MOST): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw await explainReadError(path, error);
  }
  if (bytes.length > most)
    throw createInputError(path, [
      { path: '', found: `${bytes.length} bytes`, expected: `${what} of ${most} bytes at most` },
    ]);
  return bytes;
}
