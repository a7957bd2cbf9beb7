import { describe, expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { FRESH, NOT_YET } from './fresh/index.ts';

for (const fresh of FRESH) {
  const sheet = computeFacts(Case.parse(fresh.case));
  const errorsIn = (text: string) =>
    checkReport(text, sheet).findings.filter((finding) => finding.severity === 'error');

  describe(`${fresh.name}: true sentences`, () => {
    const check = (text: string) =>
      expect(errorsIn(text).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    it.each(fresh.right.filter((text) => !NOT_YET.has(text)))('%s', check);
    for (const text of fresh.right.filter((one) => NOT_YET.has(one)))
      it.fails(`not yet: ${text}`, () => check(text));
  });

  describe(`${fresh.name}: false sentences`, () => {
    const check = (text: string, subject: string) =>
      expect(errorsIn(text).map((finding) => finding.subject.toLowerCase())).toContainEqual(
        expect.stringContaining(subject.toLowerCase()),
      );
    it.each(fresh.wrong.filter(([text]) => !NOT_YET.has(text)))('%s', check);
    for (const [text, subject] of fresh.wrong.filter(([one]) => NOT_YET.has(one)))
      it.fails(`not yet: ${text}`, () => check(text, subject));
  });
}
