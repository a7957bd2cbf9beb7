import { defineScorer } from '../define-scorer.ts';
import { readCited } from '../reading/cited-sentences.ts';
import { inapplicable, isOffline, withoutFirst, withoutReport } from '../reading/no-value.ts';
import { shorten } from '../reading/shorten.ts';
import { statesFact } from '../reading/states-fact.ts';

export const citationsStated = defineScorer({
  id: 'citations-stated',
  title: 'Citations that the sentence states',
  description:
    'Facts cited by a sentence that the sentence states, of all facts cited: in the first draft of a model, else in the report. A citation of what is no fact is not stated.',
  kind: 'share',
  better: 'higher',
  margin: 0.03,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = isOffline(trial) ? withoutReport(trial) : withoutFirst(trial);
    if (none) return none;
    const { facts, sentences } = readCited(trial);
    let cited = 0;
    const idle: string[] = [];
    for (const { cited: ids, text, read } of sentences) {
      for (const id of new Set(ids)) {
        cited += 1;
        const fact = facts.byId.get(id);
        if (!fact) idle.push(shorten(`${id} is no fact: "${text}"`));
        else if (!statesFact(read, fact, facts))
          idle.push(shorten(`${id} (${fact.display}) not in "${text}"`));
      }
    }
    if (cited === 0) return inapplicable('nothing is cited');
    return {
      value: (cited - idle.length) / cited,
      evidence: [`${cited - idle.length} of ${cited} citations`, ...idle].slice(0, 10),
    };
  },
});
