import { cleanText } from '../clean-text.ts';
import type { Card } from './report-document.ts';
import { WORDS } from './words.ts';

/** Gives what stands beneath the title of a resource: who offers it, the gaps that it closes, its details and cost. */
export function cardLines({ provider, kind, closes, details, cost }: Card): string[] {
  const gaps = closes.map(cleanText).filter(Boolean).join(', ');
  return [
    [provider, kind].map(cleanText).filter(Boolean).join(' · '),
    gaps && `${WORDS.card.for}: ${gaps}`,
    details.map(({ label, value }) => `${cleanText(label)}: ${cleanText(value)}`).join(' · '),
    cost && `${WORDS.card.cost}: ${cleanText(cost)}`,
  ].filter(Boolean);
}
