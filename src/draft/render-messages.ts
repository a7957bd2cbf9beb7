import type { FactSheet } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import type { ModelRequest } from '../model/model.ts';
import { DEFAULT_STYLE, SECTIONS, type Style } from '../sections/index.ts';
import { sectionMessages, systemMessage } from './build-messages.ts';
import { commonFacts } from './common-facts.ts';
import { groundOf } from './draft-section.ts';
import type { Prompt } from './load-prompt.ts';
import { type Privacy, privacyOf } from './privacy.ts';
import type { PromptSet } from './prompt-set.ts';

export interface RenderOptions {
  style?: Style;
  /** What may not be shown; default: the names of the sheet. */
  privacy?: Privacy;
}

/**
 * The messages for a section as a model gets them; for `shared`, the first message of all of them.
 * @throws UsageError where the id names neither: repair and judge have no messages before there is a draft
 */
export function renderMessages(
  id: string,
  sheet: FactSheet,
  set: PromptSet,
  { style = DEFAULT_STYLE, privacy = privacyOf(sheet) }: RenderOptions = {},
): ModelRequest['messages'] {
  const common = commonFacts(sheet, SECTIONS);
  const prompt = (name: string) => set.prompts.get(name) as Prompt;
  const shared = prompt('shared');
  if (id === 'shared') return [systemMessage({ sheet, common, privacy }, shared, style)];
  const section = SECTIONS.find((candidate) => candidate.id === id);
  if (!section)
    throw new UsageError(
      `cannot render the prompt "${id}" for a case: expected shared or a section, one of ${SECTIONS.map((known) => known.id).join(', ')}`,
    );
  const ground = { ...groundOf(section, sheet, set.reply.id, style), common, privacy };
  return sectionMessages(ground, { shared, repair: prompt('repair'), section: prompt(id) }, style);
}
