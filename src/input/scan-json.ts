import type { Path } from './place.ts';

const escapePattern = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const literalPattern = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/** Where a value and its key begin, in UTF-16 offsets. */
export interface JsonNode {
  offset: number;
  key?: number;
  children?: JsonNode[] | Map<string, JsonNode>;
}

/** Why a text is not JSON that we take. */
export class JsonFault extends Error {
  readonly offset: number;
  readonly path: Path;
  readonly found: string;
  readonly expected: string;
  /** Offset of an earlier thing that it clashes with. */
  readonly earlier: number | undefined;
  constructor(offset: number, path: Path, found: string, expected: string, earlier?: number) {
    super(`found ${found}, expected ${expected}`);
    this.offset = offset;
    this.path = path;
    this.found = found;
    this.expected = expected;
    this.earlier = earlier;
  }
}

/**
 * Reads the places of all values of a JSON text. As strict as `JSON.parse`, and stricter: a key may stand once in an
 * object, and nesting is limited.
 * @throws {JsonFault} at the first fault.
 */
export function scanJson(text: string, { maxDepth = 100 }: { maxDepth?: number } = {}): JsonNode {
  const path: PropertyKey[] = [];
  let at = 0;

  const fail = (expected: string, offset = at): never => {
    throw new JsonFault(offset, [...path], nameCharacter(text, offset), expected);
  };
  const skipSpace = () => {
    for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; )
      code = text.charCodeAt(++at);
  };
  const take = (character: string) => {
    if (text[at] !== character) return false;
    at += 1;
    skipSpace();
    return true;
  };

  const readString = (): string => {
    const start = at;
    at += 1;
    for (let code = text.charCodeAt(at); code !== 34; code = text.charCodeAt(at)) {
      if (at >= text.length) fail('a closing double quote', start);
      if (code < 32)
        fail(code === 10 || code === 13 ? 'a closing double quote on the line' : 'no control character');
      if (code === 92) {
        escapePattern.lastIndex = at;
        if (!escapePattern.test(text)) fail(String.raw`an escape such as \n, \" or \u00e9`);
        at = escapePattern.lastIndex;
      } else at += 1;
    }
    at += 1;
    const raw = text.slice(start + 1, at - 1);
    return raw.includes('\\') ? (JSON.parse(text.slice(start, at)) as string) : raw;
  };

  const readValue = (): JsonNode => {
    const node: JsonNode = { offset: at };
    const first = text[at];
    if ((first === '{' || first === '[') && path.length >= maxDepth)
      throw new JsonFault(at, [...path], `more than ${maxDepth} levels of nesting`, `at most ${maxDepth}`);
    if (first === '{') node.children = readObject();
    else if (first === '[') node.children = readArray();
    else if (first === '"') readString();
    else readLiteral();
    skipSpace();
    return node;
  };

  const readObject = () => {
    const children = new Map<string, JsonNode>();
    take('{');
    if (take('}')) return children;
    do {
      if (text[at] !== '"')
        fail(children.size > 0 && text[at] === '}' ? 'no comma before it' : 'a key in double quotes');
      const offset = at;
      const key = readString();
      path.push(key);
      const earlier = children.get(key)?.key;
      if (earlier !== undefined)
        throw new JsonFault(
          offset,
          [...path],
          `the key ${JSON.stringify(key)} again`,
          'each key once',
          earlier,
        );
      skipSpace();
      if (!take(':')) fail('a colon after the key');
      children.set(key, Object.assign(readValue(), { key: offset }));
      path.pop();
    } while (take(','));
    if (text[at] !== '}') fail('a comma or a closing brace');
    at += 1;
    return children;
  };

  const readArray = () => {
    const children: JsonNode[] = [];
    take('[');
    if (take(']')) return children;
    do {
      if (children.length > 0 && text[at] === ']') fail('no comma before it');
      path.push(children.length);
      children.push(readValue());
      path.pop();
    } while (take(','));
    if (text[at] !== ']') fail('a comma or a closing bracket');
    at += 1;
    return children;
  };

  const readLiteral = () => {
    literalPattern.lastIndex = at;
    if (!literalPattern.test(text))
      fail('a value: text in double quotes, a number, true, false, null, a list or an object');
    at = literalPattern.lastIndex;
  };

  skipSpace();
  const root = readValue();
  if (at < text.length) fail('the end of the document');
  return root;
}

function nameCharacter(text: string, offset: number): string {
  if (offset >= text.length) return 'the end of the text';
  const word = /[\w.+-]{1,20}|\/\/|\/\*|./suy;
  word.lastIndex = offset;
  const found = word.exec(text)?.[0] ?? '';
  if (found === '//' || found === '/*') return 'a comment';
  return found === '\n' || found === '\r' ? 'the end of the line' : JSON.stringify(found);
}
