import type { FactSheet } from '../../schemas/fact-sheet.ts';
import type { CheckResult, Finding, Severity } from '../../schemas/finding.ts';
import { type Reading, readReport } from './claims/read-report.ts';
import { readDirectives } from './directives.ts';
import { builtInLexicon } from './facts/built-in-lexicon.ts';
import { indexFacts } from './facts/index-facts.ts';
import { PlaceFinder } from './place.ts';
import { readDocument } from './read/read-document.ts';
import { RULES } from './rules/index.ts';
import { summarize } from './summarize.ts';
import type { CheckOptions, Problem, Rule } from './types.ts';

/**
 * Checks a report against the facts or, with none, against itself. Pure and synchronous.
 * @returns findings in the order of their places, with UTF-16 offsets into `text`, and counts of what was understood
 */
export function checkReport(text: string, facts?: FactSheet, options: CheckOptions = {}): CheckResult {
  const { format = 'markdown', rules = {}, lexicon = builtInLexicon() } = options;
  const document = readDocument(text, format);
  const index = indexFacts(facts, lexicon);
  const reading = readReport(document, index);
  const disabled = readDirectives(document);
  const places = new PlaceFinder(text);
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const set = rules[rule.id];
    if (set === 'off') continue;
    rule.check({
      reading,
      facts: index,
      sheet: facts,
      report: (problem) => {
        if (problem.end <= problem.start || disabled(rule.id, problem.start)) return;
        findings.push(toFinding(rule, problem, set ?? problem.severity ?? rule.severity, text, places));
      },
    });
  }
  const unique = withoutDoubles(findings, (offset) => sentenceAt(reading, offset));
  return { findings: unique, summary: summarize(reading, unique) };
}

function toFinding(
  rule: Rule,
  problem: Problem,
  severity: Severity,
  text: string,
  places: PlaceFinder,
): Finding {
  const { start, end, subject, expected, actual } = problem;
  return {
    rule: rule.id,
    severity,
    start,
    end,
    quote: text.slice(start, end),
    ...places.find(start),
    subject,
    expected,
    actual,
    message: problem.message ?? `Unexpected ${actual}, expected ${expected}`,
    facts: [...(problem.facts ?? [])],
    related: (problem.related ?? []).map((range) => ({
      start: range.start,
      end: range.end,
      quote: text.slice(range.start, range.end),
    })),
  };
}

/** One finding per subject and place: of two rules that see one fault the first listed speaks. */
function withoutDoubles(findings: readonly Finding[], sentenceOf: (offset: number) => number): Finding[] {
  const kept: Finding[] = [];
  const byStart = [...findings].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const finding of byStart) {
    let same = -1;
    for (let i = kept.length - 1; i >= 0 && i > kept.length - 40; i -= 1) {
      const other = kept[i] as Finding;
      if (other.subject !== finding.subject || other.severity !== finding.severity) continue;
      const touching = other.start < finding.end && finding.start < other.end;
      if (touching || (other.rule === finding.rule && sentenceOf(other.start) === sentenceOf(finding.start)))
        same = i;
    }
    if (same < 0) kept.push(finding);
  }
  return kept;
}

/** Number of the sentence around an offset; outside of all sentences the negative offset, so that none are equal. */
function sentenceAt(reading: Reading, offset: number): number {
  let low = 0;
  let high = reading.sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = reading.sentences[middle] as Reading['sentences'][number];
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return middle;
  }
  return -1 - offset;
}
