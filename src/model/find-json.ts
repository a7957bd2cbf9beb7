/** An object with a first key (quoted or bare) or with nothing, or a list of objects, lists or texts. */
const beginning = /\{\s*(?:["'“‘`][^\n]*|[A-Za-z_$][\w$-]*\s*:|\}|\/[/*])|\[\s*[[{"'“\]]/gu;

const closerOf: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const quotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’', '`': '`' };

/**
 * The pieces of a text that look like a JSON object or list, in order, at most `most`. Slots such as `{{name}}` and
 * links are none. A piece whose end is missing is cut back to the last value that is whole, and closed there: half a
 * sentence must not pass for one.
 */
export function findJson(text: string, most: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (pieces.length < most) {
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
  // Where it could be cut, and what is open there.
  let whole: { end: number; closers: string } | undefined;
  let hasClosed = false;
  // The last thing that is neither space nor comment: tells a key from a value and a quote from an apostrophe.
  let last = '';
  const closers = () => [...open].reverse().join('');
  for (let at = start; at < text.length; ) {
    const char = text[at] as string;
    const stop = quotes[char];
    if (closerOf[char] !== undefined) {
      open.push(closerOf[char]);
    } else if (char === '}' || char === ']') {
      // One bracket too few in between: jsonrepair adds it.
      while (open.length > 1 && open.at(-1) !== char && open.includes(char)) open.pop();
      if (open.at(-1) === char) open.pop();
      if (open.length === 0) return { end: at + 1, closed: text.slice(start, at + 1) };
      whole = { end: at + 1, closers: closers() };
      hasClosed = true;
    } else if (stop !== undefined && /^[{[,:]?$/.test(last)) {
      const isValue = last === ':' || open.at(-1) === ']';
      const end = endOfString(text, at, stop);
      if (end === undefined) break;
      at = end;
      last = '"';
      if (isValue && !hasClosed && open.length === 1) whole = { end, closers: closers() };
      continue;
    } else if (text.startsWith('//', at)) {
      at = indexAfter(text, '\n', at);
      continue;
    } else if (text.startsWith('/*', at)) {
      at = indexAfter(text, '*/', at + 2);
      continue;
    } else if (char === ',' && !hasClosed && open.length === 1 && last !== ',' && last !== '[') {
      whole = { end: at, closers: closers() };
    } else if (text.startsWith('```', at)) {
      // The fence ends here, whatever is still open.
      break;
    }
    if (!/\s/u.test(char)) last = char;
    at++;
  }
  const closed = whole === undefined ? undefined : text.slice(start, whole.end) + whole.closers;
  return { end: whole?.end ?? start + 1, closed };
}

/** After the quote that ends the string: the one that is followed by what can follow a string. */
function endOfString(text: string, start: number, stop: string): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === stop && /^\s*(?:[,:}\]]|\/[/*]|```|$)/u.test(text.slice(at + 1, at + 40)))
      return at + 1;
  }
  return undefined;
}

function indexAfter(text: string, part: string, from: number): number {
  const at = text.indexOf(part, from);
  return at === -1 ? text.length : at + part.length;
}
