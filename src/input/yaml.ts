import type { Alias, Document, Node, Pair, YAMLError, YAMLMap, YAMLSeq } from 'yaml';
import { createInputError } from './create-input-error.ts';
import { type InputFormat, maxDepth, type ParsedText } from './format.ts';
import { createPlaceFinder, formatPath, type Locate, type Path, type Place } from './place.ts';

/** YAML 1.2 in its core schema: what JSON can say, no tags of its own. */
export const yaml: InputFormat = { id: 'yaml', title: 'YAML', extensions: ['.yaml', '.yml'], parse };

const maxAliases = 100;
/** The library needs two seconds and 100 MB of memory for each million. */
const maxCharacters = 5_000_000;

interface Fault {
  offset: number;
  path?: Path;
  found: string;
  expected: string;
}

async function parse(text: string, file: string): Promise<ParsedText> {
  if (text.length > maxCharacters) {
    const found = `${(text.length / 1e6).toFixed(1)} million characters of YAML`;
    throw createInputError(file, [{ path: '', found, expected: 'at most 5 million (JSON may have more)' }]);
  }
  // The package costs more to load than a JSON run needs in all.
  const library = await import('yaml');
  const placeOf = createPlaceFinder(text);
  const fail = ({ offset, path = [], found, expected }: Fault, cause?: unknown) =>
    createInputError(file, [{ path: formatPath(path), found, expected, ...placeOf(offset) }], { cause });

  const document = library.parseDocument(text, {
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    // Compares each key with every other; findFault does it in one pass.
    uniqueKeys: false,
    prettyErrors: false,
    // Silence would let a second document pass.
    logLevel: 'error',
  });
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken) throw fail(toFault(broken), broken);
  const fault = findFault(document, library, placeOf);
  if (fault) throw fail(fault);
  try {
    return {
      data: document.toJS({ maxAliasCount: maxAliases }),
      locate: createLocate(document, library, placeOf),
    };
  } catch (error) {
    // The library gives no place for aliases of aliases that multiply.
    throw fail({ offset: 0, found: 'aliases that multiply', expected: tooManyAliases.expected }, error);
  }
}

const tooDeep = { found: `more than ${maxDepth} levels of nesting`, expected: `at most ${maxDepth}` };
const tooManyAliases = { found: `more than ${maxAliases} aliases`, expected: `at most ${maxAliases}` };

function toFault({ code, message, pos }: YAMLError): Fault {
  if (code === 'RESOURCE_EXHAUSTION') return { offset: 0, ...tooDeep };
  if (code === 'MULTIPLE_DOCS') return { offset: pos[0], found: 'a second document', expected: 'one' };
  if (code === 'TAG_RESOLVE_FAILED')
    return { offset: pos[0], found: `a tag (${message})`, expected: 'plain values without tags' };
  return { offset: pos[0], found: `broken YAML (${message.replace(/\.$/, '')})`, expected: 'valid YAML' };
}

type Library = typeof import('yaml');

/**
 * Looks for what the library lets pass or gives no place for: a key that stands twice, deep nesting, and aliases that
 * are many, lead to nothing, or stand in what they repeat.
 */
function findFault(
  document: Document.Parsed,
  { isAlias, isMap, isScalar, isSeq }: Library,
  placeOf: (offset: number) => Place,
): Fault | undefined {
  const anchors = new Map<string, 'open' | 'closed'>();
  let aliases = 0;

  const visit = (node: unknown, path: Path): Fault | undefined => {
    if (isAlias(node)) return visitAlias(node, path);
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return undefined;
    if (node.anchor !== undefined) anchors.set(node.anchor, 'open');
    const fault = isScalar(node) ? undefined : visitInside(node, path);
    if (node.anchor !== undefined) anchors.set(node.anchor, 'closed');
    return fault;
  };
  const visitAlias = (alias: Alias, path: Path): Fault | undefined => {
    const state = anchors.get(alias.source);
    const offset = offsetOf(alias);
    if (state !== 'closed') {
      const found = `the alias *${alias.source} ${state === 'open' ? 'inside its own anchor' : 'without an anchor'}`;
      return { offset, path, found, expected: `the anchor &${alias.source} on a value above it` };
    }
    aliases += 1;
    return aliases > maxAliases ? { offset, path, ...tooManyAliases } : undefined;
  };
  const visitInside = (node: YAMLMap | YAMLSeq, path: Path): Fault | undefined => {
    if (path.length >= maxDepth) return { offset: offsetOf(node), path, ...tooDeep };
    if (isMap(node)) return visitMap(node, path);
    for (const [index, item] of node.items.entries()) {
      const fault = visit(item, [...path, index]);
      if (fault) return fault;
    }
    return undefined;
  };
  const visitMap = (map: YAMLMap, path: Path): Fault | undefined => {
    const seen = new Map<string, number>();
    for (const { key, value } of map.items) {
      const name = nameOf(key, isScalar);
      const offset = offsetOf(key);
      const earlier = seen.get(name);
      if (earlier !== undefined) {
        const first = placeOf(earlier);
        const expected = `each key once (first at line ${first.line}, column ${first.column})`;
        return { offset, path: [...path, name], found: `the key ${JSON.stringify(name)} again`, expected };
      }
      seen.set(name, offset);
      const fault = visit(key, [...path, name]) ?? visit(value, [...path, name]);
      if (fault) return fault;
    }
    return undefined;
  };
  return visit(document.contents, []);
}

function createLocate(
  document: Document.Parsed,
  { isMap, isScalar, isSeq }: Library,
  placeOf: (offset: number) => Place,
): Locate {
  const inside = (node: unknown, key: PropertyKey): { key?: unknown; value: unknown } | undefined => {
    if (isSeq(node)) return Number(key) < node.items.length ? { value: node.items[Number(key)] } : undefined;
    if (!isMap(node)) return undefined;
    return node.items.find(
      (pair: Pair) => String(isScalar(pair.key) ? pair.key.value : pair.key) === String(key),
    );
  };
  return (path, target = 'value') => {
    let node: unknown = document.contents;
    let keyNode: unknown;
    for (const key of path) {
      const inner = inside(node, key);
      if (inner === undefined) return placeOf(offsetOf(node));
      keyNode = inner.key;
      node = inner.value;
    }
    return placeOf(target === 'key' && keyNode ? offsetOf(keyNode) : offsetOf(node ?? keyNode));
  };
}

function nameOf(key: unknown, isScalar: Library['isScalar']): string {
  return String(isScalar(key) ? key.value : key);
}

function offsetOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}
