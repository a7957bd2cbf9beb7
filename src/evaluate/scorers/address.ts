import { DEFAULT_STYLE } from '../../sections/index.ts';
import { defineScorer } from '../define-scorer.ts';
import { citedSentences } from '../reading/cited-sentences.ts';
import { isOffline, withoutFirst, withoutReport } from '../reading/no-value.ts';
import { shorten } from '../reading/shorten.ts';
import { offPerson } from '../words/person.ts';

export const address = defineScorer({
  id: 'address',
  title: 'One person, one pronoun',
  description:
    'Sentences that speak of the candidate as the style says (to her or about her, with one pronoun), of all: in the first draft of a model, else in the report.',
  kind: 'share',
  better: 'higher',
  margin: 0.02,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = isOffline(trial) ? withoutReport(trial) : withoutFirst(trial);
    if (none) return none;
    const style = { ...DEFAULT_STYLE, ...trial.style };
    const name = trial.facts.candidate.name;
    const all = citedSentences(trial);
    const off = all.flatMap(({ text }) => {
      const word = offPerson(text, style, name);
      return word === undefined ? [] : [shorten(`${word} in "${text}"`)];
    });
    return { value: (all.length - off.length) / all.length, evidence: off.slice(0, 10) };
  },
});
