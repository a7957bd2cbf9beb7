import type {
  AskedSkill,
  ChosenResource,
  Coverage,
  Fact,
  FactSheet,
  Phase,
  Report,
  ReportSection,
  Sentence,
  Table,
} from '../../schemas/index.ts';

/** Hand-made reports for the renderers: the numbers agree with each other, the texts are written out. */
export interface Variant {
  name: string;
  report: Report;
}

type SkillLine = [
  name: string,
  tier: AskedSkill['tier'],
  status: AskedSkill['status'],
  share: number,
  hours: number,
];

const SEED_SKILLS: readonly SkillLine[] = [
  ['Python', 'core', 'met', 0.91, 0],
  ['Git', 'core', 'met', 0.78, 0],
  ['AWS', 'core', 'missing', 0.72, 80],
  ['Kubernetes', 'core', 'missing', 0.62, 90],
  ['Machine Learning', 'core', 'partial', 0.6, 120],
  ['TypeScript', 'core', 'partial', 0.41, 40],
  ['Go', 'core', 'missing', 0.38, 70],
  ['Azure', 'core', 'missing', 0.33, 80],
  ['Terraform', 'preferred', 'missing', 0.36, 50],
  ['Docker', 'preferred', 'met', 0.55, 0],
  ['C++', 'preferred', 'missing', 0.21, 140],
];

function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replace(/[^a-z0-9]+/g, '-');
}

function askedSkill([name, tier, status, share, hours]: SkillLine, rank: number | null): AskedSkill {
  return {
    id: slug(name),
    name,
    spellings: [name],
    ambiguous: name === 'Go',
    known: true,
    kind: 'technology',
    levelHeld: status === 'missing' ? null : status === 'met' ? 'advanced' : 'beginner',
    evidence: [],
    monthsUsed: null,
    lastUsed: null,
    tier,
    status,
    held: status !== 'missing',
    levelAsked: 'intermediate',
    share,
    steps: status === 'met' ? 0 : status === 'partial' ? 1 : 2,
    priority: status === 'met' ? 0 : share,
    rank,
    hours: status === 'met' ? 0 : hours,
    related: [],
  };
}

function coverage(skills: readonly AskedSkill[]): Coverage {
  const count = (status: AskedSkill['status']) => skills.filter((skill) => skill.status === status).length;
  const [asked, met, partial, missing] = [skills.length, count('met'), count('partial'), count('missing')];
  return { asked, met, partial, missing, value: asked === 0 ? null : (met + partial / 2) / asked };
}

function phases(gaps: readonly AskedSkill[], hoursPerWeek: number, perPhase = 2): Phase[] {
  const result: Phase[] = [];
  for (let at = 0; at < gaps.length; at += perPhase) {
    const taught = gaps.slice(at, at + perPhase);
    const hours = taught.reduce((sum, gap) => sum + (gap.hours ?? 0), 0);
    const weeks = Math.ceil(hours / hoursPerWeek);
    const startWeek = (result.at(-1)?.endWeek ?? 0) + 1;
    result.push({
      index: result.length + 1,
      title: taught.map(({ name }) => name).join(' and '),
      startWeek,
      endWeek: startWeek + weeks - 1,
      weeks,
      hours,
      skills: taught.map((gap) => ({ id: gap.id, name: gap.name, hours: gap.hours })),
      activities: [],
    });
  }
  return result;
}

function fact(id: string, value: Fact['value'], display: string, basis: Fact['basis'], rule: string): Fact {
  const input = basis === 'given' ? 'role' : basis === 'computed' ? 'computed' : 'catalog';
  return { id, value, unit: 'text', display, basis, source: { input, path: '', rule } };
}

const RESOURCES: readonly ChosenResource[] = [
  {
    id: 'aws-skill-builder',
    title: 'AWS Cloud Practitioner Essentials',
    provider: 'AWS Skill Builder',
    url: 'https://explore.skillbuilder.aws/learn?tier=free&copy=1',
    cost: 'free',
    price: null,
    hours: 6,
    level: 'beginner',
    kind: 'course',
    skills: ['AWS'],
    closes: [{ id: 'aws', name: 'AWS' }],
    costChecked: '2026-05',
  },
  {
    id: 'kubernetes-basics',
    title: 'Learn Kubernetes Basics',
    provider: 'Kubernetes',
    url: 'https://kubernetes.io/docs/tutorials/kubernetes-basics/',
    cost: 'free',
    price: null,
    hours: 10,
    level: 'beginner',
    kind: 'documentation',
    skills: ['Kubernetes'],
    closes: [{ id: 'kubernetes', name: 'Kubernetes' }],
    costChecked: '2026-05',
  },
  {
    id: 'hands-on-ml',
    title: 'Hands-On Machine Learning with Scikit-Learn and PyTorch',
    provider: "O'Reilly",
    url: 'https://www.oreilly.com/library/view/hands-on-machine-learning/9798341607972/',
    cost: 'paid',
    price: { amount: 90, currency: 'USD' },
    hours: 60,
    level: 'intermediate',
    kind: 'book',
    skills: ['Machine Learning'],
    closes: [{ id: 'machine-learning', name: 'Machine Learning' }],
    costChecked: '2026-05',
  },
];

export function sentence(
  text: string,
  facts: string[] = [],
  provenance: Sentence['provenance'] = 'offline',
): Sentence {
  return { text, template: text, facts, provenance, history: [] };
}

function skillsTable(skills: readonly AskedSkill[]): Table {
  return {
    kind: 'table',
    id: 'skills',
    caption: 'Skills asked for, by tier and share of postings',
    columns: [
      { title: 'Skill', align: 'left' },
      { title: 'Tier', align: 'left' },
      { title: 'Status', align: 'left' },
      { title: 'Held', align: 'left' },
      { title: 'Asked for', align: 'left' },
      { title: 'Share of postings', align: 'right' },
    ],
    rows: skills.map((skill) => [
      { text: skill.name },
      { text: skill.tier },
      { text: skill.status },
      { text: skill.levelHeld ?? 'no' },
      { text: skill.levelAsked ?? '' },
      { text: `${Math.round((skill.share ?? 0) * 100)}%` },
    ]),
  };
}

function resourcesTable(resources: readonly ChosenResource[]): Table {
  return {
    kind: 'table',
    id: 'resources',
    caption: 'Where to learn it',
    columns: [
      { title: 'Resource', align: 'left' },
      { title: 'Provider', align: 'left' },
      { title: 'For', align: 'left' },
      { title: 'Cost', align: 'left' },
      { title: 'Hours', align: 'right' },
    ],
    rows: resources.map((resource) => [
      { text: resource.title, href: resource.url },
      { text: resource.provider },
      { text: resource.closes.map(({ name }) => name).join(', ') },
      { text: resource.price ? `paid, $${resource.price.amount}` : resource.cost },
      { text: String(resource.hours ?? '') },
    ]),
  };
}

interface Parts {
  name?: string | null;
  role?: string;
  skills?: readonly SkillLine[];
  sections: (facts: FactSheet) => ReportSection[];
  writer?: Partial<Report['writer']>;
  notes?: FactSheet['notes'];
  roadmap?: Partial<FactSheet['roadmap']>;
  resources?: readonly ChosenResource[];
}

/** A whole report around its sections; facts that agree with the skills named. */
export function makeReport(parts: Parts): Report {
  const { name = 'Santana Mena', role = 'Senior AI Engineer', skills: lines = SEED_SKILLS } = parts;
  const { resources = RESOURCES, notes = [] } = parts;
  let rank = 0;
  const skills = lines.map((line) => askedSkill(line, line[2] === 'met' ? null : ++rank));
  const gaps = skills.filter(({ status }) => status !== 'met');
  const plan = phases(gaps, 8);
  const facts: FactSheet = {
    schema: 'gapwright/facts@1',
    date: '2026-10-05',
    candidate: {
      name,
      label: 'Web developer',
      months: 38,
      work: [],
      education: [],
      certificates: [],
      languages: [],
      leadership: [],
    },
    role: {
      title: role,
      years: 5,
      demand: 'medium',
      salary: { min: 151_000, max: 262_000, currency: 'USD', period: 'year' },
      growthAreas: ['AI', 'Machine Learning', 'DevOps'],
      postings: 1240,
      asOf: '2026-10',
    },
    skills,
    extras: [],
    gates: [],
    coverage: {
      core: coverage(skills.filter(({ tier }) => tier === 'core')),
      preferred: coverage(skills.filter(({ tier }) => tier === 'preferred')),
      emerging: coverage(skills.filter(({ tier }) => tier === 'emerging')),
      all: coverage(skills),
    },
    roadmap: {
      origin: 'computed',
      hoursPerWeek: 8,
      phases: plan,
      totalWeeks: plan.at(-1)?.endWeek ?? 0,
      totalHours: plan.reduce((sum, { hours }) => sum + hours, 0),
      horizonWeeks: null,
      left: [],
      ...parts.roadmap,
    },
    resources: {
      origin: 'catalog',
      chosen: [...resources],
      others: [],
      without: [],
      totalHours: resources.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
      totals: [],
    },
    facts: [
      fact('role.title', role, role, 'given', 'as-given'),
      fact('coverage.all', coverage(skills).value, 'as drawn', 'computed', 'coverage'),
      fact('role.demand', 'medium', 'medium', 'given', 'as-given'),
      ...skills.map((skill) =>
        fact(`skill.${skill.id}.status`, skill.status, skill.status, 'computed', 'status'),
      ),
      ...gaps.map((gap) =>
        fact(`skill.${gap.id}.hours`, gap.hours, `${gap.hours} hours`, 'estimate', 'hours-per-step'),
      ),
      fact('roadmap.hours-per-week', 8, '8 hours', 'default', 'default-hours'),
    ],
    notes: [...notes],
  };
  const sections = parts.sections(facts);
  const written = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
  );
  const count = (provenance: Sentence['provenance']) =>
    written.filter((each) => each.provenance === provenance).length;
  return {
    schema: 'gapwright/report@1',
    title: name === null ? `Skill gap report for ${role}` : `Skill gap report: ${name} for ${role}`,
    date: '2026-10-05',
    sections,
    facts,
    writer: {
      model: 'offline',
      prompts: {},
      sentences: { model: count('model'), repaired: count('repaired'), offline: count('offline') },
      usage: { calls: 0, inputTokens: null, outputTokens: null },
      version: '0.1.0',
      ...parts.writer,
    },
    check: {
      findings: [],
      summary: {
        errors: 0,
        warnings: 0,
        sentences: written.length,
        claims: written.length,
        supported: written.length,
        contradicted: 0,
        unsupported: 0,
        unparsed: 0,
      },
    },
  };
}

function seedSections(facts: FactSheet, provenances: Sentence['provenance'][]): ReportSection[] {
  let turn = 0;
  const say = (text: string, ids: string[] = []) => {
    const provenance = provenances[turn % provenances.length] ?? 'offline';
    turn += 1;
    return sentence(text, ids, provenance);
  };
  return [
    {
      id: 'executive-summary',
      title: 'Executive Summary',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            say(
              'Santana Mena meets two of the eight core skills of a Senior AI Engineer, Python and Git, and meets two more in part.',
              ['skill.python.status', 'skill.git.status'],
            ),
            say('AWS is the most pressing gap: 72% of postings ask for it and the resume does not show it.', [
              'skill.aws.status',
            ]),
            say('Closing every gap takes an estimated 85 weeks at 8 hours a week.', [
              'roadmap.hours-per-week',
            ]),
          ],
        },
        {
          kind: 'paragraph',
          sentences: [
            say('Docker, which the role prefers, is already held at an advanced level.', [
              'skill.docker.status',
            ]),
          ],
        },
      ],
    },
    {
      id: 'candidate-profile',
      title: 'Candidate Profile',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            say(
              'Three years and two months of dated work stand in the resume, all of it in web development.',
            ),
            say('The role asks for five years.', ['role.title']),
            say('Leadership shows outside AI: a team of four front-end developers.'),
          ],
        },
      ],
    },
    {
      id: 'market-requirements',
      title: 'Market Requirements Analysis',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            say('Demand for the role is medium.', ['role.demand']),
            say('Salaries run from $151,000 to $262,000 a year across 1,240 postings.'),
            say('AI, Machine Learning and DevOps are the areas that grow.'),
          ],
        },
      ],
    },
    {
      id: 'skill-gap-assessment',
      title: 'Skill Gap Assessment',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            say('Six of the eleven skills are missing and two are held below the level asked for.'),
            say('Machine Learning and TypeScript need one step each, from beginner to intermediate.', [
              'skill.machine-learning.status',
              'skill.typescript.status',
            ]),
          ],
        },
        skillsTable(facts.skills),
      ],
    },
    {
      id: 'upskilling-roadmap',
      title: 'Upskilling Roadmap',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            say('The phases below take the core gaps first, two at a time; all hours are estimates.'),
            say('The last phase ends with C++, which only a fifth of postings ask for.', [
              'skill.c-plus-plus.status',
            ]),
          ],
        },
      ],
    },
    {
      id: 'recommended-resources',
      title: 'Recommended Resources',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            say('Two of the three resources are free, and the book costs $90.'),
            say('Costs were last checked in May 2026.'),
          ],
        },
        resourcesTable(facts.resources.chosen),
      ],
    },
  ];
}

const NOTES: FactSheet['notes'] = [
  {
    code: 'tier-merged',
    message: 'Python was named under core and preferred; it is kept as core.',
    facts: ['skill.python.status'],
  },
  {
    code: 'level-unknown',
    message: 'The level "solid" of Docker could not be read; Docker counts as held at an unknown level.',
    facts: ['skill.docker.status'],
  },
  { code: 'default-hours', message: 'No hours per week were given; 8 were assumed.', facts: [] },
];

/** Names and texts that try to be markup, or to leave the page. */
function hostileSections(): ReportSection[] {
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);
  return [
    {
      id: '"><script>alert(1)</script>',
      title: '<script>alert("title")</script> & C# #',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            sentence('1. <script>alert("x")</script> is not a list and not a script.', ['"><b>', "it's"]),
            sentence(
              '*Stars* and _lines_, `ticks`, ~~strokes~~, [links](https://evil.example) & &copy; stay text.',
            ),
            sentence('C++, C#, .NET, snake_case, 2 < 3, AT&T, C:\\dir and x|y are what they are.'),
            sentence('مريم الأحمد، مهندسة برمجيات, works with 山田太郎 🧑🏽‍💻 on "quotes" and \'quotes\'.'),
            sentence(`Even ${long} fits.`),
            sentence('   '),
            sentence('Line\nbreaks\tand \u0007bells become spaces.'),
          ],
        },
        { kind: 'paragraph', sentences: [sentence('# not a heading')] },
        { kind: 'paragraph', sentences: [sentence('- not a list')] },
        { kind: 'paragraph', sentences: [sentence('')] },
        {
          kind: 'table',
          id: 'hostile',
          caption: 'A * caption | with **stars** <b>',
          columns: [
            { title: 'Name|pipe', align: 'left' },
            { title: '<i>Link</i>', align: 'right' },
          ],
          rows: [
            [{ text: 'a|b `c|d`' }, { text: 'javascript', href: 'javascript:alert(1)' }],
            [{ text: 'data' }, { text: 'click [me]', href: 'data:text/html,<script>alert(1)</script>' }],
            [
              { text: '山田太郎' },
              { text: 'a [b] | c', href: 'https://example.com/a_(b)|c?x="1"&copy;=2&y=<z>' },
            ],
            [{ text: 'met' }, { text: '\\' }, { text: 'one cell too many' }],
            [{ text: long }],
          ],
        },
        {
          kind: 'table',
          id: 'empty',
          caption: 'Nothing',
          columns: [{ title: 'None', align: 'left' }],
          rows: [],
        },
      ],
    },
    { id: 'bare', title: '', blocks: [] },
  ];
}

function manySkills(): SkillLine[] {
  const tiers = ['core', 'preferred', 'emerging'] as const;
  return Array.from({ length: 40 }, (_, index) => [
    `Skill number ${index + 1}`,
    tiers[index % 3] ?? 'core',
    index % 4 === 3 ? 'partial' : 'missing',
    (40 - index) / 50,
    20 + index,
  ]);
}

/** The seed's situation by the offline writer. */
export const offlineReport = makeReport({
  sections: (facts) => seedSections(facts, ['offline']),
  notes: NOTES,
});

/** The same by a model, with sentences of each provenance. */
export const modelReport = makeReport({
  sections: (facts) => seedSections(facts, ['model', 'model', 'repaired', 'model', 'offline']),
  notes: NOTES,
  roadmap: { left: [{ id: 'security-clearance', name: 'Security clearance', reason: 'credential' }] },
  writer: {
    model: 'openai:gpt-5-mini',
    prompts: { 'skill-gap-assessment': 'ab'.repeat(32), 'executive-summary': '0f'.repeat(32) },
    usage: { calls: 8, inputTokens: 12_000, outputTokens: 2_400 },
  },
});

export const hostileReport = makeReport({
  name: '<img src=x onerror=alert(1)> "Bobby" \'Tables\'',
  role: 'C++ & C# *Lead*',
  sections: hostileSections,
  notes: [{ code: 'x', message: '<b>bold</b> note', facts: [] }],
  skills: [['</style><script>x', 'core', 'missing', 0.5, 10]],
});

export const noGapsReport = makeReport({
  name: null,
  skills: [
    ['Python', 'core', 'met', 0.9, 0],
    ['Git', 'core', 'met', 0.8, 0],
  ],
  resources: [],
  sections: (facts) => [
    {
      id: 'skill-gap-assessment',
      title: 'Skill Gap Assessment',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [sentence('Both skills asked for are met, so there is nothing to close.')],
        },
        skillsTable(facts.skills),
      ],
    },
  ],
});

export const manyGapsReport = makeReport({
  name: 'Wilhelmina Featherstonehaugh-Cholmondeley',
  role: 'Principal Site Reliability and Platform Infrastructure Engineer',
  skills: manySkills(),
  sections: (facts) => seedSections(facts, ['offline']),
});

/** A role without skills in any tier, no roadmap, no sections: as little as a report can be. */
export const bareReport = makeReport({ name: null, skills: [], resources: [], sections: () => [] });

export const VARIANTS: readonly Variant[] = [
  { name: 'offline', report: offlineReport },
  { name: 'model', report: modelReport },
  { name: 'hostile', report: hostileReport },
  { name: 'no-gaps', report: noGapsReport },
  { name: 'many-gaps', report: manyGapsReport },
  { name: 'bare', report: bareReport },
];
