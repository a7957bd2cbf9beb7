import type { Phase } from '../../../schemas/fact-sheet.ts';
import { type PhaseRef, readPhaseRefs } from '../claims/phase-refs.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { has } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import type { Figure } from '../tokens/figure.ts';
import { readFigures } from '../tokens/read-figures.ts';
import type { Token } from '../tokens/token.ts';
import { tokenize } from '../tokens/tokenize.ts';
import type { CheckContext } from '../types.ts';
import { lemmaOf } from '../words/lemmas.ts';

/** A thing to do in a phase, as the plan gives it: the stems of its words, and its numbers with what they count. */
interface Activity {
  phase: Phase;
  text: string;
  stems: ReadonlySet<string>;
  numbers: readonly { figure: Figure; nouns: readonly string[]; isCompound: boolean }[];
}

const small = new Set(
  (
    'the a an and or of in on at to for with from by into it its her his your their one each every per as be is are own ' +
    'all last first next new under over plan phase week month hour day year through this that which up out'
  ).split(' '),
);

export const activity = defineRule({
  id: 'activity',
  severity: 'error',
  category: 'attribute',
  description:
    'An activity of the plan is given with another number, or in another phase, than the plan has it.',
  good: [
    {
      text: '## Roadmap\n\nIn the first phase she deploys a service; the second has her describe a cluster in code.',
    },
    { text: '## Roadmap\n\n- Phase 1: rehearse the rollout of four services with a colleague' },
  ],
  bad: [
    {
      text: '## Roadmap\n\n- Phase 1: rehearse the rollout of six services with a colleague',
      at: 'six services',
    },
    {
      text: '## Roadmap\n\nIn the second phase she will rehearse the rollout of services.',
      at: 'rehearse the rollout',
    },
  ],
  check(context) {
    const { reading, facts } = context;
    const activities = facts.phases.flatMap((phase) =>
      phase.activities.map((text) => readActivity(phase, text)),
    );
    if (activities.length === 0) return;
    for (const sentence of reading.sentences) {
      if (sentence.section === 'market' || sentence.section === 'profile' || sentence.section === 'resources')
        continue;
      if (sentence.tokens.length > 120) continue;
      // "Nine road projects" outside of the plan are those of the resume.
      if (sentence.section === 'roadmap') checkNumbers(context, sentence, activities);
      checkPlace(context, sentence, activities);
    }
  },
});

const read = new Map<string, Pick<Activity, 'stems' | 'numbers'>>();

function readActivity(phase: Phase, text: string): Activity {
  const known = read.get(text);
  if (known) return { phase, text, ...known };
  const tokens = readFigures(tokenize(text, 0, text.length), text);
  const numbers = tokens.flatMap((token, at) =>
    token.figure && token.figure.high === null
      ? [{ figure: token.figure, nouns: nounsAfter(tokens, at), isCompound: tokens[at + 1]?.text === '-' }]
      : [],
  );
  const own = { stems: new Set(tokens.flatMap(stemsOf)), numbers };
  read.set(text, own);
  return { phase, text, ...own };
}

/** The stems of a token that mean something; a term of several words has several. */
function stemsOf(token: Token): string[] {
  if (token.figure) return [];
  return token.text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !small.has(word))
    .map(stemOf);
}

const stemOf = (word: string): string => {
  const stem = lemmaOf(word).replace(/(?:ing|ed|es|s|ly|e)$/, '');
  return stem.length > 2 ? stem : word;
};

/** The words that a number counts: up to three after it. */
const nounsAfter = (tokens: readonly Token[], at: number): string[] => {
  const words: string[] = [];
  const isCompound = (i: number) => tokens[i + 1]?.text === '-' && tokens[i + 1]?.glued === true;
  // "A three-node cluster": of what is joined to the number alone.
  if (isCompound(at)) return tokens[at + 2] ? stemsOf(tokens[at + 2] as Token) : [];
  // "Three two-minute videos".
  const skipped = tokens[at + 1]?.figure && isCompound(at + 1) ? 3 : 0;
  for (const token of tokens.slice(at + 1 + skipped, at + 6 + skipped)) {
    if (words.length === 3 || token.figure || /^[,.;:()]$/.test(token.text)) break;
    if (token.kind === 'sign') continue;
    if (/^(?:of|in|with|on|for|and|to|from|at|by|under)$/.test(token.norm)) break;
    words.push(...stemsOf(token));
  }
  return words;
};

/** "Six nodes" where the plan has four: the number of an activity that the sentence tells in its words. */
function checkNumbers(context: CheckContext, sentence: ReadSentence, activities: readonly Activity[]): void {
  const { tokens } = sentence;
  tokens.forEach((token, at) => {
    const { figure } = token;
    if (
      !figure ||
      figure.high !== null ||
      figure.fraction ||
      figure.unit === 'percent' ||
      figure.unit === 'ordinal'
    )
      return;
    const nouns = nounsAfter(tokens, at);
    if (
      nouns.length === 0 ||
      has(tokens.slice(Math.max(0, at - 2), at), /^(?:another|further|other|phase|week)$/)
    )
      return;
    const near = new Set(tokens.slice(Math.max(0, at - 10), at + 11).flatMap(stemsOf));
    const isCompound = tokens[at + 1]?.text === '-';
    const told = activities.flatMap((one) => {
      const number = one.numbers.find(
        (other) =>
          other.isCompound === isCompound &&
          other.figure.unit === figure.unit &&
          other.nouns.some((noun) => nouns.includes(noun)),
      );
      const shared = [...one.stems].filter((stem) => near.has(stem)).length;
      const counted = number?.nouns.filter((noun) => nouns.includes(noun)).length ?? 0;
      return number && (shared >= 3 || counted >= 2) ? [{ one, number, shared }] : [];
    });
    const best = told.reduce<(typeof told)[number] | undefined>(
      (a, b) => (a && a.shared >= b.shared ? a : b),
      undefined,
    );
    if (!best || told.some(({ number }) => agrees(figure, number.figure.value))) return;
    // A number of another activity may stand beside the words of this one.
    const elsewhere = activities.some((one) =>
      one.numbers.some(
        (other) => agrees(figure, other.figure.value) && other.nouns.some((noun) => nouns.includes(noun)),
      ),
    );
    if (elsewhere) return;
    const noun = tokens[at + 1];
    context.report({
      start: token.start,
      end: noun?.kind === 'word' ? noun.end : token.end,
      subject: `phase ${best.one.phase.index} activity`,
      actual: token.text,
      expected: `${best.number.figure.value} (${best.one.text})`,
      facts: [],
    });
  });
}

/** An activity told with most of its words under the name of another phase. */
function checkPlace(context: CheckContext, sentence: ReadSentence, activities: readonly Activity[]): void {
  const { tokens } = sentence;
  const own = readPhaseRefs(tokens, context.facts, sentence.section);
  const said = own.length > 0 ? own : beforeOf(sentence, context);
  const phase = said[0]?.phase;
  if (new Set(said.map((ref) => ref.index)).size !== 1 || !phase) return;
  if (has(tokens, /^(?:not|before|after|until|instead|than|once|already|unlike|then|follow)$/)) return;
  const stems = tokens.map(stemsOf);
  const all = new Set(stems.flat());
  for (const one of activities) {
    if (one.phase.index === phase.index || one.stems.size < 3) continue;
    const shared = [...one.stems].filter((stem) => all.has(stem));
    if (shared.length < 3 || shared.length < one.stems.size * 0.7) continue;
    // What the phase's own activities or skills are called by says nothing.
    const ownWords = new Set([
      ...activities.flatMap((other) => (other.phase.index === phase.index ? [...other.stems] : [])),
      ...`${phase.title} ${phase.skills.map((skill) => skill.name).join(' ')}`
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .map(stemOf),
    ]);
    const telling = shared.filter((stem) => !ownWords.has(stem));
    if (telling.length < 2 || telling.length < shared.length * 0.6) continue;
    const places = tokens.filter((_, i) => stems[i]?.some((stem) => telling.includes(stem)));
    const [first, last] = [places[0], places.at(-1)];
    if (!first || !last) continue;
    const ref = own[0];
    const between = ref ? tokens.slice(ref.to, tokens.indexOf(first)) : [];
    if (between.length > 10 || between.some((token) => token.text === ';' || token.figure)) continue;
    context.report({
      start: first.start,
      end: last.end,
      subject: `phase ${phase.index} activity`,
      actual: `"${one.text}" in phase ${phase.index}`,
      expected: `phase ${one.phase.index} (${one.phase.title})`,
      facts: [],
    });
    return;
  }
}

/** The phase that the label, the item above or the heading names, for a sentence that opens a block. */
function beforeOf(sentence: ReadSentence, { facts }: CheckContext): PhaseRef[] {
  if (sentence.read.sentences[0] !== sentence) return [];
  for (const { scope, tokens } of sentence.read.scopeLabels) {
    if (scope.kind === 'lead-in') continue;
    const refs = readPhaseRefs(tokens, facts, sentence.section);
    if (refs.length > 0) return refs;
  }
  return [];
}
