import type { Phase } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { termAt } from '../../claims/words-of.ts';
import type { FactIndex } from '../../facts/index-facts.ts';
import { teaches } from '../../facts/teaches.ts';
import type { Token } from '../../tokens/token.ts';

/** Skills named one after the other that one phase teaches, and whether they are all of its skills. */
export interface PhaseList {
  /** Token indices in the sentence, `to` exclusive. */
  from: number;
  to: number;
  phase: Phase;
  isWhole: boolean;
  size: number;
}

const joints = /^(?:,|and|&|plus|with|then|the|both|as|well)$/;

export function phaseOfSkill(id: string, facts: FactIndex): Phase | undefined {
  const own = facts.phases.filter((one) => teaches(one, facts.skills.get(id) ?? { id, name: id }));
  return own.length === 1 ? own[0] : undefined;
}

/** The runs of skills in a sentence that lie each in one phase; a run with a skill of no phase, or of two, is none. */
export function phaseLists({ tokens }: Pick<ReadSentence, 'tokens'>, facts: FactIndex): PhaseList[] {
  const lists: PhaseList[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (termAt(tokens[i], 'skill') === undefined) continue;
    const ids: string[] = [];
    let to = i;
    let next = i;
    while (next < tokens.length) {
      const id = termAt(tokens[next], 'skill');
      if (id !== undefined) {
        ids.push(id);
        to = next + 1;
      } else if (!joints.test(tokens[next]?.norm ?? '')) break;
      next += 1;
    }
    const phases = new Set(ids.map((id) => phaseOfSkill(id, facts)));
    const [phase] = phases;
    if (phases.size === 1 && phase && !goesOn(tokens, to)) {
      const distinct = new Set(ids);
      lists.push({
        from: i,
        to,
        phase,
        size: distinct.size,
        isWhole: phase.skills.every((one) =>
          ids.some((id) => teaches({ ...phase, skills: [one] }, facts.skills.get(id) ?? { id, name: id })),
        ),
      });
    }
    i = to - 1;
  }
  return lists;
}

/** "Python, SOAR and reporting": the run goes on with a name that is not known. */
const goesOn = (tokens: readonly Token[], to: number): boolean =>
  /^(?:and|&|,)$/.test(tokens[to]?.norm ?? '') &&
  tokens[to + 1]?.kind === 'word' &&
  (tokens[to + 2] === undefined || /^(?:,|and|\.|;)$/.test(tokens[to + 2]?.norm ?? ''));
