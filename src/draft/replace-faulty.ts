import type { Finding } from '../../schemas/index.ts';
import { slotsOf } from '../sections/index.ts';
import { checkSection, type Ground, type WorkingSentence } from './check-section.ts';

/**
 * Puts the offline writer's sentences in the place of faulty ones: for each the one that shares most facts, else the
 * next one in order, and never one that the section has already; where none is left, the faulty sentence goes. What
 * must be said and still is not is added. Repeats as long as findings remain, since a sentence can be right alone and
 * wrong beside another.
 * @returns the section, with how many faulty sentences have none in their place (`leftOut`); undefined where that ends in no clean section, so that the whole of it has to be written offline
 */
export function replaceFaulty(
  ground: Ground,
  paragraphs: readonly WorkingSentence[][],
  findings: readonly Finding[][][],
  offline: readonly WorkingSentence[][],
): { paragraphs: WorkingSentence[][]; leftOut: number } | undefined {
  const present = new Set(paragraphs.flat().map((sentence) => sentence.template));
  const spare = offline.flat().filter((sentence) => !present.has(sentence.template));
  let current = paragraphs.map((sentences) => [...sentences]);
  let wrong = findings;
  let leftOut = 0;
  for (let round = 0; round < 4; round += 1) {
    current = current.map((sentences, p) =>
      sentences.flatMap((sentence, s): WorkingSentence[] => {
        const faults = wrong[p]?.[s] ?? [];
        if (faults.length === 0) return [sentence];
        const next = takeNearest(spare, sentence);
        if (!next) leftOut += 1;
        const history = [...sentence.history, { template: sentence.template, findings: [...faults] }];
        return next ? [{ ...next, history }] : [];
      }),
    );
    const check = checkSection(ground, current);
    for (const { any } of check.missing) {
      const at = spare.findIndex((sentence) => idsOf(sentence).some((id) => any.includes(id)));
      const [added] = at < 0 ? [] : spare.splice(at, 1);
      if (!added) continue;
      if (current.length === 0) current.push([]);
      current[current.length - 1]?.push(added);
    }
    const after = check.missing.length > 0 ? checkSection(ground, current) : check;
    if (after.errors + after.missing.length === 0 && current.flat().length > 0)
      return { paragraphs: current, leftOut };
    wrong = after.findings;
    if (after.errors === 0) return undefined;
  }
  return undefined;
}

/** Removes and gives the sentence of `spare` that shares most facts with the faulty one, the first of equals. */
function takeNearest(spare: WorkingSentence[], faulty: WorkingSentence): WorkingSentence | undefined {
  const ids = new Set(idsOf(faulty));
  const shared = spare.map((sentence) => idsOf(sentence).filter((id) => ids.has(id)).length);
  const most = Math.max(0, ...shared);
  return spare.splice(shared.indexOf(most), 1)[0];
}

function idsOf(sentence: WorkingSentence): string[] {
  return [...sentence.facts, ...slotsOf(sentence.template)];
}
