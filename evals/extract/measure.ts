import type { Label, LabelledText } from './labelled-text.ts';
import type { Found, Method } from './methods.ts';

/** Counts of one method over a set of texts. */
export interface Counts {
  found: number;
  /** Found names that overlap a label of either kind. */
  right: number;
  /** Labels of knowledge, and those that a found name overlaps. */
  labels: number;
  reached: number;
  /** The same of found names that are common words or single letters. */
  doubtful: number;
  doubtfulRight: number;
}

/** Holds what a method finds against the labels. A name is right where it overlaps a label of either kind. */
export function measure(
  texts: readonly LabelledText[],
  method: Method,
  isDoubtful: (name: string) => boolean,
  target: Label['kind'],
): Counts {
  const counts: Counts = { found: 0, right: 0, labels: 0, reached: 0, doubtful: 0, doubtfulRight: 0 };
  for (const { text, labels } of texts) {
    const found = method.find(text);
    for (const name of found) {
      const right = labels.some((label) => overlaps(name, label));
      const doubtful = isDoubtful(text.slice(name.start, name.end).toLowerCase());
      counts.found += 1;
      counts.right += Number(right);
      counts.doubtful += Number(doubtful);
      counts.doubtfulRight += Number(doubtful && right);
    }
    for (const label of labels) {
      if (label.kind !== target) continue;
      counts.labels += 1;
      counts.reached += Number(found.some((name) => overlaps(name, label)));
    }
  }
  return counts;
}

function overlaps(a: Pick<Found, 'start' | 'end'>, b: Pick<Label, 'start' | 'end'>): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Of two shares, their harmonic mean; 0 where both are. */
export function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
