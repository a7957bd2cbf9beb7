import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, LEVELS, Progress, TIERS } from '../../schemas/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { readCase } from '../../src/input/index.ts';
import { computeProgress, renderProgressMarkdown } from '../../src/progress/index.ts';

const caseOf = async (
  held: Record<string, string>,
  asked: Record<string, [string, string?]>,
  { date = '2026-03-01', title = 'Ward Clerk' } = {},
): Promise<Case> => {
  const { case: theCase } = await readCase({
    resume: {
      basics: { name: 'A' },
      work: [{ name: 'St. Anne', position: 'Clerk', startDate: '2024-03' }],
      skills: Object.entries(held).map(([name, level]) => ({ name, level })),
    },
    role: {
      title,
      skills: Object.entries(asked).map(([name, [tier, level]]) => ({ name, tier, level })),
    },
    date,
  });
  return theCase;
};
const sheetOf = async (...parts: Parameters<typeof caseOf>) => computeFacts(await caseOf(...parts));

const asked = {
  Excel: ['core', 'Advanced'],
  Scheduling: ['core', 'Advanced'],
  Filing: ['core'],
  Typing: ['preferred', 'Expert'],
  Telephony: ['preferred', 'Beginner'],
} satisfies Record<string, [string, string?]>;

describe('computeProgress', () => {
  it('says of each skill what became of it', async () => {
    const before = await sheetOf(
      { Excel: 'Beginner', Scheduling: 'Beginner', Typing: 'Advanced', Telephony: 'Expert' },
      asked,
    );
    const { Telephony: _, ...others } = asked;
    const after = await sheetOf(
      { Excel: 'Advanced', Scheduling: 'Intermediate', Telephony: 'Expert' },
      { ...others, Archiving: ['emerging'] },
      { date: '2026-11-01' },
    );
    const progress = computeProgress(before, after);
    expect(Progress.safeParse(progress).error).toBeUndefined();
    expect(progress.skills.map(({ name, change }) => `${name}: ${change}`)).toEqual([
      'Excel: closed',
      'Scheduling: nearer',
      'Typing: farther',
      'Archiving: asked',
      'Telephony: dropped',
      'Filing: unchanged',
    ]);
    expect(progress.section.title).toBe('Progress since March 2026');
    expect(progress.section.sentences.map(({ text }) => text)).toEqual([
      'One gap was closed between 1 March 2026 and 1 November 2026: Excel.',
      'Scheduling came nearer to the level asked for.',
      'Farther from the level asked for than before: Typing.',
      'The role has come to ask for Archiving.',
      'It no longer asks for Telephony.',
      'Coverage of the core skills rose from 33% to 50%.',
      'Coverage of all skills fell from 50% to 30%.',
      expect.stringMatching(
        /^The plan ahead is now [\d,]+ hours of study over \d+ weeks, against [\d,]+ hours over \d+ weeks then\.$/,
      ),
      'Experience grew from two years to two years and eight months.',
    ]);
    expect(renderProgressMarkdown(progress)).toContain('closed');
  });

  it('refuses the older report as the second, and warns of another role', async () => {
    const before = await sheetOf({}, asked, { date: '2026-11-01' });
    const after = await sheetOf({}, asked);
    expect(() => computeProgress(before, after)).toThrow(
      'cannot compare the reports: found the second of 2026-03-01 and the first of 2026-11-01, expected the older one first',
    );
    const other = await sheetOf({}, asked, { date: '2026-11-01', title: 'Archivist' });
    expect(computeProgress(after, other).section.sentences[0]?.text).toBe(
      'The two reports are about different roles, Ward Clerk and Archivist, so that a change may be one of the role.',
    );
  });

  const skills = ['Excel', 'Scheduling', 'Filing', 'Typing', 'Telephony'];
  const held = fc.dictionary(fc.constantFrom(...skills), fc.constantFrom(...LEVELS));
  const role = fc.dictionary(
    fc.constantFrom(...skills),
    fc.tuple(fc.constantFrom(...TIERS), fc.option(fc.constantFrom(...LEVELS), { nil: undefined })),
    { minKeys: 1 },
  ) as fc.Arbitrary<Record<string, [string, string?]>>;

  it('finds nothing in the same facts, the opposite the other way round, and states no figure but by a slot', async () => {
    const opposite: Record<string, string> = {
      closed: 'opened',
      opened: 'closed',
      nearer: 'farther',
      farther: 'nearer',
      asked: 'dropped',
      dropped: 'asked',
      unchanged: 'unchanged',
    };
    await fc.assert(
      fc.asyncProperty(held, held, role, role, async (heldThen, heldNow, then, now) => {
        const [before, after] = [await sheetOf(heldThen, then), await sheetOf(heldNow, now)];
        expect(new Set(computeProgress(before, before).skills.map(({ change }) => change))).toEqual(
          new Set(['unchanged']),
        );
        const forth = computeProgress(before, after);
        const back = new Map(computeProgress(after, before).skills.map(({ id, change }) => [id, change]));
        for (const { id, change } of forth.skills) expect(back.get(id)).toBe(opposite[change]);
        for (const { template, text } of forth.section.sentences) {
          expect(template.replace(/\{\{[^}]+\}\}/g, '')).not.toMatch(/\d/);
          expect(text).not.toContain('{{');
        }
      }),
      { numRuns: 60 },
    );
  });
});
