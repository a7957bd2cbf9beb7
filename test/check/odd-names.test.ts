import { describe, expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';

const found = (text: string, role: object) => {
  const theCase = Case.parse({
    resume: { basics: { name: 'Noor Ahmadi' }, skills: [{ name: 'Excel' }] },
    role: { title: 'Florb Lead', skills: [{ name: 'Excel', tier: 'core' }], ...role },
    date: '2026-11-24',
  });
  return checkReport(text, computeFacts(theCase))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, quote }) => `${rule} ${quote}`);
};

describe('growth areas named by a letter or with a sign', () => {
  it.each(['C', 'C#', 'C++', 'F#', 'R', 'X++'])('%s', (name) => {
    const role = { market: { growthAreas: ['Test Automation', name] } };
    expect(found(`## Market\n\nThe growth areas named are Test Automation and ${name}.`, role)).toEqual([]);
  });

  it('tells C from C# and C++', () => {
    const role = { market: { growthAreas: ['Test Automation', 'C#'] } };
    expect(found('## Market\n\nThe growth areas named are Test Automation and C++.', role)).toEqual([
      'growth-area C++',
    ]);
  });
});

describe('a skill with a hyphen between spaces, in a table', () => {
  const name = 'AWS Certified Solutions Architect - Associate';
  const table = (tier: string) => `| Skill | Tier |\n|---|---|\n| ${name} | ${tier} |`;
  const role = {
    skills: [
      { name: 'Excel', tier: 'core' },
      { name, tier: 'emerging' },
    ],
  };

  it('is read whole', () => {
    expect(found(table('emerging'), role)).toEqual([]);
    expect(found(table('core'), role)).toEqual([expect.stringMatching(/^table-cell /)]);
  });

  it('leaves a hyphen between two skills what it is', () => {
    const two = {
      skills: [
        { name: 'Machine Learning', tier: 'core' },
        { name: 'Excel', tier: 'core' },
      ],
    };
    expect(found('## Gaps\n\nMachine Learning is missing - Excel is met.', two)).toEqual([]);
  });
});

describe('a position that begins with a word of leaders, and says of nobody led', () => {
  const check = (text: string, position: string) => {
    const theCase = Case.parse({
      resume: {
        basics: { name: 'Noor Ahmadi' },
        work: [{ name: 'Linde', position, startDate: '2022-11' }],
        skills: [{ name: 'Excel' }],
      },
      role: { title: 'Florb Maker', skills: [{ name: 'Excel', tier: 'core' }] },
      date: '2026-11-24',
    });
    return checkReport(text, computeFacts(theCase)).findings.map(({ rule }) => rule);
  };

  it.each(['Head Florist', 'Lead Physiotherapist'])('%s is no claim of having led', (position) => {
    expect(check(`Noor Ahmadi has worked as ${position} at Linde.`, position)).not.toContain(
      'unsupported-leadership',
    );
  });

  it('while what the resume does not call them is one', () => {
    expect(check('Noor Ahmadi has worked as Head Chef at Linde.', 'Head Florist')).toContain(
      'unsupported-leadership',
    );
    expect(check('Noor Ahmadi has worked as a head.', 'Head Florist')).toContain('unsupported-leadership');
  });
});
