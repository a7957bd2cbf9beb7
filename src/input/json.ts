import { createInputError } from './create-input-error.ts';
import { type InputFormat, maxDepth, type ParsedText } from './format.ts';
import { createPlaceFinder, formatPath, type Locate } from './place.ts';
import { JsonFault, type JsonNode, scanJson } from './scan-json.ts';

/** Strict JSON. */
export const json: InputFormat = { id: 'json', title: 'JSON', extensions: ['.json'], parse };

function parse(text: string, file: string): ParsedText {
  const placeOf = createPlaceFinder(text);
  try {
    const root = scanJson(text, { maxDepth });
    return { data: JSON.parse(text), locate: createLocate(root, placeOf) };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { offset, path, found, expected, earlier } = error;
    const first = earlier === undefined ? undefined : placeOf(earlier);
    const also = first ? ` (first at line ${first.line}, column ${first.column})` : '';
    const issue = { path: formatPath(path), found, expected: expected + also, ...placeOf(offset) };
    throw createInputError(file, [issue], { cause: error });
  }
}

function createLocate(root: JsonNode, placeOf: ReturnType<typeof createPlaceFinder>): Locate {
  return (path, target = 'value') => {
    let node = root;
    for (const key of path) {
      const inner: JsonNode | undefined = Array.isArray(node.children)
        ? node.children[Number(key)]
        : node.children?.get(String(key));
      if (inner === undefined) return placeOf(node.offset);
      node = inner;
    }
    return placeOf(target === 'key' ? (node.key ?? node.offset) : node.offset);
  };
}
