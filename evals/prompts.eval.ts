import { defineSuite } from '../src/index.ts';
import { faultyTask, SCRIPTED } from './prompts/faulty-writer.ts';

/**
 * The three prompt sets against a scripted model whose share of false sentences is known, and differs by set
 * (`FAULT_RATES`): `plain` is worse than `slots`, `cited` is not. `node evals/prompts/coverage.ts` repeats it over
 * many seeds.
 */
export default defineSuite({
  name: 'prompts',
  description: 'Three prompt sets against a model with known faults.',
  cases: 'cases',
  variants: [
    { name: 'slots', promptStyle: 'slots' },
    { name: 'cited', promptStyle: 'cited' },
    { name: 'plain', promptStyle: 'plain' },
  ],
  models: [SCRIPTED],
  task: faultyTask,
  repeats: 2,
  scorers: [
    'contradictions-first',
    'contradiction-free-first',
    'contradiction-free-final',
    'groundedness-first',
    'must-mention',
    'values-cited',
    'repairs',
    'offline-share',
    'readability',
  ],
});
