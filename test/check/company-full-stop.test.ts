import { describe, expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { writeReport } from '../../src/write-report.ts';

const caseAt = (employer: string) =>
  Case.parse({
    resume: {
      basics: { name: 'Ines Roth' },
      work: [
        { name: 'Harbour Hall', position: 'Electrician', startDate: '2015-01' },
        { name: employer, position: 'Apprentice', startDate: '2011-09', endDate: '2014-12' },
      ],
      skills: [{ name: 'Python' }],
    },
    role: { title: 'Data Engineer', experience: { years: 3 }, skills: [{ name: 'Python', tier: 'core' }] },
    date: '2026-11-24',
  });

/** The full stop of a company's name can end the sentence as well. */
describe.each(['Heartland Power Co.', 'Acme Inc.', 'Northwind Ltd.', 'Nord S.A.'])('%s', (employer) => {
  it('ends the sentence that it is the last word of', () => {
    const sheet = computeFacts(caseAt(employer));
    const found = (text: string) => checkReport(text, sheet).findings.map(({ message }) => message);
    expect(
      found(`They worked at ${employer} In all, their dated work adds up to 15 years and three months.`),
    ).toEqual([]);
    expect(found(`They worked at ${employer} The role asks for eight years of experience.`)).toEqual([
      expect.stringContaining('expected 3 years'),
    ]);
  });

  it('leaves a report that can be handed over', async () => {
    const report = await writeReport(caseAt(employer)).report;
    expect(report.check.summary.errors).toBe(0);
  });
});
