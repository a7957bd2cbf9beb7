import { createHash } from 'node:crypto';
import type { FactSheet } from '../../schemas/index.ts';
import { type PromptSet, renderMessages } from '../../src/draft/index.ts';
import { DEFAULT_STYLE } from '../../src/sections/index.ts';
import type { Script, ScriptedCall, ScriptedReply } from '../../test/support/scripted-server.ts';
import { faultsFor, perfectDraft, sectionOf } from '../../test/support/scripted-writer.ts';

/** A case that a scripted model knows, and how often it writes something false about it. */
export interface ScriptedCase {
  sheet: FactSheet;
}

export interface CaseWriterOptions {
  /** Share of sections with one false sentence in the first draft, 0 to 1; it is mended when told. */
  faultRate?: number;
  /** Whether the second of two equal requests may come out otherwise than the first: no, where requests are repeated. */
  varies?: boolean;
  latencyMs?: number;
}

/**
 * A scripted model for many cases: it finds the case by the first message of a request, and writes what the offline
 * writer would, with a false sentence in some sections. Which ones is decided by a hash of the request, so that the
 * same request gets the same reply from every server.
 */
export function caseWriter(
  cases: readonly ScriptedCase[],
  set: PromptSet,
  { faultRate = 0, varies = false, latencyMs = 0 }: CaseWriterOptions = {},
): Script {
  const sheets = new Map(
    cases.map(({ sheet }) => [
      renderMessages('shared', sheet, set, { style: DEFAULT_STYLE })[0]?.content,
      sheet,
    ]),
  );
  const asked = new Map<string, number>();
  return (call): ScriptedReply => {
    const sheet = sheets.get(call.body.messages[0]?.content);
    if (!sheet) throw new Error('a case that the script does not know');
    const id = createHash('sha256').update(JSON.stringify(call.body.messages)).digest('hex');
    const nth = varies ? (asked.get(id) ?? 0) : 0;
    asked.set(id, nth + 1);
    const { content } = write(call, sheet, chanceOf(`${id} ${nth}`) < faultRate);
    const letters = (value: unknown) => JSON.stringify(value).length;
    return {
      content,
      latencyMs,
      usage: {
        prompt_tokens: Math.ceil(letters(call.body.messages) / 4),
        completion_tokens: Math.ceil(letters(content) / 4),
      },
    };
  };
}

function write(call: ScriptedCall, sheet: FactSheet, isFaulty: boolean): { content: object } {
  const section = sectionOf(call);
  const good = perfectDraft(section, sheet);
  const [first, ...others] = good.paragraphs;
  const [sentence, ...rest] = first?.sentences ?? [];
  if (!first || !sentence) return { content: good };
  if (call.purpose === 'repair') return { content: { sentences: [{ id: 1, ...sentence }] } };
  const fault = isFaulty && canBeContradicted(sheet) ? faultsFor(sheet)[section.id] : undefined;
  if (!fault) return { content: good };
  const { text, facts } = fault;
  return { content: { paragraphs: [{ sentences: [{ text, facts }, ...rest] }, ...others] } };
}

function canBeContradicted({ skills }: FactSheet): boolean {
  return ['met', 'missing'].every((status) => skills.some((skill) => skill.status === status));
}

/** A number in [0, 1) out of a text. */
function chanceOf(text: string): number {
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 12), 16) / 2 ** 48;
}
