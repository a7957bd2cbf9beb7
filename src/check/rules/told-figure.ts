import type { Told } from '../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { has } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import { lemmaOf } from '../words/lemmas.ts';
import { NUMBER_WORDS } from '../words/numbers.ts';

const small =
  /^(?:the|and|for|with|from|that|this|which|have|been|were|will|more|than|into|over|about|each|every|day|week|month|year|hour|percent|up|to|of|a|an|in|on|at|by|her|his|your|she|he|you|per|be|do|it|its|as|is|some|time|also|who|their|they|all|only|first|new|work|use|skill|experience|level|plan|phase|role)$/;

export const toldFigure = defineRule({
  id: 'told-figure',
  severity: 'error',
  category: 'number',
  description:
    'A number of the work of the candidate is not the one that the resume gives for the same thing.',
  good: [
    { text: '## Candidate Profile\n\nShe runs a shop of 40 customers.' },
    { text: '## Candidate Profile\n\nShe knows 12 customers by name.' },
  ],
  bad: [
    {
      text: '## Candidate Profile\n\nShe built a checkout in React and keeps a shop of 14 customers running.',
      at: '14 customers',
    },
    { text: '## Candidate Profile\n\nShe runs a shop of 60 customers.', at: '60 customers' },
  ],
  check({ reading, facts, report }) {
    const told = facts.sheet?.candidate.told?.quantities ?? [];
    if (told.length === 0) return;
    const known = stemmed(told);
    for (const sentence of reading.sentences) {
      if (sentence.section === 'roadmap' || sentence.section === 'resources' || sentence.section === 'market')
        continue;
      if (sentence.tokens.length > 400) continue;
      sentence.tokens.forEach((token, at) => {
        const expected = token.figure && otherThan(sentence, at, token.figure, known);
        if (expected === undefined) return;
        const noun = sentence.tokens[at + 1];
        report({
          start: token.start,
          end: noun?.kind === 'word' ? noun.end : token.end,
          subject: `${token.text} ${sentence.tokens
            .slice(at + 1, at + 3)
            .filter((one) => one.kind === 'word')
            .map((one) => one.text)
            .join(' ')}`.trim(),
          actual: token.text,
          expected: `${expected}, as the resume tells`,
        });
      });
    }
  },
});

const stems = new WeakMap<readonly Told['quantities'][number][], Quantity[]>();

/** The quantities with the stems of their words, once for each fact sheet. */
function stemmed(told: readonly Told['quantities'][number][]): Quantity[] {
  const known =
    stems.get(told) ??
    told.map((one) => ({
      value: one.value,
      words: new Set(one.words.flatMap((word) => [word, ...word.split('-')]).map(stemOf)),
    }));
  stems.set(told, known);
  return known;
}

interface Quantity {
  value: number;
  words: ReadonlySet<string>;
}

/** What the resume gives where it speaks of the same thing and never with this number; undefined else. */
function otherThan(
  sentence: ReadSentence,
  at: number,
  figure: Figure,
  told: readonly Quantity[],
): Told['quantities'][number]['value'] | undefined {
  const { tokens } = sentence;
  const token = tokens[at] as Token;
  if (figure.high !== null || !/^(?:count|percent|day|hour)$/.test(figure.unit) || figure.fraction)
    return undefined;
  if (has(tokens, /^(?:if|would|could|might|another|further|other|instead)$/)) return undefined;
  if (/^(?:of|more|fewer|less)$/.test(tokens[at + 1]?.norm ?? '')) return undefined;
  const clause = sentence.clauses.find((one) => one.tokens.includes(token));
  const words = new Set(
    (clause?.tokens ?? tokens)
      .filter((one) => one.kind === 'word' || one.kind === 'term')
      .map((one) => stemOf(one.text.toLowerCase())),
  );
  const noun =
    figure.unit === 'count' ? nounAfter(tokens, at) : figure.unit === 'percent' ? undefined : figure.unit;
  if (figure.unit === 'count' && noun === undefined) return undefined;
  const rate = rateAfter(tokens, at);
  const sharedWith = ({ words: own }: Quantity) =>
    (rate !== undefined && own.has(rate) ? 1 : 0) +
    [...words].filter((word) => word !== noun && word.length > 2 && !small.test(word) && own.has(word))
      .length;
  // What a share is a share of is seldom named the same way: one that the resume gives at all is left alone.
  if (figure.unit === 'percent' && told.some(({ value }) => agrees(figure, value))) return undefined;
  // "A 37% cut, from 19 days to 12": by how much a number that the resume gives fell or rose to another.
  if (figure.unit === 'percent' && told.some((one) => told.some((other) => isChange(figure, one, other))))
    return undefined;
  const same = told.filter(
    (one) => (noun === undefined || one.words.has(noun)) && sharedWith(one) >= (noun === undefined ? 2 : 1),
  );
  if (same.length === 0) return undefined;
  // "Up to twelve" says twelve, and "spread over six" six.
  const spread = /^(?:spread|distribute|distributed|extend|stretch|divide|divided)$/.test(
    tokens[at - 1]?.norm ?? '',
  );
  const stated: Figure = spread || /^at-/.test(figure.closeness) ? { ...figure, closeness: 'exact' } : figure;
  const spelt = Object.keys(NUMBER_WORDS).find((word) => NUMBER_WORDS[word] === figure.value);
  const holds = (one: Quantity) =>
    // "Three-shift operation" speaks of three shifts.
    (spelt !== undefined && one.words.has(spelt)) ||
    derived(one, told).some((value) => agrees(stated, value));
  if (same.some(holds)) return undefined;
  // A number that the resume gives for anything as much alike is not called wrong.
  const near = tokens
    .slice(Math.max(0, at - 6), at + 7)
    .filter((one) => one.kind === 'word' || one.kind === 'term')
    .flatMap((one) => one.text.toLowerCase().split('-'))
    .map(stemOf);
  const likeness = (one: Quantity) =>
    (noun !== undefined && one.words.has(noun) ? 2 : 0) +
    (rate !== undefined && one.words.has(rate) ? 1 : 0) +
    new Set(
      near.filter((word) => word !== noun && word.length > 2 && !small.test(word) && one.words.has(word)),
    ).size;
  const best = same.reduce((a, b) => (likeness(b) > likeness(a) ? b : a));
  const rival = told.some((one) => holds(one) && likeness(one) > Math.max(0, likeness(best) - 2));
  return rival ? undefined : best.value;
}

/** "1,200 invoices a month", "12 patients a shift": what it is counted by. */
function rateAfter(tokens: readonly Token[], at: number): string | undefined {
  const period = tokens
    .slice(at + 1, at + 4)
    .find((token) => /^an? /i.test(token.text) && token.figure)?.figure;
  if (period) return stemOf(period.unit);
  const article = tokens.findIndex(
    (token, i) => i > at && i <= at + 3 && /^(?:a|an|per|each|every)$/.test(token.norm),
  );
  const word = article < 0 ? undefined : tokens[article + 1];
  return word?.kind === 'word' ? stemOf(word.text.toLowerCase()) : undefined;
}

/** The noun that is counted: the last plain word right after the number, past one that describes it. */
function nounAfter(tokens: readonly Token[], at: number): string | undefined {
  const words = tokens
    .slice(at + 1, at + 6)
    .filter((token) => !(token.text === '-' && token.glued))
    .slice(0, 4)
    .map((token) =>
      token.kind === 'word' && !small.test(token.norm) && token.text.length > 2 ? token : undefined,
    );
  const run = words.slice(0, words.indexOf(undefined) < 0 ? words.length : words.indexOf(undefined));
  const plural = run.find((token) => token && /s$/i.test(token.text));
  return plural ? stemOf(plural.text.toLowerCase()) : undefined;
}

const isChange = (figure: Figure, from: Quantity, to: Quantity): boolean =>
  from !== to &&
  from.value > 0 &&
  sameWords(from.words, to.words) &&
  agrees(figure, (100 * Math.abs(to.value - from.value)) / from.value);

/** What a number and those of its sentence may be told as: itself, in minutes, their difference and their sum. */
function derived(one: Quantity, told: readonly Quantity[]): number[] {
  const compared = one.words.has('from') || one.words.has('instead');
  const beside = (compared ? told : [])
    .filter((other) => other !== one && sameWords(other.words, one.words))
    .map((other) => other.value);
  const pairs = beside.flatMap((other) => [
    Math.abs(one.value - other),
    one.value + other,
    Math.abs(one.value * 60 - other),
    Math.abs(one.value - other * 60),
  ]);
  return [one.value, one.value * 60, one.value / 60, ...pairs];
}

const sameWords = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((word) => b.has(word));

const stemOf = (word: string): string => {
  const lemma = lemmaOf(word);
  const stem = lemma.replace(/(?:ing|ed|es|s|ly)$/, '');
  return stem.length > 2 ? stem : lemma.replace(/s$/, '');
};
