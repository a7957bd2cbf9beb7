import type { Flag } from './page-data.ts';

/** What a flag of a case says: on its filter, in its title, and beside the name of a case. */
export const FLAG_WORDS: Readonly<Record<Flag, { title: string; short: string; meaning: string }>> = {
  broken: {
    title: 'Broken invariant',
    short: 'broken',
    meaning: 'A hard invariant is broken in one of its cells.',
  },
  failed: { title: 'Failed', short: 'failed', meaning: 'One of its cells has no result.' },
  missing: { title: 'Missing value', short: 'missing', meaning: 'A gating scorer has no value, or failed.' },
  worse: {
    title: 'Worse',
    short: 'worse',
    meaning: 'A gating scorer fell by its margin at least. Of one case that may be chance.',
  },
  better: {
    title: 'Better',
    short: 'better',
    meaning: 'A gating scorer rose by its margin at least. Of one case that may be chance.',
  },
  findings: { title: 'With findings', short: 'findings', meaning: 'The checker found something in a text.' },
};
