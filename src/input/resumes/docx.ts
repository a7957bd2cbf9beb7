import { cleanLine } from '../../resume/clean-text.ts';
import type { TextLine } from '../../resume/index.ts';
import { createInputError } from '../create-input-error.ts';
import { checkLength } from './check-length.ts';
import { RESUME_LIMITS } from './limits.ts';
import type { ResumeFormat } from './resume-format.ts';
import { isZip, openZip } from './zip.ts';

/** Word since 2007. The text of the body, of text boxes and tables, and of headers; no macro, link or entity is followed. */
export const docx: ResumeFormat = {
  id: 'docx',
  title: 'Word document (DOCX)',
  extensions: ['.docx', '.docm', '.dotx'],
  async recognises({ bytes, file }) {
    if (!isZip({ bytes })) return false;
    const { names } = await openZip(bytes, file);
    return names.includes(BODY);
  },
  async read({ bytes, file }) {
    const archive = await openZip(bytes, file);
    if (!archive.names.includes(BODY))
      throw createInputError(file, [
        { path: '', found: 'a ZIP archive without a Word document in it', expected: 'a .docx file' },
      ]);
    const has = (name: string) => archive.names.includes(name);
    const text = async (name: string) => new TextDecoder().decode(await archive.read(name));
    const styles = has(STYLES)
      ? readStyles(await text(STYLES), file, await loadSax())
      : new Map<string, number>();
    const bullets = has(NUMBERING);
    const sax = await loadSax();
    const parts = archive.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).sort();
    const lines: TextLine[] = [];
    const body = readParagraphs(await text(BODY), file, sax, styles, bullets);
    for (const part of parts) {
      const isHeader = /header/.test(part);
      const read = readParagraphs(await text(part), file, sax, styles, false);
      if (isHeader) lines.push(...read);
      else lines.push(...read.map((line) => ({ ...line, margin: true })));
    }
    const margins = lines.filter(({ margin }) => margin);
    const all = [...lines.filter(({ margin }) => !margin), ...body, ...margins];
    return {
      kind: 'text',
      document: checkLength({ file, lines: all.map((line, at) => ({ ...line, line: at + 1 })) }),
    };
  },
};

const BODY = 'word/document.xml';
const STYLES = 'word/styles.xml';
const NUMBERING = 'word/numbering.xml';

type Sax = typeof import('saxes');

async function loadSax(): Promise<Sax> {
  return import('saxes');
}

interface Handlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Walks over XML. A document type is refused: a DOCX has none, and entities come in with it. */
function walk(xml: string, file: string, { SaxesParser }: Sax, { open, close, text }: Handlers): void {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  const fail = (found: string, expected: string, cause?: unknown) =>
    createInputError(file, [{ path: '', found, expected }], { cause });
  parser.on('doctype', () => {
    throw fail('a document type in its XML (entities could be in it)', 'a plain Word document');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > RESUME_LIMITS.depth)
      throw fail(`more than ${RESUME_LIMITS.depth} levels of XML`, 'a plain Word document');
    open(name, attributes as Record<string, string>);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(name);
  });
  parser.on('text', (found) => text?.(found));
  parser.on('cdata', (found) => text?.(found));
  parser.on('error', (cause) => {
    throw fail(`broken XML (${cause.message.slice(0, 120)})`, 'a whole Word document', cause);
  });
  parser.write(xml).close();
}

/** The level of each style that is a heading, by its outline level or its name. */
function readStyles(xml: string, file: string, sax: Sax): Map<string, number> {
  const levels = new Map<string, number>();
  let style = '';
  walk(xml, file, sax, {
    open(name, attributes) {
      if (name === 'w:style') style = attributes['w:styleId'] ?? '';
      const value = attributes['w:val'] ?? '';
      if (name === 'w:outlineLvl' && /^[0-8]$/.test(value)) levels.set(style, Number(value) + 1);
      const named = name === 'w:name' ? /^(?:heading|überschrift)\s*(\d)$/iu.exec(value)?.[1] : undefined;
      if (named) levels.set(style, Number(named));
      if (name === 'w:name' && /^title$/iu.test(value)) levels.set(style, 1);
    },
  });
  return levels;
}

/** One line for each paragraph and line break; the cells of a row are one line with tabs between them where each is short. */
function readParagraphs(
  xml: string,
  file: string,
  sax: Sax,
  styles: ReadonlyMap<string, number>,
  numbered: boolean,
): TextLine[] {
  const lines: TextLine[] = [];
  let text = '';
  let heading: number | undefined;
  let bullet = false;
  let gap = false;
  let bold = 0;
  let size = '';
  let inText = false;
  let skipped = 0;
  let length = 0;
  let indent = 0;
  const cells: TextLine[][] = [];
  const rows: TextLine[][][] = [];
  const flush = () => {
    const clean = cleanLine(text);
    text = '';
    const sign = /^[•▪●■◦‣⁃∙·*–-]\s+/u.exec(clean);
    const own = sign ? clean.slice(sign[0].length) : clean;
    if (own === '') {
      gap = true;
      return;
    }
    const line: TextLine = {
      text: own,
      line: 0,
      ...((bullet || sign) && { bullet: true }),
      ...(heading !== undefined && { heading }),
      ...(gap && { gap: true }),
      style: `${bold > 0 ? 'bold' : ''}${size}`,
      ...(bullet && { indent }),
    };
    gap = false;
    (cells.at(-1) ?? lines).push(line);
  };
  walk(xml, file, sax, {
    open(name, attributes) {
      if (name === 'mc:Fallback' || name === 'w:del' || name === 'w:instrText') skipped += 1;
      if (skipped > 0) return;
      if (name === 'w:p') {
        if (text !== '') flush();
        heading = undefined;
        bullet = false;
        bold = 0;
        size = '';
      } else if (name === 'w:pStyle') {
        heading = styles.get(attributes['w:val'] ?? '') ?? heading;
        if (/list|bullet|aufz/iu.test(attributes['w:val'] ?? '')) bullet = true;
      } else if (name === 'w:numPr') bullet = numbered || bullet;
      else if (name === 'w:spacing' && Number(attributes['w:before'] ?? 0) >= 120) gap = true;
      else if (name === 'w:ind') indent = Number(attributes['w:left'] ?? 0);
      else if (
        name === 'w:b' &&
        text === '' &&
        attributes['w:val'] !== '0' &&
        attributes['w:val'] !== 'false'
      )
        bold = 1;
      else if (name === 'w:sz' && text === '') size = attributes['w:val'] ?? '';
      else if (name === 'w:t') inText = true;
      else if (name === 'w:tab') text += text === '' ? '' : '\t';
      else if (name === 'w:noBreakHyphen') text += '-';
      else if (name === 'w:br' || name === 'w:cr') {
        flush();
        bullet = false;
      } else if (name === 'w:tbl') rows.push([]);
      else if (name === 'w:tc') cells.push([]);
    },
    text(found) {
      if (!inText || skipped > 0) return;
      text += found;
      length += found.length;
      if (length > RESUME_LIMITS.characters)
        throw createInputError(file, [
          {
            path: '',
            found: `more than ${RESUME_LIMITS.characters} characters`,
            expected: `a resume of at most ${RESUME_LIMITS.characters} characters`,
          },
        ]);
    },
    close(name) {
      if (name === 'mc:Fallback' || name === 'w:del' || name === 'w:instrText') skipped -= 1;
      if (skipped > 0) return;
      if (name === 'w:t') inText = false;
      else if (name === 'w:p') flush();
      else if (name === 'w:tc') {
        const cell = cells.pop();
        if (cell) rows.at(-1)?.push(cell);
      } else if (name === 'w:tr') {
        const row = rows.at(-1)?.splice(0) ?? [];
        (cells.at(-1) ?? lines).push(...joinRow(row));
      } else if (name === 'w:tbl') {
        rows.pop();
        gap = true;
      }
    },
  });
  return lines;
}

/** A row of single lines is one line; where a cell holds more, the cells stand one below the other. */
function joinRow(row: readonly TextLine[][]): TextLine[] {
  const full = row.filter((cell) => cell.length > 0);
  if (full.length > 1 && full.every((cell) => cell.length === 1 && !cell[0]?.bullet)) {
    const [first] = full[0] as [TextLine];
    return [{ ...first, text: full.map(([line]) => line?.text).join('\t') }];
  }
  return full.flat();
}
