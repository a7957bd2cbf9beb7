import { type DraftFault, defineDraftRule } from './draft-rule.ts';

const TALK: readonly RegExp[] = [
  /\bas an? (?:ai|artificial intelligence|large language model|language model|assistant)\b(?! (?:engineer|developer|architect|researcher|specialist|consultant))/giu,
  /\b(?:i (?:cannot|can't|am unable to|apologi[sz]e)|i'm sorry)\b/giu,
  /\b(?:fact ids?|the brief|json|the prompt|system message|placeholder|slots?)\b(?=[^.]{0,40}\b(?:provided|given|above|below|asked|instructed|supplied)\b)/giu,
  /\b(?:here is|here's|below is) (?:the|your) (?:section|draft|json|report|summary)\b/giu,
];

/** A report never speaks of the model, the prompt or the task. */
export const modelTalk = defineDraftRule({
  id: 'model-talk',
  severity: 'error',
  languages: 'any',
  modes: ['slots', 'cited', 'plain'],
  description: 'The text never speaks of the model, the prompt or the task.',
  check({ bare }) {
    const faults: DraftFault[] = [];
    for (const pattern of TALK) {
      for (const match of bare.matchAll(pattern)) {
        faults.push({
          start: match.index,
          end: match.index + match[0].length,
          subject: 'model',
          expected: 'text about the candidate and the role',
          actual: match[0],
          message: `Unexpected "${match[0]}", expected text about the candidate and the role`,
          facts: [],
        });
      }
    }
    return faults;
  },
});
