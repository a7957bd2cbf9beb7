import type { FactSheet } from '../../schemas/fact-sheet.ts';
import type { CheckResult, Finding, Severity } from '../../schemas/finding.ts';
import { wordsOf } from '../language/index.ts';
import { readReport } from './claims/read-report.ts';
import { readDirectives } from './directives.ts';
import { builtInLexicon } from './facts/built-in-lexicon.ts';
import { indexFacts } from './facts/index-facts.ts';
import { PlaceFinder } from './place.ts';
import { readDocument } from './read/read-document.ts';
import { readsLanguage } from './reads-language.ts';
import { RULES } from './rules/index.ts';
import { summarize } from './summarize.ts';
import type { CheckOptions, Problem, Rule } from './types.ts';

/**
 * Checks a report against the facts or, with none, against itself. Pure and synchronous. Of a text in a language that
 * the checker does not read (all but English) only figures and names are held against the facts; the rest of its
 * sentences counts as not understood.
 * @returns findings in the order of their places, with UTF-16 offsets into `text`, and counts of what was understood
 */
export function checkReport(text: string, facts?: FactSheet, options: CheckOptions = {}): CheckResult {
  const { format = 'markdown', rules = {}, lexicon = builtInLexicon() } = options;
  const words = wordsOf({ language: options.language ?? facts?.language });
  const document = readDocument(text, format);
  const index = indexFacts(facts, lexicon);
  const reading = readReport(document, index);
  const disabled = readDirectives(document);
  const places = new PlaceFinder(text);
  const findings: Finding[] = [];
  for (const rule of RULES) {
    if (!readsLanguage(rule, words)) continue;
    const set = rules[rule.id];
    if (set === 'off' || (set === undefined && rule.optIn)) continue;
    rule.check({
      reading,
      facts: index,
      sheet: facts,
      words,
      report: (problem) => {
        if (problem.end <= problem.start || disabled(rule.id, problem.start)) return;
        findings.push(toFinding(rule, problem, set ?? problem.severity ?? rule.severity, text, places));
      },
    });
  }
  const unique = withoutDoubles(findings);
  return { findings: unique, summary: summarize(reading, unique, words) };
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
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const byStart = [...findings].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const finding of byStart) {
    let same = -1;
    for (let i = kept.length - 1; i >= 0 && i > kept.length - 40; i -= 1) {
      const other = kept[i] as Finding;
      if (other.subject !== finding.subject || other.severity !== finding.severity) continue;
      const touching = other.start < finding.end && finding.start < other.end;
      if (touching) same = i;
    }
    if (same < 0) kept.push(finding);
  }
  return kept;
}
