import { defineScorer } from '../define-scorer.ts';
import { inapplicable, isOffline, withoutReport } from '../reading/no-value.ts';
import { bySection, sentencesOf } from '../reading/sentences-of.ts';

export const offlineShare = defineScorer({
  id: 'offline-share',
  title: 'Written offline',
  description:
    'Sentences that the offline writer had to give in place of the model, of all sentences of the report.',
  kind: 'share',
  better: 'lower',
  margin: 0.05,
  gating: true,
  deterministic: true,
  score(trial) {
    if (isOffline(trial)) return inapplicable('no model was asked');
    const none = withoutReport(trial);
    if (none) return none;
    const all = sentencesOf(trial);
    const offline = all.filter(({ provenance }) => provenance === 'offline');
    return {
      value: offline.length / all.length,
      evidence: [...bySection(offline)].map(([section, { length }]) => `${length} in ${section}`),
    };
  },
});
