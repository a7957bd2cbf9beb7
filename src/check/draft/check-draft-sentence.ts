import type { Fact, FactSheet, Finding } from '../../../schemas/index.ts';
import { wordsOf } from '../../language/index.ts';
import { builtInCatalog, type Catalog } from '../../skills/index.ts';
import { readsLanguage } from '../reads-language.ts';
import { type Address, type DraftMode, type DraftSentence, SLOT_PATTERN } from './draft-rule.ts';
import { DRAFT_RULES } from './draft-rules.ts';

/**
 * Checks what only a draft has: slots, citations, bare figures. Offsets are into the template.
 * What the sentence says once its values are filled in is for `checkReport`.
 */
export function checkDraftSentence(
  sentence: DraftSentence,
  brief: ReadonlySet<string>,
  sheet: FactSheet,
  {
    byId = new Map(sheet.facts.map((fact) => [fact.id, fact])),
    catalog = builtInCatalog(),
    mode = 'slots',
    address,
  }: {
    byId?: ReadonlyMap<string, Fact>;
    catalog?: Catalog;
    mode?: DraftMode;
    address?: Address | undefined;
  } = {},
): Finding[] {
  const { template } = sentence;
  const bare = template.replace(SLOT_PATTERN, (slot) => ' '.repeat(slot.length));
  const words = wordsOf(sheet);
  const context = { words, sentence, bare, brief, byId, sheet, catalog, address };
  return DRAFT_RULES.filter((rule) => rule.modes.includes(mode) && readsLanguage(rule, words)).flatMap(
    (rule) =>
      rule.check(context).map(
        (fault): Finding => ({
          rule: rule.id,
          severity: rule.severity,
          line: 1,
          column: fault.start + 1,
          quote: template.slice(fault.start, fault.end),
          related: [],
          ...fault,
        }),
      ),
  );
}
