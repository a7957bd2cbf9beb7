import type { Fact, FactSheet, Finding, Provenance, ReportSection } from '../../schemas/index.ts';
import { checkDraftSentence, type DraftMode } from '../check/draft/index.ts';
import { checkReport } from '../check/index.ts';
import { wordsOf } from '../language/index.ts';
import { renderSectionMarkdown } from '../render/index.ts';
import {
  fillSlots,
  type MustMention,
  type Section,
  type Style,
  slotsOf,
  titleOf,
} from '../sections/index.ts';
import { findOutOfTone } from './find-out-of-tone.ts';
import type { Privacy } from './privacy.ts';

/** A sentence on its way: as written, with all that was wrong with earlier wordings. */
export interface WorkingSentence {
  template: string;
  facts: string[];
  provenance: Provenance;
  history: { template: string; findings: Finding[] }[];
}

export interface SectionCheck {
  /** Errors by paragraph and sentence, in the order of the draft. */
  findings: Finding[][][];
  /** What must be said and is not. */
  missing: MustMention[];
  errors: number;
}

/** What one section is drafted and checked with. */
export interface Ground {
  section: Section;
  sheet: FactSheet;
  brief: ReadonlySet<string>;
  /** Facts that stand with the rules, before every section; not all of them are of this brief. */
  common: ReadonlySet<string>;
  byId: ReadonlyMap<string, Fact>;
  mode: DraftMode;
  style: Pick<Style, 'person' | 'pronoun'> & Partial<Pick<Style, 'tone'>>;
  /** What prompts may not show; default: the names of the sheet. */
  privacy?: Privacy | undefined;
}

/** The finished form of a sentence on its way: values filled in, slots cited. */
export function toReportSection(
  { section, sheet, byId }: Ground,
  paragraphs: readonly WorkingSentence[][],
): ReportSection {
  const words = wordsOf(sheet);
  return {
    id: section.id,
    title: titleOf(section, sheet),
    blocks: paragraphs
      .filter((sentences) => sentences.length > 0)
      .map((sentences) => ({
        kind: 'paragraph' as const,
        sentences: sentences.map(({ template, facts, provenance, history }) => ({
          text: fillSlots(template, byId, words),
          template,
          facts: [...new Set([...facts, ...slotsOf(template)])],
          provenance,
          history,
        })),
      })),
  };
}

/**
 * Checks a drafted section: slots and citations sentence by sentence, then the filled text against the facts. Only
 * findings of severity error count here; a finding belongs to the sentence that it lies in.
 */
export function checkSection(ground: Ground, paragraphs: readonly WorkingSentence[][]): SectionCheck {
  const { section, sheet } = ground;
  const findings = paragraphs.map((sentences) => sentences.map((sentence) => checkAlone(sentence, ground)));
  const places = paragraphs
    .map((sentences, p) => ({ sentences, p }))
    .filter(({ sentences }) => sentences.length > 0);
  const markdown = renderSectionMarkdown(toReportSection(ground, paragraphs));
  for (const finding of checkReport(markdown.text, sheet).findings) {
    if (finding.severity !== 'error') continue;
    const at = markdown.sentences.find((place) => place.start < finding.end && finding.start < place.end);
    const block = at && places[at.block];
    if (at && block) findings[block.p]?.[at.sentence]?.push(finding);
  }
  const cited = new Set(paragraphs.flat().flatMap(({ facts, template }) => [...facts, ...slotsOf(template)]));
  const missing = section.mustMention(sheet).filter(({ any }) => !any.some((id) => cited.has(id)));
  return { findings, missing, errors: findings.flat(2).length };
}

/** Findings of sentences by themselves: rounds of repair leave most of them as they are. */
const known = new WeakMap<Ground, Map<string, readonly Finding[]>>();

/** The errors of one sentence, whatever stands beside it. */
function checkAlone({ template, facts }: WorkingSentence, ground: Ground): Finding[] {
  const { sheet, brief, byId, mode, style } = ground;
  const findings = known.get(ground) ?? new Map<string, readonly Finding[]>();
  known.set(ground, findings);
  const key = JSON.stringify([mode, template, facts]);
  const found =
    findings.get(key) ??
    [
      ...checkDraftSentence({ template, facts }, brief, sheet, { byId, mode, address: style }),
      ...(style.tone && wordsOf(sheet).checked ? findOutOfTone(template, sheet, style.tone) : []),
    ].filter((finding) => finding.severity === 'error');
  findings.set(key, found);
  return [...found];
}
