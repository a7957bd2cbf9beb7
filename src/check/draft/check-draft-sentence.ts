import type { Fact, FactSheet, Finding } from '../../../schemas/index.ts';
import { builtInCatalog, type Catalog } from '../../skills/index.ts';
import { type DraftSentence, SLOT_PATTERN } from './draft-rule.ts';
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
  }: { byId?: ReadonlyMap<string, Fact>; catalog?: Catalog } = {},
): Finding[] {
  const { template } = sentence;
  const bare = template.replace(SLOT_PATTERN, (slot) => ' '.repeat(slot.length));
  const context = { sentence, bare, brief, byId, sheet, catalog };
  return DRAFT_RULES.flatMap((rule) =>
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
