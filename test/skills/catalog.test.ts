import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import itPlatforms from '../../src/skills/catalog/it-platforms.json' with { type: 'json' };
import itSoftware from '../../src/skills/catalog/it-software.json' with { type: 'json' };
import people from '../../src/skills/catalog/people.json' with { type: 'json' };
import {
  buildCatalog,
  normalizeName,
  SKILL_KINDS,
  SkillEntry,
  scanMentions,
} from '../../src/skills/index.ts';

const entries = [...itSoftware, ...itPlatforms, ...people].map((entry) => SkillEntry.parse(entry));
const catalog = buildCatalog(entries);
const mentions = (text: string) => scanMentions(text, catalog).map((mention) => mention.entry.name);

const ALIASES = fileURLToPath(new URL('../../../shared/data/aliases/', import.meta.url));
const here = existsSync(ALIASES);
const rows = (file: string): string[][] =>
  here
    ? readFileSync(`${ALIASES}${file}`, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
    : [];

describe('entries', () => {
  it('are sound together: no spelling has two owners, every relation names an entry, no circle', () => {
    expect(catalog.entries).toHaveLength(entries.length);
  });

  it('are found under every spelling of their own', () => {
    const lost = entries.flatMap((entry) =>
      [entry.name, ...entry.aliases, ...(entry.fieldAliases ?? [])]
        .filter((spelling) => catalog.find(spelling) !== entry)
        .map((spelling) => `${entry.name}: ${spelling}`),
    );
    expect(lost).toEqual([]);
  });

  it('bear names of their own, but for those told apart by their case', () => {
    const seen = new Map<string, string>();
    const alike = entries.flatMap(({ name, caseSensitive }) => {
      const key = caseSensitive ? name : normalizeName(name);
      const other = seen.get(key);
      seen.set(key, name);
      return other === undefined ? [] : [`${other} / ${name}`];
    });
    expect(alike).toEqual([]);
  });

  it('say nothing twice: no alias differs from another spelling by case, hyphen or space alone', () => {
    // Beside a case-sensitive namesake the case is what tells them apart.
    const cased = new Set(
      entries.flatMap((entry) =>
        entry.caseSensitive ? [entry.name, ...entry.aliases].map(normalizeName) : [],
      ),
    );
    const twice = entries.flatMap((entry) => {
      if (entry.caseSensitive) return [];
      const spellings = [entry.name, ...entry.aliases, ...(entry.fieldAliases ?? [])].map(normalizeName);
      return spellings
        .filter((one, at) => spellings.indexOf(one) !== at && !cased.has(one))
        .map((one) => `${entry.name}: ${one}`);
    });
    expect(twice).toEqual([]);
  });

  it('relate to others, never to themselves', () => {
    const selfish = entries.filter(({ name, parents = [], prerequisites = [], related = [] }) =>
      [...parents, ...prerequisites, ...related.map(([to]) => to)].includes(name),
    );
    expect(selfish.map((entry) => entry.name)).toEqual([]);
  });

  it('give a credit of 0.1 to 0.5, and none towards a credential', () => {
    const odd = entries.filter(({ kind, related = [] }) =>
      kind === 'credential' ? related.length > 0 : related.some(([, credit]) => credit < 0.1),
    );
    expect(odd.map((entry) => entry.name)).toEqual([]);
  });

  it('ask for three prerequisites at most, and no skill for a credential', () => {
    const odd = entries.filter(
      ({ kind, prerequisites = [] }) =>
        prerequisites.length > 3 ||
        (kind !== 'credential' && prerequisites.some((name) => catalog.get(name)?.kind === 'credential')),
    );
    expect(odd.map((entry) => entry.name)).toEqual([]);
  });

  it('have a context only where they are ambiguous, and context words that stand for themselves', () => {
    const odd = entries.filter(
      ({ ambiguous, context }) =>
        (context !== undefined && !ambiguous) || context?.some((word) => word.trim() !== word || word === ''),
    );
    expect(odd.map((entry) => entry.name)).toEqual([]);
  });
});

describe('coverage', () => {
  const count = (...domains: string[]) => entries.filter((entry) => domains.includes(entry.domain)).length;

  it('is at least 500 IT and 250 other skills', () => {
    const technical = count('it', 'data', 'security');
    expect(technical).toBeGreaterThanOrEqual(500);
    expect(entries.length - technical).toBeGreaterThanOrEqual(250);
  });

  it.each(['nursing', 'finance', 'trades', 'marketing', 'design', 'management'])(
    'is at least 20 skills of %s',
    (domain) => {
      expect(count(domain)).toBeGreaterThanOrEqual(20);
    },
  );

  it.each(SKILL_KINDS)('has a skill of the kind %s', (kind) => {
    expect(entries.some((entry) => entry.kind === kind)).toBe(true);
  });
});

describe('kinds', () => {
  it.each([
    ['RN license', 'credential'],
    ['BLS', 'credential'],
    ['CPA', 'credential'],
    ['PMP', 'credential'],
    ['CDL', 'credential'],
    ['PRINCE2 Practitioner', 'credential'],
    ['PRINCE2', 'method'],
    ['ITIL', 'standard'],
    ['ITIL Foundation', 'credential'],
    ['GDPR', 'standard'],
    ['IFRS', 'standard'],
    ['Excel', 'software'],
    ['Epic', 'software'],
    ['Docker', 'platform'],
    ['React', 'framework'],
    ['NumPy', 'library'],
    ['Wound Care', 'clinical'],
    ['TIG Welding', 'craft'],
    ['Negotiation', 'soft-skill'],
  ])('%s is a %s', (name, kind) => {
    expect(catalog.find(name)?.kind).toBe(kind);
  });

  it('what is called a certification, licence or certificate is a credential', () => {
    const named = entries.filter(
      ({ name, kind }) => /\b(?:certified|certificat\w+|licen[cs]e)$/i.test(name) && kind !== 'credential',
    );
    expect(named.map((entry) => entry.name)).toEqual([]);
  });
});

describe('prerequisites', () => {
  it.each([
    ['TypeScript', 'JavaScript'],
    ['React', 'JavaScript'],
    ['Kubernetes', 'Docker'],
    ['Machine Learning', 'Statistics'],
    ['Deep Learning', 'Machine Learning'],
    ['Retrieval-Augmented Generation', 'Large Language Models'],
    ['Month-End Close', 'Account Reconciliation'],
    ['IV Therapy', 'Aseptic Technique'],
    ['CNC Programming', 'CNC Machining'],
    ['Technical SEO', 'SEO'],
  ])('%s needs %s', (name, needed) => {
    expect(catalog.get(name)?.prerequisites).toContain(needed);
  });

  it.each(['Rust', 'Go', 'Python', 'Git', 'SQL', 'Excel', 'Figma', 'Communication'])(
    '%s needs nothing first',
    (name) => {
      expect(catalog.get(name)?.prerequisites ?? []).toEqual([]);
    },
  );
});

describe.skipIf(!here)('spellings of one skill (skipped without ../shared)', () => {
  it.each(rows('alias_groups.tsv'))('%s', (_canonical, aliases) => {
    const spellings = (aliases ?? '').split(';').map((one) => one.replace(/ \[[^\]]*\]\s*$/, '').trim());
    const found = spellings.map((one) => catalog.find(one)?.name ?? `no entry: ${one}`);
    expect(new Set(found).size, found.join(', ')).toBe(1);
    expect(found[0]).not.toMatch(/^no entry/);
  });
});

/**
 * Pairs in which the second is no skill but an everyday word. In a skills list the lower-case word is the product,
 * as people write it; in prose it is not, which is tested below.
 */
const WORDS_OF_PROSE = ['Word / word', 'Teams / teams', 'Epic / epic'];

describe.skipIf(!here)('names of different skills (skipped without ../shared)', () => {
  const pairs = rows('never_merge.tsv').map(([a = '', b = '']) => [a, b] as const);

  it.each(pairs.filter(([a, b]) => !WORDS_OF_PROSE.includes(`${a} / ${b}`)))('%s is not %s', (a, b) => {
    const [first, second] = [catalog.find(a)?.name, catalog.find(b)?.name];
    expect(first === undefined || first !== second, `both are ${first}`).toBe(true);
  });

  it('but for these', () => {
    const merged = pairs.filter(([a, b]) => catalog.find(a) && catalog.find(a) === catalog.find(b));
    expect(merged.map(([a, b]) => `${a} / ${b}`).sort()).toEqual([...WORDS_OF_PROSE].sort());
  });
});

describe('prose', () => {
  it.each([
    'Nurses who excel in every field.',
    'You will have access to all systems; access is granted by IT.',
    'Access to the building is by card.',
    'In other words, a word of advice.',
    'She leads two teams, and other teams follow.',
    'An epic journey for the whole team.',
    'They go to market next year.',
    'He runs R&D for the group.',
    'A swift reply is expected.',
    'Payments are sent through SWIFT.',
    'Candidates may express interest by mail.',
    'The internship starts in spring 2024.',
    'The internship starts in Spring 2024.',
    'The rest of the plan follows.',
    'Rest of the world: 12 percent.',
    'Reports react to what readers ask, and make sure that nobody is lost.',
    'A notion of what is missing.',
    'Sparks of talent, storage costs and scalable growth.',
    'Please go on, there is less to do.',
    'The salary negotiations went well.',
    'See https://example.com/r/go for the report.',
    'The Bureau of Labor Statistics counts 1,200 openings.',
    'The role is open to a quick learner who is dependable and punctual.',
  ])('names no skill: %s', (text) => {
    expect(mentions(text)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['services in Go and Rust', ['Go', 'Rust']],
    ['R programming', ['R']],
    ['two years of Spring Boot', ['Spring Boot']],
    ['firmware in C/C++', ['Firmware Development', 'C', 'C++']],
    ['She writes C#.', ['C#']],
    ['built on .NET', ['.NET']],
    ['a server in Node.js', ['Node.js']],
    ['maintains CI/CD', ['CI/CD']],
    ['charting in Epic EHR', ['Epic']],
    ['Microsoft Excel, Microsoft Word and Microsoft Teams', ['Excel', 'Word', 'Teams']],
    ['Python, Java and SQL', ['Python', 'Java', 'SQL']],
    ['JavaScript is not Java', ['JavaScript', 'Java']],
    ['Apache Spark and Apache Kafka', ['Apache Spark', 'Apache Kafka']],
    ['TIG welding to drawing', ['TIG Welding']],
    ['month-end close under IFRS', ['Month-End Close', 'IFRS']],
    ['a head-to-toe assessment and wound care', ['Head-to-Toe Assessment', 'Wound Care']],
  ])('names its skills: %s', (text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });
});
