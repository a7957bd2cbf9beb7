import type { CorpusReport } from './corpus.ts';

interface Place {
  start: number;
  end: number;
  subject: string;
}

type Baseline = (report: CorpusReport) => Place[];

/** Every sentence is wrong. */
const alwaysFlag: Baseline = ({ text }) =>
  [...text.matchAll(/[^\n.!?][^\n.!?]*[.!?]?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    subject: '',
  }));

/** A number is wrong where it stands nowhere in the facts. */
const numberNotInFacts: Baseline = ({ text, facts }) => {
  const known = new Set<number>();
  for (const fact of facts?.facts ?? []) {
    const values = Array.isArray(fact.value) ? fact.value : [fact.value];
    for (const value of values) {
      const number = typeof value === 'number' ? value : Number(value);
      if (Number.isFinite(number))
        known
          .add(number)
          .add(Math.round(number * 100))
          .add(number / 1000);
    }
    for (const match of String(fact.display).matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g))
      known.add(Number(match[0].replace(/,/g, '')));
  }
  return [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)]
    .filter((match) => !known.has(Number(match[0].replace(/,/g, ''))))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, subject: '' }));
};

/** A met skill near a negation, or a missing skill near none, is wrong. */
const negationWindow: Baseline = ({ text, facts }) => {
  const places: Place[] = [];
  const negation = /\b(?:not|no|never|neither|nor|lacks?|lacking|missing|gaps?|absent|without)\b|n['’]t\b/i;
  for (const skill of facts?.skills ?? []) {
    const name = new RegExp(
      `(?<![\\p{L}\\p{N}])${skill.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}+#])`,
      'gu',
    );
    for (const match of text.matchAll(name)) {
      const from = Math.max(0, match.index - 60);
      const window = text.slice(from, match.index + match[0].length + 60);
      if (negation.test(window) === (skill.status === 'met'))
        places.push({ start: match.index, end: match.index + match[0].length, subject: skill.name });
    }
  }
  return places;
};

export const BASELINES: readonly (readonly [string, Baseline])[] = [
  ['always flag', alwaysFlag],
  ['number not in facts', numberNotInFacts],
  ['negation window of 60', negationWindow],
];
