import { type DraftFault, defineDraftRule, SLOT_PATTERN } from './draft-rule.ts';

/** Every id cited, and every slot, is a fact of the brief, and its value is known. */
export const knownFacts = defineDraftRule({
  id: 'known-facts',
  severity: 'error',
  languages: 'any',
  modes: ['slots', 'cited', 'plain'],
  description: 'A sentence may cite and use only facts of its brief.',
  check({ sentence, brief, byId }) {
    const faults: DraftFault[] = [];
    const { template } = sentence;
    for (const id of sentence.facts) {
      if (brief.has(id)) continue;
      faults.push({
        start: 0,
        end: template.length,
        subject: id,
        expected: 'ids of the brief',
        actual: id,
        message: `Unexpected fact id "${id}", expected only ids of the brief`,
        facts: [],
      });
    }
    for (const match of template.matchAll(SLOT_PATTERN)) {
      const id = match[1] ?? '';
      const place = { start: match.index, end: match.index + match[0].length, subject: id, actual: match[0] };
      const fact = byId.get(id);
      if (!brief.has(id) || !fact) {
        faults.push({
          ...place,
          expected: 'a fact of the brief',
          message: `Unexpected slot ${match[0]}, expected a fact of the brief`,
          facts: [],
        });
      } else if (fact.value === null && !fact.personal) {
        faults.push({
          ...place,
          expected: 'a fact whose value is known',
          message: `Unexpected slot ${match[0]}: its value is not known; say so in words or leave it out`,
          facts: [id],
        });
      }
    }
    return faults;
  },
});
