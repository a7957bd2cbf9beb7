import type { Verdict } from '../../../../schemas/index.ts';
import { showText } from '../../../findings/show-text.ts';
import {
  type ComparisonGroup,
  describeComparison,
  describePaired,
  VERDICTS,
} from '../words/describe-comparison.ts';
import type { Style, TerminalPage } from './terminal-page.ts';
import { renderTextTable, type TextCell, type TextColumn } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

const STYLES: Readonly<Record<Verdict, Style>> = {
  regression: ['red', 'bold'],
  'cannot-tell': 'yellow',
  improvement: ['green', 'bold'],
  'non-inferior': 'green',
};

const COLUMNS: readonly TextColumn[] = [
  { title: 'scorer', least: 14 },
  { title: 'before', align: 'right', drop: 1 },
  { title: 'after', align: 'right', drop: 1 },
  { title: 'difference', align: 'right' },
  { title: '90 % interval', align: 'right', drop: 2 },
  { title: 'verdict' },
];

/** One variant against another, scorer by scorer; under what cannot be told, what would settle it. */
export function renderGroup({ input, width, paint }: TerminalPage, group: ComparisonGroup): string[] {
  const { variant, against, model, gating, exploratory } = group;
  const list = [...gating, ...exploratory];
  const described = list.map((one) => ({ one, cells: describeComparison(one, input.summary.scorers) }));
  const title = `${showText(variant)} against ${showText(against)}, ${showText(model)} (${describePaired(group)})`;
  const [head = '', ...rows] = renderTextTable(
    COLUMNS,
    described.map(({ one, cells }): TextCell[] => [
      { text: showText(one.scorer) },
      { text: cells.before },
      { text: cells.after },
      { text: cells.difference },
      { text: cells.interval },
      one.gating
        ? {
            text: `${VERDICTS[one.verdict].mark} ${cells.verdict}`,
            paint: (text) => paint(STYLES[one.verdict], text),
          }
        : { text: `${cells.verdict} (hint)`, paint: (text) => paint('dim', text) },
    ]),
    { width, indent: '  ', paintTitle: (text) => paint('dim', text) },
  );
  const dim = (text: string, lead: string) =>
    wrapText(showText(text), { width, lead }).map((line) => paint('dim', line));
  return [
    ...wrapText(title, { width, indent: '  ' }).map((line) => paint('bold', line)),
    head,
    ...rows.slice(0, gating.length).flatMap((row, at) => {
      const { one, cells } = described[at] as (typeof described)[number];
      return one.verdict === 'cannot-tell' ? [row, ...dim(cells.note, '    ')] : [row];
    }),
    ...(exploratory.length > 0
      ? dim('Hints only: no gate rests on these, and they are not adjusted for their number.', '  ')
      : []),
    ...rows.slice(gating.length),
  ];
}
