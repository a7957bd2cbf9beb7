import type { Severity } from '../../schemas/index.ts';
import { addSummaries, describeSummary } from './describe-summary.ts';
import { defineFindingFormat } from './finding-format.ts';
import { LineIndex } from './line-index.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands that GitHub Actions shows as annotations at the lines of a pull request. */
export const githubFormat = defineFindingFormat({
  id: 'github',
  description: 'for GitHub Actions: workflow commands that become annotations',
  renderAll(checked) {
    const commands = checked.flatMap(({ text, file, result }) => {
      const index = new LineIndex(text);
      return result.findings.map((finding) => {
        const { line, column } = finding;
        const end = index.placeOf(finding.end);
        // Columns are refused where the lines differ.
        const columns = end.line === line ? { col: column, endColumn: end.column } : {};
        return command(
          COMMANDS[finding.severity],
          { ...(file !== '-' && { file }), line, ...columns, endLine: end.line, title: finding.rule },
          finding.message,
        );
      });
    });
    const verdict = describeSummary(addSummaries(checked.map(({ result }) => result.summary)));
    return `${[...commands, verdict].join('\n')}\n`;
  },
});

function command(name: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  text.toWellFormed().replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
