/** An object with a first key (quoted or bare) or with nothing, or a list of objects, lists or texts. */
const beginning = /\{\s*(?:["'“‘`]|[A-Za-z_$][\w$-]*\s*:|\}|\/[/*])|\[\s*[[{"'“\]]/gu;

const closerOf: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const quotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’', '`': '`' };

/**
 * The pieces of a text that look like a JSON object or list, in order; looks at `most` places. Slots such as `{{name}}` and
 * links are none. A piece whose end is missing is cut back to the last value that is whole, and closed there: half a
 * sentence must not pass for one.
 */
export function findJson(text: string, most: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let tried = 0; tried < most; tried++) {
    beginning.lastIndex = from;
    const start = beginning.exec(text)?.index;
    if (start === undefined) break;
    const { end, closed } = scanJson(text, start);
    if (closed !== undefined) pieces.push(closed);
    from = end;
  }
  return pieces;
}

/** Where the JSON that starts there ends, and its text; undefined where nothing of it is whole. */
function scanJson(text: string, start: number): { end: number; closed: string | undefined } {
  const open: string[] = [];
  let out = '';
  // The longest beginning that could be closed and have every value whole.
  let whole: string | undefined;
  // The last thing that is neither space nor comment: tells a key from a value and a quote from an apostrophe.
  let last = '';
  const close = () => out + [...open].reverse().join('');
  let at = start;
  while (at < text.length) {
    const char = text[at] as string;
    // The fence ends here, whatever is still open.
    if (text.startsWith('```', at)) break;
    if (text.startsWith('//', at) || text.startsWith('/*', at)) {
      at = text[at + 1] === '/' ? indexAfter(text, '\n', at) : indexAfter(text, '*/', at + 2);
      continue;
    }
    const stop = quotes[char];
    if (stop !== undefined && /^[{[,:+]?$/.test(last)) {
      const end = endOfString(text, at, stop);
      if (end === undefined) break;
      const isValue = last !== '{' && !(last === ',' && open.at(-1) === '}');
      out += requote(text.slice(at + 1, end - 1));
      at = end;
      last = '"';
      if (isValue && open.length === 1) whole = close();
      continue;
    }
    if (char === ',' && open.length === 1 && last !== ',' && last !== '[') whole = close();
    if (char === '}' || char === ']') {
      // One bracket too few in between is added here.
      while (open.length > 1 && open.at(-1) !== char && open.includes(char)) out += open.pop();
      if (open.at(-1) === char) {
        open.pop();
        out += char;
      }
      if (open.length === 0) return { end: at + 1, closed: out };
      whole = close();
    } else {
      if (closerOf[char] !== undefined) open.push(closerOf[char]);
      out += char;
    }
    if (!/\s/u.test(char)) last = char;
    at++;
  }
  return { end: Math.max(at, start + 1), closed: whole };
}

/** What can follow a string: also a key or an item after a forgotten comma, and what the text is joined to. */
const afterString = /^\s*(?:[,:}\]]|\/[/*]|```|$|\n\s*["'{[]|["'][\w$ .-]+["']\s*:|\+\s*["'])/u;

/** After the quote that ends the string: the one that is followed by what can follow a string. */
function endOfString(text: string, start: number, stop: string): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === stop && afterString.test(text.slice(at + 1, at + 80))) return at + 1;
  }
  return undefined;
}

/** The content of a string in any quotes as a string in double ones. */
function requote(content: string): string {
  const escaped = content.replace(/\\[\s\S]|"/gu, (found) => {
    if (found === '"') return '\\"';
    return /['`‘’“”]/u.test(found) ? found.slice(1) : found;
  });
  return `"${escaped}"`;
}

function indexAfter(text: string, part: string, from: number): number {
  const at = text.indexOf(part, from);
  return at === -1 ? text.length : at + part.length;
}
