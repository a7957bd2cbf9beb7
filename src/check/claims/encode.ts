import { onceFor } from '../once-for.ts';
import type { Token } from '../tokens/token.ts';
import type { Mention, SkillList } from './clause.ts';
import type { ReadSentence } from './read-report.ts';
import { termAt } from './words-of.ts';

/** Tokens as one line of signs, for patterns that must fit whole phrases. */
export interface Encoded {
  /** Base forms set apart by blanks; a list of skills is `§n`, a number `#`, the candidate `@`. */
  text: string;
  /** Where each token begins in `text`. */
  starts: readonly number[];
  lists: ReadonlyMap<string, SkillList>;
}

/** The token at a place of the encoded text. */
export const tokenAt = ({ starts }: Encoded, tokens: readonly Token[], at: number): Token =>
  tokens[
    Math.max(
      0,
      starts.findLastIndex((start) => start <= at),
    )
  ] as Token;

/** Tokens of the longest part that is read as a phrase: nobody writes a longer one. */
const LONGEST = 120;

/** A sentence in parts at semicolons and dashes. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (/^(?:;|—|–)$/.test(token.text)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 1 && part.length <= LONGEST);
}

export interface EncodedPart {
  tokens: readonly Token[];
  encoded: Encoded;
}

/** The parts of a sentence, encoded: several rules look at each. */
export const encodedParts: (sentence: ReadSentence) => readonly EncodedPart[] = onceFor((sentence) =>
  partsOf(sentence.tokens).map((tokens) => ({ tokens, encoded: encode(tokens, sentence) })),
);

/** Gives tokens of a sentence as one line of signs. */
export function encode(tokens: readonly Token[], sentence: ReadSentence): Encoded {
  const words: string[] = [];
  const starts: number[] = [];
  const lists = new Map<string, SkillList>();
  let length = 0;
  const known = sentence.clauses.flatMap((clause) => clause.lists);
  const add = (word: string) => {
    words.push(word);
    length += word.length + 1;
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    starts.push(length);
    const list = stretchFrom(known, token, tokens);
    if (list) {
      const key = `§${lists.size}`;
      lists.set(key, list);
      add(key);
      const end = list.mentions.at(-1)?.end ?? token.end;
      while (tokens[i + 1] && (tokens[i + 1] as Token).start < end) {
        i += 1;
        starts.push(length);
      }
    } else if (token.figure?.unit === 'count' && !/^(?:one|half)$/i.test(token.text)) add('#');
    else if (termAt(token, 'candidate') !== undefined) add('@');
    else add(token.norm);
  }
  return { text: words.join(' '), starts, lists };
}

/** The members of a list from a token on, as far as nothing but commas and conjunctions stands between them. */
function stretchFrom(
  known: readonly SkillList[],
  token: Token,
  tokens: readonly Token[],
): SkillList | undefined {
  const list = known.find((one) => one.mentions.some((mention) => mention.start === token.start));
  const first = list?.mentions.findIndex((mention) => mention.start === token.start) ?? -1;
  if (!list || first < 0) return undefined;
  const mentions = [list.mentions[first] as Mention];
  for (const next of list.mentions.slice(first + 1)) {
    const end = mentions.at(-1)?.end ?? token.end;
    const between = tokens.filter((one) => one.start >= end && one.end <= next.start);
    if (!between.every((one) => joint.test(one.norm))) break;
    mentions.push(next);
  }
  return { ...list, mentions };
}

const joint = /^(?:and|or|,|&|\/|\+|the|a|an|her|his|your|both|as|well|also|too|then|plus|nor)$/;
