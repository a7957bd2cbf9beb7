import type { GateReason } from '../../../schemas/index.ts';
import { workflowCommand } from '../../findings/workflow-command.ts';
import { defineReporter, type ReporterInput } from '../define-reporter.ts';
import { renderLater } from './markdown.ts';
import { describeHeadline, REASON_TITLES } from './words/describe-run.ts';

/** GitHub shows at most ten annotations of a kind for a step; what is beyond them is counted in the last. */
const MOST_ANNOTATIONS = 9;

/** For GitHub Actions: annotations, and the Markdown in the summary of the step. */
export const githubReporter = defineReporter({
  id: 'github',
  title: 'GitHub Actions',
  description: 'for GitHub Actions: annotations, and the Markdown in the summary of the step',
  extension: 'txt',
  render({ summary }) {
    const { state, words } = describeHeadline(summary);
    const wrong = problemsOf({ summary });
    const more = wrong.length - MOST_ANNOTATIONS;
    const lines = [
      ...wrong
        .slice(0, MOST_ANNOTATIONS)
        .map(({ kind, message }) =>
          workflowCommand(summary.gate ? 'error' : 'warning', { title: REASON_TITLES[kind] }, message),
        ),
      ...(more > 0
        ? [workflowCommand(summary.gate ? 'error' : 'warning', { title: summary.suite }, `and ${more} more`)]
        : []),
      ...(state === 'passed' ? [workflowCommand('notice', { title: summary.suite }, words)] : []),
    ];
    return `${[...lines, `${oneLine(summary.suite)}: ${words}`].join('\n')}\n`;
  },
  append: { variable: 'GITHUB_STEP_SUMMARY', render: renderLater },
});

/** The reasons of the gate; without one, what it would name by itself. */
function problemsOf({ summary }: Pick<ReporterInput, 'summary'>): Pick<GateReason, 'kind' | 'message'>[] {
  if (summary.gate) return summary.gate.reasons;
  return [
    ...summary.broken.map(({ case: id, variant, model, words }) => ({
      kind: 'invariant' as const,
      message: `${id} (${variant}, ${model}): ${words.join('; ')}`,
    })),
    ...summary.comparisons
      .filter(({ gating, verdict }) => gating && verdict === 'regression')
      .map(({ scorer, variant, against, model, words }) => ({
        kind: 'regression' as const,
        message: `${scorer} of ${variant} against ${against} (${model}): ${words}`,
      })),
  ];
}

/** A line of a text of others must not begin a command of its own. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('::', ': :');
