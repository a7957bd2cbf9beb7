import { RULES } from '../../check/index.ts';
import { defineScorer } from '../define-scorer.ts';
import { withoutReport } from '../reading/no-value.ts';
import { sentencesOf } from '../reading/sentences-of.ts';
import { shorten } from '../reading/shorten.ts';

const RULE = RULES.find(({ id }) => id === 'announcement')?.id;

export const announcements = defineScorer({
  id: 'announcements',
  title: 'Announcements',
  description:
    'Sentences that only say what the report is going to say (the rule `announcement`), of all sentences of the report.',
  kind: 'share',
  better: 'lower',
  margin: 0.02,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const found = trial.findings.filter(({ rule }) => rule === RULE);
    return {
      value: Math.min(1, found.length / sentencesOf(trial).length),
      evidence: found.slice(0, 10).map(({ quote }) => shorten(`"${quote}"`)),
    };
  },
});
