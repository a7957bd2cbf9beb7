import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openChance, runWithKills } from '../../../evals/kill/kill-runs.ts';
import { temporaryFolder } from './make-suite.ts';

const cli = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));
const root = temporaryFolder(afterAll);

// No report: the processes are to spend their time between rows, where they are killed. `npm run eval:kill` kills runs
// of reports over HTTP.
writeFileSync(
  join(root, 'slow.eval.mjs'),
  `const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const cases = Array.from({ length: 60 }, (_, at) => ({
  id: 'case-' + at, family: 'family-' + (at % 10), tags: [], case: {}, expect: {},
}));
const of = { title: 'T', description: 'D', margin: 0.05, gating: true, deterministic: true };
export default {
  name: 'slow', cases, repeats: 2, thresholds: { fine: 0.99 },
  task: { id: 'wait', version: '1', async run({ case: { id }, repeat }) {
    await wait(20);
    return { text: id + (repeat === 0 ? ' fine' : '') };
  } },
  scorers: [
    { ...of, id: 'fine', kind: 'binary', better: 'higher', score: ({ text }) => ({ value: text.endsWith('fine') ? 1 : 0 }) },
    { ...of, id: 'letters', kind: 'amount', better: 'lower', score: ({ text }) => ({ value: text.length, evidence: [text] }) },
  ],
};
`,
);
const command = { args: [cli, 'eval', 'slow.eval.mjs', '--gate', '--quiet'], cwd: root };

describe('a run that is killed at any time', () => {
  it('ends with the same bytes and the same exit code as one that nobody disturbed, 3 times of 3', {
    timeout: 120_000,
  }, async () => {
    const calm = await runWithKills(command, join(root, 'calm'), []);
    expect(calm.code).toBe(1);
    const chance = openChance(7);
    const ends = [];
    for (let trial = 0; trial < 3; trial += 1) {
      const plan = [0.4 * chance(), 0.4 + 0.5 * chance()].map((share) => ({ atBytes: share * calm.rows }));
      ends.push(await runWithKills(command, join(root, `killed-${trial}`), plan));
    }
    expect(ends.map(({ code, summary }) => [code, summary])).toEqual(
      ends.map(() => [calm.code, calm.summary]),
    );
    expect(ends.map(({ kills }) => kills)).toEqual([2, 2, 2]);
    expect(Math.max(...ends.flatMap(({ rowsAtKill }) => rowsAtKill))).toBeLessThan(calm.rows);
  });
});
