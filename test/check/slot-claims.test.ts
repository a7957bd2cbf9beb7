import { describe, expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { bookkeeper } from './slots/bookkeeper.ts';
import { chef } from './slots/chef.ts';
import { dispatcher } from './slots/dispatcher.ts';
import { nurse } from './slots/nurse.ts';

/** People with a role, and sentences on their figures and attributes: true ones, and false ones with their subject. */
const PEOPLE = [bookkeeper, chef, dispatcher, nurse];

for (const { name, case: input, right, wrong } of PEOPLE) {
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
