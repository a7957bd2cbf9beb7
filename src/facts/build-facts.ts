import type { Fact } from '../../schemas/index.ts';
import { wordsOf } from '../language/index.ts';
import { addCandidateFacts } from './add-candidate-facts.ts';
import { addCountFacts } from './add-count-facts.ts';
import { addResourceFacts } from './add-resource-facts.ts';
import { addRoadmapFacts } from './add-roadmap-facts.ts';
import { addGateFacts, addRoleFacts } from './add-role-facts.ts';
import { addAskedFacts, addExtraFacts } from './add-skill-facts.ts';
import { addSourceFacts } from './add-source-facts.ts';
import { FactList, type Structure } from './fact-list.ts';

/**
 * The flat, addressable form of a fact sheet's structure. Ids are stable: they hang on names, or on an order of their
 * own (latest first), never on positions in the input. `hoursAssumed` says that nobody gave the hours per week.
 */
export function buildFacts(sheet: Structure, { hoursAssumed = false } = {}): Fact[] {
  const list = new FactList(wordsOf(sheet));
  addCandidateFacts(list, sheet);
  addRoleFacts(list, sheet);
  addSourceFacts(list, sheet);
  for (const skill of sheet.skills) addAskedFacts(list, skill, sheet.role);
  for (const skill of sheet.extras) addExtraFacts(list, skill);
  addCountFacts(list, sheet);
  addGateFacts(list, sheet);
  addRoadmapFacts(list, sheet, hoursAssumed);
  addResourceFacts(list, sheet);
  return list.facts;
}
