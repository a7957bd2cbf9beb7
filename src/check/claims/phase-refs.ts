import type { Phase } from '../../../schemas/fact-sheet.ts';
import type { FactIndex } from '../facts/index-facts.ts';
import { onceFor } from '../once-for.ts';
import type { Token } from '../tokens/token.ts';
import { NUMBER_WORDS, ORDINALS } from '../words/numbers.ts';
import type { ReadSentence } from './read-report.ts';
import { termAt } from './words-of.ts';

/** A phase of the plan named by title, number or order. Indices in the tokens given. */
export interface PhaseRef {
  from: number;
  to: number;
  phase: Phase | undefined;
  index: number;
  /** "The first ...", "third, ...": without the word "phase". */
  bare: boolean;
}

const phaseNoun = /^(?:phase|stage|step|part|module|block)$/;

/** The phases that tokens name. Bare ordinals ("the first") count in a roadmap only. */
export function readPhaseRefs(
  tokens: readonly Token[],
  facts: FactIndex,
  section: ReadSentence['section'],
): PhaseRef[] {
  const refs: PhaseRef[] = [];
  const { isOwn, joining } = titlesOf(facts.phases);
  const add = (from: number, to: number, index: number, bare = false) => {
    const phase = facts.phases.find((one) => one.index === index);
    const last = refs.at(-1);
    if (last && last.to > from) return;
    refs.push({ from, to, phase, index, bare });
  };
  tokens.forEach((token, i) => {
    // A title of one word counts as a label, or in capitals amid a sentence.
    const labels = i > 0 || tokens[1] === undefined || /^[:(,–-]$/.test(tokens[1].text);
    const single =
      labels &&
      // A title that is a skill, too, means the phase in the plan alone.
      (token.kind === 'word' ||
        (token.kind === 'term' && (section === 'roadmap' || !termAt(token, 'skill')))) &&
      /^\p{Lu}/u.test(token.text)
        ? facts.phases.find((one) => one.title === token.text)
        : undefined;
    if (single && isOwn(single.title)) add(i, i + 1, single.index);
    const title = termAt(token, 'phase');
    if (title !== undefined && isOwn(facts.phases.find((one) => one.index === Number(title))?.title))
      add(i, i + 1, Number(title));
    const small = title === undefined ? joining.find(({ words }) => spells(tokens, i, words)) : undefined;
    if (small) add(i, i + small.words.length, small.index);
    const next = tokens[i + 1];
    if (/^phase$/.test(token.norm) && next) {
      const number =
        next.figure?.unit === 'count'
          ? next.figure.value
          : (NUMBER_WORDS[next.norm] ?? (/^[ivx]+$/i.test(next.text) ? roman(next.text) : undefined));
      if (number !== undefined && number >= 1 && number <= 40) add(i, i + 2, number);
      // "Phases 1 and 2".
      for (
        let at = i + 2;
        token.text.toLowerCase() === 'phases' &&
        /^(?:and|,|&)$/.test(tokens[at]?.norm ?? '') &&
        tokens[at + 1]?.figure?.unit === 'count';
        at += 2
      )
        add(at + 1, at + 2, tokens[at + 1]?.figure?.value ?? 0);
    }
    const ordinal = token.figure?.unit === 'ordinal' ? token.figure.value : ORDINALS[token.norm];
    const last = /^(?:last|final|closing)$/.test(token.norm) ? facts.phases.length : undefined;
    const number = ordinal ?? last;
    if (number === undefined) return;
    if (next && phaseNoun.test(next.norm)) add(i, i + 2, number);
    else if (
      ordinal !== undefined &&
      section === 'roadmap' &&
      (next === undefined ||
        // "The first phase covers A, the second B": the verb is taken up.
        (refs.length > 0 && termAt(next, 'skill') !== undefined) ||
        next.kind === 'sign' ||
        /^(?:be|last|take|need|require|run|raise|add|cover|bring|go|introduce|close|deal|for|over|with|in)$/.test(
          next.norm,
        ))
    )
      add(i, i + 1, number, true);
  });
  return refs;
}

/** What the titles of a plan are, once for all its sentences. */
const titlesOf = onceFor((phases: readonly Phase[]) => {
  const titles = phases.map((phase) => phase.title);
  // A title that two phases bear names neither.
  const isOwn = (title: string | undefined) =>
    titles.indexOf(title ?? '') === titles.lastIndexOf(title ?? '');
  // A title that joins two things is no common word, in small letters neither.
  const joining = phases
    .filter(({ title }) => isOwn(title))
    .map(({ title, index }) => ({
      index,
      words: [...title.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word),
    }))
    .filter(({ words }) => words.length > 2 && words.includes('and'));
  return { isOwn, joining };
});

/** "For law and performance": a title in small letters. */
const spells = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, k) => tokens[at + k]?.text.toLowerCase() === word);

function roman(text: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6 }[text.toLowerCase()] ?? 0;
}
