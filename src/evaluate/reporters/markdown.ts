import { defineReporter, type ReporterInput } from '../define-reporter.ts';

/** A comment for a pull request: verdict and table first, the rest folded. */
export const markdownReporter = defineReporter({
  id: 'markdown',
  title: 'Markdown',
  description: 'a comment for a pull request: verdict and table first, the rest folded',
  extension: 'md',
  render: renderLater,
});

/** The reader of Markdown behind it takes a while to load, which other reporters need not wait for. */
export async function renderLater(input: ReporterInput): Promise<string> {
  const { renderMarkdown } = await import('./markdown/render-markdown.ts');
  return renderMarkdown(input);
}
