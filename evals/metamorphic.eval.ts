import { fileURLToPath } from 'node:url';
import {
  defineSuite,
  METAMORPHIC_SCORERS,
  metamorphicTask,
  readEvalCases,
  withRelations,
} from '../src/index.ts';

const { cases } = await readEvalCases(fileURLToPath(new URL('cases', import.meta.url)));

/**
 * Each case with each change of its inputs; `--tag smoke` takes seconds. For the offline writer a sentence that changes
 * without a reason breaks an invariant; of a model the share of sentences that stay is measured.
 */
export default defineSuite({
  name: 'metamorphic',
  description: 'One fact of the input is changed: exactly the sentences that depend on it may change.',
  cases: withRelations(cases),
  task: metamorphicTask,
  scorers: METAMORPHIC_SCORERS,
  thresholds: { 'facts-kept': 1, 'prompts-kept': 1 },
});
