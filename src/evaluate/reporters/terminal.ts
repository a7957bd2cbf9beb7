import { styleText } from 'node:util';
import { showText } from '../../findings/show-text.ts';
import { defineReporter } from '../define-reporter.ts';
import { renderGroup } from './terminal/render-comparisons.ts';
import { renderScores } from './terminal/render-scores.ts';
import { renderBroken, renderHead, renderReasons, renderWorst } from './terminal/render-verdict.ts';
import type { TerminalPage } from './terminal/terminal-page.ts';
import { renderTextTable } from './terminal/text-table.ts';
import { wrapText } from './terminal/wrap-text.ts';
import { describeAa } from './words/describe-aa.ts';
import { groupComparisons } from './words/describe-comparison.ts';
import { describeCells, describeSize } from './words/describe-run.ts';

const DEFAULT_WIDTH = 100;
/** Narrower than this nothing can be read as a table. */
const LEAST_WIDTH = 60;

/** For people at a terminal: the verdict first, then what it rests on. */
export const terminalReporter = defineReporter({
  id: 'terminal',
  title: 'Terminal',
  description: 'for people at a terminal: the verdict first, then tables',
  extension: 'txt',
  render(input, { color = false, width = DEFAULT_WIDTH } = {}) {
    const page: TerminalPage = {
      input,
      width: Math.max(LEAST_WIDTH, width),
      paint: (style, text) => (color ? styleText(style, text, { validateStream: false }) : text),
    };
    const blocks = [
      renderHead(page),
      renderReasons(page),
      renderWorst(page),
      renderChanges(page),
      ...groupComparisons(input.summary).map((group) => renderGroup(page, group)),
      renderScores(page),
      renderBroken(page),
      renderNoise(page),
      renderFoot(page),
    ].filter((lines) => lines.length > 0);
    return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  },
});

function renderChanges({ input: { changes = [] }, width, paint }: TerminalPage): string[] {
  if (changes.length === 0) return [];
  return [
    paint('bold', 'What differs between the runs'),
    ...changes.flatMap((change) => wrapText(showText(change), { width, lead: '  ', indent: '    ' })),
  ];
}

function renderNoise({ input: { aa, summary }, width, paint }: TerminalPage): string[] {
  if (!aa) return [];
  const { words, rows } = describeAa(aa, summary.scorers);
  return [
    paint('bold', 'Noise: the same prompt twice'),
    ...wrapText(words, { width, lead: '  ' }),
    ...renderTextTable(
      [
        { title: 'scorer', least: 14 },
        { title: 'false alarms', align: 'right' },
        { title: 'chance reaches', align: 'right' },
      ],
      rows.map(({ scorer, falseAlarms, noiseFloor }) => [
        { text: showText(scorer) },
        { text: falseAlarms },
        { text: showText(noiseFloor) },
      ]),
      { width, indent: '  ', paintTitle: (text) => paint('dim', text) },
    ),
  ];
}

function renderFoot({ input: { summary }, width, paint }: TerminalPage): string[] {
  return [describeSize(summary), describeCells(summary)].flatMap((text) =>
    wrapText(text, { width, indent: '  ' }).map((line) => paint('dim', line)),
  );
}
