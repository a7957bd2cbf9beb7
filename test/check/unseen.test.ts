import { describe, expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { UNSEEN } from './unseen/index.ts';

for (const unseen of UNSEEN) {
  const facts = computeFacts(Case.parse(unseen.case));
  const errorsIn = (text: string) =>
    checkReport(text, facts).findings.filter((finding) => finding.severity === 'error');
  describe(`${unseen.name}: true sentences`, () => {
    it.each(unseen.right)('%s', (text) => {
      expect(
        errorsIn(text).map(
          (finding) => `${finding.rule} ${finding.subject}: ${finding.message} <- ${finding.quote}`,
        ),
      ).toEqual([]);
    });
  });
  describe(`${unseen.name}: false sentences`, () => {
    it.each(unseen.wrong)('%s', (text, subject) => {
      expect(
        errorsIn(text)
          .map((finding) => finding.subject.toLowerCase())
          .some((one) => one.includes(subject.toLowerCase()) || subject.toLowerCase().includes(one)),
      ).toBe(true);
    });
  });
}
