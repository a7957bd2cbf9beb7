import { showText } from '../../../findings/show-text.ts';
import { count, describeHeadline, REASON_TITLES, withoutPlace } from '../words/describe-run.ts';
import type { Style, TerminalPage } from './terminal-page.ts';
import { wrapText } from './wrap-text.ts';

const MOST_REASONS = 8;

const STATES = {
  passed: { style: ['green', 'bold'], mark: '✓' },
  failed: { style: ['red', 'bold'], mark: '✗' },
  ungated: { style: 'bold', mark: '•' },
} as const satisfies Record<string, { style: Style; mark: string }>;

/** One line: did the gate pass? */
export function renderHead({ input: { summary }, width, paint }: TerminalPage): string[] {
  const { state, words } = describeHeadline(summary);
  const { style, mark } = STATES[state];
  const lines = wrapText(`${mark} ${showText(summary.suite)}: ${words}`, { width, indent: '  ' });
  return lines.map((line) => paint(style as Style, line));
}

/** Why the gate failed. */
export function renderReasons({ input: { summary }, width, paint }: TerminalPage): string[] {
  const { reasons = [] } = summary.gate ?? {};
  const lines = reasons.slice(0, MOST_REASONS).flatMap(({ kind, message }) => {
    const title = `${REASON_TITLES[kind]}:`;
    const lead = '  ';
    const [first = '', ...rest] = wrapText(`${title} ${showText(message)}`, { width, lead, indent: '    ' });
    const end = lead.length + title.length;
    return [`${lead}${paint('red', first.slice(lead.length, end))}${first.slice(end)}`, ...rest];
  });
  return cap(lines, reasons.length);
}

/** The cases to look at first. */
export function renderWorst({ input: { summary }, width, paint }: TerminalPage): string[] {
  const { worst = [] } = summary.gate ?? {};
  if (worst.length === 0) return [];
  return [
    paint('bold', worst.length === 1 ? 'Worst case' : `${worst.length} worst cases`),
    ...worst.flatMap(({ case: id, variant, words }, at) =>
      wrapText(`${at + 1}. ${showText(id)} (${showText(variant)}): ${showText(withoutPlace(words, id))}`, {
        width,
        lead: '  ',
        indent: '     ',
      }),
    ),
  ];
}

/** What a gate would name is named without one, too. */
export function renderBroken({ input: { summary }, width, paint }: TerminalPage): string[] {
  const { broken, gate } = summary;
  if (broken.length === 0 || gate) return [];
  const lines = broken.slice(0, MOST_REASONS).flatMap(({ case: id, variant, model, repeat, words }) => {
    const place = `${showText(id)} (${showText(variant)}, ${showText(model)}, repeat ${repeat + 1})`;
    return wrapText(`${place}: ${showText(words.join('; '))}`, { width, lead: '  ', indent: '    ' });
  });
  return [paint(['red', 'bold'], 'Broken invariants'), ...cap(lines, broken.length)];
}

function cap(lines: readonly string[], total: number): string[] {
  const more = total - MOST_REASONS;
  return more > 0 ? [...lines, `  and ${count('more', more, 'more')} (--reporter json has all)`] : [...lines];
}
