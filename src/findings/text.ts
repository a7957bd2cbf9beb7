import { styleText } from 'node:util';
import type { Fact, Finding } from '../../schemas/index.ts';
import { describeFact } from './describe-source.ts';
import { addSummaries, describeSummary } from './describe-summary.ts';
import { excerptOf } from './excerpt.ts';
import { type CheckedText, defineFindingFormat, type FormatOptions } from './finding-format.ts';
import { LineIndex } from './line-index.ts';
import { showText } from './show-text.ts';

const COLORS = { error: 'red', warning: 'yellow', info: 'blue' } as const;
const MOST_FACTS = 6;

type Paint = (style: Parameters<typeof styleText>[0], words: string) => string;

/** For people: place and message, the words underlined, why, what is true, and the facts behind it. */
export const textFormat = defineFindingFormat({
  id: 'text',
  description: 'for people: the words underlined, why, what is true, and the facts behind it',
  renderAll(checked, options) {
    const paint: Paint = (style, words) =>
      options.color ? styleText(style, words, { validateStream: false }) : words;
    const blocks = checked.flatMap((one) => renderText(one, options, paint));
    const total = describeSummary(addSummaries(checked.map(({ result }) => result.summary)));
    const verdict = checked.length === 1 ? total : `${total} in ${checked.length} files`;
    return `${[...blocks, verdict].join('\n\n')}\n`;
  },
});

function renderText(
  { text, file, result, facts }: CheckedText,
  { rules }: FormatOptions,
  paint: Paint,
): string[] {
  const index = new LineIndex(text);
  const byId = new Map(facts?.facts.map((fact) => [fact.id, fact]));
  const reasons = new Map(rules.map((rule) => [rule.id, rule.description]));
  const name = file === '-' ? 'standard input' : showText(file);
  return result.findings.map((finding) => {
    const reason = reasons.get(finding.rule);
    return [
      `${name}:${finding.line}:${finding.column} ${paint(COLORS[finding.severity], finding.severity)} ${showText(finding.message)} ${paint('dim', finding.rule)}`,
      ...excerptOf(text, finding, index).flatMap(({ shown, marks }) =>
        marks === '' ? [`  ${shown}`] : [`  ${shown}`, `  ${paint(COLORS[finding.severity], marks)}`],
      ),
      ...(reason === undefined ? [] : [`  why: ${showText(reason)}`]),
      ...(finding.message.includes(finding.expected) ? [] : [`  expected: ${showText(finding.expected)}`]),
      ...listFacts(finding, byId).map((line) => `  fact: ${showText(line)}`),
      ...finding.related.map((place) => {
        const { line, column } = index.placeOf(place.start);
        return `  see also ${line}:${column} "${shorten(showText(place.quote))}"`;
      }),
    ].join('\n');
  });
}

function listFacts(finding: Finding, byId: ReadonlyMap<string, Fact>): string[] {
  const lines = finding.facts.map((id) => {
    const fact = byId.get(id);
    return fact ? describeFact(fact) : id;
  });
  const more = lines.length - MOST_FACTS;
  return more > 0 ? [...lines.slice(0, MOST_FACTS), `and ${more} more`] : lines;
}

const shorten = (text: string): string => (text.length > 80 ? `${[...text].slice(0, 77).join('')}...` : text);
