import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  codeVersion,
  defineScorer,
  defineSuite,
  defineTask,
  type EvalCase,
  readEvalCase,
} from '../src/index.ts';
import {
  differences,
  type FrozenDraft,
  isExplained,
  readExplained,
  readFrozen,
  replay,
} from './frozen/frozen.ts';

const CASES = fileURLToPath(new URL('cases/', import.meta.url));
const explained = readExplained();

const cases: EvalCase[] = [];
for (const frozen of readFrozen()) {
  const { case: one } = await readEvalCase(join(CASES, frozen.case));
  cases.push({ ...one, expect: {}, data: { frozen, explained } });
}

/** Drafts written once go through calculator and checker again: no chance is in it, so that no statistics are needed. */
const frozenTask = defineTask({
  id: 'frozen',
  version: codeVersion(),
  async run(cell) {
    const { frozen } = cell.case.data as { frozen: FrozenDraft };
    const all = differences(frozen, replay(frozen, await cell.facts()));
    const open = all.filter((difference) => !isExplained(difference, explained));
    return { data: { all, open }, broken: open.map((difference) => `not explained: ${difference}`) };
  },
});

interface Differences {
  all: string[];
  open: string[];
}

export default defineSuite({
  name: 'frozen',
  description:
    'Frozen drafts through calculator and checker: what they say must be equal, or explained in evals/frozen/explained.yaml.',
  cases,
  task: frozenTask,
  scorers: [
    defineScorer({
      id: 'frozen-equal',
      title: 'Equal or explained',
      description:
        'Whether facts and findings of a frozen draft are what they were, but for what is explained.',
      kind: 'binary',
      better: 'higher',
      margin: 0.01,
      gating: true,
      deterministic: true,
      score: ({ data }) => {
        const { open } = data as Differences;
        return { value: open.length === 0 ? 1 : 0, evidence: open.slice(0, 10) };
      },
    }),
    defineScorer({
      id: 'frozen-differences',
      title: 'Differences',
      description:
        'Facts and findings of a frozen draft that are otherwise than they were, explained or not.',
      kind: 'amount',
      unit: 'differences',
      better: 'lower',
      margin: 1,
      gating: false,
      deterministic: true,
      score: ({ data }) => {
        const { all } = data as Differences;
        return { value: all.length, evidence: all.slice(0, 10) };
      },
    }),
  ],
});
