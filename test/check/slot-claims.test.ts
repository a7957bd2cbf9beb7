import { describe, expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { SLOT_CASES } from './support/slot-cases.ts';
import { MORE_SLOT_CASES } from './support/slot-cases-2.ts';

for (const { name, case: input, right, wrong } of [...SLOT_CASES, ...MORE_SLOT_CASES]) {
  const sheet = computeFacts(Case.parse(input));
  const errorsIn = (text: string) =>
    checkReport(text, sheet).findings.filter((finding) => finding.severity === 'error');

  describe(`${name}: true sentences`, () => {
    it.each(right)('%s', (text) => {
      expect(errorsIn(text).map(({ rule, message, quote }) => `${rule}: ${message} <- ${quote}`)).toEqual([]);
    });
  });

  describe(`${name}: false sentences`, () => {
    it.each(wrong)('%s', (text, subject) => {
      const subjects = errorsIn(text).map((finding) => finding.subject.toLowerCase());
      expect(
        subjects.some((one) => one.includes(subject.toLowerCase())),
        subjects.join(', '),
      ).toBe(true);
    });
  });
}
