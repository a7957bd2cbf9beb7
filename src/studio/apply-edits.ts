import type { Report, ReportSection, Sentence } from '../../schemas/report.ts';

/** A sentence as a person rewrote it; an empty text takes it out. */
export interface Edit {
  section: number;
  block: number;
  sentence: number;
  text: string;
}

/** A report with its edits, and where each of its sentences stood before, by where it stands now. */
export interface EditedReport {
  report: Report;
  places: ReadonlyMap<string, string>;
}

/**
 * The report with sentences rewritten, and who wrote how many counted anew. What stood there before goes into the
 * sentence's history. Places are those of the report given; an edit that names no sentence changes nothing.
 */
export function applyEdits(report: Report, edits: readonly Edit[]): EditedReport {
  const byPlace = new Map(edits.map((edit) => [placeKey(edit), edit.text.replace(/\s+/g, ' ').trim()]));
  const places = new Map<string, string>();
  const { removed: before = 0, edited: _, ...written } = report.writer.sentences;
  const count = { ...written, edited: 0 };
  let removed = before;
  const counted = (sentence: Sentence): Sentence => {
    count[sentence.provenance] += 1;
    return sentence;
  };
  count.model = count.repaired = count.offline = 0;
  const sections = report.sections.map((part, section) => {
    const blocks: ReportSection['blocks'] = [];
    for (const [block, one] of part.blocks.entries()) {
      if (one.kind !== 'paragraph') {
        blocks.push(one);
        continue;
      }
      const sentences: Sentence[] = [];
      for (const [sentence, old] of one.sentences.entries()) {
        const key = placeKey({ section, block, sentence });
        const text = byPlace.get(key) ?? old.text;
        if (text === '') {
          removed += 1;
          continue;
        }
        places.set(placeKey({ section, block: blocks.length, sentence: sentences.length }), key);
        sentences.push(counted(text === old.text ? old : rewrite(old, text, report)));
      }
      if (sentences.length > 0) blocks.push({ ...one, sentences });
    }
    return { ...part, blocks };
  });
  const { edited, ...rest } = count;
  const sentences = { ...rest, ...(edited > 0 && { edited }), ...(removed > 0 && { removed }) };
  return { report: { ...report, sections, writer: { ...report.writer, sentences } }, places };
}

/** The place of a sentence as a key of maps. */
export function placeKey({ section, block, sentence }: Omit<Edit, 'text'>): string {
  return `${section}.${block}.${sentence}`;
}

function rewrite(old: Sentence, text: string, report: Report): Sentence {
  return {
    ...old,
    text,
    template: text,
    facts: old.facts.filter((id) => speaksOf(text, id, report)),
    provenance: 'edited',
    history: [...old.history, { template: old.template, findings: [] }],
  };
}

/** Whether a text still says what a fact says, or names the skill that it is about. */
function speaksOf(text: string, id: string, { facts }: Report): boolean {
  const skill = [...facts.skills, ...facts.extras].find(
    (one) => id === `skill.${one.id}` || id.startsWith(`skill.${one.id}.`),
  );
  if (skill) return skill.spellings.some((spelling) => holds(text, spelling));
  const display = facts.facts.find((fact) => fact.id === id)?.display;
  return display !== undefined && holds(text, display);
}

/** Whether words stand in a text, as whole words. */
function holds(text: string, words: string): boolean {
  const [low, sought] = [text.toLowerCase(), words.toLowerCase()];
  for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + 1)) {
    const around = [low.charAt(at - 1), low.charAt(at + sought.length)];
    if (sought !== '' && !around.some((char) => /[\p{L}\p{N}]/u.test(char))) return true;
  }
  return false;
}
