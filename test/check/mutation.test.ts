import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgeAll, listFaults } from '../../evals/checker/mutate.ts';
import { Case } from '../../schemas/case.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { UNSEEN } from './unseen/index.ts';

const folder = fileURLToPath(new URL('./unseen/reports/', import.meta.url));
const sheets = new Map(UNSEEN.map((unseen) => [unseen.name, computeFacts(Case.parse(unseen.case))]));
const files = readdirSync(folder);

describe('generated faults in clean reports (all of them: node evals/checker/mutate.ts)', () => {
  it.each(files)('%s: each sixth fault is found at its place alone', (file) => {
    const sheet = sheets.get(file.split('-')[0] as string);
    if (!sheet) throw new Error(`no case for ${file}`);
    expect(listFaults(sheet).length).toBeGreaterThan(150);
    const { total, found, failures } = judgeAll(readFileSync(folder + file, 'utf8'), sheet, 6);
    expect(found / total, failures.join('\n')).toBeGreaterThanOrEqual(0.98);
  });
});
