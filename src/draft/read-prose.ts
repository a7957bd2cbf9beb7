import { withoutReasoning } from '../model/index.ts';
import { slotsOf } from '../sections/index.ts';
import type { Ground } from './check-section.ts';
import { matchFacts } from './match-facts.ts';
import type { Mended } from './parse-reply.ts';
import type { RepliedSentence } from './reply-modes.ts';
import { splitProse } from './split-sentences.ts';

/** More prose than this is no section. */
const LONGEST = 20_000;

/**
 * Reads a reply that holds no JSON, from a model that knows no other way: its sentences, each with the facts of the
 * brief whose values stand in it. What matches no fact (an introduction, a farewell) is left out. Undefined where no
 * sentence matches any. Such sentences are checked as free prose is.
 */
export function readProse(
  text: string,
  ground: Ground,
): (Mended & { value: RepliedSentence[][] }) | undefined {
  const prose = withoutReasoning(text).replace(/^\s*(?:```.*|#{1,6}\s.*|[-*_]{3,})$/gmu, '');
  if (prose.length > LONGEST) return undefined;
  const all = splitProse(prose).map((sentences) =>
    sentences.map((sentence) => ({ text: sentence, facts: matchFacts(sentence, ground) })),
  );
  const value = all
    .map((sentences) => sentences.filter(({ facts }) => facts.length > 0))
    .filter((sentences) => sentences.length > 0);
  if (value.length === 0) return undefined;
  const left = all.flat().length - value.flat().length;
  return {
    value,
    mended: [
      'the reply was prose: its sentences were matched to facts',
      ...(left === 0 ? [] : [`${left} sentences of it match no fact and were left out`]),
    ],
  };
}

/**
 * Reads a repair that holds no JSON: lines that begin with the number of a sentence. Undefined where there is none.
 */
export function readNumberedLines(
  text: string,
  ground: Ground,
): (Mended & { value: (RepliedSentence & { id: number })[] }) | undefined {
  const value = [...withoutReasoning(text).matchAll(/^\s*[([]?(\d{1,3})[)\].:]+\s+(\S.*)$/gmu)].map(
    ([, id, words = '']) => {
      const sentence = words.trim().replace(/^"([^"]*)"$/u, '$1');
      return {
        id: Number(id),
        text: sentence,
        facts: [...new Set([...matchFacts(sentence, ground), ...slotsOf(sentence)])],
      };
    },
  );
  if (value.length === 0) return undefined;
  return { value, mended: ['the reply was prose: its numbered lines were matched to facts'] };
}
