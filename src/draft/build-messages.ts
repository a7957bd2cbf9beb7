import type { FactSheet, Finding } from '../../schemas/index.ts';
import { onceFor } from '../check/once-for.ts';
import { wordsOf } from '../language/index.ts';
import type { ModelRequest } from '../model/model.ts';
import type { MustMention, Style } from '../sections/index.ts';
import type { Ground, WorkingSentence } from './check-section.ts';
import { describeFacts, tame } from './describe-facts.ts';
import { describeStyle } from './describe-style.ts';
import { abbreviateIds } from './group-ids.ts';
import { type Prompt, renderPrompt } from './load-prompt.ts';
import { type Privacy, privacyOf } from './privacy.ts';

/** The prompts of one section. */
export interface SectionPrompts {
  shared: Prompt;
  section: Prompt;
  repair: Prompt;
}

/**
 * The request for a section: the rules and the facts that several sections use, the same for all of them; then what
 * the section is for, which of these facts it may use, and the rest of its brief.
 */
export function sectionMessages(
  ground: Ground,
  prompts: SectionPrompts,
  style: Style,
): ModelRequest['messages'] {
  const { section, sheet } = ground;
  const user = renderPrompt(prompts.section, {
    title: section.title,
    must: listMust(section.mustMention(sheet)),
    ...tellBrief(ground, prompts.shared, prompts.section),
  });
  return [systemMessage(ground, prompts.shared, style), { role: 'user', content: user }];
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
  const { sheet, privacy = privacyOf(sheet) } = ground;
  // Findings quote the text with its slots filled in.
  const hide = (text: string) => privacy.hideQuoted(text);
  const user = renderPrompt(prompts.repair, {
    title: ground.section.title,
    ...tellBrief(ground, prompts.shared, prompts.repair),
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
  return [systemMessage(ground, prompts.shared, style), { role: 'user', content: user }];
}

/** The first message of every request: nothing in it depends on the section. */
export function systemMessage(
  { sheet, common, privacy = privacyOf(sheet) }: Pick<Ground, 'sheet' | 'common' | 'privacy'>,
  shared: Prompt,
  style: Style,
): ModelRequest['messages'][number] {
  const told = toldOf(common);
  const known = told.find((one) => one.sheet === sheet && one.privacy === privacy);
  const facts =
    known?.facts ??
    describeFacts(
      sheet.facts.filter((fact) => common.has(fact.id)),
      privacy,
    );
  if (!known) told.push({ sheet, privacy, facts });
  return {
    role: 'system',
    content: renderPrompt(shared, { ...describeStyle(style, wordsOf(sheet)), facts: facts || NONE }),
  };
}

/** What common facts were told as, which is the same for all requests of a report. */
const toldOf = onceFor(
  (_: ReadonlySet<string>): { sheet: FactSheet; privacy: Privacy; facts: string }[] => [],
);

const NONE = '(none)';

/**
 * The facts of the brief: those that stand with the rules by their ids, the rest in full. Prompts of the user's that
 * know nothing of common facts get the whole brief in full.
 */
function tellBrief(
  { sheet, brief, common, privacy = privacyOf(sheet) }: Ground,
  shared: Prompt,
  { slots }: Prompt,
): { common: string; facts: string } {
  const isSplit = shared.slots.includes('facts') && slots.includes('common');
  const before = new Set(isSplit ? [...common].filter((id) => brief.has(id)) : []);
  const own = sheet.facts.filter((fact) => brief.has(fact.id) && !before.has(fact.id));
  return {
    common: abbreviateIds(before, common) || NONE,
    facts: describeFacts(own, privacy) || NONE,
  };
}

function listMust(must: readonly MustMention[]): string {
  if (must.length === 0) return '- nothing in particular';
  return must
    .map(({ what, any }) => `- ${JSON.stringify(tame(what))}: ${any.slice(0, 4).join(' or ')}`)
    .join('\n');
}
