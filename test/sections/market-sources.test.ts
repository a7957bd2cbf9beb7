import { describe, expect, it } from 'vitest';
import { FactSheet, Role } from '../../schemas/index.ts';
import { checkSection, groundOf } from '../../src/draft/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { renderReport } from '../../src/render/index.ts';
import { DEFAULT_STYLE, fillSlots, SECTIONS } from '../../src/sections/index.ts';
import { writeReport } from '../../src/write-report.ts';
import { makeCase } from '../facts/make-case.ts';

const resume = {
  basics: { name: 'Ada Marsh' },
  work: [{ name: 'Acme', position: 'Engineer', startDate: '2020-01' }],
  skills: [{ name: 'Python', level: 'Advanced' }],
};
const source = (n: number) => ({
  id: 'postings',
  name: `${n} distinct job postings`,
  kind: 'postings' as const,
  n,
  date: '2026-10',
});
const skill = (name: string, postings: number, of: number) => ({
  name,
  tier: 'core' as const,
  share: postings / of,
  postings,
  postingsOf: of,
  source: 'postings',
});
const counted = (of: number, counts: Record<string, number>, market: object = {}) => ({
  title: 'Data Engineer',
  market: { postings: of, asOf: '2026-10', sources: [source(of)], ...market },
  skills: Object.entries(counts).map(([name, postings]) => skill(name, postings, of)),
});
const ROLES: Record<string, object> = {
  'one posting': counted(1, { Python: 1, Docker: 1 }),
  'two postings': counted(2, { Python: 2, Docker: 1, Terraform: 1 }),
  'nine postings': counted(9, { Python: 9, Docker: 8, Terraform: 1 }),
  'a hundred postings, with pay': counted(
    100,
    { Python: 90, Docker: 33, Terraform: 12 },
    {
      demand: 'high',
      demandBasis: { definition: 'more than fifty postings in October', date: '2026-10' },
      salary: {
        min: 40000,
        max: 90000,
        currency: 'EUR',
        period: 'year',
        span: '10th to 90th percentile',
        n: 44,
        source: 'postings',
      },
      salaries: [
        {
          currency: 'EUR',
          period: 'year',
          n: 44,
          p10: 40000,
          p25: 50000,
          median: 61000,
          p75: 70000,
          p90: 90000,
          source: 'postings',
        },
      ],
    },
  ),
  'pay of thousands of figures': counted(
    69,
    { Python: 60, Docker: 30 },
    {
      salary: {
        min: 96200,
        max: 266875,
        currency: 'USD',
        period: 'year',
        span: '10th to 90th percentile',
        n: 32447,
        source: 'pay',
      },
      sources: [
        source(69),
        { id: 'pay', name: 'Job postings and records that state pay', kind: 'other', n: 32447 },
      ],
    },
  ),
  'an occupation that nobody rated': {
    title: 'Air Crew Officers',
    occupation: { scheme: 'O*NET-SOC', code: '55-1011.00' },
    market: {
      sources: [
        {
          id: 'onet',
          name: 'O*NET 29.3 Database',
          kind: 'onet',
          licence: 'CC BY 4.0',
          attribution: 'This report includes information from O*NET.',
        },
        { id: 'bls', name: 'Wage Statistics', kind: 'bls', date: '2024-05' },
      ],
      salary: {
        min: 30,
        max: 60,
        currency: 'USD',
        period: 'hour',
        span: '10th to 90th percentile',
        source: 'bls',
      },
    },
    skills: [],
    notes: ['Nobody rated it.'],
  },
};

describe.each(Object.keys(ROLES))('a role from %s', (name) => {
  const theCase = makeCase({ resume, role: Role.parse(ROLES[name]) });
  const sheet = computeFacts(theCase);

  it('gives a valid fact sheet in which every figure of the market names source, date and n', () => {
    expect(FactSheet.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet);
    for (const { id, source: from } of sheet.facts)
      if (/^skill\.[^.]+\.share$/.test(id) && sheet.skills.length > 0)
        expect(from.from).toMatchObject({ date: '2026-10', n: sheet.role.postings });
  });

  it('is told in prose that the check of drafts and of reports finds nothing in', async () => {
    for (const section of SECTIONS) {
      const paragraphs = section.offline(sheet, DEFAULT_STYLE).map((sentences) =>
        sentences.map(({ text, facts }) => ({
          template: text,
          facts,
          provenance: 'offline' as const,
          history: [],
        })),
      );
      const { findings, missing } = checkSection(groundOf(section, sheet), paragraphs);
      expect(findings.flat(2).map(({ rule, message, quote }) => `${rule}: ${message} <- ${quote}`)).toEqual(
        [],
      );
      expect(missing).toEqual([]);
    }
    const { check } = await writeReport(theCase).report;
    expect(check.findings).toEqual([]);
  });
});

describe('small samples', () => {
  it.each([
    ['one posting', 'in the one posting'],
    ['two postings', 'in both postings, ahead of Docker (one of the two)'],
    ['nine postings', 'in all nine postings, ahead of Docker (eight of the nine)'],
  ])('of %s are told in counts: %s', async (name, words) => {
    const report = await writeReport(makeCase({ resume, role: ROLES[name] as object })).report;
    const text = renderReport(report, 'md');
    expect(text).toContain(words);
    expect(text).not.toMatch(/\d% of (?:the )?postings/);
    expect(text).toContain('So small a sample shows what these postings ask for and not how common it is.');
  });

  it('are those below ten', () => {
    const of = (n: number) =>
      computeFacts(makeCase({ resume, role: counted(n, { Docker: n - 1, Python: n }) })).facts.find(
        ({ id }) => id === 'skill.docker.share',
      )?.display;
    expect([of(9), of(10)]).toEqual(['eight of the nine', '90%']);
  });
});

describe('sources', () => {
  it('stand in every format with their date, n and the line that the licence asks for', async () => {
    const report = await writeReport(
      makeCase({ resume, role: ROLES['an occupation that nobody rated'] as object }),
    ).report;
    for (const format of ['md', 'html', 'json'])
      expect(renderReport(report, format)).toContain('This report includes information from O');
    expect(renderReport(report, 'md')).toContain('Source: Wage Statistics (May 2024).');
  });

  it('are filled into the sentence on pay', () => {
    const { facts } = computeFacts(
      makeCase({ resume, role: ROLES['a hundred postings, with pay'] as object }),
    );
    const byId = new Map(facts.map((fact) => [fact.id, fact]));
    expect(fillSlots('{{role.salary}}, the {{role.salary.span}}, {{role.salary.n}}', byId)).toBe(
      '€40,000 to €90,000 per year, the 10th to 90th percentile, 44',
    );
    expect(byId.get('role.salary')?.source.from).toEqual({
      name: '100 distinct job postings',
      date: '2026-10',
      n: 44,
    });
  });
});
