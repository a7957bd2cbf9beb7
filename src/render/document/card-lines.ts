import { cleanText } from '../clean-text.ts';
import type { Card } from './report-document.ts';

/** Gives what stands beneath the title of a resource: who offers it with its details, and the gaps that it closes. */
export function cardLines({ provider, details, closes }: Card): string[] {
  const about = [provider, ...details.map(({ label, value }) => `${label}: ${value}`)];
  return [about.map(cleanText).filter(Boolean).join(' · '), closes.map(cleanText).join(', ')].filter(Boolean);
}
