import { expect, it } from 'vitest';
import { compareReports, fitsPattern } from '../../../src/evaluate/metamorphic/index.ts';
import { changeSentences, written } from '../support/faulty-trials.ts';

const withPay = (display: string) => ({
  ...written,
  facts: {
    ...written.facts,
    facts: written.facts.facts.map((fact) => (fact.id === 'role.salary' ? { ...fact, display } : fact)),
  },
});

it('finds no difference between a report and itself', () => {
  const { changed, strays, independent } = compareReports(written, written);
  expect([changed.size, strays]).toEqual([0, []]);
  expect(independent).toBeGreaterThan(40);
});

it('finds a sentence that changes without a reason, and one that is gone', () => {
  const reworded = changeSentences(written, ({ text, at }) =>
    at === 2 ? 'All preferred skills are met.' : text,
  );
  expect(compareReports(written, reworded).strays.map(({ side }) => side)).toEqual(['before', 'after']);
  const shorter = changeSentences(written, ({ text, at }) => (at === 2 ? undefined : text));
  expect(compareReports(written, shorter).strays.map(({ side }) => side)).toEqual(['before']);
});

it('lets sentences change that cite what changed, and notes when none does', () => {
  const other = changeSentences(withPay('$40 to $60 per hour'), ({ text }) =>
    text.replace('$36 to $58', '$40 to $60'),
  );
  const compared = compareReports(written, other);
  expect([...compared.changed]).toEqual(['role.salary']);
  expect(compared).toMatchObject({ strays: [], cited: true, shown: true });
  expect(compareReports(written, withPay('$40 to $60 per hour'))).toMatchObject({
    cited: true,
    shown: false,
  });
});

it('does not look into sections that cite what changed where only sections are kept', () => {
  const changed = changeSentences(withPay('$1'), ({ text, section }) =>
    section === 'executive-summary' ? `So ${text}` : text,
  );
  expect(compareReports(written, changed).strays.length).toBeGreaterThan(0);
  expect(compareReports(written, changed, { keeps: 'sections' }).strays).toEqual([]);
});

it.each([
  ['skill.a.rank', 'skill.*.rank', true],
  ['skill.a.level.held', 'skill.a.**', true],
  ['skill.a', 'skill.a.**', true],
  ['skill.ab', 'skill.a.**', false],
  ['skill.a.rank', 'skill.*', false],
  ['role.salary.min', 'role.salary', false],
])('%s fits %s: %s', (id, pattern, fits) => {
  expect(fitsPattern(id, pattern)).toBe(fits);
});
