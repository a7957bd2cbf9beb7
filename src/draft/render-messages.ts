import type { FactSheet } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import type { ModelRequest } from '../model/model.ts';
import { DEFAULT_STYLE, SECTIONS, type Style } from '../sections/index.ts';
import { sectionMessages } from './build-messages.ts';
import { groundOf } from './draft-section.ts';
import type { Prompt } from './load-prompt.ts';
import type { PromptSet } from './prompt-set.ts';

/**
 * The messages for a section as a model gets them.
 * @throws UsageError where the id names no section: repair and judge have no messages before there is a draft
 */
export function renderMessages(
  id: string,
  sheet: FactSheet,
  set: PromptSet,
  style: Style = DEFAULT_STYLE,
): ModelRequest['messages'] {
  const section = SECTIONS.find((candidate) => candidate.id === id);
  if (!section)
    throw new UsageError(
      `cannot render the prompt "${id}" for a case: expected a section, one of ${SECTIONS.map((known) => known.id).join(', ')}`,
    );
  const prompt = (name: string) => set.prompts.get(name) as Prompt;
  const prompts = { shared: prompt('shared'), repair: prompt('repair'), section: prompt(id) };
  return sectionMessages(groundOf(section, sheet, set.reply.id), prompts, style);
}
