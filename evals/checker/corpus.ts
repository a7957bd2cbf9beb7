import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Case } from '../../schemas/case.ts';
import type { FactSheet } from '../../schemas/fact-sheet.ts';
import { computeFacts } from '../../src/facts/index.ts';

export const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

export interface CorpusLabel {
  quote: string;
  category: string;
  subject: string;
  why: string;
  hard: boolean;
  start: number;
  end: number;
}

export interface CorpusReport {
  id: string;
  text: string;
  labels: readonly CorpusLabel[];
  /** Absent for the self-check. */
  facts: FactSheet | undefined;
}

/** The labelled reports of a corpus folder; undefined where there is none. */
export function readCorpus(root = CORPUS): CorpusReport[] | undefined {
  if (!existsSync(root)) return undefined;
  const json = (path: string): unknown => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));
  const reports: CorpusReport[] = [];
  for (const name of folders(root)) {
    if (existsSync(`${root}${name}/report.md`)) {
      reports.push(readReport(root, name, name, undefined));
      continue;
    }
    if (!existsSync(`${root}${name}/role.json`)) continue;
    const theCase = Case.parse({
      resume: json(`${name}/resume.json`),
      role: json(`${name}/role.json`),
      plan: json(`${name}/plan.json`),
      resources: json(`${name}/resources.json`),
      date: '2026-11-15',
    });
    const facts = computeFacts(theCase);
    for (const report of folders(`${root}${name}/`))
      reports.push(readReport(root, `${name}/${report}`, `${name}/${report}`, facts));
  }
  return reports;
}

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readReport(root: string, path: string, id: string, facts: FactSheet | undefined): CorpusReport {
  const text = readFileSync(`${root}${path}/report.md`, 'utf8');
  const labels = JSON.parse(readFileSync(`${root}${path}/labels.json`, 'utf8')) as (Omit<
    CorpusLabel,
    'start' | 'end'
  > & { start?: number })[];
  return {
    id,
    text,
    facts,
    labels: labels.map((label) => {
      const start = label.start ?? text.indexOf(label.quote);
      return { ...label, start, end: start + label.quote.length };
    }),
  };
}
