/** A place in a text as editors count it: both from 1, columns in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

/** Keys and indexes from the top of a document down to a value. */
export type Path = readonly PropertyKey[];

/**
 * Gives the place of a value, or of its key; of the nearest thing around it where the document has no such value.
 * Undefined where the source text is not known.
 */
export type Locate = (path: Path, target?: 'key' | 'value') => Place | undefined;

/** Gives a function from UTF-16 offsets in the text to places. */
export function createPlaceFinder(text: string): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= findLineStarts(text);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Writes a path as in `skills[3].level`; the empty path is the empty string. */
export function formatPath(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(String(key))) text += (text ? '.' : '') + String(key);
    else text += `[${JSON.stringify(String(key))}]`;
  }
  return text;
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
