import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { readCase } from '../../src/input/index.ts';
import { htmlRenderer } from '../../src/render/render-html.ts';
import { writeReport } from '../../src/write-report.ts';

const CASES = fileURLToPath(new URL('../../evals/cases', import.meta.url));
const names = readdirSync(CASES).filter((name) => {
  const files = readdirSync(join(CASES, name)).map((file) => basename(file).split('.')[0]);
  return files.includes('resume') && files.includes('role');
});

describe('the page with its pictures, their words and tables', () => {
  it.each(names)('holds nothing that the checker objects to: %s', async (name) => {
    const folder = join(CASES, name);
    const files = Object.fromEntries(
      readdirSync(folder).map((file) => [basename(file).split('.')[0], join(folder, file)]),
    );
    const { case: read } = await readCase({
      resume: files.resume as string,
      role: files.role as string,
      date: '2026-11-24',
      ...(files.plan && { plan: files.plan }),
      ...(files.resources && { resources: files.resources }),
    });
    const report = await writeReport(read).report;
    const page = htmlRenderer.render(report);
    const { findings, summary } = checkReport(page, report.facts, { format: 'html' });
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    // It was read, tables and all.
    expect(summary.claims).toBeGreaterThan(report.facts.skills.length);
  });

  it('is read without the labels of drawings, which stand beside each other by chance', () => {
    const text = '<p>She holds Excel.</p><svg><text>core</text><text>Budgeting</text></svg>';
    const { findings } = checkReport(text, undefined, { format: 'html' });
    expect(findings).toEqual([]);
  });
});
