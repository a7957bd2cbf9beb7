import { defineScorer } from '../define-scorer.ts';
import { inapplicable, isOffline, withoutReport } from '../reading/no-value.ts';
import { sentencesOf } from '../reading/sentences-of.ts';
import { shorten } from '../reading/shorten.ts';

export const repairs = defineScorer({
  id: 'repairs',
  title: 'Repairs',
  description:
    'Sentences that were worded anew, struck or added before the report was right; one that took two tries counts twice.',
  kind: 'amount',
  unit: 'repairs',
  better: 'lower',
  margin: 1,
  gating: false,
  deterministic: true,
  score(trial) {
    if (isOffline(trial)) return inapplicable('no model was asked');
    const none = withoutReport(trial);
    if (none) return none;
    const all = sentencesOf(trial);
    const reworded = all.filter(({ rewordings }) => rewordings > 0);
    const added = all.filter(({ provenance, rewordings }) => provenance === 'repaired' && rewordings === 0);
    const kept = all.filter(({ provenance }) => provenance === 'model');
    const struck = Math.max(0, trial.first.sentences.length - kept.length - reworded.length);
    const tries = reworded.reduce((sum, { rewordings }) => sum + rewordings, 0);
    return {
      value: tries + struck + added.length,
      evidence: [
        `${tries} worded anew, ${struck} struck, ${added.length} added`,
        ...reworded.map(({ rewordings, text }) => shorten(`${rewordings}: "${text}"`)),
      ].slice(0, 10),
    };
  },
});
