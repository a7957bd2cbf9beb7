import { address } from './address.ts';
import { bareFigure } from './bare-figure.ts';
import { citedFigure } from './cited-figure.ts';
import { citedSkills } from './cited-skills.ts';
import type { DraftRule } from './draft-rule.ts';
import { english } from './english.ts';
import { knownFacts } from './known-facts.ts';
import { modelTalk } from './model-talk.ts';
import { noMarkup } from './no-markup.ts';
import { offTask } from './off-task.ts';
import { reportLanguage } from './report-language.ts';
import { sentenceLength } from './sentence-length.ts';
import { slotFits } from './slot-fits.ts';

/** The rules over the sentences of a draft. A new one is a file here and a line in this list. */
export const DRAFT_RULES: readonly DraftRule[] = [
  knownFacts,
  bareFigure,
  citedFigure,
  slotFits,
  citedSkills,
  noMarkup,
  modelTalk,
  address,
  english,
  reportLanguage,
  offTask,
  sentenceLength,
];
