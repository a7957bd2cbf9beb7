import type { Token } from '../tokens/token.ts';

/** Capital words that say of what kind, form or level something is, not who offers it. */
const common =
  /^(?:free|freemium|paid|free-of-charge|course|book|certificate|certification|practice|project|documentation|tutorial|video|article|guide|beginner|intermediate|advanced|expert|online|self-paced|optional|recommended|paperback|hardcover|kindle|ebook|edition|level|part|module|phase|week|priority|high|medium|low|new|print|audio|english|german|french|spanish|required|core|preferred|emerging|see|about|approx|ca|cost|price|time|duration|hours?|weeks?|second|third|first|v|class|category|type|all|no|yes|n|none)$/i;

/** The capital words from here on, with "of", "for", "and" and "the" between them: a name. Undefined for none. */
export function properNameAt(
  tokens: readonly Token[],
  from: number,
): { to: number; text: string } | undefined {
  let to = from;
  for (let i = from; i < tokens.length && i - from < 9; i += 1) {
    const token = tokens[i] as Token;
    const capital = /^\p{Lu}/u.test(token.text) && (token.kind === 'word' || token.kind === 'term');
    if (capital) to = i + 1;
    else if (!/^(?:of|for|and|the|&|-|'|’|s|\.|in)$/.test(token.norm) || to === from) break;
  }
  if (to === from) return undefined;
  const words = tokens.slice(from, to);
  if (words.some((token) => common.test(token.text))) return undefined;
  return { to, text: words.map((token) => token.text).join(' ') };
}

const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^(?:of|for|and|the|in|inc|ltd|gmbh)$/i.test(word));

/** Whether two names may mean one house: a shared word, one within the other, or the initials. */
export function sameHouse(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x.includes(y) || y.includes(x)) return true;
  const initials = (text: string) =>
    wordsOf(text)
      .map((word) => word[0])
      .join('')
      .toLowerCase();
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  if (initials(a) === bare(y) || initials(b) === bare(x)) return true;
  const own = new Set(wordsOf(x));
  const generic =
    /^(?:institute|university|college|academy|association|society|school|online|learning|training|press|foundation|international|national|group|center|centre|american|royal|council)$/;
  return wordsOf(y).some((word) => own.has(word) && !generic.test(word));
}
