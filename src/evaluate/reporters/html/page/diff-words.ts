/** Places of a text, as UTF-16 offsets. */
export interface Range {
  start: number;
  end: number;
}

/** Above this many comparisons of words a section is too long to compare while somebody waits. */
const MOST_STEPS = 6_000_000;

/** What each of two texts has that the other has not, word by word; space does not count. */
export function diffWords(before: string, after: string): { gone: Range[]; added: Range[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head]?.word === b[head]?.word) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail]?.word === b[b.length - 1 - tail]?.word
  )
    tail += 1;
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const { left, right } = x.length * y.length > MOST_STEPS ? { left: x, right: y } : findUnpaired(x, y);
  return { gone: joinWords(left, before), added: joinWords(right, after) };
}

interface Word extends Range {
  word: string;
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

/** Words outside a longest common subsequence. */
function findUnpaired(x: readonly Word[], y: readonly Word[]): { left: Word[]; right: Word[] } {
  const width = y.length + 1;
  // Length of the longest common subsequence of the rests from (i, j) on.
  const lengths = new Uint32Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i -= 1)
    for (let j = y.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        x[i]?.word === y[j]?.word
          ? (lengths[(i + 1) * width + j + 1] as number) + 1
          : Math.max(lengths[(i + 1) * width + j] as number, lengths[i * width + j + 1] as number);
  const left: Word[] = [];
  const right: Word[] = [];
  let [i, j] = [0, 0];
  while (i < x.length && j < y.length) {
    if (x[i]?.word === y[j]?.word) {
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number)) {
      left.push(x[i] as Word);
      i += 1;
    } else {
      right.push(y[j] as Word);
      j += 1;
    }
  }
  return { left: [...left, ...x.slice(i)], right: [...right, ...y.slice(j)] };
}

/** Words with nothing but space between them are one place. */
function joinWords(words: readonly Word[], text: string): Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of words) {
    const last = ranges.at(-1);
    if (last && /^[^\S\n]*$/.test(text.slice(last.end, start))) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}
