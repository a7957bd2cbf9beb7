import type { Catalog } from '../../skills/index.ts';

/** Makers that O*NET puts before the names of their products. */
const MAKERS =
  /^(?:Adobe|Amazon|Apache|Apple|Atlassian|Autodesk|Bentley|Cisco|Corel|Dassault Systemes|ESRI|Google|Guidance Software|IBM|Intuit|MathWorks|The MathWorks|Microsoft|Mozilla|National Instruments|Oracle|PTC|Red Hat|SAP|StataCorp|Teradata|Trimble|Unity Technologies|Unreal Technology|VMware|McNeel) /;

/**
 * The catalog's name for a technology of O*NET, which writes names out with their abbreviation behind them
 * ("Structured query language SQL"), adds "software", and puts the maker first. What the catalog does not know keeps
 * O*NET's name.
 */
export function nameTechnology(name: string, catalog: Catalog): string {
  for (const spelling of spellingsOf(name)) {
    const entry = catalog.find(spelling);
    // "Accounting software" without its last word is accounting, which is another thing.
    if (entry && (spelling === name || PRODUCTS.has(entry.kind))) return entry.name;
  }
  return name;
}

const PRODUCTS: ReadonlySet<string> = new Set([
  'programming-language',
  'framework',
  'library',
  'platform',
  'database',
  'tool',
  'software',
  'standard',
]);

function* spellingsOf(name: string): Generator<string> {
  yield name;
  const bare = name.replace(/ (?:software|programming language)$/, '');
  if (bare !== name) yield bare;
  const pair = /^(.+) \(?([A-Z][A-Za-z0-9]{1,7})\)?$/.exec(bare);
  if (pair?.[1] !== undefined && pair[2] !== undefined && abbreviates(pair[2], pair[1])) {
    yield pair[1];
    yield pair[2];
  }
  const product = bare.replace(MAKERS, '');
  if (product !== bare) yield* spellingsOf(product);
}

/** Whether the letters are the initials of the words, in their order, up to one word without. */
function abbreviates(letters: string, words: string): boolean {
  const initials = words
    .split(/[\s/-]+/)
    .map((word) => word[0]?.toLowerCase() ?? '')
    .join('');
  const wanted = letters.toLowerCase().replace(/\d/g, '');
  if (wanted.length < 2) return letters.length === 2 && initials.startsWith(letters[0]?.toLowerCase() ?? '-');
  let at = 0;
  for (const initial of initials) if (initial === wanted[at]) at += 1;
  return at >= wanted.length - 1 && at >= 2;
}
