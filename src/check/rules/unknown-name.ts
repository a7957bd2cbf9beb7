import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import { defineRule } from '../define-rule.ts';
import { CONCRETE_KINDS } from '../words/skill-kinds.ts';

export const unknownName = defineRule({
  id: 'unknown-name',
  severity: 'error',
  category: 'unsupported',
  languages: 'other',
  description:
    'In a language that the checker does not read, a skill is named that stands nowhere in the facts.',
  good: [{ text: 'Python ist auf fortgeschrittenem Niveau vorhanden; Terraform fehlt.' }],
  bad: [{ text: 'Zu den Stärken zählen Python und MongoDB.', at: 'MongoDB' }],
  check({ reading, facts, report }) {
    if (!facts.sheet) return;
    const own = textOf(facts.sheet);
    const prose = new Set(facts.sheet.candidate.told?.words);
    for (const { tokens } of reading.sentences) {
      for (const { term, start, end } of tokens) {
        const [meaning, other] = term?.meanings ?? [];
        const skill = meaning?.kind === 'skill' && !other ? facts.skills.get(meaning.id) : undefined;
        if (skill?.status !== 'unknown' || !CONCRETE_KINDS.has(skill.kind)) continue;
        if (own.includes(skill.name) || prose.has(skill.name.toLowerCase())) continue;
        report({
          start,
          end,
          subject: skill.name,
          actual: skill.name,
          expected: 'only names of the facts',
        });
      }
    }
  },
});

const texts = new WeakMap<FactSheet, string>();

/** All that the sheet names: skills and their alternatives, titles, resources, jobs. */
function textOf(sheet: FactSheet): string {
  const known = texts.get(sheet);
  if (known !== undefined) return known;
  const { told: _, ...candidate } = sheet.candidate;
  const text = JSON.stringify({ ...sheet, candidate });
  texts.set(sheet, text);
  return text;
}
