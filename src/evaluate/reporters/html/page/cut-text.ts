import type { Range } from './diff-words.ts';

/** A piece of a text with what covers it: indexes of findings, and whether the other text lacks it. */
export interface Piece extends Range {
  findings: number[];
  changed: boolean;
}

/** Cuts a part of a text where a finding or a change begins or ends. The pieces follow one another without a gap. */
export function cutText(part: Range, findings: readonly Range[], changes: readonly Range[]): Piece[] {
  const within = (at: number) => Math.min(part.end, Math.max(part.start, at));
  const edges = [part, ...findings, ...changes].flatMap(({ start, end }) => [within(start), within(end)]);
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  const covers = ({ start, end }: Range, from: number, to: number) => start < to && end > from;
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] as number;
    return {
      start,
      end,
      findings: findings.flatMap((finding, index) => (covers(finding, start, end) ? [index] : [])),
      changed: changes.some((change) => covers(change, start, end)),
    };
  });
}
