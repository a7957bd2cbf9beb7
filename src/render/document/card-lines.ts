import { cleanText } from '../clean-text.ts';
import type { Card } from './report-document.ts';

/** Gives what stands beneath the title of a resource: who offers it, the gaps that it closes, its details and cost. */
export function cardLines({ provider, kind, closes, details, cost, labels }: Card): string[] {
  const gaps = closes.map(cleanText).filter(Boolean).join(', ');
  return [
    [provider, kind].map(cleanText).filter(Boolean).join(' · '),
    gaps && `${labels.for}: ${gaps}`,
    details.map(({ label, value }) => `${cleanText(label)}: ${cleanText(value)}`).join(' · '),
    cost && `${labels.cost}: ${cleanText(cost)}`,
  ].filter(Boolean);
}
