import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { checkReport } from '../../src/check/index.ts';
import { readCorpus } from './corpus.ts';

/** One sentence about a case of `corpus/`, with the words of it that are false. */
const Item = z.object({
  scenario: z.string(),
  kind: z.string(),
  text: z.string(),
  wrong: z.string().nullable(),
});

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const facts = new Map(
  (readCorpus(here('corpus/')) ?? []).map((report) => [report.id.split('/')[0], report.facts]),
);

console.log('set         false found   items with a false alarm');
for (const name of ['possession', 'figures']) {
  const lines = readFileSync(here(`sentences/${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  const items = lines.map((line) => Item.parse(JSON.parse(line)));
  let [wrong, found, alarms] = [0, 0, 0];
  for (const { scenario, text, wrong: part } of items) {
    const { findings } = checkReport(text, facts.get(scenario));
    const errors = findings.filter(({ severity }) => severity === 'error');
    const start = part === null ? -1 : text.indexOf(part);
    const isRight = (one: (typeof errors)[number]) =>
      part !== null && one.start < start + part.length && start < one.end;
    if (part !== null) wrong += 1;
    if (errors.some(isRight)) found += 1;
    if (errors.some((one) => !isRight(one))) alarms += 1;
  }
  const share = ((100 * found) / wrong).toFixed(1);
  console.log(`${name.padEnd(12)}${found} of ${wrong} (${share} %)   ${alarms} of ${items.length}`);
}
