import { defineReporter } from '../define-reporter.ts';

/** For test dashboards: the gate, each comparison, and each case of each variant and model is a test. */
export const junitReporter = defineReporter({
  id: 'junit',
  title: 'JUnit',
  description: 'for test dashboards: the gate, each comparison and each case as a test',
  extension: 'xml',
  async render(input) {
    const { renderJunit } = await import('./junit/render-junit.ts');
    return renderJunit(input);
  },
});
