import { candidateProfile } from './candidate-profile.ts';
import { executiveSummary } from './executive-summary.ts';
import { marketRequirementsAnalysis } from './market-requirements-analysis.ts';
import { recommendedResources } from './recommended-resources.ts';
import type { Section } from './section.ts';
import { skillGapAssessment } from './skill-gap-assessment.ts';
import { upskillingRoadmap } from './upskilling-roadmap.ts';

/** The sections of a report, in their order. */
export const SECTIONS: readonly Section[] = [
  executiveSummary,
  candidateProfile,
  marketRequirementsAnalysis,
  skillGapAssessment,
  upskillingRoadmap,
  recommendedResources,
];

export { fillSlots, SLOT, slotsOf } from './fill-slots.ts';
export { fitLength } from './fit-length.ts';
export {
  defineSection,
  idsLike,
  type MustMention,
  type Section,
  type SentenceDraft,
  titleOf,
} from './section.ts';
export {
  DEFAULT_STYLE,
  formsOf,
  LENGTHS,
  MOST_SENTENCES,
  PERSONS,
  PRONOUNS,
  type Pronoun,
  READERS,
  type Style,
  TONES,
} from './style.ts';
