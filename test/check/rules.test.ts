import { describe, expect, it } from 'vitest';
import { checkReport, RULES } from '../../src/check/index.ts';
import { EXAMPLE_FACTS } from './support/example-facts.ts';

const findingsOf = (rule: (typeof RULES)[number], text: string) => {
  const facts = rule.selfCheck ? undefined : EXAMPLE_FACTS;
  return checkReport(text, facts, {
    ...(rule.languages === 'other' && { language: 'de' }),
    ...(rule.optIn && { rules: { [rule.id]: rule.severity } }),
  }).findings;
};

describe('the rules', () => {
  it('have ids of their own, a description, and examples of both kinds', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
    for (const rule of RULES) {
      expect(rule.description, rule.id).toMatch(/^[A-Z].*\.$/);
      expect(rule.good.length, rule.id).toBeGreaterThan(0);
      expect(rule.bad.length, rule.id).toBeGreaterThan(0);
    }
  });

  for (const rule of RULES) {
    describe(rule.id, () => {
      for (const example of rule.good) {
        it(`leaves alone: ${JSON.stringify(example.text)}`, () => {
          const findings = findingsOf(rule, example.text).filter(
            (finding) => finding.rule === rule.id || finding.severity === 'error',
          );
          expect(findings.map((finding) => `${finding.rule}: ${finding.message}`)).toEqual([]);
        });
      }
      for (const example of rule.bad) {
        it(`finds: ${JSON.stringify(example.text)}`, () => {
          const findings = findingsOf(rule, example.text);
          const own = findings.filter((finding) => finding.rule === rule.id);
          const at = example.text.indexOf(example.at ?? example.text);
          const end = at + (example.at ?? example.text).length;
          expect(
            own.some((finding) => finding.start < end && at < finding.end),
            JSON.stringify(findings),
          ).toBe(true);
          for (const finding of findings)
            expect(finding.quote).toBe(example.text.slice(finding.start, finding.end));
        });
      }
    });
  }
});
