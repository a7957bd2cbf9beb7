import type { FactSheet, Finding, ReportSection, Usage } from '../../schemas/index.ts';
import { AbortedError, ModelError } from '../errors.ts';
import type { Model, ModelRequest } from '../model/model.ts';
import {
  DEFAULT_STYLE,
  fitLength,
  MOST_SENTENCES,
  type Section,
  type SentenceDraft,
  type Style,
} from '../sections/index.ts';
import { type Faulty, repairMessages, type SectionPrompts, sectionMessages } from './build-messages.ts';
import { checkSection, type Ground, toReportSection, type WorkingSentence } from './check-section.ts';
import type { ReportEvent } from './events.ts';
import type { Privacy } from './privacy.ts';
import { replaceFaulty } from './replace-faulty.ts';
import type { ReplyMode } from './reply-modes.ts';

export interface DraftOptions {
  model: Model;
  prompts: SectionPrompts;
  /** How the prompts ask the model to reply. */
  reply: ReplyMode;
  style: Style;
  /** What prompts may not show; default: the names of the sheet. */
  privacy?: Privacy | undefined;
  /** Rounds of repair at most. */
  maxRepairs: number;
  /** Whether a model that fails for good is an error; else the section is written offline. */
  strict?: boolean;
  /** Whether replies are streamed, each piece an event. */
  deltas?: boolean;
  signal?: AbortSignal | undefined;
  onEvent?: (event: ReportEvent) => void;
}

export interface DraftedSection {
  section: ReportSection;
  usage: Usage;
  /** False where the model failed for good and the offline writer stepped in: a later run may do better. */
  accepted: boolean;
}

/** The ground that a section stands on: its brief and the facts by id. */
export function groundOf(
  section: Section,
  sheet: FactSheet,
  mode: Ground['mode'] = 'slots',
  style: Ground['style'] = DEFAULT_STYLE,
): Ground {
  const byId = new Map(sheet.facts.map((fact) => [fact.id, fact]));
  return { section, sheet, brief: new Set(section.brief(sheet)), byId, mode, style };
}

/** The section by code alone. */
export function offlineSection(ground: Ground, style: Style): ReportSection {
  return toReportSection(ground, offlineParagraphs(ground, style));
}

/**
 * Drafts a section: the model writes, every sentence is checked, faulty ones go back with their findings, and what
 * is still wrong after the last round gives way to the offline writer's sentence. The section that comes out has no
 * finding of severity error.
 * @throws AbortedError when the signal fires
 * @throws ModelError with `strict`, where the model fails for good
 */
export async function draftSection(
  section: Section,
  sheet: FactSheet,
  options: DraftOptions,
): Promise<DraftedSection> {
  const { style, maxRepairs, onEvent = () => {}, strict = false } = options;
  const ground = { ...groundOf(section, sheet, options.reply.id, style), privacy: options.privacy };
  const meter = new Meter();
  onEvent({ type: 'section-start', section: section.id });

  const finish = (paragraphs: readonly WorkingSentence[][], accepted = true): DraftedSection => {
    const done = toReportSection(ground, paragraphs);
    onEvent({
      type: 'section-end',
      section: section.id,
      sentences: countSentences([done]),
      usage: meter.usage,
    });
    return { section: done, usage: meter.usage, accepted };
  };
  const fallBack = (reason: string, accepted = true): DraftedSection => {
    const paragraphs = offlineParagraphs(ground, style);
    onEvent({ type: 'section-fallback', section: section.id, sentences: paragraphs.flat().length, reason });
    return finish(paragraphs, accepted);
  };

  try {
    let paragraphs = await firstDraft(ground, options, meter);
    if (paragraphs === undefined) return fallBack('no reply of the shape asked for');
    for (let round = 1; ; round += 1) {
      const { findings, missing, errors } = checkSection(ground, paragraphs);
      if (round === 1)
        onEvent({
          type: 'section-draft',
          section: section.id,
          sentences: paragraphs.flat().length,
          errors: errors + missing.length,
        });
      for (const finding of findings.flat(2))
        onEvent({ type: 'section-finding', section: section.id, round, finding });
      if (errors + missing.length === 0) return finish(paragraphs);
      if (round > maxRepairs) {
        const replaced = replaceFaulty(ground, paragraphs, findings, offlineParagraphs(ground, style));
        if (replaced === undefined) return fallBack('the sentences left contradict each other');
        onEvent({
          type: 'section-fallback',
          section: section.id,
          sentences: replaced.count,
          reason: `still wrong after ${maxRepairs} rounds of repair`,
        });
        return finish(replaced.paragraphs);
      }
      try {
        paragraphs = await repair(ground, paragraphs, findings, missing, round, options, meter);
      } catch (error) {
        // What was right is kept: only the faulty sentences give way when no repair can be had.
        if (!(error instanceof ModelError) || strict) throw error;
        const replaced = replaceFaulty(ground, paragraphs, findings, offlineParagraphs(ground, style));
        if (replaced === undefined) return fallBack(error.message, false);
        onEvent({
          type: 'section-fallback',
          section: section.id,
          sentences: replaced.count,
          reason: error.message,
        });
        return finish(replaced.paragraphs, false);
      }
    }
  } catch (error) {
    if (error instanceof AbortedError || options.signal?.aborted)
      throw error instanceof AbortedError ? error : new AbortedError();
    if (error instanceof ModelError && !strict) return fallBack(error.message, false);
    throw error;
  }
}

async function firstDraft(
  ground: Ground,
  options: DraftOptions,
  meter: Meter,
): Promise<WorkingSentence[][] | undefined> {
  const { prompts, style, maxRepairs, reply } = options;
  const messages = [...sectionMessages(ground, prompts, style)];
  for (let attempt = 0; attempt <= maxRepairs; attempt += 1) {
    const text = await ask(
      { purpose: 'section', messages, schema: reply.schema(ground) },
      ground,
      options,
      meter,
    );
    const parsed = reply.parse(text, ground);
    if (parsed.ok) {
      const written = parsed.value.map((sentences) =>
        sentences.filter(({ text: words }) => words.trim() !== '').map(fresh),
      );
      // A model that does not stop is cut: what is beyond the length of a section is not even checked.
      const cut = cutLong(written, MOST_SENTENCES[style.length]);
      if (cut.flat().length > 0) return cut;
    }
    const problem = parsed.ok ? 'no sentence in the reply' : parsed.problem;
    if (attempt === 0) messages.push({ role: 'user', content: '' });
    messages[messages.length - 1] = {
      role: 'user',
      content: `Your last reply could not be used: ${problem}\nReply again with the one JSON object asked for, and nothing else.`,
    };
  }
  return undefined;
}

/** The first sentences, as many as a section may have. */
function cutLong(paragraphs: readonly WorkingSentence[][], most: number): WorkingSentence[][] {
  let left = most;
  return paragraphs.flatMap((sentences) => {
    const kept = sentences.slice(0, Math.max(0, left));
    left -= kept.length;
    return kept.length > 0 ? [kept] : [];
  });
}

async function repair(
  ground: Ground,
  paragraphs: readonly WorkingSentence[][],
  findings: readonly Finding[][][],
  missing: ReturnType<typeof checkSection>['missing'],
  round: number,
  options: DraftOptions,
  meter: Meter,
): Promise<WorkingSentence[][]> {
  const flat = paragraphs.flatMap((sentences, p) =>
    sentences.map((sentence, s) => ({ sentence, findings: findings[p]?.[s] ?? [] })),
  );
  const faulty: Faulty[] = flat
    .map((item, at) => ({ id: at + 1, ...item }))
    .filter((item) => item.findings.length > 0);
  options.onEvent?.({
    type: 'section-repair',
    section: ground.section.id,
    round,
    sentences: faulty.length + missing.length,
  });
  const messages = repairMessages(ground, options.prompts, options.style, faulty, missing, flat.length + 1);
  const { reply } = options;
  const text = await ask(
    { purpose: 'repair', messages, schema: reply.repairSchema(ground) },
    ground,
    options,
    meter,
  );
  const parsed = reply.parseRepair(text, ground);
  const rewritten = new Map((parsed.ok ? parsed.value : []).map((sentence) => [sentence.id, sentence]));
  let id = 0;
  const repaired = paragraphs.map((sentences) =>
    sentences.flatMap((sentence): WorkingSentence[] => {
      id += 1;
      const wrong = faulty.find((item) => item.id === id);
      const fix = rewritten.get(id);
      // Only what was sent may be changed: a reply that rewrites other sentences is ignored there.
      if (!wrong || !fix) return [sentence];
      if (fix.text.trim() === '') return [];
      const history = [...sentence.history, { template: sentence.template, findings: [...wrong.findings] }];
      return [{ template: tidy(fix.text), facts: fix.facts, provenance: 'repaired', history }];
    }),
  );
  const added = [...rewritten.values()].filter(
    (sentence) => sentence.id > flat.length && sentence.text.trim() !== '',
  );
  if (missing.length > 0 && added.length > 0) {
    const extra = added.map((sentence): WorkingSentence => ({ ...fresh(sentence), provenance: 'repaired' }));
    if (repaired.length === 0) repaired.push(extra);
    else repaired[repaired.length - 1]?.push(...extra);
  }
  return repaired;
}

async function ask(
  request: Omit<ModelRequest, 'section'>,
  ground: Ground,
  { model, signal, prompts, deltas, onEvent = () => {} }: DraftOptions,
  meter: Meter,
): Promise<string> {
  const { temperature, maxTokens } = prompts.section;
  const reply = await model.generate(
    {
      ...request,
      section: ground.section.id,
      ...(deltas && {
        onDelta: (text: string) => onEvent({ type: 'section-delta', section: ground.section.id, text }),
      }),
      ...(temperature !== undefined && { temperature }),
      ...(maxTokens !== undefined && { maxOutputTokens: maxTokens }),
    },
    signal ? { signal } : {},
  );
  meter.add(reply.usage);
  const purpose = request.purpose === 'repair' ? 'repair' : 'section';
  onEvent({ type: 'section-reply', section: ground.section.id, purpose, text: reply.text });
  return reply.text;
}

function offlineParagraphs({ section, sheet }: Ground, style: Style): WorkingSentence[][] {
  return fitLength(section.offline(sheet, style), section.mustMention(sheet), style).map((sentences) =>
    sentences.map((sentence) => ({ ...fresh(sentence), provenance: 'offline' as const })),
  );
}

function fresh({ text, facts }: SentenceDraft): WorkingSentence {
  return { template: tidy(text), facts, provenance: 'model', history: [] };
}

/** On one line, without what nobody sees: a word with a hidden sign in it must not pass for another. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?!\u200d)[\p{Cf}\p{Co}]|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Counts calls and tokens; a call without usage makes the sum unknown, never too small. */
class Meter {
  readonly usage: Usage = { calls: 0, inputTokens: 0, outputTokens: 0 };

  add({ inputTokens, outputTokens }: { inputTokens: number | null; outputTokens: number | null }): void {
    const plus = (sum: number | null, more: number | null) =>
      sum === null || more === null ? null : sum + more;
    this.usage.calls += 1;
    this.usage.inputTokens = plus(this.usage.inputTokens, inputTokens);
    this.usage.outputTokens = plus(this.usage.outputTokens, outputTokens);
  }
}

/** How many sentences came from where. */
export function countSentences(sections: readonly ReportSection[]): {
  model: number;
  repaired: number;
  offline: number;
} {
  const count = { model: 0, repaired: 0, offline: 0 };
  for (const { blocks } of sections) {
    for (const block of blocks)
      if (block.kind === 'paragraph') for (const { provenance } of block.sentences) count[provenance] += 1;
  }
  return count;
}
