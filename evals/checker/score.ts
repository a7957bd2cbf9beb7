import { pathToFileURL } from 'node:url';
import type { Finding } from '../../schemas/finding.ts';
import { checkReport } from '../../src/check/index.ts';
import { BASELINES } from './baselines.ts';
import { type CorpusLabel, type CorpusReport, readCorpus } from './corpus.ts';

type Place = Pick<Finding, 'start' | 'end' | 'subject'>;

export interface Score {
  findings: number;
  right: number;
  labels: number;
  found: number;
  byCategory: Map<string, { labels: number; found: number }>;
  hard: { labels: number; found: number };
  easy: { labels: number; found: number };
  cleanReports: number;
  falseOnClean: number;
  wrong: { report: string; place: Place; text: string }[];
  missed: { report: string; label: CorpusLabel }[];
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

/** Whether a finding's subject is a label's: equal, or one within the other, whatever the case. */
function sameSubject(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x === y || x.includes(y) || y.includes(x);
}

/** Scores findings as the corpus README says. */
export function score(
  reports: readonly CorpusReport[],
  find: (report: CorpusReport) => readonly Place[],
): Score {
  const result: Score = {
    findings: 0,
    right: 0,
    labels: 0,
    found: 0,
    byCategory: new Map(),
    hard: { labels: 0, found: 0 },
    easy: { labels: 0, found: 0 },
    cleanReports: 0,
    falseOnClean: 0,
    wrong: [],
    missed: [],
  };
  for (const report of reports) {
    const places = find(report);
    if (report.labels.length === 0) result.cleanReports += 1;
    for (const place of places) {
      result.findings += 1;
      if (report.labels.some((label) => overlaps(label, place))) result.right += 1;
      else {
        result.wrong.push({ report: report.id, place, text: report.text.slice(place.start, place.end) });
        if (report.labels.length === 0) result.falseOnClean += 1;
      }
    }
    for (const label of report.labels) {
      const shared = report.labels.some(
        (other) => other !== label && other.quote === label.quote && other.start === label.start,
      );
      const found = places.some(
        (place) => overlaps(place, label) && (!shared || sameSubject(place.subject, label.subject)),
      );
      const category = result.byCategory.get(label.category) ?? { labels: 0, found: 0 };
      result.byCategory.set(label.category, category);
      for (const part of [result, category, label.hard ? result.hard : result.easy]) {
        part.labels += 1;
        if (found) part.found += 1;
      }
      if (!found) result.missed.push({ report: report.id, label });
    }
  }
  return result;
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '   –  ' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;

function line(name: string, result: Score): string {
  const precision = result.findings === 0 ? 0 : result.right / result.findings;
  const recall = result.labels === 0 ? 0 : result.found / result.labels;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const clean = result.cleanReports === 0 ? '–' : (result.falseOnClean / result.cleanReports).toFixed(2);
  return `${name.padEnd(28)} precision ${percent(result.right, result.findings)}  recall ${percent(result.found, result.labels)}  F1 ${f1.toFixed(3)}  false alarms per clean report ${clean}`;
}

export function main(verbose: boolean, root?: string): number {
  const corpus = readCorpus(root);
  if (!corpus) {
    console.log('Skipped: there is no ../shared/corpus beside this project.');
    return 0;
  }
  const withFacts = corpus.filter((report) => report.facts);
  const withoutFacts = corpus.filter((report) => !report.facts);
  let claims = 0;
  let unparsed = 0;
  const check = (report: CorpusReport) => {
    const result = checkReport(report.text, report.facts);
    claims += result.summary.claims;
    unparsed += result.summary.unparsed;
    return result.findings.filter((finding) => finding.severity === 'error');
  };
  const result = score(withFacts, check);
  console.log(line('gapwright check', result));
  for (const [name, baseline] of BASELINES)
    console.log(line(`baseline: ${name}`, score(withFacts, baseline)));
  console.log('');
  for (const [category, part] of [...result.byCategory].sort())
    console.log(
      `  ${category.padEnd(14)} recall ${percent(part.found, part.labels)} (${part.found} of ${part.labels})`,
    );
  console.log(
    `  ${'hard'.padEnd(14)} recall ${percent(result.hard.found, result.hard.labels)} (${result.hard.found} of ${result.hard.labels})`,
  );
  console.log(
    `  ${'easy'.padEnd(14)} recall ${percent(result.easy.found, result.easy.labels)} (${result.easy.found} of ${result.easy.labels})`,
  );
  console.log(
    `  coverage: ${claims} claims parsed, ${unparsed} sentences with a known term not understood (${percent(claims, claims + unparsed).trim()})`,
  );
  if (withoutFacts.length > 0) {
    const self = score(withoutFacts, (report) =>
      checkReport(report.text).findings.filter((finding) => finding.severity === 'error'),
    );
    console.log(`\n${line('self-check, no facts', self)} (${self.found} of ${self.labels})`);
    if (verbose) report(self);
  }
  if (verbose) report(result);
  return 0;
}

function report(result: Score): void {
  for (const { report: id, place, text } of result.wrong) {
    const { rule, actual, expected } = place as Finding;
    console.log(
      `FALSE  ${id} [${rule}] ${place.subject}: ${text.replace(/\s+/g, ' ')} | ${actual} -> ${expected}`,
    );
  }
  for (const { report: id, label } of result.missed)
    console.log(
      `MISSED ${id} (${label.category}${label.hard ? ', hard' : ''}) ${label.subject}: ${label.quote}`,
    );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const roots = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  process.exitCode = main(process.argv.includes('--verbose'), roots[0]);
}
