import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATA, hasData, type Occupation, readOccupations } from '../../evals/market/occupations.ts';
import { type NamedResume, readSampleResumes, tryOccupation } from '../../evals/market/try-occupation.ts';

// The whole run is `npm run eval:market`; this is each four-hundredth occupation, and some that are special.
const SPECIAL = ['15-1252.00', '29-1141.00', '55-1011.00', '2221.1', '2512.4'];

describe.skipIf(!hasData() || !existsSync(`${DATA}resumes`))('real occupations (needs ../shared)', () => {
  let occupations: Occupation[] = [];
  let resumes: NamedResume[] = [];
  beforeAll(async () => {
    [occupations, resumes] = [await readOccupations(), await readSampleResumes()];
  }, 60_000);

  it('are all there', () => {
    const count = (source: string) => occupations.filter((one) => one.source === source).length;
    expect([count('O*NET'), count('ESCO')]).toEqual([1016, 3007]);
  });

  it('make valid profiles, and reports without errors', async () => {
    const chosen = occupations.filter(({ code }, at) => at % 400 === 0 || SPECIAL.includes(code));
    expect(chosen.length).toBeGreaterThan(14);
    for (const occupation of chosen) {
      const { title, invalid, outcomes } = await tryOccupation(occupation, resumes.slice(0, 2));
      expect([title, invalid, outcomes.flatMap(({ errors }) => errors)]).toEqual([title, undefined, []]);
      expect(outcomes.every(({ sentences }) => sentences > 10)).toBe(true);
    }
  });
});
