import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractResume } from '../../src/resume/index.ts';
import { readClaims } from '../../src/resume/read/claims.ts';
import { readSkillItem } from '../../src/resume/read/skill-item.ts';
import { builtInCatalog } from '../../src/skills/index.ts';

const catalog = builtInCatalog();

describe('an entry of a skills list', () => {
  it.each([
    ['Python', 'Python'],
    ['Python - 24 months', 'Python for 24 months'],
    ['Python (5 years)', 'Python for 5 years'],
    ['Python: 3+ yrs', 'Python for 3+ yrs'],
    ['5 years of Python', 'Python for 5 years'],
    ['advanced SQL', 'SQL at advanced'],
    ['SQL (advanced)', 'SQL at advanced'],
    ['SQL – Advanced', 'SQL at Advanced'],
    ['SQL: advanced', 'SQL at advanced'],
    ['SQL\tAdvanced', 'SQL at Advanced'],
    ['Excel (expert)', 'Excel at expert'],
    ['basic knowledge of Go', 'Go at basic'],
    ['Proficient in Excel', 'Excel at Proficient'],
    ['solid negotiation tactics', 'negotiation tactics at solid'],
    ['R ★★★★☆', 'R at ★★★★☆'],
    ['C 4/5', 'C at 4/5'],
    ['Docker 80%', 'Docker at 80%'],
    ['AWS (EC2, S3, Lambda)', 'AWS with EC2, S3, Lambda'],
    ['Kubernetes (k8s)', 'Kubernetes (k8s)'],
    ['experience with Terraform', 'Terraform'],
    ['C++', 'C++'],
    ['Node.js', 'Node.js'],
    ['CI/CD', 'CI/CD'],
    ['P&L management', 'P&L management'],
    ['• Git.', 'Git'],
  ])('%s', (text, expected) => {
    const item = readSkillItem(text, catalog);
    const said = [
      item?.name,
      item?.level && `at ${item.level}`,
      item?.duration && `for ${item.duration}`,
      item && item.keywords.length > 0 && `with ${item.keywords.join(', ')}`,
    ];
    expect(said.filter(Boolean).join(' ')).toBe(expected);
  });

  it('is none without a name', () => {
    for (const text of ['', '-', '★★★', '5 years', 'skills'])
      expect(readSkillItem(text, catalog)).toBeUndefined();
  });
});

describe('what prose says of skills', () => {
  it.each([
    ['Experienced in Python and SQL.', 'Python Experienced, SQL Experienced'],
    ['Trained in Excel and R; knowledge of Go.', 'Excel, R, Go'],
    ['Basic knowledge of Go, 3 years of R and strong Excel skills', 'Go Basic, R for 3 years, Excel strong'],
    ['Advanced SQL and basic knowledge of Docker.', 'SQL Advanced, Docker basic'],
    [
      '8 years of experience with Java, Kotlin and Spring Boot',
      'Java for 8 years, Kotlin for 8 years, Spring Boot for 8 years',
    ],
    ['Python - 24 months, Kubernetes (expert)', 'Python for 24 months, Kubernetes expert'],
    ['Fluent in Python but no experience with SAP', 'Python Fluent, not SAP'],
    ['I am not using Kubernetes any more.', 'not Kubernetes'],
    ['I want to learn Rust.', 'not Rust'],
    ['Interested in Terraform and Docker.', 'not Terraform, not Docker'],
    ['Never used PostgreSQL, but good with MySQL.', 'not PostgreSQL, MySQL good'],
    ['Currently learning Rust. Strong Python skills.', 'not Rust, Python Strong'],
    ['We migrated from Jenkins to Docker.', 'not Jenkins'],
    ['Built services in Python.', ''],
    ['I go the extra mile and excel at work, word by word.', ''],
  ])('%s', (text, expected) => {
    const said = readClaims(text, catalog).map(({ name, held, level, duration }) =>
      [held ? '' : 'not', name, level, duration && `for ${duration}`].filter(Boolean).join(' '),
    );
    expect(said.join(', ')).toBe(expected);
  });
});

/** The skills, with levels and parts, and the notes of a skills section. */
function section(...lines: string[]): { skills: string; notes: string[] } {
  const { resume, notes } = extractResume({
    file: 'cv.txt',
    lines: ['Ada Example', 'Skills', ...lines].map((text, at) => ({
      text,
      line: at + 1,
      ...(at === 1 && { gap: true }),
    })),
  });
  const skills = (resume.skills ?? []).map(
    ({ name, level, keywords }) =>
      `${name}${level ? ` (${level})` : ''}${keywords ? `: ${keywords.join(' ')}` : ''}`,
  );
  return {
    skills: skills.join(', '),
    notes: notes.filter(({ code }) => code === 'not-held').map(({ message }) => message),
  };
}

describe('a skills section', () => {
  it.each([
    ['Programming languages: Python, Go, C/C++', 'Python, Go, C, C++'],
    ['Expert: Python, SQL; Basic: Rust', 'Python (Expert), SQL (Expert), Rust (Basic)'],
    ['Web Development (Master): HTML, CSS', 'Web Development (Master): HTML CSS'],
    [
      'Machine Learning, Deep Learning, NoSQL, Learning and Development',
      'Machine Learning, Deep Learning, NoSQL, Learning and Development',
    ],
    ['Python, no SQL', 'Python'],
    ['Python, No SQL', 'Python, No SQL'],
    ['Eager to learn, Python', 'Eager to learn, Python'],
    ['Machine Learning: PyTorch, scikit-learn', 'Machine Learning: PyTorch scikit-learn'],
    ['Python | SQL • Go', 'Python, SQL, Go'],
    ['Python, SQL and Docker', 'Python, SQL, Docker'],
    ['Research and Development', 'Research and Development'],
    ['Python (expert), Java (4 years), Go', 'Python (expert), Java, Go'],
    ['Python, python, PYTHON (advanced)', 'Python (advanced)'],
    ['Working knowledge of hospital systems including Epic and charting for many years', 'Epic'],
  ])('%s', (line, expected) => {
    expect(section(line).skills).toBe(expected);
  });

  it('takes lines without signs as a name each, however narrow their column is', () => {
    const texts = [
      'Ada Example',
      'Skills',
      'Salesforce',
      'Contract Negotiation',
      'Excel',
      'Python, Machine',
      'Learning, Go',
    ];
    const lines = texts.map((text, at) => ({
      text,
      line: at + 1,
      full: at > 1,
      ...(at === 1 && { gap: true }),
    }));
    expect(extractResume({ file: 'cv.pdf', lines }).resume.skills?.map(({ name }) => name)).toEqual([
      'Salesforce',
      'Contract Negotiation',
      'Excel',
      'Python',
      'Machine Learning',
      'Go',
    ]);
  });

  it('leaves out what is not held, and says so', () => {
    const { skills, notes } = section(
      'Python',
      'not using Kubernetes any more',
      'want to learn Rust',
      'no experience with SAP, Oracle or Salesforce',
      'SQL',
      'Learning: Go',
      'Perl (not any more)',
    );
    expect(skills).toBe('Python, SQL');
    expect(notes).toEqual([
      '"not using Kubernetes any more": Kubernetes is not taken as held.',
      '"want to learn Rust": Rust is not taken as held.',
      '"no experience with SAP": SAP is not taken as held.',
      expect.stringMatching(/^"Oracle or Salesforce" \(after "no"\): .* not taken as held\.$/),
      expect.stringMatching(/^"Learning:? Go": .* not taken as held\.$/),
      expect.stringMatching(/^"Perl \(not any more\)": Perl is not taken as held\.$/),
    ]);
  });

  it('never holds what it denies, wherever it stands in the list', () => {
    const names = fc.uniqueArray(
      fc.constantFrom(
        'Python',
        'Java',
        'Machine Learning',
        'NoSQL',
        'Docker',
        'Kubernetes',
        'SQL',
        'Terraform',
        'React',
      ),
      { minLength: 2, maxLength: 6 },
    );
    const denials = fc.constantFrom(
      'no experience with',
      'want to learn',
      'never used',
      'not using',
      'currently learning',
      'interested in',
    );
    fc.assert(
      fc.property(names, denials, (list, denial) => {
        const [denied = '', ...held] = list;
        const { skills } = section(held.join(', '), `${denial} ${denied}`);
        expect(skills.split(', ').sort()).toEqual([...held].sort());
      }),
    );
  });
});

describe('a resume without a skills section', () => {
  const lines = [
    'Ada Example',
    '',
    'Experience',
    'Engineer, Acme Inc. 2019 - 2020',
    '- Built APIs with Python and FastAPI',
    '- Moved away from Jenkins',
  ].map((text, at) => ({
    text: text.replace(/^- /, ''),
    line: at + 1,
    ...(text.startsWith('- ') && { bullet: true }),
  }));

  it('takes skills from the work that names them, by guess, and says so', () => {
    const { resume, notes, fields } = extractResume({ file: 'cv.txt', lines });
    expect(resume.skills?.map(({ name }) => name)).toEqual(['Python', 'FastAPI']);
    expect(fields.filter(({ path }) => path.startsWith('skills'))).toEqual([
      {
        path: 'skills[0]',
        certainty: 'guess',
        file: 'cv.txt',
        line: 5,
        excerpt: 'Built APIs with Python and FastAPI',
      },
      {
        path: 'skills[1]',
        certainty: 'guess',
        file: 'cv.txt',
        line: 5,
        excerpt: 'Built APIs with Python and FastAPI',
      },
    ]);
    expect(notes.map(({ code }) => code)).toContain('no-skills-section');
  });

  it('reads the same twice, and any lines without a fault', () => {
    const words = fc.constantFrom(
      'Skills',
      'Experience',
      'Education:',
      'Python',
      'no SAP',
      '2019 - 2020',
      'Acme Inc.',
      'Engineer',
      'Berlin',
      '- x',
      '(',
      ':',
      '\t',
      'B.S.',
      'University',
      'a@b.co',
      'English (B2)',
      ';',
    );
    const line = fc.record({
      text: fc.array(words, { maxLength: 6 }).map((list) => list.join(' ')),
      bullet: fc.boolean(),
      gap: fc.boolean(),
      full: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (list) => {
        const document = { file: 'cv.txt', lines: list.map((entry, at) => ({ ...entry, line: at + 1 })) };
        expect(extractResume(document)).toEqual(extractResume(structuredClone(document)));
      }),
      { numRuns: 150 },
    );
  });
});
