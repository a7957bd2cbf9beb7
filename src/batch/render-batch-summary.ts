import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { BatchSummary } from '../../schemas/index.ts';
import { formatMoney, formatNumber, formatShare } from '../facts/format.ts';
import { escapeMarkdown, makeTable, renderMarkdownTable } from '../render/index.ts';

/** The summary as Markdown: the cohort in prose, then its tables, then what the run came to. */
export function renderBatchMarkdown(summary: BatchSummary): string {
  const { cohort, reports, sentences, spent } = summary;
  const or = (value: number | null) => (value === null ? 'not reported' : formatNumber(value));
  const parts = [
    `# ${escapeMarkdown(`Skill gaps of a cohort: ${summary.role}`, { block: false })}`,
    `As of ${summary.date}.`,
    escapeMarkdown(summary.section.map(({ text }) => text).join(' ')),
  ];
  const coverage = Object.entries(cohort.coverage);
  if (coverage.length > 0)
    parts.push(
      '## Coverage',
      table([
        ['Skills', 'People', 'Lower quartile', 'Median', 'Upper quartile'],
        ...coverage.map(([scope, { people, lowerQuartile, median, upperQuartile }]) => [
          scope,
          formatNumber(people),
          ...[lowerQuartile, median, upperQuartile].map(formatShare),
        ]),
      ]),
    );
  if (cohort.gaps.length > 0)
    parts.push(
      '## Gaps, most common first',
      table([
        ['Skill', 'Tier', 'Share of people', 'Missing', 'Below level', 'Hours (median estimate)'],
        ...cohort.gaps.map((gap) => [
          gap.name,
          gap.tier,
          formatShare(gap.share),
          formatNumber(gap.missing),
          formatNumber(gap.partial),
          gap.hours === null ? 'not estimated' : formatNumber(gap.hours),
        ]),
      ]),
    );
  if (cohort.costs.length > 0)
    parts.push(
      '## Cost of the resources recommended',
      table([
        ['Currency', 'Total', 'People'],
        ...cohort.costs.map(({ currency, total, people }) => [
          currency,
          formatMoney(total, currency),
          formatNumber(people),
        ]),
      ]),
    );
  parts.push(
    '## The run',
    table([
      ['What', 'Count'],
      ['People', formatNumber(reports.people)],
      ['Reports written', formatNumber(reports.written)],
      ['Reports kept from an earlier run', formatNumber(reports.kept)],
      ['Reports copied (same inputs)', formatNumber(reports.copied)],
      ['Failed', formatNumber(reports.failed)],
      ['Sentences by the model', formatNumber(sentences.model)],
      ['Sentences repaired', formatNumber(sentences.repaired)],
      ['Sentences written offline', formatNumber(sentences.offline)],
      ['Calls of the model', formatNumber(spent.calls)],
      ['Tokens in', or(spent.inputTokens)],
      ['Tokens out', or(spent.outputTokens)],
      ['Cost', spent.cost === null ? 'unknown' : spent.cost.toFixed(4)],
    ]),
  );
  return `${parts.join('\n\n')}\n`;
}

/** The same as one HTML page that asks nothing of any server. */
export function renderBatchHtml(summary: BatchSummary): string {
  const body = micromark(renderBatchMarkdown(summary), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Skill gaps of a cohort</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { padding: .3rem .8rem; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); text-align: right; }
th:first-child, td:first-child { text-align: left; }
td { font-variant-numeric: tabular-nums; }
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const table = (rows: string[][]) => renderMarkdownTable(makeTable('cohort', rows, 'right'));
