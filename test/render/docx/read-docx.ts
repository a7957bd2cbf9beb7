import { SaxesParser } from 'saxes';
import { openZip } from '../../../src/input/resumes/zip.ts';

export interface DocxPart {
  /** A line for each paragraph; a picture is its text alternative, a field is its instruction in brackets. */
  lines: readonly string[];
  /** The style of each paragraph that has one. */
  styles: readonly string[];
  /** How often each element occurs. */
  counts: Readonly<Record<string, number>>;
  /** Languages that are set. */
  languages: readonly string[];
  /** All text outside of paragraphs too. */
  text: string;
  /** Heights of drawings in English Metric Units. */
  heights: readonly number[];
  /** Signs of the levels of lists. */
  signs: readonly string[];
  /** Ids of drawings. */
  drawings: readonly string[];
}

/** Reads the files of a DOCX by name; every XML file is parsed, so one that is not well-formed throws. */
export async function readDocx(bytes: Uint8Array): Promise<ReadonlyMap<string, DocxPart>> {
  const zip = await openZip(bytes, 'report.docx');
  const parts = new Map<string, DocxPart>();
  for (const name of zip.names) {
    if (/\.(xml|rels)$/.test(name)) parts.set(name, readPart(new TextDecoder().decode(await zip.read(name))));
    else
      parts.set(name, {
        lines: [],
        styles: [],
        counts: {},
        languages: [],
        text: '',
        heights: [],
        drawings: [],
        signs: [],
      });
  }
  return parts;
}

function readPart(xml: string): DocxPart {
  const lines: string[] = [];
  const styles: string[] = [];
  const counts: Record<string, number> = {};
  const drawings: string[] = [];
  const languages: string[] = [];
  const heights: number[] = [];
  const signs: string[] = [];
  let all = '';
  let line = '';
  let reads: 'text' | 'field' | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    counts[name] = (counts[name] ?? 0) + 1;
    if (name === 'w:p') line = '';
    if (name === 'w:t') reads = 'text';
    if (name === 'w:instrText') reads = 'field';
    if (name === 'w:tab' && !('w:val' in attributes)) line += ' ';
    if (name === 'wp:extent') heights.push(Number(attributes.cy));
    if (name === 'w:lvlText') signs.push(String(attributes['w:val']));
    if (name === 'w:lang') languages.push(String(attributes['w:val']));
    if (name === 'w:pStyle') styles.push(String(attributes['w:val']));
    if (name === 'wp:docPr') {
      drawings.push(String(attributes.id));
      line += attributes.descr;
    }
  });
  parser.on('text', (text) => {
    all += text;
    if (reads === 'text') line += text;
    if (reads === 'field') line += `[${text.trim()}]`;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t' || name === 'w:instrText') reads = undefined;
    if (name === 'w:p' && line.trim() !== '') lines.push(line.trim());
  });
  parser.write(xml).close();
  return { lines, styles, counts, languages, text: all, heights, signs, drawings };
}
