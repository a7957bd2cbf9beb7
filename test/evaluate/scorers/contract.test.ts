import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Score, Scorer } from '../../../src/evaluate/define-scorer.ts';
import { SCORERS } from '../../../src/evaluate/scorers/index.ts';
import {
  changeSentences,
  EMPTY,
  FAULTY,
  GOOD,
  NONE,
  OFFLINE,
  theCase,
  trialOfReport,
  written,
} from '../support/faulty-trials.ts';

function expectSound({ kind }: Scorer, score: Score): void {
  if (score.value === null) {
    expect(score.missing).toMatch(/\S/u);
    return;
  }
  expect(Number.isFinite(score.value)).toBe(true);
  expect(score.value).toBeGreaterThanOrEqual(0);
  if (kind !== 'amount') expect(score.value).toBeLessThanOrEqual(1);
  if (kind === 'binary') expect([0, 1]).toContain(score.value);
}

it('has no two scorers of one id', () => {
  expect(new Set(SCORERS.map(({ id }) => id)).size).toBe(SCORERS.length);
});

describe.each(SCORERS.map((scorer) => [scorer.id, scorer] as const))('%s', (id, scorer) => {
  it('says what it is', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    expect(scorer.description).toMatch(/^[A-Z].*\.$/u);
    expect(scorer.margin).toBeGreaterThan(0);
    expect(scorer.unit !== undefined).toBe(scorer.kind === 'amount');
  });

  it('gives a good trial a value within its range', async () => {
    const score = await scorer.score(GOOD);
    expect(score.value).not.toBeNull();
    expectSound(scorer, score);
  });

  it('moves the right way when a fault is set, and says what it rests on', async () => {
    const faulty = FAULTY[id];
    if (!faulty) throw new Error(`no trial with a fault for ${id}: add one to faulty-trials.ts`);
    const [good, bad] = [await scorer.score(GOOD), await scorer.score(faulty)];
    expectSound(scorer, bad);
    const worse = (bad.value as number) - (good.value as number);
    expect(scorer.better === 'lower' ? worse : -worse).toBeGreaterThan(0);
    expect(bad.evidence?.length).toBeGreaterThan(0);
    expect(bad.evidence?.length).toBeLessThanOrEqual(10);
  });

  it.each([
    ['an offline report', OFFLINE],
    ['an empty report', EMPTY],
    ['no report', NONE],
  ])('gives %s a sound value, or a reason for none', async (_, trial) => {
    expectSound(scorer, await scorer.score(trial));
  });

  it('gives the same value for the same trial', async () => {
    expect(scorer.deterministic).toBe(true);
    expect(await scorer.score(FAULTY[id] ?? GOOD)).toEqual(await scorer.score(FAULTY[id] ?? GOOD));
  });
});

it('never passes what is not there: without a report and a draft no scorer of text has a value', async () => {
  const values = await Promise.all(
    SCORERS.map(async (scorer) => [scorer.id, (await scorer.score(NONE)).value]),
  );
  expect(values.filter(([, value]) => value !== null).map(([id]) => id)).toEqual([
    'unreadable-replies',
    'latency',
    'tokens',
    'cost',
    'retries',
  ]);
});

it('stays sound whatever sentences say', async () => {
  const odd = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      '',
      '.',
      ',,,,,',
      '日本語、日本語、日本語',
      '{{role.salary}} {{nothing}}',
      '1,2,3',
      'İİİ I',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(odd, { minLength: 1, maxLength: 6 }), async (texts) => {
      const report = changeSentences(written, ({ at }) => texts[at % (texts.length + 1)]);
      const sentences = texts.map((text) => ({
        section: 'candidate-profile',
        template: text,
        text,
        facts: ['role.salary'],
      }));
      const trial = {
        ...trialOfReport(theCase, report),
        first: { sentences, text: texts.join('\n\n'), findings: [] },
      };
      for (const scorer of SCORERS) expectSound(scorer, await scorer.score(trial));
    }),
    { numRuns: 15 },
  );
});
