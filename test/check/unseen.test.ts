import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { UNSEEN } from './unseen/index.ts';
import { MUTATIONS, NOT_YET } from './unseen/mutations.ts';

// Formatters pad tables; the faults are written without padding.
function squeeze(text: string): string {
  return text.replace(/(?<=\S) {2,}/g, ' ');
}

const sheets = new Map(UNSEEN.map((unseen) => [unseen.name, computeFacts(Case.parse(unseen.case))]));
const sheetOf = (name: string) => sheets.get(name.split('-')[0] as string);
const folder = fileURLToPath(new URL('./unseen/reports/', import.meta.url));
const reports = new Map(
  readdirSync(folder).map((file) => [
    file.replace(/\.md$/, ''),
    squeeze(readFileSync(folder + file, 'utf8')),
  ]),
);

const errorsIn = (text: string, name: string) =>
  checkReport(text, sheetOf(name)).findings.filter((finding) => finding.severity === 'error');

const sameSubject = (a: string, b: string) =>
  a.toLowerCase().includes(b.toLowerCase()) || b.toLowerCase().includes(a.toLowerCase());

for (const unseen of UNSEEN) {
  describe(`${unseen.name}: true sentences`, () => {
    it.each(unseen.right)('%s', (text) => {
      const errors = errorsIn(text, unseen.name);
      expect(errors.map(({ rule, message, quote }) => `${rule}: ${message} <- ${quote}`)).toEqual([]);
    });
  });
  describe(`${unseen.name}: false sentences`, () => {
    it.each(unseen.wrong)('%s', (text, subject) => {
      const subjects = errorsIn(text, unseen.name).map((finding) => finding.subject);
      expect(
        subjects.some((one) => sameSubject(one, subject)),
        subjects.join(', '),
      ).toBe(true);
    });
  });
}

describe('whole reports that are true', () => {
  it.each([...reports.keys()])('%s', (name) => {
    const errors = errorsIn(reports.get(name) as string, name);
    expect(errors.map(({ rule, message, quote }) => `${rule}: ${message} <- ${quote}`)).toEqual([]);
  });
});

describe('whole reports that agree with themselves', () => {
  it.each([...reports.keys()])('%s', (name) => {
    const errors = checkReport(reports.get(name) as string).findings.filter(
      (one) => one.severity === 'error',
    );
    expect(errors.map(({ rule, message, quote }) => `${rule}: ${message} <- ${quote}`)).toEqual([]);
  });
});

function checkFault([name, from, to, subject]: (typeof MUTATIONS)[number]): void {
  const text = reports.get(name) as string;
  const at = text.indexOf(from);
  expect(at, 'the text to replace').toBeGreaterThanOrEqual(0);
  const errors = errorsIn(text.slice(0, at) + to + text.slice(at + from.length), name);
  const inside = errors.filter((finding) => finding.start < at + to.length && finding.end > at);
  expect(
    inside.some((finding) => sameSubject(finding.subject, subject)),
    JSON.stringify(errors),
  ).toBe(true);
  expect(errors.filter((finding) => !inside.includes(finding))).toEqual([]);
}

describe('one fault in a whole report', () => {
  it.each(MUTATIONS)('%s: %s → %s', (...fault) => checkFault(fault));
  for (const fault of NOT_YET) it.fails(`not yet: ${fault[2]}`, () => checkFault(fault));
});
