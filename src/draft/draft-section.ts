import type { Call, FactSheet, Report, ReportSection, Usage } from '../../schemas/index.ts';
import { onceFor } from '../check/once-for.ts';
import { AbortedError, ModelError } from '../errors.ts';
import { DEFAULT_STYLE, fitLength, type Section, type Style } from '../sections/index.ts';
import { mend } from './ask-model.ts';
import { CallLog, sumCalls } from './call-log.ts';
import { checkSection, type Ground, toReportSection, type WorkingSentence } from './check-section.ts';
import { type DraftOptions, isStrict, refuse, type WatchedOptions } from './draft-options.ts';
import { firstDraft } from './first-draft.ts';
import { freshSentence } from './fresh-sentence.ts';
import { repairSection } from './repair-section.ts';
import { replaceFaulty } from './replace-faulty.ts';

export interface DraftedSection {
  section: ReportSection;
  usage: Usage;
  /** What the usage is the sum of. */
  calls: Call[];
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
  return {
    section,
    sheet,
    brief: new Set(section.brief(sheet)),
    common: new Set(),
    byId: factsById(sheet),
    mode,
    style,
  };
}

/** The same for all sections. */
const factsById = onceFor((sheet: FactSheet) => new Map(sheet.facts.map((fact) => [fact.id, fact])));

/** The section by code alone. */
export function offlineSection(ground: Ground, style: Style): ReportSection {
  return toReportSection(ground, offlineParagraphs(ground, style));
}

/**
 * Drafts a section: the model writes, every sentence is checked, faulty ones go back with their findings, and what
 * is still wrong after the last round gives way to the offline writer's sentence. The section that comes out has no
 * finding of severity error.
 * @throws AbortedError when the signal fires
 * @throws ModelError with `strict`, where sentences cannot be had from the model; it keeps the text that came
 */
export async function draftSection(
  section: Section,
  sheet: FactSheet,
  given: DraftOptions,
): Promise<DraftedSection> {
  const options: WatchedOptions = given.log ? { ...given, log: given.log } : watch(given);
  const { style, maxRepairs, onEvent = () => {}, log } = options;
  const { common = new Set<string>(), privacy } = options;
  const ground: Ground = { ...groundOf(section, sheet, options.reply.id, style), common, privacy };
  onEvent({ type: 'section-start', section: section.id });

  const finish = (paragraphs: readonly WorkingSentence[][], accepted = true): DraftedSection => {
    const done = toReportSection(ground, paragraphs);
    const calls = [...log.of(section.id)];
    const { cost, ...usage } = sumCalls(calls);
    onEvent({ type: 'section-end', section: section.id, sentences: countSentences([done]), usage, cost });
    return { section: done, usage, calls, accepted };
  };
  const fallBack = (reason: string, accepted = true): DraftedSection => {
    const paragraphs = offlineParagraphs(ground, style);
    const sentences = paragraphs.flat().length;
    onEvent({ type: 'section-fallback', section: section.id, sentences, leftOut: 0, reason });
    return finish(paragraphs, accepted);
  };
  /** What was right is kept: only the faulty sentences give way. */
  const replace = (
    { paragraphs, leftOut }: NonNullable<ReturnType<typeof replaceFaulty>>,
    reason: string,
    accepted = true,
  ): DraftedSection => {
    const sentences = paragraphs.flat().filter(({ provenance }) => provenance === 'offline').length;
    onEvent({ type: 'section-fallback', section: section.id, sentences, leftOut, reason });
    if (leftOut > 0) mend([`sentences left out, since they stayed wrong: ${leftOut}`], ground, options);
    return finish(paragraphs, accepted);
  };

  try {
    const first = await firstDraft(ground, options);
    if (first.paragraphs === undefined) {
      refuse(first.problem, first.text, options);
      return fallBack('no reply of the shape asked for');
    }
    let { paragraphs } = first;
    // Prose is checked as prose, whatever had been asked for.
    if (first.isProse) ground.mode = 'plain';
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
      const offline = () => replaceFaulty(ground, paragraphs, findings, offlineParagraphs(ground, style));
      if (round > maxRepairs) {
        const [worst] = findings.flat(2);
        const what = worst?.message ?? `nothing said of ${missing[0]?.what ?? 'a part'}`;
        refuse(
          `sentences that are still wrong after ${maxRepairs} rounds of repair (${what})`,
          JSON.stringify(
            paragraphs.map((all) => all.map(({ template, facts }) => ({ text: template, facts }))),
          ),
          options,
        );
        const replaced = offline();
        if (replaced === undefined) return fallBack('the sentences left contradict each other');
        return replace(replaced, `still wrong after ${maxRepairs} rounds of repair`);
      }
      try {
        paragraphs = await repairSection(ground, paragraphs, findings, missing, round, options);
      } catch (error) {
        if (!(error instanceof ModelError) || isStrict(error.fault, options)) throw error;
        const replaced = offline();
        if (replaced === undefined) return fallBack(error.message, false);
        return replace(replaced, error.message, false);
      }
    }
  } catch (error) {
    if (error instanceof AbortedError || options.signal?.aborted)
      throw error instanceof AbortedError ? error : new AbortedError();
    if (error instanceof ModelError && !isStrict(error.fault, options)) return fallBack(error.message, false);
    throw error;
  }
}

function offlineParagraphs({ section, sheet }: Ground, style: Style): WorkingSentence[][] {
  return fitLength(section.offline(sheet, style), section.mustMention(sheet), style).map((sentences) =>
    sentences.map((sentence) => ({ ...freshSentence(sentence), provenance: 'offline' as const })),
  );
}

function watch(options: DraftOptions): WatchedOptions {
  const log = new CallLog();
  return { ...options, log, model: log.watch(options.model) };
}

/** How many sentences came from where; `edited` only where a person rewrote some. */
export function countSentences(sections: readonly ReportSection[]): Report['writer']['sentences'] {
  const count = { model: 0, repaired: 0, offline: 0, edited: 0 };
  for (const { blocks } of sections) {
    for (const block of blocks)
      if (block.kind === 'paragraph') for (const { provenance } of block.sentences) count[provenance] += 1;
  }
  const { edited, ...written } = count;
  return { ...written, ...(edited > 0 && { edited }) };
}
