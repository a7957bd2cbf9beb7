import { SECTIONS } from '../../sections/index.ts';
import { defineScorer } from '../define-scorer.ts';
import { contradictionsIn, describeFindings } from '../reading/contradictions.ts';
import { missing, withoutFirst } from '../reading/no-value.ts';

export const contradictionFreeFirst = defineScorer({
  id: 'contradiction-free-first',
  title: 'Free of contradictions, first draft',
  description:
    "Whether the model's first draft contradicts the facts nowhere. A section whose reply could not be read is no pass: without a contradiction elsewhere there is no value.",
  kind: 'binary',
  better: 'higher',
  margin: 0.05,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutFirst(trial);
    if (none) return none;
    const found = contradictionsIn(trial.first.findings);
    if (found.length > 0) return { value: 0, evidence: describeFindings(found) };
    const wanted = trial.report?.sections.map(({ id }) => id) ?? SECTIONS.map(({ id }) => id);
    const written = new Set(trial.first.sentences.map(({ section }) => section));
    const unread = wanted.filter((id) => !written.has(id));
    if (unread.length > 0) return missing(`no draft could be read of ${unread.join(', ')}`);
    return { value: 1, evidence: [`${trial.first.sentences.length} sentences`] };
  },
});
