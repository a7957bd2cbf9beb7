import { expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';

/** Met: Baking, Hygiene. Partial: Pastry. Missing: Chocolate Work, Sugar Work. */
const sheet = computeFacts(
  Case.parse({
    resume: {
      basics: { name: 'Noor Ahmadi' },
      work: [{ name: 'Linde', position: 'Baker', startDate: '2022-11' }],
      skills: [
        { name: 'Baking', level: 'Advanced' },
        { name: 'Hygiene', level: 'Advanced' },
        { name: 'Pastry', level: 'Beginner' },
      ],
    },
    role: {
      title: 'Head Pastry Chef',
      market: { demand: 'high', growthAreas: ['vegan desserts', 'sugar-free baking'] },
      skills: [
        { name: 'Baking', tier: 'core', level: 'Advanced' },
        { name: 'Pastry', tier: 'core', level: 'Advanced' },
        { name: 'Hygiene', tier: 'preferred', level: 'Intermediate' },
        { name: 'Chocolate Work', tier: 'preferred', level: 'Beginner' },
        { name: 'Sugar Work', tier: 'emerging', level: 'Beginner' },
      ],
    },
    date: '2026-11-24',
  }),
);
const found = (text: string) =>
  checkReport(text, sheet)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, subject }) => `${rule} ${subject}`);

it.each([
  ['a level and what is wanted', '### Half done\n\n- **Pastry** – Beginner, wanted Advanced.'],
  ['skills in the market', 'The core skills in the market are Baking and Pastry.'],
  ['skills on the list', 'The preferred skills on the list are Hygiene and Chocolate Work.'],
  ['the age of a thing', 'Baking is asked for in spite of its age.'],
  ['colours of a label', '**Amber – deepen**\n\n- Pastry: one step'],
  ['what is to come', 'The Sugar Work you will learn helps.'],
  ['a tier with one exception', 'The preferred tier is missing, but for Hygiene.'],
  ['weekdays and free weekends', 'Study two hours on every weekday, weekends free.\n\nStudy on weekdays.'],
  ['one start', '## Roadmap\n\nStart in January.\n\nYou will not begin before January.'],
  [
    'what a plan comes to',
    '## Roadmap\n\nAfter the course Sugar Work is a strength. By week 9 Chocolate Work is one, too.',
  ],
  ['what a plan makes of a skill', '## Roadmap\n\nThen Sugar Work is a strength of hers.'],
  ['a start that is only supposed', '## Roadmap\n\nStart in January. If you start in March, it ends in May.'],
])('%s raises nothing', (_, text) => expect(found(text)).toEqual([]));

it.each([
  ['### Half done\n\n- **Baking** – Advanced', 'skill-polarity Baking'],
  ['## Roadmap\n\nSugar Work is a strength.', 'skill-polarity Sugar Work'],
  ['## Roadmap\n\nBaking is missing altogether.', 'skill-polarity Baking'],
  ['**Green – no action**\n\n- Sugar Work', 'skill-polarity Sugar Work'],
  ['### Sharpen\n\n- Chocolate Work – one step', 'skill-polarity Chocolate Work'],
  ['### Build from zero\n\n- Baking', 'skill-polarity Baking'],
  ['Hygiene belongs to the must-haves too.', 'tier Hygiene'],
  ['Baking and Chocolate Work complete the preferred tier.', 'tier Baking'],
  ['Hygiene belongs to the must-haves, and if that sounds odd, it is.', 'tier Hygiene'],
  ['The preferred tier is missing altogether.', 'quantifier Hygiene'],
  ['The Sugar Work you picked up at Linde helps.', 'skill-polarity Sugar Work'],
  ['That she has worked with Sugar Work will be of help.', 'skill-polarity Sugar Work'],
  ['Pastry is not yet part of her repertoire.', 'skill-polarity Pastry'],
  ['Baking and Sugar Work may be ticked off without further ado.', 'skill-polarity Sugar Work'],
  ['Pastry: to be started from nothing', 'skill-polarity Pastry'],
  ['The two met requirements are Baking and Sugar Work.', 'skill-polarity Sugar Work'],
  [
    '| Measure | Value |\n|---|---|\n| Growth areas | vegan desserts, Sugar Work |',
    'growth-area growthAreas',
  ],
  [
    '## Roadmap\n\nStart in January.\n\nYou will not be starting before March.',
    'contradiction start of the plan',
  ],
  [
    'Study time: Saturdays and Sundays only.\n\nRhythm: two hours on every weekday, weekends free.',
    'contradiction days of study',
  ],
])('%s', (text, finding) => expect(found(text)).toContain(finding));
