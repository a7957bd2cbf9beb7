import type { Comparison } from '../../../../../schemas/index.ts';
import { type Html, html } from '../../../../render/html/html.ts';
import type { SummaryScorer } from '../../words/describe-comparison.ts';
import { round } from './render-dots.ts';

/** Margins that a glyph reaches to each side; what lies beyond stops at an arrow. */
const REACH = 4;

/**
 * A difference and its interval in units of the scorer's margin, better to the right, so that verdicts of different
 * scorers can be seen in one column. The grey band is what does not matter. Its words stand in the row beside it.
 */
export function renderForest(one: Comparison, { better, margin }: SummaryScorer): Html {
  if (one.difference === null || margin <= 0) return html``;
  const turn = better === 'higher' ? 1 : -1;
  const x = (value: number) => {
    const share = (turn * value) / margin / REACH;
    return `${round(50 + 46 * Math.max(-1, Math.min(1, share)))}%`;
  };
  const beyond = (value: number) => Math.abs(value) > margin * REACH;
  const ends = one.interval ? [one.interval.low, one.interval.high] : [];
  return html`<svg class="forest ${one.gating ? one.verdict : 'hint'}" width="100%" height="22" aria-hidden="true" focusable="false"><rect class="band" x="${x(-turn * margin)}" width="${round((2 * 46) / REACH)}%" height="22"/><line class="zero" x1="50%" x2="50%" y1="0" y2="22"/>${
    one.interval !== null &&
    html`<line class="interval" x1="${x(one.interval.low)}" x2="${x(one.interval.high)}" y1="11" y2="11"/>`
  }${ends
    .filter(beyond)
    .map(
      (end) =>
        html`<text class="beyond" x="${turn * end > 0 ? '100%' : '0'}" y="15" text-anchor="${turn * end > 0 ? 'end' : 'start'}">${turn * end > 0 ? '›' : '‹'}</text>`,
    )}<circle cx="${x(one.difference)}" cy="11" r="4.5"/></svg>`;
}
