import { defineReporter } from '../define-reporter.ts';

/** One page that stands alone: verdicts, plots, and every case with two reports side by side. */
export const htmlReporter = defineReporter({
  id: 'html',
  title: 'HTML page',
  description: 'one page that stands alone: verdicts, plots, and every case with two reports side by side',
  extension: 'html',
  async render(input) {
    const { renderPage } = await import('./html/render-page.ts');
    return renderPage(input);
  },
});
