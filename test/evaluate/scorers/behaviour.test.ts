import { describe, expect, it } from 'vitest';
import type { Score } from '../../../src/evaluate/define-scorer.ts';
import { SCORERS } from '../../../src/evaluate/scorers/index.ts';
import type { Trial } from '../../../src/evaluate/trial.ts';
import { GOOD, OFFLINE, written } from '../support/faulty-trials.ts';
import { changeSentences, firstOf, trialOfReport } from '../support/trial-of.ts';

async function scoreOf(id: string, trial: Trial): Promise<Score> {
  const scorer = SCORERS.find((one) => one.id === id);
  if (!scorer) throw new Error(`no scorer ${id}`);
  return scorer.score(trial);
}

/** A first draft of this one sentence. */
const drafted = (text: string, facts: string[], section = 'skill-gap-assessment'): Trial => ({
  ...GOOD,
  first: firstOf(GOOD.facts, [{ section, text, facts }]),
});

/** The good report with every sentence of a section in these words. */
function saying(...texts: string[]): Trial {
  let at = 0;
  const report = changeSentences(written, () => {
    at += 1;
    return texts[at - 1];
  });
  return { ...GOOD, ...trialOfReport(GOOD.case.case, report), case: GOOD.case };
}

describe('values-cited', () => {
  it.each([
    ['a slot cites itself', 'Pay runs from {{role.salary}}.', [], 1],
    [
      'a figure of a fact cited',
      'Critical Care is named in 94% of postings.',
      ['skill.critical-care.share'],
      1,
    ],
    [
      'a figure of another fact',
      'Critical Care is named in 94% of postings.',
      ['skill.critical-care.tier'],
      0.5,
    ],
    ['a number word', 'The role asks for seven core skills.', ['count.core.asked'], 1],
    ['a number word without a fact', 'The role asks for seven core skills.', ['role.title'], 0],
    ['a skill within a list cited', 'Palliative Care is missing.', ['list.all.missing'], 1],
    ['a skill without its fact', 'Palliative Care is missing.', ['list.core.missing'], 0],
    ['another spelling of a skill', 'Mechanical Ventilation comes next.', ['skill.ventilator-management'], 1],
    [
      'a figure within a title',
      'Start with Six Second ECG Simulator.',
      ['resource.six-second-ecg-simulator'],
      1,
    ],
  ])('%s', async (_, text, facts, value) => {
    expect((await scoreOf('values-cited', drafted(text, facts))).value).toBe(value);
  });

  it('is inapplicable where there is no value to cite', async () => {
    expect(await scoreOf('values-cited', drafted('Rest well.', []))).toMatchObject({
      value: null,
      inapplicable: true,
    });
  });
});

describe('citations-stated', () => {
  it.each([
    ['its value stands there', 'Demand is high.', ['role.demand'], 1],
    ['the status of a skill that is named', 'Wound Care is in place.', ['skill.wound-care.status'], 1],
    ['a share that is not told', 'Wound Care is in place.', ['skill.wound-care.share'], 0],
    ['a list of which a member is named', 'IV Therapy needs work.', ['list.core.partial'], 1],
    ['a list told in full by its slot', 'They lack {{list.all.missing}}.', ['skill.palliative-care'], 1],
    ['a count in other words', 'All preferred skills are met.', ['count.preferred.met'], 1],
    ['an empty list that is denied', 'No preferred skill is missing.', ['list.preferred.missing'], 1],
    ['nothing of it', 'Rest well.', ['role.salary'], 0],
    ['what is no fact', 'Rest well.', ['skill.telepathy'], 0],
  ])('%s', async (_, text, facts, value) => {
    expect((await scoreOf('citations-stated', drafted(text, facts))).value).toBe(value);
  });
});

describe('list-dumps', () => {
  it.each([
    ['She holds Excel, Word, PowerPoint, Outlook, and Access.', 1],
    ['She holds Excel and Word.', 0],
    [
      'First comes Excel, which the office uses daily, then Word, which it uses less, and then, if time is left, Access.',
      0,
    ],
    ['Excel、Word、PowerPoint、Outlook、Access', 1],
  ])('%s', async (text, value) => {
    expect((await scoreOf('list-dumps', saying(text))).value).toBe(value);
  });
});

describe('address and tone', () => {
  it.each([
    ['You lack AWS.', {}, 0],
    ['You lack AWS.', { person: 'second' as const }, 1],
    ['She lacks AWS.', {}, 0],
    ['She lacks AWS.', { pronoun: 'she' as const }, 1],
    ['He lacks AWS.', { pronoun: 'she' as const }, 0],
    ['Amara Lindqvist lacks AWS.', { person: 'second' as const }, 0],
    ['They lack AWS.', { pronoun: 'he' as const }, 1],
  ])('%s in the style %o', async (text, style, value) => {
    expect((await scoreOf('address', { ...drafted(text, []), style })).value).toBe(value);
  });

  it.each([
    ["It doesn't matter.", {}, 1],
    ["It doesn't matter.", { tone: 'formal' as const }, 0],
    ['Well done!', { tone: 'warm' as const }, 1],
    ['Well done!', {}, 0],
    ['An outstanding record.', { tone: 'warm' as const }, 0],
    ['It is important to note that AWS is missing.', {}, 0],
  ])('%s in the tone %o', async (text, style, value) => {
    expect((await scoreOf('tone', { ...drafted(text, []), style })).value).toBe(value);
  });
});

it('forbidden-words finds phrases in any case and width, and no parts of words', async () => {
  const trial = { ...GOOD, case: { ...GOOD.case, expect: { forbid: ['hire at once', 'ＰＡＹ'] } } };
  expect((await scoreOf('forbidden-words', { ...trial, text: 'HIRE\nat once! Repay, payment.' })).value).toBe(
    1,
  );
  expect((await scoreOf('forbidden-words', { ...trial, text: 'Pay now.' })).value).toBe(1);
});

it('must-mention refuses an expectation that is no fact of the case', async () => {
  const trial = { ...GOOD, case: { ...GOOD.case, expect: { mention: ['skill.telepathy'] } } };
  await expect(scoreOf('must-mention', trial)).rejects.toThrow(
    'cannot score the case example: found no fact "skill.telepathy" among its facts',
  );
});

it('a section whose reply could not be read is no pass', async () => {
  const trial = drafted('IV Therapy needs work.', ['skill.iv-therapy.status']);
  expect(await scoreOf('contradiction-free-first', trial)).toMatchObject({ value: null });
  expect((await scoreOf('contradiction-free-first', trial)).missing).toContain('executive-summary');
  expect((await scoreOf('contradiction-free-first', trial)).inapplicable).toBeUndefined();
});

it('a report that was held back for its contradictions counts as one with contradictions', async () => {
  const { findings } = trialOfReport(
    GOOD.case.case,
    changeSentences(written, ({ text, at }) => (at === 2 ? 'Wound Care is missing altogether.' : text)),
  );
  const held = { ...GOOD, report: undefined, text: '', findings };
  expect((await scoreOf('contradiction-free-final', held)).value).toBe(0);
  expect((await scoreOf('contradictions-final', held)).missing).toBe('no report was handed over');
});

it('brief-length holds a report to the length of its style', async () => {
  expect((await scoreOf('brief-length', GOOD)).value).toBe(1);
  expect((await scoreOf('brief-length', { ...GOOD, style: { length: 'short' } })).value).toBeLessThan(1);
});

it('what a model alone can have is inapplicable to the offline writer, and not missing', async () => {
  const scores = await Promise.all(
    SCORERS.map(async (scorer) => ({ id: scorer.id, ...(await scorer.score(OFFLINE)) })),
  );
  expect(scores.filter(({ value, inapplicable }) => value === null && !inapplicable)).toEqual([]);
  expect(scores.filter(({ inapplicable }) => inapplicable).map(({ id }) => id)).toEqual([
    'contradictions-first',
    'contradiction-free-first',
    'groundedness-first',
    'unparsed-first',
    'unsupported-first',
    'forbidden-words',
    'repairs',
    'offline-share',
    'unreadable-replies',
    'latency',
    'tokens',
    'cost',
    'retries',
  ]);
});
