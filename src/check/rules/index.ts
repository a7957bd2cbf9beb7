import type { Rule } from '../types.ts';
import { achievement } from './achievement.ts';
import { activity } from './activity.ts';
import { announcement } from './announcement.ts';
import { arithmetic } from './arithmetic.ts';
import { career } from './career.ts';
import { certificate } from './certificate.ts';
import { certificateFact } from './certificate-fact.ts';
import { circular } from './circular.ts';
import { comparison } from './comparison.ts';
import { contradiction } from './contradiction.ts';
import { cost } from './cost.ts';
import { count } from './count.ts';
import { date } from './date.ts';
import { degree } from './degree.ts';
import { demand } from './demand.ts';
import { discrimination } from './discrimination.ts';
import { duplicateList } from './duplicate-list.ts';
import { employer } from './employer.ts';
import { experience } from './experience.ts';
import { growthArea } from './growth-area.ts';
import { language } from './language.ts';
import { leadership } from './leadership.ts';
import { level } from './level.ts';
import { levelSteps } from './level-steps.ts';
import { longSentence } from './long-sentence.ts';
import { modelText } from './model-text.ts';
import { mustMention } from './must-mention.ts';
import { needlessTraining } from './needless-training.ts';
import { phase } from './phase.ts';
import { planFigure } from './plan-figure.ts';
import { planSum } from './plan-sum.ts';
import { planned } from './planned.ts';
import { priceOrder } from './price-order.ts';
import { provider } from './provider.ts';
import { quantifier } from './quantifier.ts';
import { rank } from './rank.ts';
import { readability } from './readability.ts';
import { repetition } from './repetition.ts';
import { resourceCount } from './resource-count.ts';
import { resourceFigure } from './resource-figure.ts';
import { resourceLevel } from './resource-level.ts';
import { roleHeld } from './role-held.ts';
import { salary } from './salary.ts';
import { share } from './share.ts';
import { skillPolarity } from './skill-polarity.ts';
import { statistic } from './statistic.ts';
import { tableCell } from './table-cell.ts';
import { tier } from './tier.ts';
import { title } from './title.ts';
import { toldFigure } from './told-figure.ts';
import { unknownFigure } from './unknown-figure.ts';
import { unknownName } from './unknown-name.ts';
import { unsupportedResource } from './unsupported-resource.ts';
import { unsupportedSkill } from './unsupported-skill.ts';

/** All rules. Where two see one fault, the one listed first speaks. */
export const RULES: readonly Rule[] = [
  skillPolarity,
  tier,
  quantifier,
  tableCell,
  share,
  rank,
  comparison,
  salary,
  experience,
  count,
  planFigure,
  arithmetic,
  resourceFigure,
  resourceLevel,
  priceOrder,
  demand,
  growthArea,
  cost,
  provider,
  phase,
  activity,
  level,
  levelSteps,
  title,
  certificateFact,
  date,
  career,
  unsupportedSkill,
  toldFigure,
  achievement,
  statistic,
  leadership,
  degree,
  certificate,
  language,
  employer,
  unsupportedResource,
  contradiction,
  duplicateList,
  planSum,
  roleHeld,
  planned,
  resourceCount,
  modelText,
  discrimination,
  needlessTraining,
  mustMention,
  unknownFigure,
  unknownName,
  announcement,
  circular,
  repetition,
  longSentence,
  readability,
];
