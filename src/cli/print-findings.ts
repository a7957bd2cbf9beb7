import { styleText } from 'node:util';
import type { CheckResult, Finding } from '../../schemas/index.ts';
import { safe } from './io.ts';

const COLORS = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** Findings for people: place, message, the line with the words underlined, what was expected, and the facts behind. */
export function printFindings(
  { findings, summary }: CheckResult,
  text: string,
  file: string,
  color: boolean,
): string {
  const lines = text.split('\n');
  const name = file === '-' ? 'standard input' : file;
  const blocks = findings.map((finding) => printFinding(finding, lines, name, color));
  const claims = `${summary.claims} claims: ${summary.supported} supported, ${summary.contradicted} contradicted, ${summary.unsupported} unsupported, ${summary.unparsed} not understood`;
  const warnings = `${summary.warnings} ${summary.warnings === 1 ? 'warning' : 'warnings'}`;
  const verdict = `${summary.errors} ${summary.errors === 1 ? 'error' : 'errors'}, ${warnings} in ${summary.sentences} sentences (${claims})`;
  return `${[...blocks, verdict].join('\n\n')}\n`;
}

function printFinding(finding: Finding, lines: readonly string[], file: string, color: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], words: string) =>
    color ? styleText(style, words, { validateStream: false }) : words;
  const line = lines[finding.line - 1] ?? '';
  // Long paragraphs are one line: what is shown is the part around the place.
  const from = Math.max(0, finding.column - 1 - 40);
  const excerpt = line
    .slice(from, finding.column - 1 + Math.max(60, Math.min(finding.quote.length + 20, 120)))
    .replace(/\s/g, ' ');
  const marked = Math.max(
    1,
    Math.min(finding.quote.split('\n')[0]?.length ?? 1, excerpt.length - (finding.column - 1 - from)),
  );
  const pad = from > 0 ? 3 : 0;
  const shown = `${from > 0 ? '...' : ''}${excerpt}`;
  const under = ' '.repeat(finding.column - 1 - from + pad) + '^'.repeat(marked);
  return [
    `${file}:${finding.line}:${finding.column} ${paint(COLORS[finding.severity], finding.severity)} ${safe(finding.message)} ${paint('dim', finding.rule)}`,
    `  ${safe(shown)}`,
    `  ${paint(COLORS[finding.severity], under)}`,
    ...(finding.facts.length > 0 ? [`  facts: ${finding.facts.slice(0, 6).join(', ')}`] : []),
    ...finding.related.map((place) => `  see also: "${safe(place.quote)}" (offset ${place.start})`),
  ].join('\n');
}
