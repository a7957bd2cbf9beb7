import type { Chart } from './chart.ts';
import { coverage } from './coverage.ts';
import { demandShare } from './demand-share.ts';
import { gapPriority } from './gap-priority.ts';
import { roadmapTimeline } from './roadmap-timeline.ts';
import { salaryRange } from './salary-range.ts';
import { skillsMatrix } from './skills-matrix.ts';

/** Every picture of a report, in the order in which those of one section stand. A new one is a file and a line. */
export const CHARTS: readonly Chart[] = [
  coverage,
  salaryRange,
  demandShare,
  skillsMatrix,
  gapPriority,
  roadmapTimeline,
];

export type { Chart, ChartPalette } from './chart.ts';
