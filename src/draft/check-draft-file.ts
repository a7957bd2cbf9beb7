import type { CheckResult, Draft, FactSheet, Finding } from '../../schemas/index.ts';
import type { Section } from '../sections/index.ts';
import { checkSection, type WorkingSentence } from './check-section.ts';
import { groundOf } from './draft-section.ts';

/**
 * Checks the draft of one section as a model returns it. Findings lie on the sentence's `text` in the JSON source:
 * the place of the whole string, since slots and filled values have no common offsets.
 */
export function checkDraftFile(
  draft: Draft,
  source: string,
  section: Section,
  facts: FactSheet,
): CheckResult {
  const ground = groundOf(section, facts);
  const paragraphs = draft.paragraphs.map(({ sentences }) =>
    sentences.map(
      ({ text, facts: ids }): WorkingSentence => ({
        template: text,
        facts: ids,
        provenance: 'model',
        history: [],
      }),
    ),
  );
  const { findings, missing } = checkSection(ground, paragraphs);
  const placed: Finding[] = [];
  let from = 0;
  for (const [p, sentences] of paragraphs.entries()) {
    for (const [s, { template }] of sentences.entries()) {
      const place = placeOf(template, source, from);
      from = place.end;
      for (const finding of findings[p]?.[s] ?? []) placed.push({ ...finding, ...place, related: [] });
    }
  }
  for (const { what, any } of missing) {
    placed.push({
      rule: 'must-mention',
      severity: 'error',
      ...placeAt(source, source.length, source.length),
      subject: what,
      expected: what,
      actual: 'nothing said of it',
      message: `Unexpected silence about ${what}, expected a sentence that cites ${any.join(' or ')}`,
      facts: [...any],
      related: [],
    });
  }
  const count = paragraphs.flat().length;
  const wrong = findings.flat().filter((list) => list.length > 0).length;
  return {
    findings: placed,
    summary: {
      errors: placed.length,
      warnings: 0,
      sentences: count,
      claims: count,
      supported: count - wrong,
      contradicted: wrong,
      unsupported: 0,
      unparsed: 0,
    },
  };
}

function placeOf(
  template: string,
  source: string,
  from: number,
): Pick<Finding, 'start' | 'end' | 'quote' | 'line' | 'column'> {
  const written = JSON.stringify(template).slice(1, -1);
  const start = source.indexOf(written, from);
  return start < 0 ? placeAt(source, from, from) : placeAt(source, start, start + written.length);
}

function placeAt(
  source: string,
  start: number,
  end: number,
): Pick<Finding, 'start' | 'end' | 'quote' | 'line' | 'column'> {
  const before = source.slice(0, start).split('\n');
  return {
    start,
    end,
    quote: source.slice(start, end),
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}
