import type { Finding } from '../../schemas/index.ts';
import { ask, mend } from './ask-model.ts';
import { type Faulty, repairMessages } from './build-messages.ts';
import type { Ground, SectionCheck, WorkingSentence } from './check-section.ts';
import type { WatchedOptions } from './draft-options.ts';
import { freshSentence, tidy } from './fresh-sentence.ts';
import { readNumberedLines } from './read-prose.ts';

/** Has the faulty sentences written again, and what is missing added; everything else stays as it is. */
export async function repairSection(
  ground: Ground,
  paragraphs: readonly WorkingSentence[][],
  findings: readonly Finding[][][],
  missing: SectionCheck['missing'],
  round: number,
  options: WatchedOptions,
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
  const text = await ask({ purpose: 'repair', messages, schema: reply.repairSchema }, ground, options);
  const parsed = reply.parseRepair(text, ground);
  const read = parsed.ok ? parsed : parsed.isProse ? readNumberedLines(text, ground) : undefined;
  mend(read?.mended ?? [], ground, options);
  const rewritten = new Map((read?.value ?? []).map((sentence) => [sentence.id, sentence]));
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
    const extra = added.map(
      (sentence): WorkingSentence => ({ ...freshSentence(sentence), provenance: 'repaired' }),
    );
    if (repaired.length === 0) repaired.push(extra);
    else repaired[repaired.length - 1]?.push(...extra);
  }
  return repaired;
}
