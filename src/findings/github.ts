import type { Severity } from '../../schemas/index.ts';
import { addSummaries, describeSummary } from './describe-summary.ts';
import { defineFindingFormat } from './finding-format.ts';
import { LineIndex } from './line-index.ts';
import { workflowCommand } from './workflow-command.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

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
        return workflowCommand(
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
