import type { FirstSentence, Trial } from '../trial.ts';
import { isOffline } from './no-value.ts';
import { type FactMap, mapFacts, type ReadSentence, readSentence } from './read-sentence.ts';
import { sentencesOf } from './sentences-of.ts';

/**
 * The sentences whose citations are scored: those of the first draft, where a model's own care shows; what a report
 * without a model cites otherwise.
 */
export function citedSentences(trial: Trial): readonly FirstSentence[] {
  return isOffline(trial) ? sentencesOf(trial) : trial.first.sentences;
}

export interface CitedReading {
  facts: FactMap;
  sentences: readonly { cited: readonly string[]; text: string; read: ReadSentence }[];
}

const known = new WeakMap<Trial, CitedReading>();

/** These sentences with what stands in them. Both directions of citation ask for it; it is read once. */
export function readCited(trial: Trial): CitedReading {
  const before = known.get(trial);
  if (before) return before;
  const facts = mapFacts(trial.facts);
  const sentences = citedSentences(trial).map((sentence) => ({
    cited: sentence.facts,
    text: sentence.text,
    read: readSentence(sentence, facts),
  }));
  const reading = { facts, sentences };
  known.set(trial, reading);
  return reading;
}
