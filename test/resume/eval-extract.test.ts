import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../evals/extract/layouts.ts';
import { f1, measure } from '../../evals/extract/measure.ts';
import { makeMethods } from '../../evals/extract/methods.ts';
import { readLines } from '../../src/input/resumes/plain-text.ts';
import { extractResume } from '../../src/resume/index.ts';
import { builtInCatalog } from '../../src/skills/index.ts';

const methods = makeMethods(builtInCatalog());
const find = (id: string, text: string) =>
  methods
    .find((method) => method.id === id)
    ?.find(text)
    .map(({ name }) => name);

describe('the methods of the measurement', () => {
  it.each([
    ['ours', ['Python']],
    ['whole word', ['Python', 'Go', 'Excel']],
    ['substring', expect.arrayContaining(['Python', 'Go', 'Excel', 'R'])],
  ])('%s', (id, expected) => {
    expect(find(id, 'Python is used. People go further and excel.')).toEqual(expected);
  });

  it('count what overlaps a label, and common words apart', () => {
    const text = 'Python or go';
    const method = {
      id: 'ours',
      find: () => [
        { name: 'Python', start: 0, end: 6 },
        { name: 'Go', start: 10, end: 12 },
      ],
    } as const;
    const labels = [
      { kind: 'knowledge', start: 0, end: 6 } as const,
      { kind: 'skill', start: 3, end: 5 } as const,
    ];
    expect(
      measure(
        [{ text, labels }],
        { ...method, find: () => [...method.find()] },
        (word) => word === 'go',
        'knowledge',
      ),
    ).toEqual({
      found: 2,
      right: 1,
      labels: 1,
      reached: 1,
      doubtful: 1,
      doubtfulRight: 0,
    });
  });

  it('join two shares by their harmonic mean', () => {
    expect(f1(0.5, 1)).toBeCloseTo(2 / 3);
    expect(f1(0, 0)).toBe(0);
  });
});

describe('the layouts of the measurement', () => {
  it.each(Object.keys(LAYOUTS))('%s loses nothing of a job', (name) => {
    const work = [{ name: 'Acme Ltd', position: 'Data Engineer', startDate: '2020-02', endDate: '2021-03' }];
    const text =
      LAYOUTS[name]?.({ basics: { name: 'Ada Example' }, work, skills: [{ name: 'Python' }] }) ?? '';
    const { resume } = extractResume({ file: 'cv.txt', lines: readLines(text) });
    expect(resume).toMatchObject({ basics: { name: 'Ada Example' }, work, skills: [{ name: 'Python' }] });
  });
});
