import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../schemas/index.ts';
import { compareReports, fitsPattern, RELATIONS } from '../../../src/evaluate/metamorphic/index.ts';
import { readEvalCases } from '../../../src/evaluate/read-eval-cases.ts';
import { renderReport, writeReport } from '../../../src/index.ts';
import { CASES } from '../support/shipped-cases.ts';

const { cases } = await readEvalCases(CASES);
// Any case will do for a property; the full square of cases and changes is the suite `metamorphic`.
const usable = cases.filter(({ tags }) => !tags.includes('huge'));
const write = (theCase: Case) => writeReport(theCase).report;

describe.each(RELATIONS.map((relation) => [relation.id, relation] as const))('%s', (id, relation) => {
  it('says what it changes', () => {
    expect(relation.description).toMatch(/\.$/u);
    expect(id).toMatch(/^[a-z-]+$/u);
  });

  it('changes exactly what depends on it', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...usable), async ({ case: theCase }) => {
        const before = await write(theCase);
        const changed = relation.change(theCase, before.facts);
        fc.pre(changed !== undefined);
        // A report that the checker holds back is the checker's concern; `cases.test.ts` names them.
        const after = await write(changed as Case).catch(() => undefined);
        fc.pre(after !== undefined);
        tried += 1;
        const compared = compareReports(before, after as typeof before, relation);
        const allowed = relation.mayChange(before.facts);
        expect([...compared.changed].filter((one) => !allowed.some((p) => fitsPattern(one, p)))).toEqual([]);
        expect(compared.strays).toEqual([]);
        if (relation.mustShow && compared.cited) expect(compared.shown).toBe(true);
      }),
      { numRuns: 2 },
    );
    expect(tried).toBeGreaterThan(0);
  });
});

it('knows no order of what is listed in the inputs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...usable),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (one, keys) => {
        const shuffle = <T>(list: readonly T[] = []): T[] =>
          list
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const { resume, role, ...rest } = one.case;
        const shuffled = {
          ...rest,
          resume: { ...resume, skills: shuffle(resume.skills), certificates: shuffle(resume.certificates) },
          role: { ...role, skills: shuffle(role.skills) },
        };
        const [before, after] = [await write(one.case), await write(shuffled)];
        expect(renderReport(after, 'md')).toBe(renderReport(before, 'md'));
      },
    ),
    { numRuns: 4 },
  );
});

it('puts another name in the place of the name, and nothing else', async () => {
  const relation = RELATIONS.find(({ id }) => id === 'another-name');
  const theCase = usable.find(({ id }) => id === 'nurse-surgical-to-icu')?.case as Case;
  const before = await write(theCase);
  const after = await write(relation?.change(theCase, before.facts) as Case);
  const names = [after, before].map(({ facts }) => facts.candidate.name as string) as [string, string];
  expect(renderReport(after, 'md').replaceAll(...names)).toBe(renderReport(before, 'md'));
});
