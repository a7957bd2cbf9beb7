import type { Finding } from '../../schemas/index.ts';
import type { ModelRequest } from '../model/model.ts';
import type { MustMention, Style } from '../sections/index.ts';
import type { Ground, WorkingSentence } from './check-section.ts';
import { describeFacts, tame } from './describe-facts.ts';
import { describeStyle } from './describe-style.ts';
import { type Prompt, renderPrompt } from './load-prompt.ts';
import { privacyOf } from './privacy.ts';

/** The prompts of one section. */
export interface SectionPrompts {
  shared: Prompt;
  section: Prompt;
  repair: Prompt;
}

/** The request for a section: rules first, then what the section is for and the facts of its brief. */
export function sectionMessages(
  ground: Ground,
  prompts: SectionPrompts,
  style: Style,
): ModelRequest['messages'] {
  const { section, sheet, brief, privacy = privacyOf(sheet) } = ground;
  const must = section.mustMention(sheet);
  const facts = sheet.facts.filter((fact) => brief.has(fact.id));
  const user = renderPrompt(prompts.section, {
    title: section.title,
    must: listMust(must),
    facts: describeFacts(facts, privacy),
  });
  return [system(prompts, style), { role: 'user', content: user }];
}

/** A sentence that has to be written again. */
export interface Faulty {
  id: number;
  sentence: WorkingSentence;
  findings: readonly Finding[];
}

/** The request for a repair: the faulty sentences alone, with their findings as they are. */
export function repairMessages(
  ground: Ground,
  prompts: SectionPrompts,
  style: Style,
  faulty: readonly Faulty[],
  missing: readonly MustMention[],
  next: number,
): ModelRequest['messages'] {
  const { sheet, brief, privacy = privacyOf(sheet) } = ground;
  const facts = sheet.facts.filter((fact) => brief.has(fact.id));
  // Findings quote the text with its slots filled in.
  const hide = (text: string) => privacy.hideQuoted(text);
  const user = renderPrompt(prompts.repair, {
    title: ground.section.title,
    facts: describeFacts(facts, privacy),
    sentences: JSON.stringify(
      faulty.map(({ id, sentence, findings }) => ({
        id,
        text: sentence.template,
        facts: sentence.facts,
        findings: findings.map(({ rule, quote, expected, message, facts: about }) => ({
          rule,
          quote: hide(quote),
          expected: hide(expected),
          message: hide(message),
          facts: about,
        })),
      })),
      undefined,
      1,
    ),
    missing:
      missing.length === 0
        ? 'Nothing is missing.'
        : `Add sentences with ids from ${next} on for what is missing:\n${listMust(missing)}`,
  });
  return [system(prompts, style), { role: 'user', content: user }];
}

function system(prompts: SectionPrompts, style: Style): ModelRequest['messages'][number] {
  return { role: 'system', content: renderPrompt(prompts.shared, describeStyle(style)) };
}

function listMust(must: readonly MustMention[]): string {
  if (must.length === 0) return '- nothing in particular';
  return must
    .map(({ what, any }) => `- ${JSON.stringify(tame(what))}: cite ${any.slice(0, 4).join(' or ')}`)
    .join('\n');
}
