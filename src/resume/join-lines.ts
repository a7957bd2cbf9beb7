/** First halves that keep their hyphen when a line ends behind it. */
const KEEPS_HYPHEN =
  /(?:^|[^\p{L}])(?:self|full|co|cross|end|real|well|high|low|long|short|part|data|front|back|multi|open|non|pre|post|hands|large|small|cost|time|user|customer|client|server|cloud|test|event|object|point|decision|problem|team|year|day|on|to|of|in|up|follow|state|semi|anti|ex|e|x|\p{Lu}\p{L}*|\p{N}+)-$/u;

/**
 * Joins the lines of one paragraph. A hyphen at the end of a line goes where it only divides a word; it stays behind
 * parts of compounds (`full-`), where the hyphenated word stands whole elsewhere in `text`, and before capitals.
 */
export function joinLines(lines: readonly string[], text = ''): string {
  let joined = '';
  for (const line of lines) {
    const next = line.trim();
    if (joined === '' || next === '') joined += next;
    else if (/\p{L}-$/u.test(joined) && /^\p{Ll}/u.test(next))
      joined = keepsHyphen(joined, next, text) ? joined + next : joined.slice(0, -1) + next;
    else joined += ` ${next}`;
  }
  return joined;
}

/** Asked for the same text again and again. */
let lowered: { text: string; lower: string } = { text: '', lower: '' };

function lowerOf(text: string): string {
  if (lowered.text !== text) lowered = { text, lower: text.toLowerCase() };
  return lowered.lower;
}

function keepsHyphen(before: string, after: string, text: string): boolean {
  const first = /[\p{L}-]+-$/u.exec(before)?.[0] ?? '';
  const second = /^[\p{L}-]+/u.exec(after)?.[0] ?? '';
  const lower = lowerOf(text);
  if (lower.includes((first + second).toLowerCase())) return true;
  if (lower.includes((first.slice(0, -1) + second).toLowerCase())) return false;
  return first.slice(0, -1).includes('-') || second.includes('-') || KEEPS_HYPHEN.test(before);
}
