/** The fixed words of the document and its pictures: what no section says. */
export const WORDS = {
  about: { candidate: 'Candidate', role: 'Role', date: 'Date' },
  glance: {
    title: 'At a glance',
    core: 'Core skills covered',
    all: 'All skills covered',
    learn: 'Still to learn',
    none: 'None asked for',
    noGaps: 'No gaps',
    half: 'A skill that is partly held counts half.',
    noPhase: 'No phase of study is planned.',
  },
  making: {
    title: 'How this report was made',
    method:
      'The figures and the standing of every skill were worked out from the inputs by fixed rules. The sentences were then written around these facts and checked against them; a sentence that contradicts a fact does not enter a report.',
    coverage: 'Coverage is the skills met plus half of those partly held, divided by the skills asked for.',
    standing: [
      'Met: held at or above the level asked for, or held where no level is asked for or known.',
      'Partly held: held below the level asked for.',
      'Missing: asked for and not found in the resume.',
    ],
    house: (titles: string) => `Added by the house, and not checked against the facts: ${titles}.`,
    sources: 'Sources of the market',
    notes: 'Notes',
  },
  levels: { beginner: 'Beginner', intermediate: 'Intermediate', advanced: 'Advanced', expert: 'Expert' },
  tiers: { core: 'core', preferred: 'preferred', emerging: 'emerging' },
  status: { met: 'met', partial: 'partly held', missing: 'missing' },
  periods: { hour: 'hour', day: 'day', week: 'week', month: 'month', year: 'year' },
  card: {
    for: 'For',
    phase: (count: number) => (count === 1 ? 'Phase' : 'Phases'),
    level: 'Level',
    hours: 'Hours',
    notGiven: 'not given',
    cost: 'Cost',
    checked: (date: string) => `checked ${date}`,
  },
  sameAsTable: 'The same as a table',
  held: 'held:',
  asked: 'asked for:',
  notSaid: 'not said',
  notHeld: 'not held',
  unknownLevel: 'level unknown',
  noHours: 'not by study alone',
  coverage: {
    title: 'Coverage by tier: full is met, hatched partly held, empty missing',
    all: 'all',
    alt: 'How much of what is asked for is covered; what is partly held counts half.',
    of: (share: string, asked: string) => `${share} of ${asked} asked for`,
    columns: ['Tier', 'Asked for', 'Met', 'Partly held', 'Missing', 'Coverage'],
  },
  matrix: {
    title: 'Skills held against skills asked for: the bar is the level held, the line the level asked for',
    pressing: (shown: number, gaps: number, all: number) =>
      `The ${shown} most pressing of ${gaps} gaps, of ${all} skills: the bar is the level held, the line the level asked for`,
    gapsOnly: (gaps: number, all: number) =>
      `The ${gaps} gaps among ${all} skills: the bar is the level held, the line the level asked for`,
    first: (shown: number, all: number) =>
      `The first ${shown} of ${all} skills: the bar is the level held, the line the level asked for`,
    alt: 'Each skill with its status, the level held and the level asked for.',
    columns: ['Skill', 'Tier', 'Held', 'Asked for', 'Status'],
  },
  priority: {
    title: 'Gaps by priority',
    pressing: (shown: number, gaps: number) => `The ${shown} most pressing of ${gaps} gaps by priority`,
    alt: 'The longer the bar, the more a gap weighs: tier, share of postings and steps still to climb.',
    columns: ['Gap', 'Tier', 'Status', 'Priority', 'Estimated study'],
  },
  share: {
    title: 'Share of postings that name each skill',
    first: (shown: number, all: number) =>
      `Share of postings that name each skill, the first ${shown} of ${all}`,
    alt: 'The share of postings that name each skill.',
    columns: ['Skill', 'Tier', 'Postings'],
  },
  pay: {
    title: (period: string) => `Pay per ${period}`,
    percentiles: ['10th percentile', '25th percentile', 'median', '75th percentile', '90th percentile'],
    from: 'from',
    to: 'to',
    columns: ['Place', 'Pay'],
  },
  timeline: {
    title: (weeks: number, hours: string, estimated: boolean) =>
      `Roadmap, week 1 to ${weeks}, ${hours}${estimated ? ' by estimate' : ' as planned'}`,
    part: (from: number, to: number, all: number) => `phases ${from} to ${to} of ${all}`,
    phase: (index: number, title: string) => (title === '' ? `Phase ${index}` : `Phase ${index}: ${title}`),
    week: (week: number) => `Week ${week}`,
    weeks: (from: number, to: number) => `Weeks ${from} to ${to}`,
    columns: ['Phase', 'Weeks', 'Hours', 'Skills'],
  },
} as const;
