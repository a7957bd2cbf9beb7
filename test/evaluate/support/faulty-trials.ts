import type { Report } from '../../../schemas/index.ts';
import type { Trial } from '../../../src/evaluate/trial.ts';
import { writeReport } from '../../../src/index.ts';
import { readExample } from '../../support/read-example.ts';
import { changeSentences, firstOf, trialOfReport } from './trial-of.ts';

const theCase = await readExample('nurse');
const offline = await writeReport(theCase).report;
const { facts } = offline;
const met = facts.skills.find(({ status }) => status === 'met');
const firstWords = offline.sections[0]?.blocks.flatMap((block) =>
  block.kind === 'paragraph' ? block.sentences : [],
)[0]?.text;
if (!met || !firstWords) throw new Error('these trials need a met skill and a first sentence');

/** The offline report, as if a model had written it without fault. */
const written: Report = {
  ...offline,
  writer: { ...offline.writer, model: 'openai:scripted' },
  sections: offline.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'table'
        ? block
        : {
            ...block,
            sentences: block.sentences.map((sentence) => ({ ...sentence, provenance: 'model' as const })),
          },
    ),
  })),
};
const draft = offline.sections.flatMap(({ id, blocks }) =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.sentences.map(({ template, facts: cited }) => ({ section: id, text: template, facts: cited }))
      : [],
  ),
);

/** A trial of a model that made no fault. */
export const GOOD: Trial = trialOfReport(theCase, written, {
  first: firstOf(facts, draft),
  usage: { calls: 6, inputTokens: 9000, outputTokens: 1500, cost: 0.01, retries: 0 },
  seconds: 4,
});
GOOD.case.expect = { mention: ['skill.critical-care'], forbid: ['hire at once'] };

/** The offline writer's own trial. */
export const OFFLINE: Trial = trialOfReport(theCase, offline);

const later = (over: Partial<Trial>): Trial => ({ ...GOOD, ...over });
const firstWith = (text: string, cited: string[] = [], section = 'skill-gap-assessment'): Trial =>
  later({ first: firstOf(facts, [...draft, { section, text, facts: cited }]) });
const finalWith = (change: Parameters<typeof changeSentences>[1]): Trial => {
  const { report, text, findings } = trialOfReport(theCase, changeSentences(written, change));
  return later({ report, text, findings });
};
const eachSentence = (words: (text: string) => string): Trial => finalWith(({ text }) => words(text));
const lastSaying = (words: string): Trial =>
  finalWith(({ text, section }) =>
    section === 'recommended-resources' && text.startsWith('Costs') ? words : text,
  );
const contradiction = `${met.name} is missing altogether.`;
const unread = `${met.name}, tea, and rain on a Sunday.`;
const long = `It is there, ${'and there, and elsewhere, '.repeat(14)}and so on.`;

/** For each built-in scorer a trial with a fault that it must see, by its id. */
export const FAULTY: Readonly<Record<string, Trial>> = {
  'contradictions-first': firstWith(contradiction, [`skill.${met.id}`]),
  'contradictions-final': lastSaying(contradiction),
  'contradiction-free-first': firstWith(contradiction, [`skill.${met.id}`]),
  'contradiction-free-final': lastSaying(contradiction),
  'groundedness-first': firstWith(contradiction, [`skill.${met.id}`]),
  'groundedness-final': lastSaying(contradiction),
  'unparsed-first': firstWith(unread, [`skill.${met.id}`]),
  'unparsed-final': lastSaying(unread),
  'unsupported-first': firstWith('They are an expert in Haskell.'),
  'unsupported-final': lastSaying('They are an expert in Haskell.'),
  'must-mention': finalWith(({ text, section }) => (section === 'executive-summary' ? undefined : text)),
  'forbidden-words': lastSaying('Hire  at once, or hire at once tomorrow.'),
  'citations-stated': firstWith('Rest is good for everybody.', ['role.salary', 'skill.no-such-skill']),
  'values-cited': firstWith('{{role.salary}} is paid for Critical Care, in 94% of 214 postings.', []),
  repairs: later({
    report: {
      ...written,
      sections: written.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'table'
            ? block
            : {
                ...block,
                sentences: block.sentences.map((sentence) => ({
                  ...sentence,
                  provenance: 'repaired' as const,
                  history: [{ template: 'Wrong.', findings: [] }],
                })),
              },
        ),
      })),
    },
  }),
  'offline-share': later({ report: { ...offline, writer: written.writer } }),
  'unreadable-replies': later({ first: { ...GOOD.first, unusable: 2 } }),
  readability: eachSentence((text) =>
    text.replace(/\b(?:is|are)\b/gu, 'notwithstanding organisational considerations constitutes'),
  ),
  'sentence-length': eachSentence((text) => `Once more and to be quite clear about it, ${text}`),
  'long-sentences': lastSaying(long),
  repetition: lastSaying(firstWords),
  'list-dumps': lastSaying('There are apples, pears, plums, cherries, quinces, and figs.'),
  announcements: lastSaying('This section will describe the market.'),
  'brief-length': finalWith(({ text, section }) => (section === 'candidate-profile' ? 'So.' : text)),
  address: firstWith('You should start at once, and so should she.'),
  tone: firstWith('What an amazing profile!'),
  latency: later({ seconds: 90 }),
  tokens: later({ usage: { ...GOOD.usage, inputTokens: 90_000 } }),
  cost: later({ usage: { ...GOOD.usage, cost: 0.9 } }),
  retries: later({ usage: { ...GOOD.usage, retries: 3 } }),
};

/** A report without a word. */
export const EMPTY: Trial = later({
  report: { ...written, sections: written.sections.map((section) => ({ ...section, blocks: [] })) },
  text: '',
  findings: [],
  first: { sentences: [], text: '', findings: [] },
});

/** No report, and nothing that says why. */
export const NONE: Trial = later({
  report: undefined,
  text: '',
  findings: [],
  first: { sentences: [], text: '', findings: [] },
});

export { changeSentences, theCase, trialOfReport, written };
