export type Section = 'summary' | 'profile' | 'market' | 'gaps' | 'roadmap' | 'resources' | 'other';

const patterns: readonly (readonly [Section, RegExp])[] = [
  ['resources', /\b(?:resources?|learning material|courses|reading list|where to learn|materials?)\b/i],
  [
    'roadmap',
    /\b(?:roadmap|upskilling|learning plan|training plan|study plan|development plan|the plan|schedule|next steps|phases|way forward)\b/i,
  ],
  ['market', /\b(?:market|demand|requirements?|what employers|employers|labou?r)\b/i],
  ['gaps', /\b(?:gaps?|assessment|comparison|shortfalls?)\b/i],
  ['profile', /\b(?:profile|background|candidate|about|career)\b/i],
  ['summary', /\b(?:summary|overview|at a glance|in brief|introduction)\b/i],
];

/** Which part of a report a heading opens. */
export function sectionOf(heading: string): Section {
  return patterns.find(([, pattern]) => pattern.test(heading))?.[0] ?? 'other';
}
