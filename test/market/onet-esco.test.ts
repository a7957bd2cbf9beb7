import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Role } from '../../schemas/index.ts';
import { addPay } from '../../src/market/add-pay.ts';
import { describeWageSource, readWages } from '../../src/market/bls/read-wages.ts';
import { buildEscoRole } from '../../src/market/esco/build-esco-role.ts';
import { readEsco } from '../../src/market/esco/read-esco.ts';
import { findOccupation } from '../../src/market/find-occupation.ts';
import { buildOnetRole } from '../../src/market/onet/build-onet-role.ts';
import { mapLevel } from '../../src/market/onet/map-level.ts';
import { nameTechnology } from '../../src/market/onet/name-technology.ts';
import { readOnet } from '../../src/market/onet/read-onet.ts';
import { builtInCatalog } from '../../src/skills/index.ts';

const catalog = builtInCatalog();
const folder = mkdtempSync(join(tmpdir(), 'gapwright-market-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(dir: string, files: Record<string, string[][]>, sign: string): string {
  const path = join(folder, dir);
  mkdirSync(path, { recursive: true });
  for (const [name, rows] of Object.entries(files))
    writeFileSync(join(path, name), `${rows.map((row) => row.join(sign)).join('\n')}\n`);
  return path;
}

const RATED =
  'O*NET-SOC Code,Title,Element ID,Element Name,Scale ID,Scale Name,Data Value,N,Standard Error,Lower CI Bound,Upper CI Bound,Recommend Suppress,Not Relevant,Date,Domain Source'.split(
    ',',
  );
const rating = (id: string, name: string, scale: string, value: string, suppress = 'N', irrelevant = '') => [
  '10-0001.00',
  'Florbers',
  id,
  name,
  scale,
  'x',
  value,
  '8',
  '',
  '',
  '',
  suppress,
  irrelevant,
  '08/2023',
  'Analyst',
];

const onetDir = write(
  'db_29_3_text',
  {
    'Occupation Data.txt': [
      ['O*NET-SOC Code', 'Title', 'Description'],
      ['10-0001.00', 'Florbers', 'They florb.'],
      ['10-0001.01', 'Senior Florbers', 'They florb more.'],
      ['10-0002.00', 'Blorpers, All Other', 'Nobody rated them.'],
    ],
    'Alternate Titles.txt': [
      ['O*NET-SOC Code', 'Title', 'Alternate Title', 'Short Title', 'Source(s)'],
      ['10-0001.00', 'Florbers', 'Florb Technician', 'FT', '01'],
      ['10-0001.00', 'Florbers', 'Florb Nurse', 'n/a', '01'],
      ['10-0001.01', 'Senior Florbers', 'Florb Nurse', 'n/a', '01'],
    ],
    'Skills.txt': [
      RATED,
      rating('2.A.1.a', 'Reading Comprehension', 'IM', '4.5'),
      rating('2.A.1.a', 'Reading Comprehension', 'LV', '4.1', 'N', 'N'),
      rating('2.A.1.e', 'Mathematics', 'IM', '3.2'),
      rating('2.A.1.e', 'Mathematics', 'LV', '3', 'Y', 'N'),
      rating('2.B.3.e', 'Programming', 'IM', '3.9', 'Y'),
      rating('2.B.3.e', 'Programming', 'LV', '3', 'Y', 'Y'),
      rating('2.B.3.g', 'Installation', 'IM', '3.4'),
      rating('2.B.3.g', 'Installation', 'LV', '0', 'N', 'Y'),
      rating('2.A.1.f', 'Science', 'IM', '2.9'),
      rating('2.A.2.d', 'Monitoring', 'IM', '3.6'),
    ],
    'Knowledge.txt': [
      RATED,
      rating('2.C.4.a', 'Mathematics', 'IM', '3.8'),
      rating('2.C.4.a', 'Mathematics', 'LV', '5.9', 'N', 'N'),
    ],
    'Technology Skills.txt': [
      [
        'O*NET-SOC Code',
        'Title',
        'Example',
        'Commodity Code',
        'Commodity Title',
        'Hot Technology',
        'In Demand',
      ],
      ['10-0001.00', 'Florbers', 'Structured query language SQL', '1', 'x', 'Y', 'Y'],
      ['10-0001.00', 'Florbers', 'Microsoft Excel', '1', 'x', 'Y', 'N'],
      ['10-0001.00', 'Florbers', 'RESTful API', '1', 'x', 'N', 'Y'],
      ['10-0001.00', 'Florbers', 'Florbsoft', '1', 'x', 'N', 'N'],
    ],
    'Job Zones.txt': [
      ['O*NET-SOC Code', 'Title', 'Job Zone', 'Date', 'Domain Source'],
      ['10-0001.00', 'Florbers', '4', '08/2023', 'Analyst'],
    ],
  },
  '\t',
);

describe('O*NET', () => {
  it('makes tiers of importance and demand, honours Not Relevant and Suppress, and leaves the unknown unknown', async () => {
    const onet = await readOnet(onetDir);
    expect(onet.release).toBe('29.3');
    const occupation = findOccupation('florber', [...onet.occupations.values()], {
      source: 'O*NET',
    }).occupation;
    const role = Role.parse(buildOnetRole(occupation, { catalog, release: onet.release }));
    const told = role.skills.map(({ name, tier, level, importance, levelScore, hotTechnology, inDemand }) =>
      [name, tier, level, importance, levelScore, hotTechnology, inDemand].filter(
        (value) => value !== undefined,
      ),
    );
    expect(told).toEqual([
      ['Reading Comprehension', 'core', 'advanced', 4.5, 4.1],
      // As knowledge it weighs more than as a skill, whose level is suppressed.
      ['Mathematics', 'core', 'expert', 3.8, 5.9],
      // Its level was not rated, which is unknown and not 0.
      ['Monitoring (performance of people and organizations)', 'core', 3.6],
      ['SQL', 'core', true, true],
      ['Excel', 'preferred', true, false],
      ['REST APIs', 'core', false, true],
    ]);
    expect(role.occupation).toMatchObject({ scheme: 'O*NET-SOC', code: '10-0001.00', jobZone: 4 });
    expect(role.market?.sources?.[0]).toMatchObject({
      id: 'onet',
      version: '29.3',
      date: '2023-08',
      licence: 'CC BY 4.0',
    });
    expect(role.market?.sources?.[0]?.attribution).toContain(
      'O*NET 29.3 Database by the U.S. Department of Labor',
    );
  });

  it('makes a profile without skills of an occupation that nobody rated, and says so', async () => {
    const onet = await readOnet(onetDir);
    const { occupation } = findOccupation('10-0002.00', [...onet.occupations.values()], { source: 'O*NET' });
    const role = Role.parse(buildOnetRole(occupation, { catalog }));
    expect(role.skills).toEqual([]);
    expect(role.notes).toContain(
      'O*NET has no ratings of skills and knowledge for this occupation: their importance and level are unknown.',
    );
  });

  it.each([
    [0, 'beginner'],
    [1.75, 'beginner'],
    [1.76, 'intermediate'],
    [3.5, 'intermediate'],
    [3.51, 'advanced'],
    [5.25, 'advanced'],
    [5.26, 'expert'],
    [7, 'expert'],
  ])('maps level %d to %s', (score, level) => {
    expect(mapLevel(score)).toBe(level);
  });

  it.each([
    ['Structured query language SQL', 'SQL'],
    ['Amazon Web Services AWS software', 'AWS'],
    ['Microsoft Excel', 'Excel'],
    ['Oracle Java', 'Java'],
    ['IBM Terraform', 'Terraform'],
    ['Geographic information system GIS software', 'GIS'],
    ['Accounting software', 'Accounting software'],
    ['Tax software', 'Tax software'],
    ['Florbsoft 3D', 'Florbsoft 3D'],
  ])('%s is %s', (name, known) => {
    expect(nameTechnology(name, catalog)).toBe(known);
  });

  it('asks where a title fits several, and lists what is near where it fits none', async () => {
    const all = [...(await readOnet(onetDir)).occupations.values()];
    expect(findOccupation('Florb Technicians', all, { source: 'O*NET' }).by).toBe('Florb Technicians');
    expect(() => findOccupation('florb nurse', all, { source: 'O*NET' })).toThrow(
      'cannot choose an occupation of O*NET: found --role "florb nurse", which fits several occupations, expected a title or code that only one has; say one of these by its code:\n  10-0001.00  Florbers\n  10-0001.01  Senior Florbers',
    );
    expect(() => findOccupation('blorper', all, { source: 'O*NET' })).toThrow(
      'which is no title of an occupation, expected a title or code that only one has; say one of these by its code:\n  10-0002.00  Blorpers, All Other',
    );
  });

  it('asks where a title is the other title of one occupation and a word of the titles of others', () => {
    const all = [
      { code: '1', title: 'politics lecturer', alternateTitles: ['teacher', 'politics professor'] },
      { code: '2', title: 'music teacher', alternateTitles: [] },
      { code: '3', title: 'primary school teachers', alternateTitles: ['form tutor'] },
    ];
    expect(() => findOccupation('Teacher', all, { source: 'ESCO' })).toThrow(
      'which is another title of the first of these and part of the titles of the others, expected a title or code that only one has; say one of these by its code:\n  1  politics lecturer\n  2  music teacher\n  3  primary school teachers',
    );
    expect(findOccupation('politics professor', all, { source: 'ESCO' }).occupation.code).toBe('1');
    expect(findOccupation('form tutor', all, { source: 'ESCO' }).occupation.code).toBe('3');
  });

  it('names the file or column that is missing', async () => {
    await expect(readOnet(write('empty', {}, '\t'))).rejects.toThrow(/found no file "Occupation Data.txt"/);
    const odd = write(
      'odd',
      {
        'Occupation Data.txt': [
          ['Code', 'Title'],
          ['1', 'x'],
        ],
      },
      '\t',
    );
    await expect(readOnet(odd)).rejects.toThrow(/found no column "O\*NET-SOC Code" among Code, Title/);
  });
});

describe('wages of BLS', () => {
  it('are joined by code; what is not given is null and never 0', async () => {
    const columns = [
      'OCC_CODE',
      'O_GROUP',
      ...['H', 'A'].flatMap((letter) =>
        ['PCT10', 'PCT25', 'MEDIAN', 'PCT75', 'PCT90'].map((name) => `${letter}_${name}`),
      ),
    ];
    const dir = write(
      'bls',
      {
        'wages.tsv': [
          columns,
          ['10-0001', 'detailed', '10', '12.5', '20', '#', '#', '20000', '25000', '40000', '60000', '*'],
        ],
      },
      '\t',
    );
    const wages = await readWages(join(dir, 'wages.tsv'), { date: '2024-05' });
    const pay = wages.get('10-0001') ?? [];
    expect(pay.map(({ period, p10, p75, p90, n }) => [period, p10, p75, p90, n])).toEqual([
      ['year', 20000, 60000, null, null],
      ['hour', 10, null, null, null],
    ]);
    const role = addPay(
      Role.parse({ title: 'x', skills: [{ name: 'y', tier: 'core' }] }),
      pay,
      describeWageSource('2024-05'),
    );
    // The 90th percentile is not known, so the range is the middle half.
    expect(Role.parse(role).market?.salary).toMatchObject({
      min: 25000,
      max: 60000,
      span: '25th to 75th percentile',
      source: 'bls',
    });
  });
});

describe('ESCO', () => {
  const skill = (id: string, name: string) => [`s:${id}`, 'knowledge', name, ''];
  const dir = write(
    'ESCO dataset - v1.1.1 - classification - en - csv',
    {
      'skills_en.csv': [
        ['conceptUri', 'skillType', 'preferredLabel', 'altLabels'],
        skill('py', 'Python'),
        skill('prog', 'computer programming'),
        skill('florb', '"florb, daily"'),
      ],
      'occupations_en.csv': [
        ['conceptUri', 'preferredLabel', 'altLabels', 'hiddenLabels', 'regulatedProfessionNote', 'code'],
        ['o:1', 'florber', '"florbing expert\nflorb lead"', '', 'x/regulated', '2511.1'],
        ['o:2', 'blorper', '"florb lead"', '', 'x/unregulated', '2511.2'],
      ],
      'occupationSkillRelations.csv': [
        ['occupationUri', 'relationType', 'skillType', 'skillUri'],
        ['o:1', 'essential', 'knowledge', 's:florb'],
        ['o:1', 'optional', 'knowledge', 's:py'],
      ],
      'broaderRelationsSkillPillar.csv': [
        ['conceptType', 'conceptUri', 'broaderType', 'broaderUri'],
        ['x', 's:py', 'x', 's:prog'],
        ['x', 's:py', 'SkillGroup', 'g:1'],
      ],
    },
    ',',
  );

  it('makes essential core, optional preferred, the hierarchy head starts, and a regulated profession a gate', async () => {
    const esco = await readEsco(dir);
    expect(esco.release).toBe('1.1.1');
    const { occupation } = findOccupation('florber', [...esco.occupations.values()], { source: 'ESCO' });
    const role = Role.parse(buildEscoRole(occupation, esco, { catalog, release: esco.release }));
    expect(role.skills).toEqual([
      { name: 'florb, daily', tier: 'core', source: 'esco' },
      { name: 'Python', tier: 'preferred', related: [{ name: 'Programming', credit: 0.4 }], source: 'esco' },
    ]);
    expect(role.gates).toEqual([
      { kind: 'licence', name: 'Professional recognition as florber', source: 'esco' },
    ]);
    expect(role.market?.sources?.[0]?.attribution).toBe(
      'This service uses the ESCO classification of the European Commission.',
    );
  });

  it('asks where an alternative title is that of two', async () => {
    const all = [...(await readEsco(dir)).occupations.values()];
    expect(() => findOccupation('florb lead', all, { source: 'ESCO' })).toThrow(
      /2511\.1 {2}florber\n {2}2511\.2 {2}blorper/,
    );
  });
});
